// After the nominations: who can win and why others cannot, and the three who judge.
import { z } from 'zod';
import { awardText } from '../../cards/award.ts';
import { appointForm } from '../../cards/award-form.ts';
import { ballotCard, checkedCard } from '../../cards/award-jury.ts';
import { notice } from '../../cards/notice.ts';
import type { Option, Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import {
  AWARD_RULES,
  type Conflict,
  committeeFaults,
  conflictOf,
  lapsesOn,
  voteUntil,
} from '../../domain/recognition/award.ts';
import { type Award, auditAward } from '../../store/award.ts';
import { appointJurors } from '../../store/jury.ts';
import { listMembers, type Member } from '../../store/member.ts';
import { nominationsOf } from '../../store/nomination.ts';
import { ballotOf, nomineesOf } from '../../store/nominee.ts';
import { calendarOf } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { tell } from '../tell.ts';
import { dayFor, stewarded, teamOfAward } from './authority.ts';

/** Slack shows no more options in a list. */
const MAX_PEOPLE = 100;

/** Why a member may not judge the award, or null. */
const conflictsFor = (call: Call, row: Award): ((who: Member) => Conflict | null) => {
  const nominations = nominationsOf(call.db, row.id);
  const ballot = ballotOf(call.db, row).map(({ member }) => member);
  const onBallot = new Set(ballot.map(({ id }) => id));
  const nominees = nominations.map(({ nomineeId }) => nomineeId);
  const nominators = nominations
    .filter(({ nomineeId }) => onBallot.has(nomineeId))
    .map(({ nominatorId }) => nominatorId);
  return (who) => conflictOf(who, { nominees, ballot, nominators });
};

/** Everybody who may judge, the award's own team first. */
const judgesFor = (call: Call, row: Award): Member[] => {
  const conflict = conflictsFor(call, row);
  const able = listMembers(call.db).filter((who) => conflict(who) === null);
  const isNear = ({ teamId }: Member): boolean => teamId === row.teamId;
  return [...able.filter(isNear), ...able.filter((who) => !isNear(who))];
};

const formFor = (
  call: Call,
  row: Award,
  chosen: readonly string[],
  errors: Record<string, string> = {},
): Reply[] => {
  const { locale } = call;
  const able = judgesFor(call, row);
  if (able.length < AWARD_RULES.jurors) {
    const { remindAppoint, few } = locale.t.award;
    const title = remindAppoint({ award: awardText(locale, row) });
    const card = notice(locale, title, [few({ n: able.length })], 'warning');
    return [{ kind: 'card', to: 'actor', card }];
  }
  const options = able.slice(0, MAX_PEOPLE).map(
    ({ id, name, role }): Option => ({
      value: String(id),
      label: `${name.slice(0, 60)} · ${locale.t.codes.role[role]}`,
    }),
  );
  return [{ kind: 'form', form: appointForm(locale, row, options, chosen, errors) }];
};

/** What a form of choices gives: several, one, or none. */
export const chosenIn = (values: Values, name: string): string[] =>
  [values[name] ?? []].flat().filter((value) => value !== '');

/** Chooses the committee and asks each of it to judge. Only within a write. */
const appoint = (call: Call, row: Award, values: Values): Reply[] => {
  const { db, me, now, locale } = call;
  const chosen = [...new Set(chosenIn(values, 'judges'))];
  const conflict = conflictsFor(call, row);
  const judges = listMembers(db)
    .filter(({ id }) => chosen.includes(String(id)))
    .map((who) => ({ ...who, conflict: conflict(who) }));
  const faults = committeeFaults(judges);
  if (faults.length > 0) {
    const { committeeFaults: texts, and } = locale.t.award;
    return formFor(call, row, chosen, { judges: faults.map((fault) => texts[fault]).join(and) });
  }
  const team = teamOfAward(call, row);
  const votingFrom = dayFor(call, team);
  const until = voteUntil(calendarOf(db, team), votingFrom);
  const jurors = judges.map(({ id }) => id);
  appointJurors(db, row.id, jurors, votingFrom);
  auditAward(db, row.id, 'appointed', {
    at: now,
    actorId: me.id,
    after: { jurors },
  });
  const ballot = ballotOf(db, row);
  for (const judge of judges) {
    tell(call, judge, `award:${row.id}:juror:${judge.id}`, (reader) =>
      ballotCard(reader.locale, row, team.name, ballot, until, reader.today),
    );
  }
  const texts = locale.t.award;
  const names = locale.format.list(judges.map(({ name }) => name.slice(0, 60)));
  const day = locale.format.day(until, call.today);
  const title = texts.appointed({ award: awardText(locale, row) });
  const card = notice(locale, title, [texts.appointedText({ names, day })], 'good');
  return [{ kind: 'card', to: 'actor', card }];
};

const check = (call: Call, row: Award): Reply[] => {
  const team = teamOfAward(call, row);
  const lapses = lapsesOn(calendarOf(call.db, team), row.nominateUntil);
  const card = checkedCard(call.locale, row, nomineesOf(call.db, row), lapses, dayFor(call, team));
  return [{ kind: 'card', to: 'actor', card }];
};

const id = z.object({ id: z.int().positive() });

export const COMMITTEE_VERBS = {
  check: verb({
    effect: 'read',
    role: 'manager',
    args: id,
    run: (call, args) => check(call, stewarded(call, args.id, 'appointing')),
  }),

  appointForm: verb({
    effect: 'read',
    role: 'manager',
    args: id,
    run: (call, args) => formFor(call, stewarded(call, args.id, 'appointing'), []),
  }),

  appointed: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, args, values) => appoint(call, stewarded(call, args.id, 'appointing'), values),
  }),
};
