// /followup as a person meets it: a line becomes a record, a card and a moved score.
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/chat/card.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { addLead } from '../../../src/store/lead.ts';
import { deal, draft, identity, member } from '../../../src/store/schema/index.ts';
import { addField, changeTeam, retireField } from '../../../src/store/team.ts';
import {
  actionsOf,
  botPerTest,
  cardOf,
  formOf,
  intentOf,
  textOf,
  WEDNESDAY,
} from '../../support/bot.ts';
import {
  customers,
  derived,
  differences,
  everything,
  filled,
  followups,
  idOf,
  lastFollowup,
  outboxOf,
  said,
  scoreOf,
  shownScore,
  steps,
} from '../state.ts';

const ZH = '/followup 给晨光科技张总打了电话，聊了25分钟，意向A，报价15万，明天下午3点去演示';
const EN =
  '/followup Called Acme Corp, spoke with Jane 20 min, grade A, quoted $15k, demo tomorrow 3pm';

const DAY = 24 * HOUR;

const bot = botPerTest();

/** The numbers of “before → after (change)” on a card, as shown. */
const moveOn = (text: string): { before: number; after: number; change: number } => {
  const [, before = '', after = '', change = ''] =
    /([\d.]+) → ([\d.]+) ?[（(]([^）)]+)[）)]/u.exec(text) ?? [];
  return {
    before: Number(before),
    after: Number(after),
    change: Number(change.replace('−', '-').replace('±', '')),
  };
};

describe('a line', () => {
  it('is confirmed in Chinese with every field, full digits and weekdays', async () => {
    const text = said(await bot.say('li', ZH));
    for (const part of [
      '已记录：晨光科技',
      '新客户，已加入你的客户名单',
      '联系人: 张总',
      '渠道: 电话',
      '意向: A',
      '报价: ¥150,000',
      '时长: 25 分钟',
      '下一步: 演示 · 3月12日周四 15:00',
      '记录完整度 100%',
    ]) {
      expect(text).toContain(part);
    }
    expect(lastFollowup(bot)).toMatchObject({
      memberId: idOf(bot, 'li'),
      channel: 'phone',
      grade: 'A',
      amountMinor: 15_000_000,
      currency: 'CNY',
      amountRole: 'quote',
      duration: 25,
      day: '2026-03-11',
      verdict: 'counted',
      source: 'line',
    });
  });

  it('is confirmed in English, in the reader’s language and not the team’s', async () => {
    const card = cardOf(await bot.say('bob', EN));
    const text = textOf(card);
    for (const part of [
      'Recorded: Acme Corp',
      'Contact: Jane',
      'Channel: Phone',
      'Quote: $15,000',
      'Duration: 20 min',
      'Next step: give a demo · Thu, Mar 12 15:00',
    ]) {
      expect(text).toContain(part);
    }
    expect(card.summary).toContain('Quote $15,000');
    expect(card.locale).toMatch(/^en/);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it('keeps the person’s own words exactly as typed', async () => {
    const line = '晨光科技  电话：<b>报价</b> & “15万”\n明天再打';
    await bot.say('li', `/followup ${line}`);
    expect(lastFollowup(bot).text).toBe(line);
  });

  it('says when the customer is a colleague’s, and counts for whoever did it', async () => {
    await bot.say('wang', '/followup 电话联系晨光科技，谈了报价和交期的安排');
    const text = said(await bot.say('li', '/followup 拜访了晨光科技，谈了合同条款和付款方式'));
    expect(text).toContain('这是同事的客户');
    expect(text).not.toContain('新客户');
    expect(customers(bot)).toHaveLength(1);
    expect(customers(bot)[0]?.ownerId).toBe(idOf(bot, 'wang'));
    expect(lastFollowup(bot)).toMatchObject({ memberId: idOf(bot, 'li'), verdict: 'counted' });
  });

  it('takes a range by both ends and an afternoon as an afternoon', async () => {
    const text = said(await bot.say('li', '/followup 电话联系晨光科技，报价10-15万，周五下午回电'));
    expect(text).toContain('¥100,000 至 ¥150,000');
    expect(text).toContain('3月13日周五 下午');
    expect(text).not.toContain('14:00');
  });
});

describe('the score on the card', () => {
  it('moves by the difference of the two numbers shown, time after time', async () => {
    const lines = [
      '给晨光科技张总打了电话，聊了25分钟，意向A，报价15万，明天下午3点去演示',
      '拜访了华星电子，聊了新产线的预算和时间表，意向B，下周二再去拜访',
      '给远航物流发了邮件，方案已经按他们的要求改好，意向C，周五回电',
      '微信联系金桥教育，对方说下个月再定，意向D，4月8日回访',
      '给东方贸易打电话，没人接',
      '视频会议和北辰软件过了一遍方案，意向A，周四发合同',
    ];
    let last = 0;
    for (const line of lines) {
      bot.now += HOUR;
      const text = said(await bot.say('li', `/followup ${line}`));
      if (text.includes('→')) {
        const { before, after, change } = moveOn(text);
        expect(change).toBeCloseTo(Math.round((after - before) * 10) / 10, 9);
        expect(change).not.toBe(0);
        expect(before).toBeCloseTo(last, 9);
        last = after;
      } else {
        expect(text).toContain(`本月积分 ${last.toFixed(1)}`);
      }
      expect(last).toBeCloseTo(shownScore(bot, 'li'), 9);
    }
  });

  it('says which metrics moved it, and by how much of it', async () => {
    await bot.say('li', ZH);
    bot.now += HOUR;
    const before = scoreOf(bot, 'li').score.value ?? 0;
    const text = said(await bot.say('li', '/followup 拜访了华星电子，聊了新产线的预算和时间表'));
    const after = scoreOf(bot, 'li').score.value ?? 0;
    const moved = [...text.matchAll(/ ([+−]\d+\.\d\d)/gu)].map(([, points = '']) =>
      Number(points.replace('−', '-')),
    );
    expect(moved.length).toBeGreaterThanOrEqual(2);
    expect(moved.reduce((sum, points) => sum + points, 0)).toBeCloseTo(after - before, 1);
  });

  it('says plainly how many follow-ups count so far and of how many', async () => {
    await bot.say('li', ZH);
    bot.now += HOUR;
    const text = said(await bot.say('li', '/followup 拜访了华星电子，聊了新产线的预算和时间表'));
    // Eight working days of ten since the first of March.
    expect(text).toContain('本月至今跟进 2 次，目标 80');
  });
});

describe('what counts once', () => {
  const first = '/followup 电话联系晨光科技，客户对新方案很感兴趣，想了解价格和交付周期';

  it('merges a copy of a note and says so at once', async () => {
    await bot.say('li', first);
    bot.now += 2 * HOUR;
    const card = cardOf(await bot.say('li', `${first}！`));
    expect(textOf(card)).toContain('和近几天对这位客户的 #1 内容几乎一样');
    expect(card.tone).toBe('warning');
    expect(followups(bot).map(({ verdict }) => verdict)).toEqual(['counted', 'duplicate']);
    expect(lastFollowup(bot).verdictOf).toBe(1);
  });

  it('counts once within half an hour on one channel, and again on another', async () => {
    await bot.say('li', first);
    bot.now += 29 * MINUTE;
    const text = said(await bot.say('li', '/followup 又打电话给晨光科技，补充说明了售后条款'));
    expect(text).toContain('与 #1 同一渠道、相隔不到 30 分钟');
    bot.now += MINUTE;
    await bot.say('li', '/followup 去晨光科技拜访，当面确认了技术参数');
    bot.now += 30 * MINUTE;
    await bot.say('li', '/followup 打电话给晨光科技，约定了签约的时间');
    expect(followups(bot).map(({ verdict }) => verdict)).toEqual([
      'counted',
      'same_half_hour',
      'counted',
      'counted',
    ]);
  });

  it('counts three a day for one customer and keeps the fourth', async () => {
    const notes = [
      '谈了预算和付款方式',
      '确认了技术参数和接口',
      '讨论了实施计划与人员',
      '商定了培训的安排',
    ];
    let text = '';
    for (const note of notes) {
      text = said(await bot.say('li', `/followup 打电话给晨光科技，${note}`));
      bot.now += HOUR;
    }
    expect(text).toContain('同一客户每天最多计 3 次');
    expect(followups(bot).map(({ verdict }) => verdict)).toEqual([
      'counted',
      'counted',
      'counted',
      'daily_cap',
    ]);
    expect(differences(bot)).toEqual([]);
  });

  it('lets a fourth one count once an earlier one is taken back', async () => {
    const notes = [
      '谈了预算和付款方式',
      '确认了技术参数和接口',
      '讨论了实施计划与人员',
      '商定了培训的安排',
    ];
    for (const note of notes) {
      await bot.say('li', `/followup 打电话给晨光科技，${note}`);
      bot.now += 31 * MINUTE;
    }
    bot.now -= 25 * MINUTE;
    const fourth = followups(bot)[3];
    expect(fourth?.verdict).toBe('daily_cap');
    const third = followups(bot)[2];
    bot.now = (third?.loggedAt ?? 0) + 5 * MINUTE;
    await bot.press('li', { command: 'followup', verb: 'undo', args: { id: third?.id ?? 0 } });
    expect(followups(bot)[3]?.verdict).toBe('counted');
    expect(differences(bot)).toEqual([]);
  });
});

describe('when it happened', () => {
  it('counts for the day it happened, not the day it was logged', async () => {
    const text = said(await bot.say('li', '/followup 周一拜访了晨光科技，谈了合同条款和付款方式'));
    expect(text).toContain('发生时间: 3月9日周一');
    expect(lastFollowup(bot)).toMatchObject({ day: '2026-03-09', loggedAt: bot.now });
    const rows = derived(bot).rollup;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('2026-03-09');
  });

  it('belongs to the team’s local day', async () => {
    // 02:00 on the 12th in Shanghai is the 11th in New York.
    bot.now = Date.parse('2026-03-12T02:00:00+08:00');
    await bot.say('dan', '/followup Called Initech about the renewal and the new price');
    await bot.say('bob', '/followup Called Acme Corp about the renewal and the new price');
    expect(followups(bot).map(({ day }) => day)).toEqual(['2026-03-11', '2026-03-12']);
  });

  it('does not move the step that is open when an older contact is logged afterwards', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，确认了需求，周五下午3点演示');
    bot.now += HOUR;
    await bot.say('li', '/followup 周一拜访了晨光科技，先摸了摸底');
    const [step] = steps(bot);
    expect(step).toMatchObject({ dueOn: '2026-03-13', doneAt: null });
  });

  it('refuses a day to come in the form, and keeps what was filled in', async () => {
    const form = formOf(await bot.say('li', '/followup'));
    const replies = await bot.submit('li', form.intent, {
      customer: '晨光科技',
      channel: 'phone',
      outcome: 'connected',
      occurredDay: '2026-03-12',
    });
    const again = formOf(replies);
    expect(again.errors?.occurredDay).toContain('将来');
    expect(again.inputs.find(({ name }) => name === 'customer')).toMatchObject({
      value: '晨光科技',
    });
    expect(followups(bot)).toEqual([]);
    expect(customers(bot)).toEqual([]);
  });
});

describe('a question on the card', () => {
  it('asks for the channel, does not count until it is said, and counts then', async () => {
    const card = cardOf(await bot.say('li', '/followup 晨光科技，客户同意下周签合同'));
    expect(textOf(card)).toContain('是怎么联系的？');
    expect(lastFollowup(bot)).toMatchObject({ channel: null, verdict: 'no_channel' });
    const replies = await bot.press('li', intentOf(card, '微信'));
    expect(replies[0]?.kind).toBe('replace');
    expect(textOf(cardOf(replies))).toContain('渠道: 微信');
    expect(lastFollowup(bot)).toMatchObject({ channel: 'wechat', verdict: 'counted' });
    expect(differences(bot)).toEqual([]);
  });

  it('asks which date is meant and takes only what it offered', async () => {
    const card = cardOf(
      await bot.say('bob', '/followup Called Acme Corp about the renewal, demo 4/5'),
    );
    expect(textOf(card)).toContain('“4/5” could be more than one date');
    const labels = actionsOf(card).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Sun, Apr 5', 'Mon, May 4']));
    expect(steps(bot)[0]?.dueOn ?? null).toBeNull();
    const before = everything(bot);
    const forged = {
      command: 'followup',
      verb: 'clarify',
      args: { id: 1, kind: 'date', value: '2026-12-24' },
    };
    expect(said(await bot.press('bob', forged))).toContain('no longer works');
    expect(everything(bot)).toBe(before);
    const answered = cardOf(await bot.press('bob', intentOf(card, 'Sun, Apr 5')));
    expect(textOf(answered)).toContain('give a demo · Sun, Apr 5');
    expect(textOf(answered)).not.toContain('could be more than one');
    expect(steps(bot)).toMatchObject([{ dueOn: '2026-04-05', action: 'demo' }]);
    expect(said(await bot.press('bob', intentOf(card, 'Mon, May 4')))).toContain('no longer works');
    expect(steps(bot)[0]?.dueOn).toBe('2026-04-05');
  });

  it('takes a date behind for the day of the contact, never for a next step', async () => {
    const card = cardOf(await bot.say('bob', '/followup met Acme Corp on 3/4 about the renewal'));
    await bot.press('bob', intentOf(card, 'Wed, Mar 4'));
    expect(lastFollowup(bot)).toMatchObject({ day: '2026-03-04', clarify: [] });
    expect(steps(bot)).toEqual([]);
    expect(differences(bot)).toEqual([]);
  });

  it('asks which currency, then knows the amount and what it is', async () => {
    const card = cardOf(
      await bot.say('dan', '/followup Visited Initech, quoted ¥15000, call Friday'),
    );
    expect(textOf(card)).toContain('Which currency is “¥15000”?');
    expect(lastFollowup(bot).amountMinor).toBeNull();
    const answered = cardOf(await bot.press('dan', intentOf(card, 'JPY')));
    expect(textOf(answered)).toContain('¥15,000');
    expect(lastFollowup(bot)).toMatchObject({
      amountMinor: 15_000,
      currency: 'JPY',
      amountRole: 'quote',
      clarify: [],
    });
    expect(bot.workspace.read((db) => db.select().from(deal).all())).toMatchObject([
      { status: 'open', amountMinor: 15_000, currency: 'JPY' },
    ]);
  });
});

describe('the form', () => {
  const values = {
    customer: '晨光科技',
    contact: '张总',
    channel: 'visit',
    outcome: 'meeting_held',
    note: '当面谈了合同条款，法务下周给意见',
    grade: 'B',
    amount: '15万',
    nextAction: 'send_contract',
    nextDay: '2026-03-16',
    nextTime: '10:30',
    duration: '45',
    occurredDay: '2026-03-10',
    occurredTime: '16:00',
  };
  const submit = { command: 'followup', verb: 'submit', args: {} };

  it('is what /followup alone answers, empty, and records the same as a line', async () => {
    const form = formOf(await bot.say('li', '/followup'));
    expect(form.inputs.filter((input) => 'value' in input)).toEqual([]);
    expect(form.intent).toEqual(submit);
    const text = said(await bot.submit('li', form.intent, values));
    for (const part of [
      '¥150,000',
      '发合同 · 3月16日周一 10:30',
      '3月10日周二',
      '45 分钟',
      '意向: B',
    ]) {
      expect(text).toContain(part);
    }
    expect(lastFollowup(bot)).toMatchObject({
      source: 'form',
      day: '2026-03-10',
      occurredAt: Date.parse('2026-03-10T16:00:00+08:00'),
      completeness: 1_000_000,
    });
    expect(steps(bot)).toMatchObject([{ dueTime: '2026-03-16T10:30', precision: 'minute' }]);
  });

  it('takes digits as Chinese keyboards write them', async () => {
    await bot.submit('li', submit, { ...values, duration: '４５', nextDay: '２０２６-０３-１６' });
    expect(lastFollowup(bot).duration).toBe(45);
    expect(steps(bot)[0]?.dueOn).toBe('2026-03-16');
  });

  it.each([
    ['customer', { customer: '' }],
    ['customer', { customer: '长'.repeat(201) }],
    ['channel', { channel: '' }],
    ['channel', { channel: 'pigeon' }],
    ['outcome', { outcome: '' }],
    ['grade', { grade: 'Z' }],
    ['note', { note: 'x'.repeat(4001) }],
    ['amount', { amount: '很多钱' }],
    ['duration', { duration: '1441' }],
    ['duration', { duration: '-1' }],
    ['duration', { duration: '1.5' }],
    ['nextDay', { nextDay: '2026-02-30' }],
    ['nextDay', { nextDay: '2026-03-10' }],
    ['nextDay', { nextDay: '' }],
    ['nextTime', { nextTime: '25:00' }],
    ['occurredDay', { occurredDay: '2026-03-11', occurredTime: '10:01' }],
    ['nextAction', { nextAction: 'dance' }],
  ])('says at %s what is wrong with %j, and records nothing', async (name, change) => {
    const before = everything(bot);
    const form = formOf(await bot.submit('li', submit, { ...values, ...change }));
    expect(Object.keys(form.errors ?? {})).toEqual([name]);
    expect(form.errors?.[name]).toMatch(/\p{Script=Han}/u);
    expect(everything(bot)).toBe(before);
  });

  it('asks for the team’s own fields, checks each kind and counts what is required', async () => {
    await bot.workspace.write((db) => {
      const common = { teamId: 1, options: [], required: false };
      addField(db, { ...common, label: '竞品', kind: 'text', required: true });
      addField(db, { ...common, label: '门店数', kind: 'number' });
      addField(db, { ...common, label: '行业', kind: 'choice', options: ['零售', '制造'] });
      addField(db, { ...common, label: '到期日', kind: 'date' });
    });
    const form = formOf(await bot.say('li', '/followup'));
    expect(form.inputs.slice(-4).map(({ label, kind }) => [label, kind])).toEqual([
      ['竞品', 'text'],
      ['门店数', 'number'],
      ['行业', 'choice'],
      ['到期日', 'day'],
    ]);
    const wrong = formOf(
      await bot.submit('li', submit, {
        ...values,
        field_2: '0x10',
        field_3: '航天',
        field_4: '2026-13-01',
      }),
    );
    expect(Object.keys(wrong.errors ?? {}).sort()).toEqual([
      'field_1',
      'field_2',
      'field_3',
      'field_4',
    ]);
    expect(wrong.inputs.find(({ name }) => name === 'field_3')).toMatchObject({ value: '航天' });
    const text = said(
      await bot.submit('li', submit, {
        ...values,
        field_1: '某友商',
        field_2: '12.5',
        field_3: '零售',
        field_4: '2026-12-31',
      }),
    );
    for (const part of [
      '竞品: 某友商',
      '门店数: 12.5',
      '行业: 零售',
      '到期日: 2026-12-31',
      '100%',
    ]) {
      expect(text).toContain(part);
    }
    // A line cannot fill them: the required one is missing and named.
    const line = said(
      await bot.say('li', '/followup 拜访了华星电子，聊了新产线的预算，意向B，周五去演示'),
    );
    expect(line).toContain('竞品');
    expect(line).toMatch(/记录完整度 9\d%/u);
  });
});

describe('Fix', () => {
  const fixIntent = (id: number) => ({ command: 'followup', verb: 'fix', args: { id } });

  it('starts from what was recorded, and changes nothing when nothing is changed', async () => {
    await bot.say(
      'li',
      '/followup 电话联系晨光科技张总，聊了25分钟，意向A，报价10-15万，下周给方案',
    );
    const before = derived(bot);
    const [row] = followups(bot);
    const replies = await bot.press('li', fixIntent(1));
    const form = formOf(replies);
    expect(filled(replies)).toMatchObject({
      customer: '晨光科技',
      contact: '张总',
      channel: 'phone',
      grade: 'A',
      amount: '100000-150000 CNY',
      duration: '25',
      occurredDay: '2026-03-11',
      occurredTime: '10:00',
      nextAction: 'send_proposal',
      nextDay: '2026-03-22',
    });
    bot.now += DAY;
    await bot.submit('li', form.intent, filled(replies));
    expect(followups(bot)).toEqual([row]);
    expect(derived(bot)).toEqual(before);
    // “Next week” stays a week.
    expect(steps(bot)[0]).toMatchObject({ precision: 'week', dueTime: null });
  });

  it('keeps what an amount is said to be', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，还欠尾款5万，周五催款');
    expect(lastFollowup(bot).amountRole).toBe('outstanding');
    const replies = await bot.press('li', fixIntent(1));
    await bot.submit('li', formOf(replies).intent, filled(replies, { grade: 'A' }));
    expect(lastFollowup(bot)).toMatchObject({ amountRole: 'outstanding', grade: 'A' });
  });

  it('lets an overdue promise stay when something else is corrected', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了报价，周五回电');
    bot.now += 7 * DAY;
    const replies = await bot.press('li', fixIntent(1));
    const card = cardOf(
      await bot.submit('li', formOf(replies).intent, filled(replies, { grade: 'B' })),
    );
    expect(textOf(card)).toContain('已修改：晨光科技');
    expect(steps(bot)).toMatchObject([{ dueOn: '2026-03-13', doneAt: null }]);
    const past = await bot.submit(
      'li',
      formOf(replies).intent,
      filled(replies, { nextDay: '2026-03-12' }),
    );
    expect(formOf(past).errors?.nextDay).toBeDefined();
  });

  it('changes verdict, counters, score and steps as if it had been said so from the start', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，客户对新方案很感兴趣，周五回电');
    bot.now += 10 * MINUTE;
    await bot.say('li', '/followup 打电话给晨光科技，补充了售后条款，下周一演示');
    expect(lastFollowup(bot).verdict).toBe('same_half_hour');
    const replies = await bot.press('li', fixIntent(2));
    bot.now += MINUTE;
    const fixed = cardOf(
      await bot.submit(
        'li',
        formOf(replies).intent,
        filled(replies, { channel: 'visit', nextDay: '2026-03-18', nextTime: '09:00' }),
      ),
    );
    expect(lastFollowup(bot).verdict).toBe('counted');
    expect(textOf(fixed)).toContain('→');
    expect(fixed.tone).toBe('good');
    expect(differences(bot)).toEqual([]);
    expect(steps(bot)).toMatchObject([
      { followupId: 1, doneBy: 2 },
      { followupId: 2, dueOn: '2026-03-18', dueTime: '2026-03-18T09:00', doneAt: null },
    ]);
  });

  it('moves to another customer with its step, counters and contacts', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周五回电');
    bot.now += HOUR;
    await bot.say('li', '/followup 打电话给晨光科技李工，谈了接口，意向A，报价8万，周六演示');
    const replies = await bot.press('li', fixIntent(2));
    await bot.submit('li', formOf(replies).intent, filled(replies, { customer: '华星电子' }));
    const [chenguang, huaxing] = customers(bot);
    expect(huaxing).toMatchObject({ name: '华星电子', grade: 'A', ownerId: idOf(bot, 'li') });
    expect(chenguang).toMatchObject({ grade: null });
    expect(steps(bot)).toMatchObject([
      { followupId: 1, customerId: chenguang?.id, doneAt: null, doneBy: null },
      { followupId: 2, customerId: huaxing?.id, doneAt: null },
    ]);
    expect(bot.workspace.read((db) => db.select().from(deal).all())).toMatchObject([
      { customerId: huaxing?.id, amountMinor: 8_000_000, status: 'open' },
    ]);
    expect(derived(bot).touch).toHaveLength(2);
    expect(differences(bot)).toEqual([]);
  });

  it('leaves a promise closed that a later follow-up had closed, and done what was ticked off', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周五回电');
    bot.now += HOUR;
    await bot.say('li', '/followup 去晨光科技拜访，谈了实施计划，下周一演示');
    await bot.press('li', { command: 'followup', verb: 'done', args: { step: 2 } });
    const before = derived(bot).steps;
    for (const id of [1, 2]) {
      const replies = await bot.press('li', fixIntent(id));
      await bot.submit('li', formOf(replies).intent, filled(replies, { grade: 'C' }));
    }
    expect(derived(bot).steps).toEqual(before);
  });

  it('keeps a retired field’s value, and shows no number where its name was', async () => {
    await bot.workspace.write((db) => {
      addField(db, { teamId: 1, label: '竞品', kind: 'text', options: [], required: false });
    });
    await bot.submit(
      'li',
      { command: 'followup', verb: 'submit', args: {} },
      {
        customer: '晨光科技',
        channel: 'phone',
        outcome: 'connected',
        field_1: '某友商',
      },
    );
    await bot.workspace.write((db) => retireField(db, 1, bot.now));
    const replies = await bot.press('li', fixIntent(1));
    const text = said(
      await bot.submit('li', formOf(replies).intent, filled(replies, { grade: 'A' })),
    );
    expect(text).not.toContain('某友商');
    expect(text).not.toMatch(/^1:/mu);
    expect(lastFollowup(bot).fields).toEqual({ '1': '某友商' });
  });

  it('does not take a customer out of the pool', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案');
    await bot.workspace.write((db) => {
      db.run('update customer set owner_id = null, owned_since = null');
    });
    const replies = await bot.press('li', fixIntent(1));
    await bot.submit('li', formOf(replies).intent, filled(replies, { grade: 'C' }));
    expect(customers(bot)[0]?.ownerId).toBeNull();
  });
});

describe('Undo', () => {
  const undo = (id: number) => ({ command: 'followup', verb: 'undo', args: { id } });

  it('within ten minutes puts everything back: counters, steps, lead, deal, score', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，报价10万，周五回电');
    bot.now += HOUR;
    await bot.workspace.write((db) => {
      addLead(db, {
        customerId: 1,
        memberId: idOf2,
        kind: 'inbound',
        source: '官网',
        assignedAt: bot.now,
        assignedOn: '2026-03-11',
      });
    });
    bot.now += MINUTE;
    const before = derived(bot);
    const score = shownScore(bot, 'li');
    const card = cardOf(
      await bot.say('li', '/followup 拜访晨光科技张总，意向A，改报价12万，下周二下午2点签合同'),
    );
    expect(derived(bot)).not.toEqual(before);
    expect(derived(bot).leads[0]?.followupId).toBe(2);
    expect(derived(bot).deals[0]?.amountMinor).toBe(12_000_000);
    const replies = await bot.press('li', intentOf(card, '撤销'));
    expect(replies[0]?.kind).toBe('replace');
    expect(textOf(cardOf(replies))).toContain('已撤销：晨光科技');
    expect(derived(bot)).toEqual(before);
    expect(shownScore(bot, 'li')).toBe(score);
    expect(customers(bot)[0]).toMatchObject({ grade: null, contactedAt: WEDNESDAY });
    expect(differences(bot)).toEqual([]);
  });
  const idOf2 = 3;

  it('of the first quote leaves the deal to the second', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，报价10万');
    bot.now += 5 * MINUTE;
    await bot.say('li', '/followup 拜访晨光科技，改报价12万');
    await bot.press('li', undo(1));
    expect(bot.workspace.read((db) => db.select().from(deal).all())).toMatchObject([
      { amountMinor: 12_000_000, openedBy: 2, status: 'open' },
    ]);
    await bot.press('li', undo(2));
    expect(bot.workspace.read((db) => db.select().from(deal).all())).toEqual([]);
  });

  it('closes a promise by the next follow-up instead of opening it again', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周五回电');
    bot.now += 4 * MINUTE;
    await bot.say('li', '/followup 微信联系晨光科技，发了案例');
    bot.now += 4 * MINUTE;
    await bot.say('li', '/followup 去晨光科技拜访，见到了采购');
    await bot.press('li', undo(2));
    expect(steps(bot)).toMatchObject([{ followupId: 1, doneBy: 3 }]);
    await bot.press('li', undo(3));
    expect(steps(bot)).toMatchObject([{ followupId: 1, doneBy: null, doneAt: null }]);
  });

  it('works at ten minutes and is refused a moment later, pointing to Fix', async () => {
    await bot.say('li', ZH);
    bot.now += 10 * MINUTE + 1;
    const before = everything(bot);
    expect(said(await bot.press('li', undo(1)))).toContain('撤销只在 10 分钟内有效');
    expect(everything(bot)).toBe(before);
    bot.now -= 1;
    expect(said(await bot.press('li', undo(1)))).toContain('已撤销');
    expect(said(await bot.press('li', undo(1)))).toContain('已经不存在');
    expect(
      said(await bot.press('li', { command: 'followup', verb: 'fix', args: { id: 1 } })),
    ).toContain('已经不存在');
  });
});

describe('Share', () => {
  it('posts once to the team’s channel in the team’s language; whoever reads it can say so', async () => {
    const card = cardOf(await bot.say('bob', EN));
    const share = intentOf(card, 'Share');
    expect(said(await bot.press('bob', share))).toContain('Shared with the team');
    const [post] = outboxOf(bot);
    expect(post?.target).toMatchObject({ kind: 'channel', channel: 'east' });
    const shared = post?.card ?? card;
    expect(shared.title).toBe('Bob Stone · Acme Corp');
    expect(textOf(shared)).toContain(EN.replace('/followup ', ''));
    expect(textOf(shared)).toContain('演示 · 3月12日周四 15:00');
    expect(said(await bot.press('bob', share))).toContain('shared already');
    expect(outboxOf(bot)).toHaveLength(1);
    const opened = () => derived(bot).touch.filter((row) => row.includes('"opened":1'));
    const open = intentOf(shared, '我看过了');
    await bot.press('bob', open);
    expect(opened()).toHaveLength(0);
    expect(said(await bot.press('li', open))).toContain('Bob Stone 知道你看过了');
    expect(opened()).toHaveLength(1);
    await bot.press('wang', open);
    expect(opened()).toHaveLength(1);
    expect(said(await bot.press('dan', open))).toContain('belongs to somebody else');
  });

  it('tells how to choose a channel when the team has none', async () => {
    await bot.workspace.write((db) => changeTeam(db, 1, { channel: null }));
    const card = cardOf(await bot.say('li', ZH));
    const before = everything(bot);
    expect(said(await bot.press('li', intentOf(card, '共享')))).toContain('/settings channel');
    expect(everything(bot)).toBe(before);
  });
});

describe('delivered twice', () => {
  const twice = async (deliver: (id: string) => Promise<unknown>, id: string) => {
    const first = await deliver(id);
    const state = everything(bot);
    bot.now += MINUTE;
    expect(await deliver(id)).toEqual(first);
    expect(everything(bot)).toBe(state);
  };

  it('answers the same and changes nothing, verb by verb', async () => {
    await twice((id) => bot.say('li', '/followup 晨光科技，谈了方案，周五回电', 'direct', id), 'a');
    const clarify = {
      command: 'followup',
      verb: 'clarify',
      args: { id: 1, kind: 'channel', value: 'phone' },
    };
    await twice((id) => bot.press('li', clarify, id), 'b');
    const fixed = { command: 'followup', verb: 'fixed', args: { id: 1 } };
    const values = filled(await bot.press('li', { ...fixed, verb: 'fix' }), { grade: 'B' });
    await twice((id) => bot.submit('li', fixed, values, id), 'c');
    await twice((id) => bot.press('li', { ...fixed, verb: 'share' }, id), 'd');
    await twice((id) => bot.press('wang', { ...fixed, verb: 'open' }, id), 'e');
    await twice(
      (id) => bot.press('li', { command: 'followup', verb: 'snooze', args: { step: 1 } }, id),
      'f',
    );
    await twice(
      (id) => bot.press('li', { command: 'followup', verb: 'done', args: { step: 1 } }, id),
      'g',
    );
    await twice((id) => bot.say('li', '打了电话', 'direct', id), 'h');
    const name = { command: 'followup', verb: 'named', args: { draft: 1 } };
    await twice((id) => bot.submit('li', name, { customer: '华星电子' }, id), 'i');
    const form = { command: 'followup', verb: 'submit', args: {} };
    const told = { customer: '远航物流', channel: 'email', outcome: 'material_sent' };
    await twice((id) => bot.submit('li', form, told, id), 'j');
    await twice(
      (id) => bot.press('li', { command: 'followup', verb: 'undo', args: { id: 3 } }, id),
      'k',
    );
    await bot.say('li', '打了个电话');
    const drafts = bot.workspace.read((db) => db.select().from(draft).all());
    const choose = {
      command: 'followup',
      verb: 'choose',
      args: { draft: drafts.at(-1)?.id ?? 0, customer: 1 },
    };
    await twice((id) => bot.press('li', choose, id), 'l');
    await bot.say('li', '给晨光科技发了邮件');
    const later = bot.workspace.read((db) => db.select().from(draft).all());
    const accept = { command: 'followup', verb: 'accept', args: { draft: later.at(-1)?.id ?? 0 } };
    await twice((id) => bot.press('li', accept, id), 'm');
  });

  it('at the same time records once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => bot.say('li', ZH, 'direct', 'same')));
    expect(new Set(all.map((replies) => JSON.stringify(replies))).size).toBe(1);
    expect(followups(bot)).toHaveLength(1);
  });
});

describe('somebody else’s press', () => {
  it('is refused and writes nothing, whatever the button', async () => {
    await bot.say('li', '/followup 晨光科技，谈了方案，4/5再联系');
    await bot.say('li', '打了电话');
    const fields = { customer: '晨光科技', channel: 'phone', outcome: 'connected' };
    for (const user of ['wang', 'mei', 'ann', 'dan']) {
      const before = everything(bot);
      for (const [verb, args] of [
        ['fix', { id: 1 }],
        ['undo', { id: 1 }],
        ['share', { id: 1 }],
        ['clarify', { id: 1, kind: 'channel', value: 'phone' }],
        ['choose', { draft: 1, customer: 1 }],
        ['accept', { draft: 1 }],
        ['which', { draft: 1 }],
        ['done', { step: 1 }],
        ['snooze', { step: 1 }],
      ] as const) {
        const text = said(await bot.press(user, { command: 'followup', verb, args }));
        expect(text, verb).toMatch(/这是别人的记录|belongs to somebody else/);
      }
      for (const [verb, args] of [
        ['fixed', { id: 1 }],
        ['named', { draft: 1 }],
      ] as const) {
        const text = said(await bot.submit(user, { command: 'followup', verb, args }, fields));
        expect(text, verb).toMatch(/这是别人的记录|belongs to somebody else/);
      }
      expect(everything(bot)).toBe(before);
    }
  });

  it.each([
    { command: 'followup', verb: 'undo', args: { id: 99 } },
    { command: 'followup', verb: 'undo', args: {} },
    { command: 'followup', verb: 'undo', args: { id: 'x' } },
    { command: 'followup', verb: 'undo', args: { id: 1.5 } },
    { command: 'followup', verb: 'undo', args: { id: -1 } },
    { command: 'followup', verb: 'constructor', args: {} },
    { command: 'followup', verb: '__proto__', args: {} },
    { command: 'toString', verb: 'show', args: {} },
    { command: 'followup', verb: 'clarify', args: { id: 1, kind: 'channel', value: 'pigeon' } },
    { command: 'followup', verb: 'clarify', args: { id: 1, kind: 'amount', value: '5' } },
    { command: 'followup', verb: 'choose', args: { draft: 1, customer: 99 } },
    { command: 'followup', verb: 'done', args: { step: 99 } },
  ])('that means nothing (%j) is refused kindly', async (intent) => {
    await bot.say('li', '打了电话');
    await bot.say('li', '/followup 晨光科技，谈了方案，周五再联系');
    const before = everything(bot);
    const card = cardOf(await bot.press('li', intent));
    expect(card.tone).toBe('warning');
    expect(everything(bot)).toBe(before);
  });
});

describe('a line without its customer', () => {
  const line = '打了电话，聊了25分钟，意向A，周五再打';

  it('waits while the bot asks, offers recent customers, and loses nothing', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案');
    bot.now += HOUR;
    const card = cardOf(await bot.say('li', `/followup ${line}`));
    expect(textOf(card)).toContain(line);
    expect(followups(bot)).toHaveLength(1);
    const replies = await bot.press('li', intentOf(card, '晨光科技'));
    expect(replies[0]?.kind).toBe('replace');
    expect(textOf(cardOf(replies))).toContain('已记录：晨光科技');
    expect(lastFollowup(bot)).toMatchObject({
      text: line,
      grade: 'A',
      duration: 25,
      customerId: 1,
    });
    expect(said(await bot.press('li', intentOf(card, '晨光科技')))).toContain('已经回答过');
    expect(followups(bot)).toHaveLength(2);
  });

  it('takes a new name by form, and asks again for an empty or endless one', async () => {
    const card = cardOf(await bot.say('li', `/followup ${line}`));
    const form = formOf(await bot.press('li', intentOf(card, '其他客户')));
    for (const customer of ['', '   ', '长'.repeat(201)]) {
      const again = formOf(await bot.submit('li', form.intent, { customer }));
      expect(again.errors?.customer).toBeDefined();
    }
    const text = said(await bot.submit('li', form.intent, { customer: ' 华星\n电子 ' }));
    expect(text).toContain('新客户');
    expect(customers(bot)).toMatchObject([{ name: '华星 电子', ownerId: idOf(bot, 'li') }]);
    expect(lastFollowup(bot).text).toBe(line);
    expect(said(await bot.submit('li', form.intent, { customer: 'x' }))).toContain('已经回答过');
  });
});

describe('a plain sentence', () => {
  it('in a single chat is offered for recording and recorded on one tap', async () => {
    const card = cardOf(await bot.say('li', '给晨光科技张总打了电话，周五再聊'));
    expect(followups(bot)).toEqual([]);
    const replies = await bot.press('li', intentOf(card, '记录'));
    expect(replies[0]?.kind).toBe('replace');
    expect(lastFollowup(bot)).toMatchObject({ channel: 'phone', contact: '张总' });
  });

  it('in a group is not', async () => {
    expect(said(await bot.say('li', '给晨光科技张总打了电话', 'channel'))).toContain('不认识');
    expect(bot.workspace.read((db) => db.select().from(draft).all())).toEqual([]);
  });
});

describe('hostile words', () => {
  const NASTY = [
    '<script>alert(1)</script>',
    '<!channel> <@U123> <at id=all></at>',
    '@everyone @here [x](javascript:alert(1))',
    "Robert'); DROP TABLE followup;/*",
    '\u202Eevil\u202C ‮',
    '{{constructor.constructor("x")()}} %s %n',
  ];

  it.each(NASTY)('%s stays what was typed, as a literal string', async (nasty) => {
    const submit = { command: 'followup', verb: 'submit', args: {} };
    const replies = await bot.submit('li', submit, {
      customer: nasty,
      contact: nasty,
      channel: 'phone',
      outcome: 'connected',
      note: nasty,
    });
    const card = cardOf(replies);
    const structured = card.blocks.flatMap((block: Block) =>
      block.kind === 'fields' ? block.fields.flatMap(({ value }) => value) : [],
    );
    expect(structured.some((part) => typeof part !== 'string' && part.kind === 'mention')).toBe(
      false,
    );
    expect(structured.some((part) => typeof part !== 'string' && part.kind === 'link')).toBe(false);
    expect(lastFollowup(bot).text).toBe(nasty);
    await bot.press('li', intentOf(card, '共享'));
    expect(outboxOf(bot)[0]?.card.blocks[0]).toEqual({ kind: 'text', text: [nasty] });
    expect(followups(bot)).toHaveLength(1);
  });

  it('a hyphen in a customer’s name is no fault', async () => {
    const text = said(
      await bot.say('bob', '/followup Called Coca-Cola, talked about the new price'),
    );
    expect(text).toContain('Recorded: Coca-Cola');
  });

  it('a customer’s name of 200 characters is recorded whole', async () => {
    const name = '极'.repeat(200);
    const text = said(
      await bot.submit(
        'li',
        { command: 'followup', verb: 'submit', args: {} },
        {
          customer: name,
          channel: 'phone',
          outcome: 'connected',
          nextDay: '2026-03-11',
        },
      ),
    );
    expect(text).toContain(name);
    const due = cardOf(await bot.say('li', '/followup due'));
    for (const { label } of actionsOf(due)) expect(label.length).toBeLessThan(80);
  });

  it('four thousand characters are taken, one more is not', async () => {
    const line = `/followup 电话联系晨光科技，${'谈'.repeat(4000)}`;
    expect(said(await bot.say('li', line.slice(0, 4000)))).toContain('这句话很长');
    expect(lastFollowup(bot).text.length).toBe(4000 - '/followup '.length);
    const before = everything(bot);
    expect(said(await bot.say('li', line.slice(0, 4001)))).toContain('4000');
    expect(everything(bot)).toBe(before);
  });
});

describe('who is in no team', () => {
  it('is told whom to ask, and nothing is recorded', async () => {
    await bot.workspace.write((db) => {
      db.update(member).set({ teamId: null }).where(eq(member.id, 4)).run();
      expect(db.select().from(identity).all().length).toBeGreaterThan(3);
    });
    const before = everything(bot);
    for (const line of ['/followup 电话联系晨光科技', '/followup', '打了电话', '/followup due']) {
      const card = cardOf(await bot.say('wang', line));
      if (line !== '/followup due') expect(textOf(card)).toContain('还没有加入团队');
    }
    expect(everything(bot)).toBe(before);
  });
});
