// When a rep is there: since when, on which working days, and when on leave.
import type { WorkCalendar } from '../../../src/domain/calendar.ts';
import { addDays, type Day } from '../../../src/domain/time.ts';
import type { DemoInput, DemoMember } from './model.ts';
import { streamOf } from './random.ts';
import { chance, integer } from './sample.ts';

export interface Presence {
  readonly joinedOn: Day;
  /** Working days since then, leave included. */
  readonly days: readonly Day[];
  readonly leave: readonly Day[];
  /** The team's calendar with the leave taken out. */
  readonly calendar: WorkCalendar;
}

/** Working days a new hire has been there. */
const NEW_HIRE_DAYS = 15;
const LEAVE_RATE = 0.03;

const joinDay = (seed: string, member: DemoMember, days: readonly Day[]): Day => {
  const [first = ''] = member.newHire === true ? days.slice(-NEW_HIRE_DAYS) : days;
  if (member.newHire === true) return first;
  return addDays(first, -integer(streamOf(seed, 'join', member.key), 90, 900));
};

/** @param days the working days of the history, in order, at least one */
export const presenceOf = (
  { seed, calendar }: DemoInput,
  member: DemoMember,
  days: readonly Day[],
): Presence => {
  const joinedOn = joinDay(seed, member, days);
  const present = days.filter((day) => day >= joinedOn);
  const leave = present.filter((day) =>
    chance(streamOf(seed, 'leave', `${member.key}|${day}`), LEAVE_RATE),
  );
  const off = Object.fromEntries(leave.map((day) => [day, 'off' as const]));
  return {
    joinedOn,
    days: present,
    leave,
    calendar: { ...calendar, exceptions: { ...calendar.exceptions, ...off } },
  };
};
