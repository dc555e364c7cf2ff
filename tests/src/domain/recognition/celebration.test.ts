// What a celebration may show of a customer and an amount.
import { describe, expect, it } from 'vitest';
import { shownAmount, shownCustomer } from '../../../../src/domain/recognition/celebration.ts';
import { recognitionRules } from '../../../../src/domain/recognition/settings.ts';

const masked = recognitionRules(null);
const open = recognitionRules({ showCustomer: true, showAmount: true });
const customer = (name: string, confidential = false) => ({ name, confidential });

describe('the customer', () => {
  it.each([
    ['华星电子', 'manufacturing'],
    ['晨光科技', 'technology'],
    ['工商银行软件中心', 'finance'],
    ['远航物流', 'logistics'],
    ['仁和医院', 'health'],
    ['Acme Motors', 'manufacturing'],
    ['First Data Bank', 'finance'],
    ['Acme Corp', null],
    ['张三', null],
    // A word within a word tells nothing.
    ['Stormart', null],
    ['Poweressa', null],
  ])('%s is of %s', (name, industry) => {
    expect(shownCustomer(customer(name), masked)).toEqual({ industry });
  });

  it('is named when the team says so, a confidential one never, nor by its trade', () => {
    expect(shownCustomer(customer('晨光科技'), open)).toEqual({ name: '晨光科技' });
    expect(shownCustomer(customer('晨光科技', true), open)).toEqual({ industry: null });
    expect(shownCustomer(customer('晨光科技', true), masked)).toEqual({ industry: null });
  });
});

describe('the amount', () => {
  const cny = (minor: number) => ({ minor, currency: 'CNY' });

  it.each([
    [12_000_000, 6],
    [9_999_999, 5],
    [10_000_000, 6],
    [99, 1],
  ])('%i fen has %i figures', (minor, figures) => {
    expect(shownAmount(cny(minor), null, masked)).toEqual({ figures });
  });

  it('has the figures it has in the team’s currency, and is as it was agreed when shown', () => {
    const usd = { minor: 5_000_000, currency: 'USD' };
    expect(shownAmount(usd, cny(35_000_000), masked)).toEqual({ figures: 6 });
    expect(shownAmount(usd, cny(35_000_000), open)).toEqual({ money: usd });
    expect(shownAmount({ minor: 5_000_000, currency: 'JPY' }, null, masked)).toEqual({
      figures: 7,
    });
  });
});
