// Amounts and days typed into commands; currencies, roles and what a card is told to ask.
import { describe, expect, it } from 'vitest';
import {
  parseAmount,
  parseDay,
  parseFollowup,
  readAmount,
} from '../../../../src/domain/parsing/parse.ts';
import { contextOf } from './context.ts';

const context = contextOf();
const usd = contextOf({ currency: 'USD' });
const jpy = contextOf({ currency: 'JPY' });

describe('parseAmount', () => {
  it.each([
    ['5万', 50000, 'CNY'],
    ['50000', 50000, 'CNY'],
    ['5', 5, 'CNY'],
    ['￥5,000.50', 5000.5, 'CNY'],
    ['$15k', 15000, 'USD'],
    ['1.2m usd', 1200000, 'USD'],
    ['3万刀', 30000, 'USD'],
    ['港币5万元', 50000, 'HKD'],
    ['一百二十万', 1200000, 'CNY'],
    ['1 500 000 EUR', 1500000, 'EUR'],
    ["15'000 CHF", 15000, 'CHF'],
    ['1.234.567,50 €', 1234567.5, 'EUR'],
    ['20 grand', 20000, 'CNY'],
    ['两块五', 2.5, 'CNY'],
  ])('%s', (text, value, currency) => {
    const amount = parseAmount(text, context);
    expect(amount).toMatchObject({ value, currency });
  });

  it('gives ranges their bounds, the lower as value', () => {
    expect(parseAmount('50-60万', context)).toMatchObject({ value: 5e5, min: 5e5, max: 6e5 });
    expect(parseAmount('$10-15k', context)).toMatchObject({ value: 1e4, min: 1e4, max: 1.5e4 });
  });

  it('says what to ask', () => {
    expect(readAmount('€15.000', context)).toEqual({
      ok: false,
      ask: { kind: 'amount', seen: '€15.000', candidates: ['15000', '15'] },
    });
    expect(readAmount('¥8,000', usd)).toEqual({
      ok: false,
      ask: { kind: 'currency', seen: '¥8,000', candidates: ['CNY', 'JPY'] },
    });
    expect(readAmount('不到10万', context)).toMatchObject({
      ok: false,
      ask: { kind: 'amount', candidates: ['100000'] },
    });
    expect(readAmount('nothing', context)).toEqual({ ok: false, ask: null });
    expect(parseAmount('¥8,000', { currency: 'JPY' })).toMatchObject({ currency: 'JPY' });
  });
});

describe('an answer to a question about the currency', () => {
  it.each([
    ['Acme quoted $15k CNY', context, ['USD', 'CNY'], 15000],
    ['Acme quoted ¥8,000', usd, ['CNY', 'JPY'], 8000],
  ] as const)('%s', (line, given, codes, value) => {
    const [ask] = parseFollowup(line, given).clarify;
    expect(ask).toMatchObject({ kind: 'currency', candidates: codes });
    for (const currency of codes) {
      expect(parseAmount(ask?.seen ?? '', { currency, settled: true })).toMatchObject({
        value,
        currency,
      });
    }
  });

  it('must be one of those named', () => {
    expect(parseAmount('$15k CNY', context)).toBeNull();
    expect(parseAmount('$15k CNY', { currency: 'EUR', settled: true })).toBeNull();
  });

  it('hedges with "or", not with "for"', () => {
    expect(parseAmount('for 12k', context)).toMatchObject({ value: 12000 });
    expect(parseAmount('FOR 12k', context)).toMatchObject({ value: 12000 });
    expect(readAmount('or 12k', context)).toMatchObject({ ok: false, ask: { kind: 'amount' } });
  });
});

describe('currencies of a line', () => {
  it.each([
    ['华为 报价15万', usd, { value: 150000, currency: 'USD' }, null],
    ['华为 报价15万元', usd, { value: 150000, currency: 'CNY' }, null],
    ['Acme quoted ¥8,000', usd, null, 'currency'],
    ['Acme quoted ¥8,000', jpy, { value: 8000, currency: 'JPY' }, null],
    ['Acme quoted ¥8,000 RMB', usd, { value: 8000, currency: 'CNY' }, null],
    ['Acme quoted 8k', jpy, { value: 8000, currency: 'JPY' }, null],
  ] as const)('%s', (line, given, amount, asked) => {
    const parsed = parseFollowup(line, given);
    if (amount === null) expect(parsed.amount).toBeNull();
    else expect(parsed.amount).toMatchObject(amount);
    expect(parsed.clarify.map((ask) => ask.kind)).toEqual(asked === null ? [] : [asked]);
  });
});

describe('roles', () => {
  it.each([
    ['华为 报价15万', 'quote'],
    ['华为 已签约 120万', 'contract'],
    ['华为 收到15万', 'paid'],
    ['华为 尾款15万 催款', 'outstanding'],
    ['华为 合同额15万 还在谈', 'contract'],
    ['Acme owes us $4,200', 'outstanding'],
    ['Acme paid 50k', 'paid'],
    ['Acme renewed at 40k', 'contract'],
    ['Acme budget 40k', 'quote'],
    ['华为 定金3万 月底付', 'outstanding'],
  ])('%s', (line, role) => {
    expect(parseFollowup(line, context).amount?.role).toBe(role);
  });
});

describe('parseDay', () => {
  it.each([
    ['下周一', { ok: true, from: '2026-03-16', to: '2026-03-16' }],
    ['3月20日到22日', { ok: true, from: '2026-03-20', to: '2026-03-22' }],
    ['3月30日到4月2日', { ok: true, from: '2026-03-30', to: '2026-04-02' }],
    ['next Tue', { ok: true, from: '2026-03-17', to: '2026-03-17' }],
    ['明天下午3点', { ok: true, from: '2026-03-12', to: '2026-03-12' }],
    ['nothing', { ok: false, ask: null }],
  ])('%s', (text, reading) => {
    expect(parseDay(text, context)).toEqual(reading);
  });

  it('offers the readings of a day it cannot settle', () => {
    expect(parseDay('3/4', context)).toEqual({
      ok: false,
      ask: { kind: 'date', seen: '3/4', candidates: ['2026-03-04', '2026-04-03'] },
    });
    expect(parseDay('周三或周四', context)).toMatchObject({
      ok: false,
      ask: { candidates: ['2026-03-18', '2026-03-12'] },
    });
    expect(parseDay('下周', context)).toMatchObject({ ok: false, ask: { kind: 'date' } });
  });
});

describe('what a card is told', () => {
  it('names the words and the readings', () => {
    expect(parseFollowup('Contoso 3/4 deadline slipped', context).clarify).toEqual([
      { kind: 'date', seen: '3/4', candidates: ['2026-03-04', '2026-04-03'] },
    ]);
    expect(parseFollowup('华为 报价15', context).clarify).toEqual([
      { kind: 'amount', seen: '15', candidates: ['15', '150000'] },
    ]);
    expect(parseFollowup('华为 安排周三或周四演示', context).clarify).toMatchObject([
      { kind: 'date', candidates: ['2026-03-18', '2026-03-12'] },
    ]);
  });

  it('knows the week, month and quarter and the last day of each', () => {
    expect(parseFollowup('华为 下周演示', context).next).toMatchObject({
      at: '2026-03-22',
      period: '2026-W12',
    });
    expect(parseFollowup('华为 下个月演示', context).next).toMatchObject({
      at: '2026-04-30',
      period: '2026-04',
    });
    expect(parseFollowup('华为 Q2演示', context).next).toMatchObject({
      at: '2026-06-30',
      period: '2026-Q2',
    });
  });

  it('shows where it read what', () => {
    const line = '华为张总 报价15万,明天演示';
    const { spans } = parseFollowup(line, context);
    const words = Object.entries(spans).map(([field, { start, end }]) => [
      field,
      line.slice(start, end),
    ]);
    expect(Object.fromEntries(words)).toEqual({
      customer: '华为',
      contact: '张总',
      amount: '15万',
      next: '明天',
    });
  });
});
