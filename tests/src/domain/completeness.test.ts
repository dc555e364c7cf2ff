import { expect, test } from 'vitest';
import { type CompletenessInput, completenessOf } from '../../../src/domain/completeness.ts';
import { applyCurve } from '../../../src/domain/scoring/curves.ts';

const full: CompletenessInput = {
  customer: true,
  channel: 'phone',
  outcome: 'connected',
  intent: 'B',
  nextStep: 'call',
  nextDate: '2026-03-18',
  text: '木鲸物流张总关心售后响应和上线周期',
  names: ['木鲸物流', '张总'],
  custom: [],
};
const of = (more: Partial<CompletenessInput>) => completenessOf({ ...full, ...more });
const curve = { kind: 'up', target: 0.9, stretch: 1, floor: 0 } as const;

test('a full record earns all ten', () => {
  expect(completenessOf(full)).toEqual({
    earned: 10,
    applicable: 10,
    millionths: 1_000_000,
    missing: [],
  });
});

test('eight of ten weights score 71.1111', () => {
  const { millionths, missing } = of({ nextDate: null });
  expect([millionths, missing]).toEqual([800_000, ['nextDate']]);
  expect(applyCurve(curve, millionths / 1e6)).toBeCloseTo(71.1111, 4);
});

test('a won deal needs no next step: six of six score 100', () => {
  const won = of({ outcome: 'won', nextStep: null, nextDate: null });
  expect(won).toEqual({ earned: 6, applicable: 6, millionths: 1_000_000, missing: [] });
  expect(applyCurve(curve, won.millionths / 1e6)).toBe(100);
});

test.each(['lost', 'rejected', 'wrong_number'] as const)('nor does one after %s', (outcome) => {
  expect(of({ outcome, nextStep: null, nextDate: null }).applicable).toBe(6);
});

test('when nobody answered there is nothing to sum up', () => {
  expect(of({ outcome: 'no_answer', text: '未接通' })).toMatchObject({ earned: 8, applicable: 8 });
  expect(of({ outcome: 'voicemail', text: '未接通' }).missing).toEqual(['summary']);
});

test.each([
  ['木鲸物流张总关心售后响应和上线', false],
  ['木鲸物流张总关心售后响应和上线了', true],
  ['Spoke to 张总 about two new', true],
  ['Spoke to 张总 about two', false],
  ['call 张总 关心售后响应速度', true],
  ['call 张总 关心售后响应速', false],
])('"%s" sums up: %s', (text, valid) => {
  expect(of({ text }).missing.includes('summary')).toBe(!valid);
});

test('an optional field of the team counts only when it is filled', () => {
  const custom = [
    { key: 'region', required: true, filled: false },
    { key: 'budget', required: false, filled: true },
    { key: 'rival', required: false, filled: false },
  ];
  expect(of({ custom })).toEqual({
    earned: 11,
    applicable: 12,
    millionths: 916_667,
    missing: ['custom:region'],
  });
});

test('everything that is missing is named in the order it is asked', () => {
  expect(
    completenessOf({
      customer: false,
      channel: null,
      outcome: null,
      intent: null,
      nextStep: null,
      nextDate: null,
      text: '',
      names: [],
      custom: [],
    }),
  ).toEqual({
    earned: 0,
    applicable: 10,
    millionths: 0,
    missing: ['customer', 'channel', 'outcome', 'summary', 'intent', 'nextStep', 'nextDate'],
  });
});

test('a team may weigh the fields its own way', () => {
  const weights = { ...ONE, summary: 0, nextDate: 3 };
  expect(completenessOf({ ...full, nextDate: null, text: '' }, weights)).toMatchObject({
    earned: 5,
    applicable: 8,
    millionths: 625_000,
    missing: ['nextDate'],
  });
});

const ONE = {
  customer: 1,
  channel: 1,
  outcome: 1,
  summary: 1,
  intent: 1,
  nextStep: 1,
  nextDate: 1,
};
