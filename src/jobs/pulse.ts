// The life of surveys: keys made, ballots counted, keys destroyed. Every step may be cut off and done again.

import { notice } from '../cards/notice.ts';
import type { Card } from '../chat/card.ts';
import { decodeBallot } from '../domain/pulse/codec.ts';
import { sealOf } from '../domain/pulse/seal.ts';
import { createTally, type Tally } from '../domain/pulse/tally.ts';
import { dayOf, HOUR, type Instant } from '../domain/time.ts';
import { assertNever } from '../errors.ts';
import { localeFor } from '../locales/index.ts';
import { ballotsAfter, countAnswered, dropSealed } from '../store/ballot.ts';
import { forgetSealed, oldestSealedAt } from '../store/inbox.ts';
import { findMember, listAdmins, personOf } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { dropMessages, dropReminders } from '../store/pulse-messages.ts';
import {
  becomeOpen,
  finish,
  loseKeys,
  noteKeys,
  publish,
  stage,
  unfinishedSurveys,
  unstage,
} from '../store/pulse-progress.ts';
import { scheduleMaker } from '../store/pulse-schedule.ts';
import { findSurvey, groupsOf, requestClose, type Survey } from '../store/survey.ts';
import { findTeam, listTeams } from '../store/team.ts';
import { type Vault, VaultError } from '../store/vault.ts';
import type { Db, Workspace } from '../store/workspace.ts';
import { invite, remind } from './pulse-messages.ts';

/** Ballots opened between two turns of the event loop. */
const OPENED_AT_ONCE = 32;
/** Rows put down or removed in one write: a few milliseconds. */
const ROWS_AT_ONCE = 50;
/** Ballots between two lines of progress. */
const PROGRESS = 500;
/** A platform redelivers for a day at most. */
const REDELIVERED_FOR = 24 * HOUR;
const DAY = 24 * HOUR;
/** A vault that cannot be used is waited for this long after closing; then the ballots are given up. */
const PATIENCE = 7 * DAY;

/** What is told of the machine: counts, and nothing of a person or an answer. */
export interface PulseLog {
  info(fields: Readonly<Record<string, string | number>>, event: string): void;
  error(fields: Readonly<Record<string, string | number>>, event: string): void;
}

/** Whether {@link advancePulse} has anything to look at. */
const isPulseDue = (db: Db, now: Instant): boolean => {
  const oldest = oldestSealedAt(db);
  return (oldest !== null && oldest < now - REDELIVERED_FOR) || unfinishedSurveys(db).length > 0;
};

/** Runs something again until it says that it is done, a write each time. */
const untilDone = async (workspace: Workspace, part: (db: Db) => boolean): Promise<void> => {
  for (;;) if (await workspace.write(part)) return;
};

/**
 * Takes every survey as far as it can go now. Call it each minute and when a survey was started, closed or
 * cancelled, one call at a time; whatever cuts it off, the next call goes on.
 * @param random 0 ≤ x < 1, from a source nobody can foresee
 * @returns how many stand still because something failed: it was told, and is tried again at the next call
 */
export const advancePulse = async (
  workspace: Workspace,
  vault: Vault,
  now: Instant,
  random: () => number,
  log: PulseLog,
): Promise<number> => {
  if (!workspace.read((db) => isPulseDue(db, now))) return 0;
  await untilDone(
    workspace,
    (db) => forgetSealed(db, now - REDELIVERED_FOR, ROWS_AT_ONCE) < ROWS_AT_ONCE,
  );
  let standing = 0;
  for (const { id } of workspace.read(unfinishedSurveys)) {
    try {
      await advance({ workspace, vault, now, random, log }, id);
    } catch (error) {
      // A library's error may quote what it was given: only our own sentences are told.
      const message = error instanceof VaultError ? error.message : 'tried again in a minute';
      const fault = error instanceof Error ? error.name : typeof error;
      log.error({ survey: id, fault, message, at: placeOf(error) }, 'a survey stands still');
      standing += 1;
    }
  }
  return standing;
};

/** Where it happened: the frame without the message. */
const placeOf = (error: unknown): string => {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return (
    stack
      .split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? 'unknown'
  );
};

interface Machine {
  readonly workspace: Workspace;
  readonly vault: Vault;
  readonly now: Instant;
  readonly random: () => number;
  readonly log: PulseLog;
}

/** Steps until the survey waits for time or people. */
const advance = async (machine: Machine, id: number): Promise<void> => {
  for (;;) {
    const survey = machine.workspace.read((db) => findSurvey(db, id));
    if (survey === undefined) return;
    await step(machine, survey);
    const after = machine.workspace.read((db) => findSurvey(db, id));
    if (after?.state === survey.state) return;
    machine.log.info({ survey: id, state: after?.state ?? 'gone' }, 'pulse');
  }
};

const step = (machine: Machine, survey: Survey): Promise<void> => {
  switch (survey.state) {
    case 'opening':
      return open(machine, survey);
    case 'open':
      return keepOpen(machine, survey);
    case 'closing':
      return count(machine, survey);
    case 'counted':
    case 'cancelling':
      return destroy(machine, survey);
    case 'closed':
    case 'cancelled':
      return Promise.resolve();
    default:
      return assertNever(survey.state);
  }
};

const open = async ({ workspace, vault, now }: Machine, survey: Survey): Promise<void> => {
  const publicKey = await vault.open(survey.code);
  const seal = sealOf({ ...survey, groups: workspace.read((db) => groupsOf(db, survey.id)) });
  if (!(await workspace.write((db) => noteKeys(db, survey.id, { publicKey, seal })))) return;
  await invite(workspace, { ...survey, publicKey, seal }, now, (db) => becomeOpen(db, survey.id));
};

const keepOpen = async (machine: Machine, survey: Survey): Promise<void> => {
  const { workspace, vault, now } = machine;
  const { id } = survey;
  if (survey.closesAt <= now) {
    await workspace.write((db) => requestClose(db, id, null, now));
    return;
  }
  if (!(await vault.has(survey.code))) return giveUp(machine, survey);
  await remind(workspace, vault, survey, now);
  await untilDone(workspace, (db) => dropReminders(db, id, ROWS_AT_ONCE));
};

/** The ballots can never be opened: they are removed, and whoever asked is told so. */
const giveUp = async ({ workspace, now, log }: Machine, survey: Survey): Promise<void> => {
  log.error({ survey: survey.id }, 'the keys of a survey are lost: it is cancelled');
  await workspace.write((db) => {
    if (!loseKeys(db, survey.id, now)) return;
    const { startedBy, scheduleId } = survey;
    const asked = startedBy ?? (scheduleId === null ? null : scheduleMaker(db, scheduleId));
    const told = asked === null ? listAdmins(db, 1).map(({ id }) => id) : [asked];
    for (const memberId of told) {
      const person = personOf(db, memberId);
      if (person === undefined) continue;
      enqueue(db, {
        key: `pulse-lost:${survey.id}:${memberId}`,
        target: { kind: 'person', ...person },
        card: lostCard(db, survey, memberId),
        notBefore: now,
        now,
      });
    }
  });
};

const lostCard = (db: Db, survey: Survey, memberId: number): Card => {
  const member = findMember(db, memberId);
  const team = member?.teamId == null ? undefined : findTeam(db, member.teamId);
  const locale = localeFor(member?.locale ?? team?.locale);
  const { title, text, next } = locale.t.pulseLost;
  const who = survey.teamId === null ? undefined : findTeam(db, survey.teamId)?.name;
  return notice(locale, title({ who: who ?? locale.t.pulse.everybody }), [text, next], 'bad');
};

/** Whether the ballots can be opened, now or later. @throws VaultError while it is worth waiting */
const canOpen = async ({ vault, now }: Machine, survey: Survey): Promise<boolean> => {
  try {
    const has = await vault.has(survey.code);
    if (has) await vault.unseal(survey.code, []);
    return has;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    // A folder that is away may be mounted again, but whoever closes a survey is not to wait for it.
    if (error.fault === 'folder' || error.fault === 'gone') return false;
    if (now < survey.closesAt + PATIENCE) throw error;
    return false;
  }
};

const count = async (machine: Machine, survey: Survey): Promise<void> => {
  const { workspace, now, random } = machine;
  if (!(await canOpen(machine, survey))) return giveUp(machine, survey);
  const tally = await countBallots(machine, survey);
  await untilDone(workspace, (db) => unstage(db, survey, ROWS_AT_ONCE));
  for (const question of survey.questions.keys()) {
    for (const figures of parts(tally.figuresOf(question))) {
      await workspace.write((db) => stage(db, survey, { figures, comments: [] }));
    }
  }
  const comments = tally
    .commentsOf(random)
    .comments.map((comment) => ({ ...comment, key: randomKey(random) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const part of parts(comments)) {
    await workspace.write((db) => stage(db, survey, { figures: [], comments: part }));
  }
  const commentsAt = now + DAY + Math.floor(random() * 2 * DAY);
  await workspace.write((db) => {
    const zone =
      (survey.teamId === null ? undefined : findTeam(db, survey.teamId))?.zone ??
      listTeams(db)[0]?.zone ??
      'UTC';
    const counted = tally.counted();
    return publish(db, survey, { counted, closedOn: dayOf(now, zone), commentsAt, now });
  });
};

/** Rows by as many as one write takes. */
const parts = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) =>
    rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  );

/** 128 random bits, in hexadecimal. */
const randomKey = (random: () => number): string =>
  Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');

/** Opens the ballots in the order of their random keys; no two of them are ever held together for long. */
const countBallots = async ({ workspace, vault, log }: Machine, survey: Survey): Promise<Tally> => {
  const { id, code, questions } = survey;
  const groups = workspace.read((db) => groupsOf(db, id));
  const numbers = new Set(groups.map(({ number }) => number));
  const total = workspace.read((db) => countAnswered(db, code));
  const tallying = createTally(groups, questions, survey);
  let after: Uint8Array = new Uint8Array();
  let done = 0;
  let unreadable = 0;
  for (;;) {
    const from = after;
    const ballots = workspace.read((db) => ballotsAfter(db, code, from, OPENED_AT_ONCE));
    const last = ballots.at(-1);
    if (last === undefined) break;
    after = last.key;
    for (const plain of await vault.unseal(
      code,
      ballots.map(({ sealed }) => sealed),
    )) {
      const ballot = plain === null ? null : decodeBallot(questions, plain);
      if (ballot === null || !numbers.has(ballot.group)) unreadable += 1;
      else tallying.add(ballot);
    }
    done += ballots.length;
    if (done % PROGRESS < ballots.length) log.info({ survey: id, done, total }, 'counting');
  }
  if (unreadable > 0) log.error({ survey: id, unreadable }, 'ballots that cannot be read');
  return tallying;
};

/** Ballots, marks and messages first, the keys last, then the log they are still in. */
const destroy = async ({ workspace, vault, now }: Machine, survey: Survey): Promise<void> => {
  const { id, code } = survey;
  await untilDone(workspace, (db) => dropSealed(db, code, ROWS_AT_ONCE));
  await untilDone(workspace, (db) => dropMessages(db, id, ROWS_AT_ONCE));
  if (survey.state === 'cancelling')
    await untilDone(workspace, (db) => unstage(db, survey, ROWS_AT_ONCE));
  await vault.destroy(code);
  await workspace.checkpoint();
  await workspace.write((db) => finish(db, id, now));
};
