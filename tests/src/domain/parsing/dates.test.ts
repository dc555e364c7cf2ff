// Every date convention at several moments: weekday, Sunday, month end by night, year end, another zone.
import { describe, expect, it } from 'vitest';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import { toWorkbench } from '../../../../src/domain/parsing/workbench.ts';
import { type DateRow, MONTH_END, NEW_YORK, SUNDAY, WEDNESDAY, YEAR_END } from './cases/dates.ts';
import { at } from './context.ts';

const SETS: readonly (readonly [string, readonly DateRow[], ReturnType<typeof at>])[] = [
  ['Wednesday morning', WEDNESDAY, at('2026-03-11T10:00:00+08:00')],
  ['Sunday', SUNDAY, at('2026-03-15T10:00:00+08:00')],
  ['the last of the month, 23:30', MONTH_END, at('2026-03-31T23:30:00+08:00')],
  ['the end of a year with 53 weeks', YEAR_END, at('2026-12-30T09:00:00+08:00')],
  [
    'New York before the clock change',
    NEW_YORK,
    at('2026-03-07T20:00:00-05:00', 'America/New_York'),
  ],
];

for (const [name, rows, context] of SETS) {
  describe(name, () => {
    it.each(rows.map((row) => [...row] as const))('%s', (phrase, expected) => {
      const line = /[\u4e00-\u9fff]/.test(phrase) ? `华为 ${phrase}拜访` : `Acme visit ${phrase}`;
      const row = toWorkbench(parseFollowup(line, context));
      const { next } = row;
      if (Array.isArray(expected)) {
        const [on, precision, end] = expected;
        const want = { action: 'visit', at: on, precision, ...(end === undefined ? {} : { end }) };
        expect({ next, clarify: row.clarify }).toEqual({ next: want, clarify: null });
      } else {
        expect({ at: next?.at ?? null, clarify: row.clarify }).toEqual({
          at: null,
          clarify: expected,
        });
      }
    });
  });
}
