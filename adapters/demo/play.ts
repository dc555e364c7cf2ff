// The demo goes on: as its clock passes them, the days ahead happen.
import type { Instant } from '../../src/domain/time.ts';
import { listIdentities } from '../../src/store/member.ts';
import { readSetting, writeSetting } from '../../src/store/setting.ts';
import { findTeam } from '../../src/store/team.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import type { DemoData } from './generate/model.ts';
import { recordDemo } from './record.ts';
import { between } from './slice.ts';

/** Only what members do who are still there. */
const doneBy = (data: DemoData, members: ReadonlyMap<string, unknown>): DemoData => {
  const isThere = ({ memberKey }: { readonly memberKey: string }): boolean =>
    members.has(memberKey);
  const followups = data.followups.filter(isThere);
  const keys = new Set(followups.map(({ key }) => key));
  const deals = data.deals.filter(
    ({ followupKey }) => followupKey !== null && keys.has(followupKey),
  );
  const won = new Set(deals.map(({ key }) => key));
  return {
    ...data,
    customers: data.customers.filter(({ ownerKey }) => members.has(ownerKey)),
    leads: data.leads.filter(isThere),
    followups,
    deals,
    invoices: data.invoices.filter(({ dealKey }) => won.has(dealKey)),
    shares: data.shares
      .filter(({ followupKey }) => keys.has(followupKey))
      .map((share) => ({ ...share, opens: share.opens.filter(isThere) })),
  };
};

/** Records what the demo members have done since the last time, up to `now`; nothing outside a demo. */
export const playDemo = async (
  workspace: Workspace,
  platform: string,
  tenant: string,
  now: Instant,
): Promise<void> => {
  const hasWork = workspace.read((db) => {
    const script = readSetting(db, 'demoScript');
    if (script === null) return false;
    return script.teams.some(({ data }) => {
      const { followups, leads } = between(data as DemoData, script.playedUntil, now);
      return followups.length + leads.length > 0;
    });
  });
  if (!hasWork) return;
  await workspace.write((db) => {
    const script = readSetting(db, 'demoScript');
    if (script === null) return;
    const members = new Map(
      listIdentities(db, platform, tenant).map(({ user, member }) => [user, member]),
    );
    for (const { teamId, data } of script.teams) {
      const team = findTeam(db, teamId);
      if (team === undefined) continue;
      const slice = between(data as DemoData, script.playedUntil, now);
      recordDemo(db, team, members, doneBy(slice, members), now);
    }
    writeSetting(db, 'demoScript', { ...script, playedUntil: now });
  });
};
