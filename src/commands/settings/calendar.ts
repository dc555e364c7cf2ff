// Exceptions to a team's calendar: days off and make-up workdays of its own.
import { z } from 'zod';
import { changedCard } from '../../cards/settings-change.ts';
import { holidayForm } from '../../cards/settings-form.ts';
import type { Reply } from '../../chat/request.ts';
import { type Days, eachDay } from '../../domain/time.ts';
import { calendarOf, markTeamScoresStale, setTeamDay, type Team } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { managedTeam } from './authority.ts';
import { audited } from './change.ts';
import { daysAt, FormReader, rangeProblem, readDay, readName, unclear } from './read.ts';
import { dayKindOf, firstWord } from './words.ts';

/** Longer ranges are typing mistakes. */
const MAX_RANGE = 60;
const MAX_NOTE = 100;

type DayKind = 'off' | 'work' | 'clear';

const change = (call: Call, team: Team, days: Days, kind: DayKind, note: string): Reply[] => {
  const { exceptions } = calendarOf(call.db, team);
  const wanted = kind === 'clear' ? null : kind;
  const before: Record<string, 'off' | 'work'> = {};
  let isNew = false;
  for (const day of eachDay(days)) {
    const known = exceptions[day];
    if (known !== undefined) before[day] = known;
    if ((known ?? null) === wanted) continue;
    isNew = true;
    setTeamDay(call.db, team.id, day, wanted);
  }
  if (isNew) {
    const after = { ...days, kind, ...(note === '' ? {} : { note }) };
    audited(call, 'team.holiday', `team:${team.id}`, before, after);
    markTeamScoresStale(call.db, team.id, days.from);
  }
  const { locale } = call;
  const { notes, holidayValue } = locale.t.settings;
  const from = locale.format.day(days.from, call.today);
  const to = days.to === days.from ? null : locale.format.day(days.to, call.today);
  const value = holidayValue({ from, to, kind, note });
  const changes = isNew ? [{ key: 'holiday' as const, before: null, after: value }] : [];
  const card = changedCard(locale, team.name, changes, [notes.nextPost], { team: team.id });
  return [{ kind: 'card', to: 'actor', card }];
};

const own = z.object({ team: z.int().positive().optional() });

export const CALENDAR_VERBS = {
  holiday: verb({
    effect: 'write',
    role: 'manager',
    args: own.extend({ line: z.string() }),
    run: (call, { team: id, line }) => {
      const team = managedTeam(call, id);
      const { errors } = call.locale.t.settings;
      if (line === '') return unclear(call, errors.missing, 'holiday');
      const { days, rest } = daysAt(call, line, MAX_RANGE, 'holiday');
      const [word, note] = firstWord(rest);
      const kind = dayKindOf(word) ?? unclear(call, errors.dayKind, 'holiday');
      const said = note === '' ? { value: '' } : readName(MAX_NOTE)(call, note);
      if ('error' in said) return unclear(call, said.error, 'holiday');
      return change(call, team, days, kind, said.value);
    },
  }),

  holidayForm: verb({
    effect: 'read',
    role: 'manager',
    args: own,
    run: (call, { team: id }) => [
      { kind: 'form', form: holidayForm(call.locale, managedTeam(call, id), {}, {}) },
    ],
  }),

  holidaySave: verb({
    effect: 'write',
    role: 'manager',
    args: own,
    run: (call, { team: id }, values) => {
      const team = managedTeam(call, id);
      const read = new FormReader(call, values);
      const from = read.read('from', readDay);
      const to = read.text('to') === '' ? from : read.read('to', readDay);
      const kind = dayKindOf(read.text('kind'));
      const note = read.text('note') === '' ? '' : read.read('note', readName(MAX_NOTE));
      if (kind === null) read.errors.kind = call.locale.t.form.choose;
      if (from !== null && to !== null) {
        const problem = rangeProblem(call, { from, to }, MAX_RANGE);
        if (problem !== null) read.errors.to = problem;
      }
      if (read.failed || from === null || to === null || kind === null || note === null) {
        return [{ kind: 'form', form: holidayForm(call.locale, team, values, read.errors) }];
      }
      return change(call, team, { from, to }, kind, note);
    },
  }),
};
