// Times and sentences in the reader's language and the team's zone.
import type { Language } from '../wire.ts';

/** `{name}` in a sentence, filled in. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

export interface Dates {
  /** `18:30` */
  time(at: number): string;
  /** `Mon 18:30` */
  brief(at: number): string;
  /** `Mon 23 Nov, 18:30` */
  moment(at: number): string;
  /** `Monday 23 November`; with the year when it is not this one. */
  day(at: number, now: number): string;
  /** `2026-11-23`, to tell days apart and to fill date inputs. */
  key(at: number): string;
}

/** The ways the page writes time, made once: building Intl formats is slow. */
export const createDates = (language: Language, zone: string): Dates => {
  const tag = TAGS[language];
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(tag, { timeZone: zone, hourCycle: 'h23', ...options });
    return (at: number) => made.format(at);
  };
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const short = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const weekday = format({ weekday: 'short' });
  const long = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const full = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const iso = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const key = (at: number) => iso.format(at);
  return {
    time,
    brief: (at) => `${weekday(at)} ${time(at)}`,
    moment: (at) => `${short(at)}${language === 'zh' ? ' ' : ', '}${time(at)}`,
    day: (at, now) => (key(at).slice(0, 4) === key(now).slice(0, 4) ? long(at) : full(at)),
    key,
  };
};
