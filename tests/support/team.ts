// A team of reps and a manager in a data folder, with nothing recorded yet.
import { openCompanies } from '../../adapters/runtime/companies.ts';
import { PLATFORM, TENANT } from '../../adapters/web/deps.ts';
import type { Zone } from '../../src/domain/time.ts';
import { addIdentity, addMember } from '../../src/store/member.ts';
import { installStandard } from '../../src/store/standard.ts';
import { addTeam } from '../../src/store/team.ts';
import type { Db } from '../../src/store/workspace.ts';

export const ZONE: Zone = 'Asia/Shanghai';
export const CHANNEL = 'team';

/** Makes the data folder. @param also what else is written with it */
export const prepareTeam = async (
  data: string,
  reps: readonly string[],
  also: (db: Db) => void = () => undefined,
): Promise<void> => {
  const now = Date.now();
  const companies = openCompanies(data, () => now);
  const workspace = await companies.of(PLATFORM, TENANT);
  await workspace.write((db) => {
    installStandard(db, '2000-01-01', now);
    also(db);
    const team = addTeam(db, {
      name: '华东一部',
      channel: { kind: 'channel', platform: PLATFORM, tenant: TENANT, channel: CHANNEL },
      zone: ZONE,
      currency: 'CNY',
      locale: 'zh',
      calendar: 'cn',
      postAt: '18:30',
      morningAt: '09:00',
      createdAt: now,
    });
    const add = (user: string, role: 'rep' | 'manager'): void => {
      const values = { name: user, role, teamId: team.id, locale: 'zh', joinedOn: '2025-01-06' };
      const member = addMember(db, { ...values, seller: role === 'rep' });
      addIdentity(db, { platform: PLATFORM, tenant: TENANT, user }, member.id);
    };
    add('manager', 'manager');
    for (const user of reps) add(user, 'rep');
  });
  await companies.close();
};
