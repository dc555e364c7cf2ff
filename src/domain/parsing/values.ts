// Single values typed into a command or a form: an amount, a day or a range of days.
import type { Day } from '../time.ts';
import { chooseAmount } from './amount.ts';
import { amountsIn } from './amounts.ts';
import { Board } from './atoms.ts';
import { datesIn, otherDatesIn } from './dates.ts';
import { durationsIn } from './durations.ts';
import { normalise } from './normalise.ts';
import type { Clarify, ParseContext, ParsedAmount } from './parsed.ts';
import { nowOf } from './when.ts';

export type AmountReading =
  | { readonly ok: true; readonly amount: ParsedAmount }
  /** `ask` is null when the text holds no amount at all. */
  | { readonly ok: false; readonly ask: Clarify | null };

interface AmountContext extends Pick<ParseContext, 'currency'> {
  /** Whether `currency` is the answer to a question: of two named ($15k CNY) it is the one meant. */
  readonly settled?: boolean;
}

/** The amount a text names, where a bare number is one (`/paid Acme 50000`), or what to ask. */
export const readAmount = (text: string, context: AmountContext): AmountReading => {
  const line = normalise(text).text;
  const hits = amountsIn(
    new Board(line),
    line,
    [{ start: 0, end: line.length }],
    context.currency,
    true,
  );
  const { amount, asks } = chooseAmount(
    hits,
    'connected',
    line,
    context.settled === true ? context.currency : null,
  );
  return amount === null ? { ok: false, ask: asks[0] ?? null } : { ok: true, amount };
};

/** The amount a text names; null when there is none or it would have to be asked. */
export const parseAmount = (text: string, context: AmountContext): ParsedAmount | null => {
  const reading = readAmount(text, context);
  return reading.ok ? reading.amount : null;
};

export type DayReading =
  /** `to` equals `from` for a single day. */
  | { readonly ok: true; readonly from: Day; readonly to: Day }
  /** `ask` is null when the text holds no date at all. */
  | { readonly ok: false; readonly ask: Clarify | null };

/** The day or days to come that a text names (下周一, 3月20日到22日, next Tue), or what to ask. */
export const parseDay = (
  text: string,
  context: Pick<ParseContext, 'now' | 'zone' | 'calendar'>,
): DayReading => {
  const line = normalise(text).text;
  const board = new Board(line);
  const now = nowOf(context.now, context.zone, context.calendar);
  const dates = datesIn(board, line, now);
  durationsIn(board, line);
  const [hit, second] = [...dates, ...otherDatesIn(board, now)];
  if (hit === undefined) return { ok: false, ask: null };
  const seen = line.slice(hit.start, hit.end).trim();
  if (second !== undefined) return { ok: false, ask: { kind: 'date', seen: line, candidates: [] } };
  const reading = hit.ahead();
  if (!reading.ok) {
    return { ok: false, ask: { kind: reading.ask, seen, candidates: reading.candidates } };
  }
  const { at, end, precision } = reading.when;
  if (precision === 'week' || precision === 'month' || precision === 'quarter') {
    return { ok: false, ask: { kind: 'date', seen, candidates: [] } };
  }
  const from = at.slice(0, 10);
  return { ok: true, from, to: end?.slice(0, 10) ?? from };
};
