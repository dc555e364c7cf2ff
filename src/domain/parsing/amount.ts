// Which of a line's amounts is the one to record, or what has to be asked about it.
import type { Currency } from '../money.ts';
import type { AmountHit } from './amounts.ts';
import type { AmountRole, Outcome } from './codes.ts';
import type { Clarify, ParsedAmount } from './parsed.ts';

// The sum the outcome is about comes first; of the others the more binding one.
const ORDER: Readonly<Partial<Record<Outcome, readonly AmountRole[]>>> = {
  paid: ['paid', 'contract', 'quote', 'outstanding'],
  won: ['contract', 'quote', 'paid', 'outstanding'],
};
const USUAL: readonly AmountRole[] = ['quote', 'contract', 'paid', 'outstanding'];
const FINAL =
  /(?:最终|最后|折后|优惠后|优惠价|成交价?|总价|总额|总共|一共|合计|共计|final(?:ly)?|total|now|revised|new price|in total|降到|谈到)\s*(?:价|是|为|:|of|is|at|price)?\s*$/i;
const FORMER =
  /(?:原价|原来?报价|原来|之前报价?|上次报价?|最初报价?|标价|list price|originally|was|instead of|down from)\s*(?:是|为|:|of|at)?\s*$/i;
const BUDGET = /(?:预算|目标价|期望|budget|target|expects?|wants?)\s*(?:是|为|只有|:|of|is)?\s*$/i;

export interface AmountChoice {
  readonly amount: ParsedAmount | null;
  readonly asks: readonly Clarify[];
  readonly hit: AmountHit | null;
}

const NOTHING: AmountChoice = { amount: null, asks: [], hit: null };

/**
 * Of several amounts: what the outcome is about (paid sums of a payment, the contract of a won deal),
 * totals and final prices before parts, our price before their budget. Two equal claims are asked.
 * `chosen` is the answer to a question about the currency.
 */
export const chooseAmount = (
  hits: readonly AmountHit[],
  outcome: Outcome,
  text: string,
  chosen: Currency | null = null,
): AmountChoice => {
  let left = hits.filter((hit) => !hit.aside || hits.length === 1);
  const narrow = (keep: (hit: AmountHit) => boolean): void => {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  };
  narrow((hit) => !hit.each);
  narrow((hit) => !FORMER.test(text.slice(Math.max(0, hit.start - 14), hit.start)));
  const order = ORDER[outcome] ?? USUAL;
  const best = Math.min(...left.map((hit) => order.indexOf(hit.role)));
  narrow((hit) => order.indexOf(hit.role) === best);
  const before = (hit: AmountHit): string => text.slice(Math.max(0, hit.start - 14), hit.start);
  if (left.length > 1) narrow((hit) => FINAL.test(before(hit)));
  if (left.length > 1) narrow((hit) => !BUDGET.test(before(hit)));
  const [first] = left;
  if (first === undefined) return NOTHING;
  const same = left.every((hit) => hit.value === first.value && hit.currency === first.currency);
  const seen = text.slice(first.start, first.end).trim();
  if (!same) {
    const values = left.map((hit) => hit.value).filter((value) => value !== null);
    return { amount: null, asks: [ask('amount', seen, values)], hit: first };
  }
  if (first.value === null) {
    return { amount: null, asks: [ask('amount', seen, first.candidates)], hit: first };
  }
  const settled = first.currency ?? first.currencies.find((code) => code === chosen) ?? null;
  if (settled === null) {
    return {
      amount: null,
      asks: [{ kind: 'currency', seen, candidates: first.currencies }],
      hit: first,
    };
  }
  const { value, min, max, role } = first;
  return {
    amount: {
      value,
      currency: settled,
      ...(min !== null && max !== null ? { min, max } : {}),
      role: settledRole(role, outcome, hits),
    },
    asks: [],
    hit: first,
  };
};

// Without a word beside it, the sum of a won line is the contract, of a paid line the payment.
const settledRole = (
  role: AmountRole,
  outcome: Outcome,
  hits: readonly AmountHit[],
): AmountRole => {
  if (hits.length === 1 && role === 'quote') {
    if (outcome === 'won') return 'contract';
    if (outcome === 'paid') return 'paid';
  }
  if (role === 'paid' && outcome !== 'paid' && outcome !== 'won') return 'outstanding';
  return role;
};

const ask = (kind: 'amount', seen: string, values: readonly number[]): Clarify => ({
  kind,
  seen,
  candidates: [...new Set(values)].map(String),
});
