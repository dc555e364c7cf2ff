// Values of settings in the reader's words, and the buttons that lead back to them.
import type { Action } from '../chat/card.ts';
import { ROLES } from '../domain/role.ts';
import { type Day, isDay } from '../domain/time.ts';
import { type Locale, localeFor } from '../locales/index.ts';
import type { Messages } from '../locales/messages.ts';

/** What can be changed, by the name its label has. */
export type SettingKey = keyof Messages['settings']['labels'];
/** A value as it is stored; days, leave, rates and names come as the words for them. */
export type SettingValue = string | number | boolean | null;

export interface SettingChange {
  readonly key: SettingKey;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

export interface DayRange<K = 'off' | 'work'> {
  readonly from: Day;
  readonly to: Day;
  readonly kind: K;
}

/** Not the year of any day shown, so that the year is written. */
const ANY_YEAR = '0001-01-01';

/** A button of /settings. */
export const press = (
  label: string,
  verb: string,
  args: Record<string, string | number> = {},
  style: Action['style'] = 'plain',
): Action => ({ label, style, intent: { command: 'settings', verb, args } });

/** A value in the reader's words. */
export const settingText = (locale: Locale, key: SettingKey, value: SettingValue): string => {
  const { t, format } = locale;
  const { values } = t.settings;
  switch (key) {
    case 'posts':
    case 'morning':
      return value === true ? values.on : values.off;
    case 'seller':
      return value === true ? t.common.yes : t.common.no;
    case 'praised':
      return value === true ? values.inPublic : values.inPrivate;
    case 'optedOut':
      return value === true ? values.hidden : values.shown;
    case 'channel':
      return value === true ? values.chosen : values.notChosen;
    case 'ownLocale':
      return value === null ? values.followTeam : localeFor(String(value)).t.name;
    case 'locale':
      return value === null ? t.common.none : localeFor(String(value)).t.name;
    case 'calendar':
      return value === 'cn' || value === 'weekends' ? values.calendars[value] : t.common.none;
    case 'role':
    case 'cameIn': {
      const role = ROLES.find((known) => known === value);
      return role === undefined ? t.common.none : t.codes.role[role];
    }
    case 'joinedOn':
    case 'leftOn':
      return typeof value === 'string' && isDay(value)
        ? format.day(value, ANY_YEAR)
        : t.common.none;
    default:
      return value === null ? t.common.none : String(value);
  }
};

/** What was set, or what was there before and is now. */
export const changeText = (locale: Locale, { key, before, after }: SettingChange): string => {
  const to = settingText(locale, key, after);
  const isPlain = before === after || (before === null && key !== 'ownLocale');
  return isPlain ? to : locale.t.settings.fromTo({ from: settingText(locale, key, before), to });
};

/** A range of days with what it is, e.g. `May 1 – May 5`. */
export const rangeText = (locale: Locale, { from, to }: Pick<DayRange, 'from' | 'to'>): string => {
  const first = locale.format.day(from);
  return from === to ? first : locale.t.settings.span({ from: first, to: locale.format.day(to) });
};
