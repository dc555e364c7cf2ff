// Hand-written lines and what they must give, field by field.
import { describe, expect, it } from 'vitest';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import { toWorkbench } from '../../../../src/domain/parsing/workbench.ts';
import * as blindEn from './cases/blind-en.ts';
import * as en from './cases/en.ts';
import * as en2 from './cases/en2.ts';
import * as fresh from './cases/fresh.ts';
import * as fresh2 from './cases/fresh2.ts';
import * as fresh3 from './cases/fresh3.ts';
import * as fresh4 from './cases/fresh4.ts';
import * as fresh5 from './cases/fresh5.ts';
import * as fresh6 from './cases/fresh6.ts';
import * as fresh7 from './cases/fresh7.ts';
import * as mixed from './cases/mixed.ts';
import type { Expected, Row } from './cases/row.ts';
import * as zh from './cases/zh.ts';
import * as zh2 from './cases/zh2.ts';
import * as zh3 from './cases/zh3.ts';
import * as zh4 from './cases/zh4.ts';
import { contextOf } from './context.ts';

const amountOf = (amount: Expected['amount']) => {
  if (amount === undefined) return null;
  if (typeof amount === 'number') return { value: amount, currency: 'CNY' };
  const [value, currency, min, max] = amount;
  return min === undefined ? { value, currency } : { value, currency, min, max };
};

const nextOf = (next: Expected['next']) => {
  if (next === undefined) return null;
  const [action, at, precision, end] = next;
  return end === undefined ? { action, at, precision } : { action, at, precision, end };
};

const rowOf = ([, customer, expected = {}]: Row) => ({
  customer,
  contact: expected.contact ?? null,
  channel: expected.channel ?? null,
  outcome: expected.outcome ?? 'connected',
  intent: expected.intent ?? null,
  amount: amountOf(expected.amount),
  next: nextOf(expected.next),
  duration_min: expected.min ?? null,
  occurred: expected.occurred ?? null,
  clarify: expected.clarify ?? null,
});

for (const module of [
  zh,
  zh2,
  zh3,
  zh4,
  en,
  en2,
  mixed,
  fresh,
  fresh2,
  fresh3,
  fresh4,
  fresh5,
  fresh6,
  fresh7,
  blindEn,
]) {
  for (const [name, rows] of Object.entries(module) as [string, readonly Row[]][]) {
    describe(name, () => {
      it.each(rows.map((row) => [row[0], row] as const))('%s', (text, row) => {
        expect(toWorkbench(parseFollowup(text, contextOf()))).toEqual(rowOf(row));
      });
    });
  }
}
