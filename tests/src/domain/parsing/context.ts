// The context the parser's tests read lines in.
import { STANDARD_SHIFTS } from '../../../../src/domain/calendar.ts';
import type { KnownCustomer, ParseContext } from '../../../../src/domain/parsing/parsed.ts';

/** Wednesday 2026-03-11 10:00 in Shanghai, tenant currency CNY, an empty book. */
export const contextOf = (over: Partial<ParseContext> = {}): ParseContext => ({
  now: Date.parse('2026-03-11T10:00:00+08:00'),
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  customers: [] as readonly KnownCustomer[],
  calendar: { kind: 'cn', exceptions: {}, shifts: STANDARD_SHIFTS },
  ...over,
});

export const at = (instant: string, zone = 'Asia/Shanghai'): ParseContext =>
  contextOf({ now: Date.parse(instant), zone });
