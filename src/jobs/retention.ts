// At night, what is kept for a time only goes: a part of it each minute, until there is no more.
import { latestDue } from '../domain/schedule.ts';
import { addMonths, type Clock, type Day, HOUR, type Instant, instantOf } from '../domain/time.ts';
import { addAudit } from '../store/audit.ts';
import { begun } from '../store/occurrence.ts';
import { applyRetention, type Cutoffs, isRetentionDue, readRetention } from '../store/retention.ts';
import { listTeams, type Team } from '../store/team.ts';
import type { Db } from '../store/workspace.ts';
import type { Job } from './job.ts';

const AT: Clock = '03:20';
/** Later it is day; the next night goes on. */
const NIGHT = 4 * HOUR;
/** One a minute for as long as the night is. */
const RUNS = 240;
const DAY = 24 * HOUR;
/** Platforms redeliver for a day at most. */
const MIN_DELIVERIES = 2 * DAY;
/** Jobs look back a week and over holidays for what they did, and a month for what they told. */
const MIN_OCCURRENCES = 35 * DAY;

const NAME = 'retention';

/** The team whose night it is: the first, for the whole workspace. */
const homeOf = (db: Db): Team | undefined => listTeams(db)[0];

const cutoffsOf = (db: Db, team: Team, day: Day, now: Instant): Cutoffs => {
  const { notes, logs } = readRetention(db);
  const kept = logs * DAY;
  const first = notes === null ? null : addMonths(day, -notes);
  return {
    notes: first === null ? null : { day: first, at: instantOf(first, '00:00', team.zone) },
    inbox: now - Math.max(kept, MIN_DELIVERIES),
    outbox: now - Math.max(kept, MIN_DELIVERIES),
    occurrences: now - Math.max(kept, MIN_OCCURRENCES),
    drafts: now - kept,
  };
};

export const retention: Job = {
  name: NAME,

  due(db, now) {
    const team = homeOf(db);
    if (team === undefined) return [];
    const { zone, createdAt: since } = team;
    const due = latestDue(AT, zone, now, () => true, { since, graceMs: NIGHT });
    if (due === null || now - due.dueAt > due.graceMs) return [];
    for (let run = 0; run < RUNS; run += 1) {
      if (begun(db, NAME, String(run), due.day)) continue;
      const isDue = isRetentionDue(db, cutoffsOf(db, team, due.day, now), run);
      return isDue ? [{ ...due, scope: String(run) }] : [];
    }
    return [];
  },

  run(db, { scope, day }, now) {
    const team = homeOf(db);
    if (team === undefined) return;
    const applied = applyRetention(db, cutoffsOf(db, team, day, now), Number(scope));
    if (Object.values(applied).every((n) => n === 0)) return;
    addAudit(db, {
      at: now,
      actorId: null,
      action: 'retention.applied',
      subject: 'workspace',
      after: applied,
    });
  },
};
