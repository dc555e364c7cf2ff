// Moves awards on when their time has come: ends nominations, counts votes, and reminds who is waited for.
import { checkedCard, decidedCard, reminderCard, voidCard } from '../cards/award-jury.ts';
import type { Card } from '../chat/card.ts';
import { isWorkday } from '../domain/calendar.ts';
import {
  type AwardStep,
  lapsesOn,
  type Outcome,
  stepsDue,
  type VoidReason,
  voteUntil,
} from '../domain/recognition/award.ts';
import { latestDue } from '../domain/schedule.ts';
import { type Day, dayOf, HOUR, type Instant, instantOf } from '../domain/time.ts';
import { type Locale, localeFor } from '../locales/index.ts';
import {
  type Award,
  auditAward,
  changeAward,
  findAward,
  pendingAwards,
  stewardsOf,
} from '../store/award.ts';
import { jurorsOf } from '../store/jury.ts';
import { findMember, type Member, personOf } from '../store/member.ts';
import { nominationsOf, settleNominee } from '../store/nomination.ts';
import { decideAward, nomineesOf } from '../store/nominee.ts';
import { enqueue } from '../store/outbox.ts';
import { calendarOf, findTeam, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Due, Job } from './job.ts';

/** What moves an award on is never too late; a reminder is, on the next day. */
const NEVER = 365 * 24 * HOUR;
const REMINDER = 24 * HOUR;
const MOVES: readonly AwardStep[] = ['close', 'lapse', 'decide'];

/** One award's step, with everything it is worked out from. */
interface Context {
  readonly db: Db;
  readonly row: Award;
  readonly team: Team;
  /** The team's local day. */
  readonly today: Day;
  readonly now: Instant;
}

const tell = (
  { db, row, team, now }: Context,
  who: Member,
  what: string,
  write: (locale: Locale) => Card,
): void => {
  const person = personOf(db, who.id);
  if (person === undefined) return;
  const home = who.teamId === null ? undefined : findTeam(db, who.teamId);
  enqueue(db, {
    key: `award:${row.id}:${what}:${who.id}`,
    target: { kind: 'person', ...person },
    card: write(localeFor(who.locale ?? home?.locale ?? team.locale)),
    notBefore: now,
    now,
  });
};

const tellStewards = (at: Context, what: string, write: (locale: Locale) => Card): void => {
  const nominees = nominationsOf(at.db, at.row.id).map(({ nomineeId }) => nomineeId);
  for (const who of stewardsOf(at.db, at.row, nominees)) tell(at, who, what, write);
};

/** Ends an award without a winner. */
const lapse = (at: Context, reason: VoidReason): void => {
  const { db, row, now } = at;
  const nominees = nomineesOf(db, row);
  changeAward(db, row.id, { state: 'void', reason, decidedAt: now });
  auditAward(db, row.id, 'void', { at: now, actorId: null, after: { reason } });
  tellStewards(at, 'void', (locale) => voidCard(locale, row, reason, nominees));
};

/** Nominations are over: finds who can win, and asks for a committee. */
const close = (at: Context): void => {
  const { db, row, team, today, now } = at;
  const nominees = nomineesOf(db, row);
  const able = nominees.filter(({ ineligible }) => ineligible.length === 0);
  const ballot = able.map(({ member }) => member.id);
  for (const { member } of nominees) {
    settleNominee(db, row.id, member.id, ballot.includes(member.id));
  }
  auditAward(db, row.id, 'closed', { at: now, actorId: null, after: { ballot } });
  if (able.length === 0) {
    lapse(at, nominees.length === 0 ? 'no_nomination' : 'none_eligible');
    return;
  }
  changeAward(db, row.id, { state: 'voting' });
  const lapses = lapsesOn(calendarOf(db, team), row.nominateUntil);
  tellStewards(at, 'closed', (locale) => checkedCard(locale, row, nominees, lapses, today));
};

const tellDecided = (at: Context, { winners }: Extract<Outcome, { winners: unknown }>): void => {
  const { db, row } = at;
  const names = winners.flatMap((id) => findMember(db, id)?.name ?? []);
  const reasons = nominationsOf(db, row.id)
    .filter(({ nomineeId }) => winners.includes(nomineeId))
    .map(({ reason }) => reason);
  tellStewards(at, 'decided', (locale) => decidedCard(locale, row, names, reasons));
};

/** Opens the votes that are in. */
const decide = (at: Context): void => {
  const { db, row, now } = at;
  const outcome = decideAward(db, row, now);
  if ('void' in outcome) {
    lapse(at, outcome.void);
    return;
  }
  auditAward(db, row.id, 'decided', { at: now, actorId: null });
  tellDecided(at, outcome);
};

/** Reminds the jurors whose votes are missing. */
const remindJurors = (at: Context, day: Day): void => {
  const { db, row, team, today } = at;
  if (row.votingFrom === null) return;
  const until = voteUntil(calendarOf(db, team), row.votingFrom);
  for (const { memberId, votedAt } of jurorsOf(db, row.id)) {
    const who = findMember(db, memberId);
    if (votedAt !== null || who === undefined || who.leftOn !== null) continue;
    tell(at, who, `vote:${day}`, (locale) =>
      reminderCard(locale, row, { of: 'vote', until }, today),
    );
  }
};

const STEPS: Readonly<Record<AwardStep, (at: Context, day: Day) => void>> = {
  close,
  lapse: (at) => lapse(at, 'no_committee'),
  decide,
  appoint: (at, day) => {
    const until = lapsesOn(calendarOf(at.db, at.team), at.row.nominateUntil);
    tellStewards(at, `appoint:${day}`, (locale) =>
      reminderCard(locale, at.row, { of: 'appoint', until }, at.today),
    );
  },
  vote: remindJurors,
  post: (at, day) =>
    tellStewards(at, `post:${day}`, (locale) =>
      reminderCard(locale, at.row, { of: 'post' }, at.today),
    ),
};

/** What of an award is due; reminders and deadlines on the mornings of working days, all votes in at once. */
const dueOf = (db: Db, row: Award, now: Instant): Due[] => {
  const team = findTeam(db, row.teamId);
  if (team === undefined) return [];
  const calendar = calendarOf(db, team);
  const isDay = (day: Day): boolean => isWorkday(calendar, day);
  const morning = latestDue(team.morningAt, team.zone, now, isDay);
  const jurors = row.state === 'voting' ? jurorsOf(db, row.id) : [];
  const hasAllVotes = jurors.length > 0 && jurors.every(({ votedAt }) => votedAt !== null);
  if (morning === null && !hasAllVotes) return [];
  const standing = {
    ...row,
    hasAllVotes,
    decidedOn: row.decidedAt === null ? null : dayOf(row.decidedAt, team.zone),
    isPosted: row.reason !== null,
  };
  const day = morning?.day ?? dayOf(now, team.zone);
  return stepsDue(standing, day, calendar).map((each) => {
    const moves = MOVES.includes(each.step);
    return {
      scope: `${row.id}:${each.step}`,
      day: each.day,
      dueAt: moves ? now : instantOf(each.day, team.morningAt, team.zone),
      graceMs: moves ? NEVER : REMINDER,
    };
  });
};

export const award: Job = {
  name: 'award',

  due: (db, now) => pendingAwards(db).flatMap((row) => dueOf(db, row, now)),

  run(db, { scope, day }, now) {
    const [id, step] = scope.split(':');
    const row = findAward(db, Number(id));
    const team = row === undefined ? undefined : findTeam(db, row.teamId);
    if (row === undefined || team === undefined) return;
    const today = dayOf(now, team.zone);
    STEPS[step as AwardStep]({ db, row, team, today, now }, day);
  },
};
