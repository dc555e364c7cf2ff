import { expect, test } from 'vitest';
import { customerName, SLOT_SIZE } from '../../../../adapters/demo/generate/names.ts';

test.each(['zh', 'en'] as const)('no two customers in fifty books share a name (%s)', (locale) => {
  const names = new Set<string>();
  for (let slot = 0; slot < 50; slot++) {
    for (let index = 0; index < SLOT_SIZE; index++) names.add(customerName(locale, slot, index));
  }
  expect(names.size).toBe(50 * SLOT_SIZE);
});

test('the pool has far more than 120 names, and no part of one is empty', () => {
  for (const locale of ['zh', 'en'] as const) {
    const first = Array.from({ length: SLOT_SIZE }, (_, index) => customerName(locale, 0, index));
    for (const name of first) expect(name).toMatch(/^(\p{Script=Han}{4,8}|[A-Z][A-Za-z& ]+)$/u);
  }
});
