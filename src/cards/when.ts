// Dates of next steps, as exact as they were promised and no more.

import type { PromisedStep } from '../domain/promise.ts';
import { type Day, instantOf } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';

const DAYPARTS: Readonly<
  Record<string, 'morning' | 'noon' | 'afternoon' | 'endOfDay' | 'evening'>
> = {
  '09:00': 'morning',
  '12:00': 'noon',
  '14:00': 'afternoon',
  '18:00': 'endOfDay',
  '19:00': 'evening',
};

/** The time of the day as it was promised: `15:00`, `afternoon`; null when only the day was. */
export const partText = (
  { t, format }: Locale,
  { dueTime, precision }: Pick<PromisedStep, 'dueTime' | 'precision'>,
): string | null => {
  const [day, clock] = dueTime?.split('T') ?? [];
  if (day === undefined || clock === undefined) return null;
  const part = precision === 'daypart' ? DAYPARTS[clock] : undefined;
  return part === undefined ? format.time(instantOf(day, clock, 'UTC'), 'UTC') : t.followup[part];
};

/** `Thu, Mar 12 15:00`, `Thu, Mar 12, afternoon`, `in March 2026`; null without a date. */
export const dueText = (
  locale: Locale,
  step: Pick<PromisedStep, 'dueOn' | 'dueTime' | 'precision'>,
  today: Day,
): string | null => {
  const { dueOn, dueTime, precision } = step;
  if (dueOn === null) return null;
  const { format } = locale;
  const t = locale.t.followup;
  const day = format.day(dueOn, today);
  if (precision === 'month') return t.dueMonth({ month: format.month(dueOn) });
  if (precision === 'week') return t.dueWeek({ day });
  if (precision === 'quarter') return t.dueOn({ day });
  const part = partText(locale, step);
  if (part === null) return day;
  const named = precision === 'daypart' && DAYPARTS[dueTime?.split('T')[1] ?? ''] !== undefined;
  return named ? t.dueDaypart({ day, part }) : `${day} ${part}`;
};

/** What was promised, with its date: `give a demo · Thu, Mar 12 15:00`. */
export const stepText = (locale: Locale, step: PromisedStep, today: Day): string => {
  const { t } = locale;
  const action = t.codes.action[step.action ?? 'follow_up'];
  return `${action} · ${dueText(locale, step, today) ?? t.followup.noDate}`;
};
