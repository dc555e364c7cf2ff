// How long things are kept: at night, a part at a time, words and logs go and numbers stay.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { retention } from '../../../src/jobs/retention.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { claim } from '../../../src/store/inbox.ts';
import {
  audit,
  draft,
  followup,
  inbox,
  occurrence,
  outbox,
  rollup,
} from '../../../src/store/schema/index.ts';
import { cardOf, formOf, type TestBot, testBot, textOf } from '../../support/bot.ts';
import { differences } from '../state.ts';

const DAY = 24 * HOUR;
let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.close();
});

const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);
const tickAt = (now: number) =>
  tick(bot.workspace, [retention], now, (error) => {
    throw error;
  });
const texts = () =>
  bot.workspace.read((db) => db.select({ text: followup.text }).from(followup).all());
const applied = () =>
  bot.workspace
    .read((db) => db.select().from(audit).all())
    .filter(({ action }) => action === 'retention.applied')
    .map(({ after }) => after);
const say = async (line: string) => textOf(cardOf(await bot.say('ann', line)));

describe('the setting', () => {
  it('is the admins’, by form and by word, and is in the trail', async () => {
    const form = formOf(await bot.say('ann', '/settings 保留期限'));
    expect(form.inputs.map(({ name }) => name)).toEqual(['notes', 'logs']);
    const bad = formOf(await bot.submit('ann', form.intent, { notes: '0', logs: '1' }));
    expect(Object.keys(bad.errors ?? {})).toEqual(['notes', 'logs']);
    const saved = textOf(cardOf(await bot.submit('ann', form.intent, { notes: '24', logs: '30' })));
    expect(saved).toContain('文字保留 24 个月，日志保留 30 天');
    expect(await say('/settings retention notes forever')).toContain('文字永久保留');
    expect(await say('/settings retention logs x')).toContain('天数是 2 到 3650');
    expect(await say('/settings audit')).toContain('保留期限');
    expect(textOf(cardOf(await bot.say('mei', '/settings retention')))).toContain('管理员');
  });
});

describe('at night', () => {
  it('keeps words for ever unless it is told otherwise', async () => {
    await bot.say('li', '/followup 电话联系晨光科技张总，谈了方案，意向A，周五演示');
    await tickAt(shanghai('2036-03-12T03:20'));
    expect(texts()[0]?.text).not.toBe('');
  });

  it('empties old words, and leaves counters and completeness as they were', async () => {
    await bot.say('li', '/followup 电话联系晨光科技张总，谈了方案，意向A，报价10万，周五演示');
    await bot.say('bob', '/paid 晨光科技 5万');
    await say('/settings retention notes 2');
    const before = bot.workspace.read((db) => ({
      rollups: db.select().from(rollup).all(),
      kept: db.select({ c: followup.completeness }).from(followup).all(),
    }));
    bot.now = shanghai('2026-05-20T10:00');
    await bot.say('li', '/followup 拜访华星电子，谈了产线');
    const fresh = bot.workspace.read((db) => db.select().from(rollup).all());
    await tickAt(shanghai('2026-05-11T03:20'));
    expect(texts().map(({ text }) => text === '')).toEqual([false, false]);
    await tickAt(shanghai('2026-05-21T03:20'));
    expect(texts().map(({ text }) => text === '')).toEqual([true, false]);
    expect(applied()).toMatchObject([{ notes: 1, inbox: 0 }]);
    expect(bot.workspace.read((db) => db.select().from(rollup).all())).toEqual(fresh);
    expect(fresh).toEqual(expect.arrayContaining(before.rollups));
    expect(
      bot.workspace.read((db) => db.select({ c: followup.completeness }).from(followup).all())[0],
    ).toEqual(before.kept[0]);
    expect(differences(bot)).toEqual([]);
  });

  it('deletes logs older than they are kept, never deliveries of the last two days', async () => {
    await bot.say('li', '打了电话');
    await say('/settings retention logs 2');
    const now = shanghai('2026-06-11T03:20');
    await bot.workspace.write((db) => {
      const row = { card: {} as never, target: {} as never, createdAt: 0 };
      db.insert(outbox)
        .values({ ...row, key: 'old', state: 'sent', notBefore: now - 3 * DAY })
        .run();
      db.insert(outbox)
        .values({ ...row, key: 'new', state: 'sent', notBefore: now - DAY })
        .run();
      db.insert(outbox)
        .values({ ...row, key: 'due', state: 'due', notBefore: now - 9 * DAY })
        .run();
      db.insert(occurrence)
        .values([
          { kind: 'morning', scope: '1', day: '2026-05-01', state: 'done', at: now - 41 * DAY },
          { kind: 'morning', scope: '1', day: '2026-06-01', state: 'done', at: now - 10 * DAY },
        ])
        .run();
      claim(db, 'test:t1:fresh', now - 47 * HOUR, []);
      claim(db, 'test:t1:stale', now - 49 * HOUR, []);
    });
    await tickAt(now);
    const left = bot.workspace.read((db) => ({
      inbox: db
        .select()
        .from(inbox)
        .all()
        .map(({ id }) => id),
      outbox: db
        .select()
        .from(outbox)
        .all()
        .map(({ key }) => key),
      days: db
        .select()
        .from(occurrence)
        .all()
        .map(({ kind, day }) => `${kind} ${day}`),
      drafts: db.select().from(draft).all().length,
    }));
    expect(left).toEqual({
      inbox: ['test:t1:fresh'],
      outbox: ['new', 'due'],
      days: ['morning 2026-06-01', 'retention 2026-06-11'],
      drafts: 0,
    });
    expect(applied()).toEqual([{ notes: 0, inbox: 3, outbox: 1, occurrences: 1, drafts: 1 }]);
  });

  it('goes on minute by minute until all of it is gone, and not by day', async () => {
    await bot.workspace.write((db) => {
      for (let n = 0; n < 1_200; n += 1) claim(db, `test:t1:${n}`, n, []);
    });
    const count = () => bot.workspace.read((db) => db.select().from(inbox).all().length);
    await tickAt(shanghai('2026-03-12T12:00'));
    expect(count()).toBe(1_200);
    await tickAt(shanghai('2026-03-13T03:20'));
    expect(count()).toBe(200);
    await tickAt(shanghai('2026-03-13T03:21'));
    expect(count()).toBe(0);
    await tickAt(shanghai('2026-03-13T03:22'));
    const runs = bot.workspace.read((db) => db.select().from(occurrence).all());
    expect(runs.map(({ scope, state }) => `${scope} ${state}`)).toEqual(['0 done', '1 done']);
  });

  it('empties thousands of records in more than one run', async () => {
    await bot.say('li', '/followup 电话联系晨光科技张总，谈了方案');
    await say('/settings retention notes 1');
    await bot.workspace.write((db) => {
      db.run(`with recursive n(i) as (select 2 union all select i + 1 from n where i < 10500)
        insert into followup (id, member_id, customer_id, outcome, occurred_at, day, logged_at, text, fields,
          completeness, verdict, source, clarify)
        select i, member_id, customer_id, outcome, occurred_at, day, logged_at, text, fields, completeness,
          'duplicate', source, clarify from followup, n where followup.id = 1`);
    });
    const full = () => texts().filter(({ text }) => text !== '').length;
    await tickAt(shanghai('2026-06-11T03:20'));
    expect(full()).toBe(500);
    await tickAt(shanghai('2026-06-11T03:21'));
    expect(full()).toBe(0);
  });
});
