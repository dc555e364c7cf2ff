// Invitations and reminders of a survey: private, in each member's language and working hours.
import { invitationCard } from '../cards/pulse-invitation.ts';
import type { Card } from '../chat/card.ts';
import type { Person } from '../chat/text.ts';
import { afterBusinessMinutes } from '../domain/calendar.ts';
import { dayOf, type Instant, type Zone } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { hasMark } from '../store/ballot.ts';
import { personOf } from '../store/member.ts';
import { begin, begun } from '../store/occurrence.ts';
import { enqueue } from '../store/outbox.ts';
import {
  type Among,
  type PulseStep,
  pulseKey,
  type Recipient,
  recipientsAfter,
  targetKey,
  targetsOf,
  teamsAsked,
} from '../store/pulse-messages.ts';
import { countReminders } from '../store/pulse-progress.ts';
import type { Survey } from '../store/survey.ts';
import { lastActionFor } from '../store/survey-reply.ts';
import { calendarOf, findTeam, listTeams, type Team } from '../store/team.ts';
import type { Vault } from '../store/vault.ts';
import type { Db, Workspace } from '../store/workspace.ts';

/** Messages put out in one write: a few milliseconds. */
const AT_ONCE = 25;
/** When reminders go out, as parts of the time the survey is open. */
const REMIND_AT = [1 / 2, 4 / 5] as const;
/** Digits of the seal that are printed; all of them are in the results. */
const SEAL_DIGITS = 16;
const UTC: Zone = 'UTC';

const teamOf = (db: Db, teamId: number | null): Team | undefined =>
  (teamId === null ? undefined : findTeam(db, teamId)) ?? listTeams(db)[0];

/** The first instant from `at` on at which the team works. */
export const workingInstant = (db: Db, teamId: number | null, at: Instant): Instant => {
  const team = teamOf(db, teamId);
  return team === undefined ? at : afterBusinessMinutes(calendarOf(db, team), team.zone, at, 0);
};

/** What all of a team who read the same language are sent, and from when. */
interface Letter {
  readonly card: Card;
  readonly notBefore: Instant;
}

const letterFor = (
  db: Db,
  survey: Survey,
  { teamId, locale: tag }: Recipient,
  step: PulseStep,
  now: Instant,
): Letter => {
  const team = teamOf(db, teamId);
  const zone = team?.zone ?? UTC;
  const locale = localeFor(tag ?? team?.locale);
  const card = invitationCard(locale, {
    surveyId: survey.id,
    teamName: survey.teamId === null ? null : (findTeam(db, survey.teamId)?.name ?? null),
    questions: survey.questions.length,
    closes: locale.format.instant(survey.closesAt, zone, dayOf(now, zone)),
    minMean: survey.minMean,
    minFull: survey.minFull,
    seal: survey.seal?.slice(0, SEAL_DIGITS) ?? '',
    isReminder: step !== 'invitation',
    lastAction: lastActionFor(db, survey.teamId),
  });
  return { card, notBefore: workingInstant(db, teamId, now) };
};

const letterKey = ({ teamId, locale }: Recipient): string => `${teamId ?? ''} ${locale ?? ''}`;

/** The letters of some recipients; those that are there already are kept. */
const addLetters = (
  letters: Map<string, Letter>,
  some: readonly Recipient[],
  write: (to: Recipient) => Letter,
): void => {
  for (const to of some) {
    const key = letterKey(to);
    if (!letters.has(key)) letters.set(key, write(to));
  }
};

interface Round {
  readonly step: PulseStep;
  readonly among: Among;
  /** Which of some are still wanted. */
  readonly wanted: (some: readonly Recipient[]) => Promise<readonly Recipient[]>;
  /** Done in the write of the last messages. */
  readonly last: (db: Db) => void;
}

/** Puts out a message to each that is wanted and has none of this step yet, some at a time. */
const sendAll = async (
  workspace: Workspace,
  survey: Survey,
  { step, among, wanted, last }: Round,
  now: Instant,
): Promise<void> => {
  // Only a round that was cut off has any.
  const done = workspace.read((db) => targetsOf(db, survey.id, step));
  const isNew = (person: Person): boolean =>
    done.size === 0 || !done.has(targetKey({ kind: 'person', ...person }));
  const letters = new Map<string, Letter>();
  let after = 0;
  for (;;) {
    const from = after;
    const page = workspace.read((db) => recipientsAfter(db, survey.id, among, from, AT_ONCE));
    after = page.at(-1)?.memberId ?? after;
    const isLast = page.length < AT_ONCE;
    const some = await wanted(page);
    workspace.read((db) =>
      addLetters(letters, some, (each) => letterFor(db, survey, each, step, now)),
    );
    await workspace.write((db) => {
      for (const each of some) {
        const letter = letters.get(letterKey(each));
        const person = personOf(db, each.memberId);
        // Whoever no platform knows gets none, and nobody one after closing.
        if (letter === undefined || person === undefined || !isNew(person)) continue;
        if (letter.notBefore >= survey.closesAt) continue;
        const target = { kind: 'person', ...person } as const;
        enqueue(db, { key: pulseKey(db, survey.id, step), target, ...letter, now });
      }
      if (isLast) last(db);
    });
    if (isLast) return;
  }
};

/** Invites everybody; what `opened` does is in the write of the last invitations. */
export const invite = (
  workspace: Workspace,
  survey: Survey,
  now: Instant,
  opened: (db: Db) => void,
): Promise<void> => {
  const wanted = (some: readonly Recipient[]) => Promise.resolve(some);
  const round: Round = { step: 'invitation', among: 'all', wanted, last: opened };
  return sendAll(workspace, survey, round, now);
};

/** How many of the reminders are due by the clock; later ones stand for earlier ones. */
const remindersBy = ({ opensAt, closesAt }: Survey, now: Instant): 0 | 1 | 2 => {
  const due = REMIND_AT.filter((part) => opensAt + part * (closesAt - opensAt) <= now).length;
  return due === 2 ? 2 : due === 1 ? 1 : 0;
};

const KIND = 'pulse_reminder';

/**
 * Reminds those who have not answered, once their team is at work: at half of the time and at four fifths. Whom to
 * remind is worked out from the marks, and stored nowhere but as messages, which go when they are sent.
 */
export const remind = async (
  workspace: Workspace,
  vault: Vault,
  survey: Survey,
  now: Instant,
): Promise<void> => {
  const day = dayOf(survey.opensAt, UTC);
  const n = remindersBy(survey, now);
  if (n === 0) return;
  const scopeOf = (teamId: number | null): string => `${survey.id}:${n}:${teamId ?? 0}`;
  const silent = async (some: readonly Recipient[]): Promise<readonly Recipient[]> => {
    const ids = some.map(({ memberId }) => memberId);
    const marks = await vault.marks(survey.code, ids);
    return workspace.read((db) =>
      some.filter((_, at) => {
        const mark = marks[at];
        return mark !== undefined && !hasMark(db, survey.code, mark);
      }),
    );
  };
  const atWork = workspace.read((db) =>
    teamsAsked(db, survey.id).filter(
      (teamId) => !begun(db, KIND, scopeOf(teamId), day) && workingInstant(db, teamId, now) <= now,
    ),
  );
  for (const teamId of atWork) {
    const last = (db: Db): void => {
      begin(db, { kind: KIND, scope: scopeOf(teamId), day, state: 'done', at: now });
      countReminders(db, survey.id, n);
    };
    const step: PulseStep = `reminder-${n}-${teamId ?? 0}`;
    await sendAll(workspace, survey, { step, among: { teamId }, wanted: silent, last }, now);
  }
};
