// What must hold for any line whatever.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LENGTH } from '../../../../src/domain/parsing/normalise.ts';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import type { ParsedFollowup } from '../../../../src/domain/parsing/parsed.ts';
import { dayOf } from '../../../../src/domain/time.ts';
import { contextOf } from './context.ts';

const WORDS =
  '华为 万科 Acme 给 和 张总 李经理 Jane 打了电话 拜访了 微信 邮件 已签约 没签 未接 不感兴趣 意向A 报价 预算 尾款 合同额 已到账 明天 下周三 下下周一 周五 月底 3月底前 15号 4/1 3/4 下午3点 三点一刻 半个月后 一个半小时后 国庆后 尽快 前 之后 到 或 去演示 签约 回款 发方案 等回复 15万 两万五 1.2亿 50-60万 5w 不到10万 几十万 ¥8,000 $15k €15.000 1万25 半 刻 底 初 下下 个半 25分钟 1h30 called Acme spoke with demo tomorrow next Tue at 3 in 30 min EOD end of month Q2 by Friday paid signed lost quoted 10-12k less than USD CNY k m 万 亿 千 % 折 个 人 , 。 、 ; - / | : ( ) \n'.split(
    ' ',
  );
const lexical = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' ', ',')), { maxLength: 24 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));

const moment = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2030-12-31T00:00:00Z') })
  .chain((now) =>
    fc
      .constantFrom('Asia/Shanghai', 'America/New_York', 'UTC', 'Australia/Lord_Howe')
      .map((zone) => contextOf({ now, zone })),
  );

const holds = (parsed: ParsedFollowup, line: string, today: string): void => {
  expect(parsed.text).toBe(line);
  const { amount, next, occurred, clarify, spans } = parsed;
  if (amount !== null) {
    expect(Number.isFinite(amount.value) && amount.value > 0).toBe(true);
    expect(amount.currency).toMatch(/^[A-Z]{3}$/);
    expect(spans.amount).toBeDefined();
    if (amount.max !== undefined) expect(amount.max).toBeGreaterThan(amount.value);
  }
  if (next?.at) {
    expect(next.at).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/);
    expect(next.at.slice(0, 10) >= today).toBe(true);
    expect(next.precision).not.toBeNull();
  } else if (next !== null) {
    expect([next.precision, next.end]).toEqual([null, null]);
    expect(next.action).not.toBeNull();
  }
  if (occurred !== null) expect(occurred.at.slice(0, 10) <= today || occurred.period).toBeTruthy();
  const kinds = clarify.map((ask) => ask.kind);
  if (kinds.includes('customer')) expect(parsed.customer).toBeNull();
  else expect(parsed.customer).not.toBeNull();
  if (kinds.includes('amount') || kinds.includes('currency')) expect(amount).toBeNull();
  if (kinds.includes('date') || kinds.includes('holiday')) {
    expect(next?.at == null || occurred === null).toBe(true);
  }
  for (const span of Object.values(spans)) {
    expect(span.start >= 0 && span.start < span.end && span.end <= line.length).toBe(true);
  }
};

describe('any line', () => {
  it('of random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), moment, (line, context) => {
        holds(parseFollowup(line, context), line, dayOf(context.now, context.zone));
      }),
      { numRuns: 5000, seed: 11 },
    );
  });

  it('of words of the grammars', () => {
    fc.assert(
      fc.property(lexical, moment, (line, context) => {
        holds(parseFollowup(line, context), line, dayOf(context.now, context.zone));
      }),
      { numRuns: 5000, seed: 12 },
    );
  });

  it.each([
    ['', ''],
    ['lone surrogates', '\ud800华为\udc00 电话'],
    ['invisible marks', '\u202e华\u200b为\u2060 电\ufe0f话\u200f'],
    ['emoji', '🔥🔥华为👨‍👩‍👧 电话 5️⃣万'],
    ['private use', '\ue000华为\ue001 电话'],
    ['right to left', 'مرحبا Acme اتصال 15k'],
  ])('%s', (_, line) => {
    const context = contextOf();
    holds(parseFollowup(line, context), line, dayOf(context.now, context.zone));
  });

  it.each(['1', '万', '下', ' ', 'a ', '15万 ', '1,', '明天', 'Mr. ', '-', '给'])(
    'ten thousand of %s',
    (unit) => {
      const line = unit.repeat(10_000).slice(0, 10_000);
      const parsed = parseFollowup(line, contextOf());
      expect(parsed.truncated).toBe(true);
      expect(parsed.text).toBe(line);
    },
  );

  it(`reads ${MAX_LENGTH} characters and keeps the rest`, () => {
    const line = `华为 电话 ${'。'.repeat(MAX_LENGTH)} 报价15万`;
    const parsed = parseFollowup(line, contextOf());
    expect([parsed.customer?.name, parsed.amount, parsed.truncated]).toEqual(['华为', null, true]);
  });
});
