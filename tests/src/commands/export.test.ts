// Files in chat: who gets which rows, in both languages, noted, and the same as on the command line.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { latestAudit } from '../../../src/store/audit.ts';
import { addCustomer } from '../../../src/store/customer.ts';
import { EXPORT_CUSTOMERS } from '../../../src/store/export.ts';
import { changeMember } from '../../../src/store/member.ts';
import { scorecardsOf } from '../../../src/store/scorecards.ts';
import { standingsTable } from '../../../src/store/standings-table.ts';
import { listTeams } from '../../../src/store/team.ts';
import { cardOf, fileOf, type TestBot, testBot, textOf, WEDNESDAY } from '../../support/bot.ts';
import { said } from '../state.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.workspace.write((db) => {
    for (const [name, ownerId] of [
      ['晨光科技', 3],
      ['华星电子', 4],
      ['Acme Corp', 6],
      ['在公海', null],
    ] as const) {
      addCustomer(db, { name, ownerId, at: WEDNESDAY });
    }
  });
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.close();
});

const audits = () =>
  bot.workspace
    .read((db) => latestAudit(db, 20))
    .filter(({ action }) => action === 'data.exported')
    .map(({ actor, subject, after }) => ({ actor, subject, after }));
const names = async (user: string, line = '/customer export') => {
  const { table } = fileOf(await bot.say(user, line));
  const at = table.columns.indexOf('name');
  return table.rows.map((row) => row[at]);
};

describe('/customer export', () => {
  it('gives reps their own, managers their team’s, admins all', async () => {
    expect(await names('li')).toEqual(['晨光科技']);
    expect(await names('mei')).toEqual(['晨光科技', '华星电子']);
    expect(await names('ann', '/客户 导出')).toEqual([
      '晨光科技',
      '华星电子',
      'Acme Corp',
      '在公海',
    ]);
    expect(audits()).toEqual([
      { actor: '安然', subject: 'workspace', after: { what: 'customers', rows: 4 } },
      { actor: '梅琳', subject: 'team:1', after: { what: 'customers', rows: 2 } },
      { actor: '李雷', subject: 'member:3', after: { what: 'customers', rows: 1 } },
    ]);
  });

  it('is the file of the whole export', async () => {
    const { table } = fileOf(await bot.say('ann', '/customer export'));
    expect(table.name).toBe('customers');
    expect(table.columns).toEqual(EXPORT_CUSTOMERS.columns.map(({ name }) => name));
    const all = bot.workspace.read((db) =>
      db.values<unknown[]>(EXPORT_CUSTOMERS.query()).map(EXPORT_CUSTOMERS.cells),
    );
    expect(table.rows).toEqual(all);
  });

  it('without any customer says so, and notes nothing', async () => {
    const text = said(await bot.say('bob', '/customer export'));
    expect(text).toContain('There are no customers to export yet');
    expect(audits()).toEqual([]);
  });

  it('speaks both languages', async () => {
    expect(fileOf(await bot.say('li', '/customer export'))).toMatchObject({
      locale: 'zh-CN',
      title: '我的客户',
      text: '共 1 位客户。',
    });
    expect(fileOf(await bot.say('dan', '/customer export'))).toMatchObject({
      locale: 'en',
      title: 'Your customers',
      text: '1 customer.',
    });
  });

  it('delivered twice is one export, with the same answer', async () => {
    const first = await bot.say('li', '/customer export', 'direct', 'twice');
    expect(await bot.say('li', '/customer export', 'direct', 'twice')).toEqual(first);
    expect(audits()).toHaveLength(1);
  });

  it('is cut where it would not fit, and says so', async () => {
    await bot.workspace.write((db) => {
      for (let n = 0; n < 5_000; n++) {
        addCustomer(db, { name: `${'很长的名字'.repeat(8)}${n}`, ownerId: 3, at: WEDNESDAY });
      }
    });
    const { table, text } = fileOf(await bot.say('li', '/customer export'));
    expect(table.rows.length).toBeLessThan(5_000);
    expect(Buffer.byteLength(JSON.stringify(table))).toBeLessThan(2_000_000);
    expect(text).toMatch(/只含前 [\d,]+ 位客户，另有 [\d,]+ 位/u);
  });
});

describe('/leaderboard export', () => {
  it('gives managers their team and admins every team, as the command line does', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案和预算');
    const expected = bot.workspace.read((db) => {
      const named = { period: 'month', day: '2026-03-11' } as const;
      const teams = listTeams(db).map((team) => scorecardsOf(db, team, named, WEDNESDAY));
      return standingsTable(teams, '2026-03');
    });
    const all = fileOf(await bot.say('ann', '/leaderboard export'));
    expect(all.table).toEqual(expected);
    expect(all.needs).toEqual({ role: 'admin', teamId: null });
    const own = fileOf(await bot.say('mei', '/排行 导出'));
    expect(own.table.rows).toEqual(expected.rows.filter(([team]) => team === '华东一部'));
    expect(own.needs).toEqual({ role: 'manager', teamId: 1 });
    expect(audits().map(({ actor, subject }) => [actor, subject])).toEqual([
      ['梅琳', 'team:1'],
      ['安然', 'workspace'],
    ]);
  });

  it.each([
    ['/leaderboard export 2025-Q4', 'leaderboard-2025-Q4'],
    ['/leaderboard export quarter', 'leaderboard-2026-Q1'],
    ['/leaderboard 导出 本周', 'leaderboard-2026-W11'],
    ['/leaderboard export 2026-03-10', 'leaderboard-2026-03-10'],
    ['/leaderboard month export', 'leaderboard-2026-03'],
  ])('%s is %s', async (line, name) => {
    expect(fileOf(await bot.say('mei', line)).table.name).toBe(name);
  });

  it('keeps who left in the periods they were here', async () => {
    await bot.workspace.write((db) => changeMember(db, 3, { leftOn: '2026-02-10' }));
    const members = async (period: string) => {
      const { table } = fileOf(await bot.say('mei', `/leaderboard export ${period}`));
      return table.rows.map((row) => row[table.columns.indexOf('member')]);
    };
    expect(await members('2026-02')).toContain('李雷');
    expect(await members('2026-03')).not.toContain('李雷');
  });

  it('is not for reps, and notes nothing', async () => {
    expect(said(await bot.say('li', '/leaderboard export'))).toContain('只有经理和管理员');
    const press = { command: 'leaderboard', verb: 'export', args: { period: 'month' } };
    expect(said(await bot.press('li', press))).toContain('只有经理和管理员');
    expect(audits()).toEqual([]);
  });

  it.each([
    ['/leaderboard export weather', '没有“weather”这个时段'],
    ['/leaderboard export 2026-Q9', '没有“2026-Q9”这个时段'],
    ['/leaderboard export 2031-Q1', '2031-Q1 还没有开始'],
    ['/leaderboard export 1999-Q1', '1999-Q1 没有销售数据'],
  ])('%s is answered with what to say', async (line, answer) => {
    expect(textOf(cardOf(await bot.say('mei', line)))).toContain(answer);
    expect(audits()).toEqual([]);
  });
});
