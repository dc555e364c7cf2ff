// Lines put together from parts of known meaning: a date or an amount is read rightly or not at all.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import { toWorkbench } from '../../../../src/domain/parsing/workbench.ts';
import { WEDNESDAY } from './cases/dates.ts';
import { contextOf } from './context.ts';

type Sum = readonly [words: string, value: number | null, currency?: string, max?: number];
const isHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

const ZH = {
  who: '华为张总 电话|拜访了三一重工|周大福 微信|和字节跳动的李经理聊了|OPPO|万科 邮件'.split('|'),
  what: '聊了25分钟|已签约|不感兴趣|已到账|口头答应了|发了方案|未接通|还没签|意向A|B类'.split('|'),
  sums: [
    ['', null],
    ['报价15万', 150000],
    ['两万五', 25000],
    ['预算1.2亿', 120000000],
    ['报价50-60万', 500000, 'CNY', 600000],
    ['3万美金', 30000, 'USD'],
    ['预算几十万', null],
    ['不到10万', null],
    ['50个账号', null],
    ['竞品报价12万', null],
  ] as Sum[],
  steps: '演示|签合同|发方案|回访|付款|评审|续约|上线|交付'.split('|'),
  gaps: ['，', ',', ' ', '。', '；', '、', '\n'],
};
const EN = {
  who: 'Called Acme|Met Stark Industries|Spoke with Jane at Globex|3M|Emailed P&G|Umbrella Corp'.split(
    '|',
  ),
  what: '20 min|signed|not interested|sent proposal|payment received|demo done|hot|grade B'.split(
    '|',
  ),
  sums: [
    ['', null],
    ['quoted $15k', 15000, 'USD'],
    ['budget 50k', 50000],
    ['quote €12,500', 12500, 'EUR'],
    ['quote 10-12k', 10000, 'CNY', 12000],
    ['deal worth $1.2m', 1200000, 'USD'],
    ['less than 10k', null],
    ['500 seats', null],
    ['competitor quoted 9k', null],
  ] as Sum[],
  steps: 'demo|follow up|send proposal|meeting|review|decision|kickoff|reply'.split('|'),
  gaps: [', ', '; ', '. ', ' - ', '\n'],
};

const parts = (lang: typeof ZH, han: boolean) =>
  fc.record({
    who: fc.constantFrom(...lang.who),
    what: fc.subarray(lang.what, { maxLength: 2 }),
    sum: fc.constantFrom(...lang.sums),
    step: fc.constantFrom(...lang.steps),
    gap: fc.constantFrom(...lang.gaps),
    date: fc.constantFrom(...WEDNESDAY.filter(([words]) => isHan(words) === han)),
    han: fc.constant(han),
  });

it('no date and no amount is silently wrong', () => {
  fc.assert(
    fc.property(fc.oneof(parts(ZH, true), parts(EN, false)), (line) => {
      const { who, what, sum, step, gap, date, han } = line;
      const plan = han ? date[0] + step : `${step} ${date[0]}`;
      const text = [who, ...what, sum[0], plan].filter(Boolean).join(gap);
      const row = toWorkbench(parseFollowup(text, contextOf()));
      const [, value, currency = 'CNY', max] = sum;
      if (row.amount !== null) {
        expect(row.amount, text).toEqual({
          value,
          currency,
          ...(max === undefined ? {} : { min: value, max }),
        });
      }
      const want = Array.isArray(date[1]) ? date[1] : [null, null];
      if (row.next?.at) expect([row.next.at, row.next.precision], text).toEqual(want.slice(0, 2));
      expect(row.occurred, text).toBeNull();
    }),
    { numRuns: 3000, seed: 21 },
  );
});
