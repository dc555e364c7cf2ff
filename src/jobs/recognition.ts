// Recognition that only shows with time: the much-improved week, and a customer's best rating that came in.
import { MILESTONE_WORDS } from '../cards/milestone.ts';
import { periodAround } from '../domain/period.ts';
import type { Milestone, Noticed } from '../domain/recognition/milestone.ts';
import { NEWS_DAYS } from '../domain/recognition/rules.ts';
import { mostImproved, type StandingRow } from '../domain/standing.ts';
import { addDays, type Day, type Instant, MINUTE, monthAround } from '../domain/time.ts';
import { announce, withdraw } from '../store/announce.ts';
import { findMember, listTeamMembers } from '../store/member.ts';
import { milestonesBy, milestonesSince } from '../store/milestone.ts';
import { bestRatings, closedWeek, isBestRating } from '../store/milestone-week.ts';
import { findTeam, listTeams, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import { dueOnWorkdays } from './days.ts';
import type { Job } from './job.ts';

/** A cause is looked at again this long: imports correct what they brought, weeks are closed again. */
const REVIEWED_DAYS = 14;

/** As if only this member were on the board, and might be named. */
const alone = (rows: readonly StandingRow[], memberId: number): StandingRow[] =>
  rows.map((row) =>
    row.memberId === memberId
      ? { ...row, improvedBefore: false, optedOut: false, newHire: false }
      : { ...row, score: null },
  );

/** Who is much improved: those a board would name, and those it must not, each told alone. */
const improvedIn = (rows: readonly StandingRow[]) => [
  ...mostImproved(rows),
  ...rows
    .filter((row) => (row.optedOut || row.newHire) && !row.improvedBefore)
    .flatMap(({ memberId }) => mostImproved(alone(rows, memberId))),
];

/** What the week before `day` and the last days' ratings give, by member. */
const noticedOn = (
  db: Db,
  team: Team,
  day: Day,
  rows: readonly StandingRow[],
): { memberId: number; noticed: Noticed }[] => {
  const week = weekBefore(day);
  const ratings = bestRatings(db, team.id, { from: addDays(day, -NEWS_DAYS), to: day });
  return [
    ...improvedIn(rows).map(({ memberId, delta }) => ({
      memberId,
      noticed: { rule: 'improved', cause: `week:${week}`, params: { delta } } as const,
    })),
    ...ratings.map(({ id, memberId, customerId, askedOn }) => ({
      memberId,
      noticed: {
        rule: 'customer_thanks',
        cause: `customer:${customerId}:${monthAround(askedOn).from}`,
        params: { satisfaction: id },
      } as const,
    })),
  ];
};

/** The Monday of the week before that of `day`. */
const weekBefore = (day: Day): Day => addDays(periodAround('week', day).from, -7);

/** Whether what a milestone came of still stands; what can no longer be told does. */
const stands = (db: Db, rows: readonly StandingRow[], day: Day, found: Milestone): boolean => {
  if (found.rule === 'customer_thanks') return isBestRating(db, Number(found.params.satisfaction));
  if (found.rule !== 'improved' || found.cause !== `week:${weekBefore(day)}`) return true;
  const row = rows.find(({ memberId }) => memberId === found.memberId);
  if (row === undefined || row.score === null) return true;
  return mostImproved(alone(rows, found.memberId)).length > 0;
};

const recognise = (db: Db, team: Team, day: Day, now: Instant): void => {
  const members = listTeamMembers(db, team.id);
  const rows = closedWeek(db, team, members, weekBefore(day), monthAround(day).from, now);
  for (const found of milestonesSince(db, team.id, addDays(day, -REVIEWED_DAYS))) {
    if (!stands(db, rows, day, found)) withdraw(db, found, now, MILESTONE_WORDS);
  }
  for (const { memberId, noticed } of noticedOn(db, team, day, rows)) {
    const who = findMember(db, memberId);
    // A customer thanks once a month, whoever of us it was for.
    const isThanked =
      noticed.rule === 'customer_thanks' && milestonesBy(db, noticed.cause).length > 0;
    if (who === undefined || who.leftOn !== null || isThanked) continue;
    // The day's post goes first: a channel takes a message a second.
    announce(db, who, team, noticed, now, MILESTONE_WORDS, now + MINUTE);
  }
};

/** At the hour of the day's post: weeks are closed at night, when nobody wants to hear of it. */
export const recognition: Job = {
  name: 'recognition',

  due: (db, now) => listTeams(db).flatMap((team) => dueOnWorkdays(db, team, team.postAt, now)),

  run(db, { scope, day }, now) {
    const team = findTeam(db, Number(scope));
    if (team !== undefined) recognise(db, team, day, now);
  },
};
