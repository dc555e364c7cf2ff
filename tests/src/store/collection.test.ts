// The collection rate over several currencies.
import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../../src/store/collection.ts';

const row = (currency: string, open: number, paid: number) => ({
  customerId: 1,
  dueOn: '2026-03-02',
  currency,
  open,
  paid,
});

describe('amounts of other currencies', () => {
  it('are added up by their worth, whatever their smallest unit is', () => {
    // 100,000 yen have no cents: at 0.05 they are 5,000.00 yuan.
    const found = collectionOf([row('JPY', 100_000, 50_000), row('CNY', 500_000, 0)], 'CNY', {
      'JPY:CNY': 0.05,
    });
    expect(found).toEqual({
      dueMinor: 1_000_000,
      collectedMinor: 250_000,
      invoices: 2,
      largestShare: 0.5,
    });
  });

  it('are as before between currencies of as many places, and left out without a rate', () => {
    const rates = { 'USD:CNY': 7.2 };
    expect(collectionOf([row('USD', 1_001, 1_001)], 'CNY', rates).dueMinor).toBe(
      Math.round(1_001 * 7.2),
    );
    expect(collectionOf([row('EUR', 1_001, 1_001)], 'CNY', rates).invoices).toBe(0);
  });
});
