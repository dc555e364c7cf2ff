// The demo goes on: as its clock passes them, the days ahead happen.
import type { Instant } from '../../src/domain/time.ts';
import { listIdentities } from '../../src/store/member.ts';
import { readSetting, writeSetting } from '../../src/store/setting.ts';
import { findTeam } from '../../src/store/team.ts';
import type { Db, Workspace } from '../../src/store/workspace.ts';
import type { DemoData } from './generate/model.ts';
import { recordDemo } from './record.ts';
import { between } from './slice.ts';

/** When the script goes on; never when it is played out, or there is none. */
const nextIn = (db: Db): Instant => {
  const script = readSetting(db, 'demoScript');
  if (script === null) return Number.POSITIVE_INFINITY;
  const times = script.teams.flatMap(({ data }) => {
    const ahead = between(data as DemoData, script.playedUntil, Number.POSITIVE_INFINITY);
    return [
      ...ahead.followups.map(({ loggedAt }) => loggedAt),
      ...ahead.leads.map(({ arrivedAt }) => arrivedAt),
    ];
  });
  return Math.min(...times);
};

const play = (db: Db, platform: string, tenant: string, now: Instant): void => {
  const script = readSetting(db, 'demoScript');
  if (script === null) return;
  const members = new Map(
    listIdentities(db, platform, tenant).map(({ user, member }) => [user, member]),
  );
  for (const { teamId, data } of script.teams) {
    const team = findTeam(db, teamId);
    if (team === undefined) continue;
    const isThere = (key: string): boolean => members.has(key);
    const slice = between(data as DemoData, script.playedUntil, now, isThere);
    recordDemo(db, team, members, slice, now);
  }
  writeSetting(db, 'demoScript', { ...script, playedUntil: now });
};

/**
 * What records, up to the moment it is given, what the demo members have done since the last time; nothing outside
 * a demo. The script is large: it is read again only when its next hour has come.
 */
export const demoPlayer = (
  workspace: Workspace,
  platform: string,
  tenant: string,
): ((now: Instant) => Promise<void>) => {
  let next = Number.NEGATIVE_INFINITY;
  return async (now) => {
    if (now < next) return;
    next = workspace.read(nextIn);
    if (now >= next) await workspace.write((db) => play(db, platform, tenant, now));
  };
};
