// What a workspace's rows say: zones that exist, a clock that has not gone back, posts that wait, the nightly recount.
import type Client from 'better-sqlite3';
import { HOUR, type Instant, isZone, MINUTE } from '../../../src/domain/time.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const CLOCK_SLACK_MS = 10 * MINUTE;
/** A post that is due is sent within seconds, and tried again within two hours. */
const STUCK_MS = 3 * HOUR;
/** Older posts that were given up are history. */
const GIVEN_UP_MS = 30 * 24 * HOUR;

export const zones = (client: Client.Database, name: string): readonly Finding[] =>
  client
    .prepare<[], { id: number; team: string; zone: string }>(
      'SELECT id, name AS team, zone FROM team ORDER BY id',
    )
    .all()
    .filter(({ zone }) => !isZone(zone))
    .map(({ id, team, zone }) =>
      fail(
        name,
        `Team “${team}” is in the time zone ${zone}, which does not exist here: its members are answered nothing.`,
        `Stop Genjin, then: sqlite3 ${name} "UPDATE team SET zone = 'Asia/Shanghai' WHERE id = ${id}" ` +
          '(with the right zone), or install a Node with newer zone data.',
      ),
    );

const inWords = (ms: number): string =>
  ms < 2 * HOUR ? `${Math.round(ms / MINUTE)} minutes` : `${Math.round(ms / HOUR)} hours`;

/** @param now as Genjin sees it, the demo's clock moved forward included */
export const clock = (client: Client.Database, name: string, now: Instant): readonly Finding[] => {
  const newest = client
    .prepare<[], Instant | null>(
      `SELECT max(at) FROM (
         SELECT max(logged_at) AS at FROM followup UNION ALL SELECT max(at) FROM inbox
         UNION ALL SELECT max(at) FROM audit UNION ALL SELECT max(at) FROM occurrence)`,
    )
    .pluck()
    .get();
  const behind = (newest ?? now) - now;
  if (behind <= CLOCK_SLACK_MS) return [];
  return [
    fail(
      name,
      `The clock is ${inWords(behind)} behind the newest row of ${name}.`,
      'Set the clock of this machine (timedatectl set-ntp true); if it was ahead before, wait or restore a backup from before.',
    ),
  ];
};

export const outbox = (client: Client.Database, name: string, now: Instant): readonly Finding[] => {
  const count = client
    .prepare<{ since: number; late: number }, { state: string; count: number }>(
      `SELECT state, count(*) AS count FROM outbox
       WHERE (state IN ('dead', 'unknown') AND created_at > :since)
          OR (state IN ('due', 'sending') AND not_before < :late)
       GROUP BY state ORDER BY state`,
    )
    .all({ since: now - GIVEN_UP_MS, late: now - STUCK_MS });
  const show = `sqlite3 -readonly ${name} "SELECT key, state, error FROM outbox WHERE state <> 'sent'"`;
  return count.map(({ state, count }) => {
    switch (state) {
      case 'dead':
        return warn(
          name,
          `${count} posts of the last 30 days were given up.`,
          'An admin sees why, and sends them again or discards them: /settings undelivered',
        );
      case 'unknown':
        return warn(
          name,
          `Of ${count} posts of the last 30 days nobody knows whether they arrived.`,
          'An admin looks into the channels, and sends them again or discards them: /settings undelivered',
        );
      default:
        return warn(
          name,
          `${count} posts have waited for more than three hours (${state}).`,
          `Is Genjin running, and does it reach the platform? See its log, and: ${show}`,
        );
    }
  });
};

export const recount = (client: Client.Database, name: string): readonly Finding[] => {
  const last = client
    .prepare<[], { day: string; at: Instant }>(
      `SELECT day, min(at) AS at FROM occurrence WHERE kind = 'nightly' AND state = 'done'
       GROUP BY day ORDER BY day DESC LIMIT 1`,
    )
    .get();
  if (last === undefined) return [];
  const differences = client
    .prepare<[Instant], number>(
      "SELECT count(*) FROM audit WHERE action = 'recount.difference' AND at >= ?",
    )
    .pluck()
    .get(last.at);
  if (differences === 0)
    return [ok(name, `The nightly recount of ${last.day} found no difference.`)];
  return [
    warn(
      name,
      `The nightly recount of ${last.day} found ${differences} counters that were wrong, and put them right.`,
      'Please report it with the entries recount.difference of the audit trail.',
    ),
  ];
};
