// Leave: days on which a member is away, so that targets shrink with them.
import { z } from 'zod';
import { changedCard } from '../../cards/settings-change.ts';
import { leaveForm as formOf } from '../../cards/settings-members-form.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { type Days, eachDay } from '../../domain/time.ts';
import { addLeave, leaveDays, type Member, removeLeave } from '../../store/member.ts';
import { markScoresStale } from '../../store/rollup.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { memberIn } from '../whom.ts';
import { actedFor, memberFor } from './authority.ts';
import { audited } from './change.ts';
import {
  beginsWithDay,
  daysAt,
  FormReader,
  rangeProblem,
  readDay,
  readSwitch,
  unclear,
} from './read.ts';
import { dayKindOf } from './words.ts';

/** Longer leave is entered in parts. */
const MAX_LEAVE = 366;

const change = (call: Call, who: Member, days: Days, away: boolean): Reply[] => {
  const { db, locale, today } = call;
  const member = actedFor(call, who);
  if (member.leftOn !== null) return refuse('member_left', { name: member.name.slice(0, 60) });
  const known = leaveDays(db, member.id, days);
  const touched = [...eachDay(days)].filter((day) => known.has(day) !== away);
  for (const day of touched) {
    if (away) addLeave(db, member.id, day);
    else removeLeave(db, member.id, day);
  }
  if (touched.length > 0) {
    const after = { ...days, away };
    audited(call, 'member.leave', `member:${member.id}`, [...known].toSorted(), after);
    markScoresStale(db, member.id, days.from);
  }
  const from = locale.format.day(days.from, today);
  const to = days.to === days.from ? null : locale.format.day(days.to, today);
  const value = locale.t.settings.leaveValue({ from, to, away });
  const changes = touched.length > 0 ? [{ key: 'leave' as const, before: null, after: value }] : [];
  const card = changedCard(locale, member.name, changes, [locale.t.settings.notes.leave]);
  return [{ kind: 'card', to: 'actor', card }];
};

/** Typed leave: a day or a range, and `clear` to take it back. @throws Refusal */
export const leaveTyped = (call: Call, member: Member, text: string): Reply[] => {
  const { days, rest } = daysAt(call, text, MAX_LEAVE, 'leave');
  const clears = dayKindOf(rest) === 'clear';
  if (rest !== '' && !clears && dayKindOf(rest) !== 'off') {
    return unclear(call, call.locale.t.settings.errors.leaveRest, 'leave');
  }
  return change(call, member, days, !clears);
};

/** The form to enter leave. @throws Refusal when the asker may not */
export const leaveForm = (
  call: Call,
  member: Member,
  values: Values,
  errors: Record<string, string> = {},
): Reply[] => [{ kind: 'form', form: formOf(call.locale, actedFor(call, member), values, errors) }];

const id = z.object({ id: z.int().positive() });

export const LEAVE_VERBS = {
  /** One's own by default; managers for others. */
  leave: verb({
    effect: 'write',
    args: z.object({ line: z.string() }),
    run: (call, { line }) => {
      if (line === '') return leaveForm(call, call.me, {});
      const names = call.mentions.length > 0 || /[@＠]/u.test(line);
      if (beginsWithDay(line) && !names) return leaveTyped(call, call.me, line);
      const { member, before, after } = memberIn(call, line);
      const said = `${before} ${after}`.trim();
      return said === '' ? leaveForm(call, member, {}) : leaveTyped(call, member, said);
    },
  }),

  leaveForm: verb({
    effect: 'read',
    args: id,
    run: (call, { id: memberId }) => leaveForm(call, memberFor(call, memberId), {}),
  }),

  leaveSave: verb({
    effect: 'write',
    args: id,
    run: (call, { id: memberId }, values) => {
      const member = memberFor(call, memberId);
      const read = new FormReader(call, values);
      const from = read.read('from', readDay);
      const to = read.text('to') === '' ? from : read.read('to', readDay);
      const away = read.read('away', readSwitch);
      if (from !== null && to !== null) {
        const problem = rangeProblem(call, { from, to }, MAX_LEAVE);
        if (problem !== null) read.errors.to = problem;
      }
      return read.failed || from === null || to === null || away === null
        ? leaveForm(call, member, values, read.errors)
        : change(call, member, { from, to }, away);
    },
  }),
};
