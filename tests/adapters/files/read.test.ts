// Files as people have them: any encoding, any delimiter, line ends inside quotes, quotes nobody closed, workbooks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { openTable } from '../../../adapters/files/read.ts';
import type { TableOptions } from '../../../adapters/files/table.ts';

const root = mkdtempSync(join(tmpdir(), 'genjin-read-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = async (content: string | Buffer, options: TableOptions = {}) => {
  const file = join(root, 'file');
  writeFileSync(file, content);
  const table = await openTable(file, options);
  const rows = [];
  for await (const piece of table.pieces) rows.push(...piece.rows);
  return { header: table.header, how: table.how, rows };
};
const cells = async (content: string | Buffer, options: TableOptions = {}) =>
  (await read(content, options)).rows.map((row) => row.cells);

/** 名称,城市 / 华星,上海 in GBK. */
const GBK = Buffer.from('c3fbb3c62cb3c7cad00abbaad0c72cc9cfbaa30a', 'hex');

it('reads every encoding and delimiter', async () => {
  const text = 'name;city\n华星;上海\n';
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  ]) {
    const table = await read(bytes);
    expect(table.header).toEqual(['name', 'city']);
    expect(table.rows.map((row) => row.cells)).toEqual([['华星', '上海']]);
  }
  const gbk = await read(GBK);
  expect([gbk.header, gbk.rows[0]?.cells, gbk.how]).toEqual([
    ['名称', '城市'],
    ['华星', '上海'],
    'CSV, GB18030, commas',
  ]);
  expect(await cells('a\tb\r\n1,5\t2\r\n')).toEqual([['1,5', '2']]);
});

it('keeps what is quoted and costs a stray quote only its own line', async () => {
  const { rows } = await read('a,b\n"x\ny","say ""hi"""\n1,"2\n3,4\n5,6" 7\n8,9');
  expect(rows.map(({ line, cells: own, fault }) => [line, own, fault?.code ?? null])).toEqual([
    [2, ['x\ny', 'say "hi"'], null],
    [4, ['1', '"2'], 'unterminated_quote'],
    [5, ['3', '4'], null],
    [6, ['5', '6" 7'], 'unterminated_quote'],
    [7, ['8', '9'], null],
  ]);
});

it('reads the same however the file falls into pieces', async () => {
  const line = `${'华'.repeat(40)},"${'x'.repeat(30)}\n${'y'.repeat(30)}"`;
  const rows = await cells(`a,b\r\n${Array.from({ length: 9_000 }, () => line).join('\r\n')}\r\n`);
  expect(rows).toHaveLength(9_000);
  expect(new Set(rows.map((row) => row.join('|'))).size).toBe(1);
});

it('takes off what guards a formula, and no other apostrophe', async () => {
  expect(await cells("a,b\n'=1+1,'s-Gravenhage\n")).toEqual([['=1+1', "'s-Gravenhage"]]);
});

it('reads a workbook by what is in it', async () => {
  const file = join(root, 'book.csv');
  await writeXlsxFile(
    [
      [{ value: 'day' }, { value: 'amount' }, { value: 'name' }],
      [
        { value: new Date('2017-03-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        { value: 1054.1, type: Number },
        { value: ' 华星 ', type: String },
      ],
    ],
    {},
  ).toFile(file);
  const table = await openTable(file);
  const rows = [];
  for await (const piece of table.pieces) rows.push(...piece.rows);
  expect(table.header).toEqual(['day', 'amount', 'name']);
  expect(rows).toEqual([{ line: 2, cells: ['2017-03-01', '1054.1', ' 华星 '], fault: null }]);
});

it('says what to do with an old workbook', async () => {
  await expect(read(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow(/save it as .xlsx/);
});
