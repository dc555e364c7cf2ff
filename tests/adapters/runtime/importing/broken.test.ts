// Fifty kinds of broken rows: each is in the rejects file with its reason and place, and the rest is imported.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { dataFolder, root, rowsOf, runImport } from '../../../support/importing.ts';

const source = (file: string, noun: string, columns: string): object => ({
  file,
  records: [
    {
      noun,
      id: 'id',
      fields: Object.fromEntries(columns.split(' ').map((column) => [column, column])),
    },
  ],
});

const COLUMNS = {
  team: 'name zone currency',
  member: 'name role team manager joinedOn leftOn',
  customer: 'name owner',
  deal: 'member customer status amount currency openedOn closedOn',
  followup: 'member customer channel outcome grade duration occurredAt text',
  invoice: 'member customer dueOn amount',
  payment: 'member customer amount paidOn',
  handoff: 'customer from to note createdAt acceptedAt',
  satisfaction: 'member customer askedOn rating',
  qa_check: 'member checkedOn done applicable',
} as const;
type Table = keyof typeof COLUMNS;

const MAPPING = {
  name: 'broken',
  date: 'M/D/YYYY',
  defaults: { zone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh', calendar: 'cn' },
  sources: Object.entries(COLUMNS).map(([noun, columns]) => source(`${noun}.csv`, noun, columns)),
};

/** A line, and what it is rejected for; null when it is to be taken. */
type Case = readonly [line: string | Buffer, code: string | null];

const CASES: Readonly<Record<Table, readonly Case[]>> = {
  team: [
    ['t1,North,Asia/Shanghai,CNY', null],
    ['t2,Moon,Moon/Tycho,CNY', 'unknown_zone'],
    ['t3,North,,', 'name_taken'],
    ['t4,,,', 'missing'],
    ['t5,South,,', null],
  ],
  member: [
    ['m1,Ann,manager,t1,,1/1/2016,', null],
    ['m2,Bo,,t1,m1,1/1/2016,', null],
    ['m3,Cy,emperor,t1,,,', 'unknown_code'],
    ['m4,Di,rep,t1,m4,,', 'self_manager'],
    ['m5,Ed,rep,t9,,,', 'unknown_team'],
    ['m6,=Eve(),rep,t1,,,', 'formula'],
    ['m7,Flo,rep,t1,,2/1/2017,1/1/2017', 'left_before_joined'],
    ['m8,Gus,rep,t1,m99,,', 'unknown_member'],
    [',Hal,rep,t1,,,', 'missing'],
  ],
  customer: [
    ['c1,Acme,m2', null],
    [`c2,${'x'.repeat(201)},`, 'too_long'],
    ['c3,Be\u0007ll,', 'control_characters'],
    ['c4,ACME!,', 'name_taken'],
    [Buffer.from([...Buffer.from('c5,Caf'), 0xe9, ...Buffer.from(' Noir,')]), 'broken_text'],
    ['c6,"Two\nlines",', 'control_characters'],
    ['c7,＋Plus,', 'formula'],
    ['c8,"Smith, ""Sons""",m2', null],
    [`${'9'.repeat(201)},Long,`, 'too_long'],
  ],
  deal: [
    ['d1,m2,c1,won,1200.50,CNY,1/1/2017,2/3/2017', null],
    ['d2,,c1,won,1,CNY,1/1/2017,2/3/2017', 'missing'],
    ['d3,m99,c1,won,1,CNY,1/1/2017,2/3/2017', 'unknown_member'],
    ['d4,m2,c99,won,1,CNY,1/1/2017,2/3/2017', 'unknown_customer'],
    ['d5,m2,c1,won,1,CNY,1/1/2017,soon', 'bad_date'],
    ['d6,m2,c1,won,1,CNY,1/1/2017,2/30/2017', 'impossible_date'],
    ['d7,m2,c1,won,1,CNY,1/1/2017,25/10/2017', 'bad_date'],
    ['d8,m2,c1,won,a lot,CNY,1/1/2017,2/3/2017', 'bad_amount'],
    ['d9,m2,c1,won,1.2.3,CNY,1/1/2017,2/3/2017', 'bad_amount'],
    ['d10,m2,c1,won,-5,CNY,1/1/2017,2/3/2017', 'negative_amount'],
    ['d11,m2,c1,won,99999999999999999,CNY,1/1/2017,2/3/2017', 'amount_too_large'],
    ['d12,m2,c1,won,1.005,CNY,1/1/2017,2/3/2017', 'amount_too_fine'],
    ['d13,m2,c1,maybe,1,CNY,1/1/2017,2/3/2017', 'unknown_code'],
    ['d14,m2,c1,lost,1,CNY,1/1/2017,', 'closed_without_date'],
    ['d15,m2,c1,won,1,CNY,2/3/2017,1/1/2017', 'closed_before_opened'],
    ['d16,m2,c1,open,1,CNY,1/1/2017,2/3/2017', 'date_without_closing'],
    ['d1,m2,c1,won,77,CNY,1/1/2017,2/3/2017', 'duplicate_id'],
    ['d1,m2,c1,won,1200.50,CNY,1/1/2017,2/3/2017', null],
    ['d17,m2,c1,won,1,CNY,1/1/2017', 'too_few_columns'],
    ['d18,m2,c1,won,1,CNY,1/1/2017,2/3/2017,x', 'too_many_columns'],
    ['', 'empty_line'],
    [', ,,,,,,', 'blank_row'],
    ['d19,m2,c1,won,1,CNY,1/1/2017,1/1/2031', 'future_date'],
    ['d20,m2,c1,won,1,CNY,1/0/1900,2/3/2017', 'impossible_date'],
    ['d21,m2,c1,won,1,CNY,1/1/1900,2/3/2017', 'date_out_of_range'],
    ['d22,m2,c1,won,1,DOGE,1/1/2017,2/3/2017', 'unknown_currency'],
    ['d23,m2,"c1,won,1,CNY,1/1/2017,2/3/2017', 'unterminated_quote'],
    ['d24,m2,c1,won,"1" 2,CNY,1/1/2017,2/3/2017', 'misplaced_quote'],
    ['d25,m2,,open,"1,234",,2017-01-05,', null],
    ['d26,m2,c8,lost,0,JPY,1/1/2017,2/3/2017', null],
  ],
  followup: [
    ['f1,m2,c1,phone,connected,A,5,3/1/2017,talked about the offer', null],
    ['f2,m2,c1,pigeon,connected,A,5,3/1/2017,hello', 'unknown_code'],
    ['f3,m2,c1,phone,glorious,A,5,3/1/2017,hello', 'unknown_code'],
    ['f4,m2,c1,phone,connected,F,5,3/1/2017,hello', 'unknown_code'],
    ['f5,m2,c1,phone,connected,A,-5,3/1/2017,hello', 'out_of_range'],
    ['f6,m2,c1,phone,connected,A,five,3/1/2017,hello', 'bad_number'],
    ['f7,m2,c1,phone,connected,A,5,2017-03-01T25:00,hello', 'bad_time'],
    ['f8,m2,c1,phone,connected,A,5,3/1/2017,', 'missing'],
  ],
  invoice: [
    ['i1,m2,c1,1/5/2028,100', null],
    ['i2,m2,c1,,100', 'missing'],
    ['i3,m2,c1,1/5/2017,0', 'zero_amount'],
  ],
  payment: [
    ['p1,m2,c1,-100,1/5/2017', null],
    ['p2,m2,c1,0,1/5/2017', 'zero_amount'],
  ],
  handoff: [
    ['h1,c1,m1,m2,call them on Monday,3/1/2017,3/2/2017', null],
    ['h2,c1,m2,m2,to myself,3/1/2017,', 'self_handoff'],
    ['h3,c1,m1,m2,too early,3/2/2017,3/1/2017', 'answered_before_asked'],
  ],
  satisfaction: [
    ['s1,m2,c1,3/1/2017,5', null],
    ['s2,m2,c1,3/1/2017,0', 'out_of_range'],
    ['s3,m2,c1,3/1/2017,6', 'out_of_range'],
    ['s4,m2,c1,3/1/2017,3.5', 'bad_number'],
    ['s5,m2,c1,3/1/2017,', null],
  ],
  qa_check: [
    ['q1,m2,3/1/2017,7,8', null],
    ['q2,m2,3/1/2017,9,8', 'done_over_applicable'],
    ['q3,m2,3/1/2017,0,0', 'out_of_range'],
  ],
};

it('names each of them with its place, and takes the rest', async () => {
  const folder = join(root, 'broken');
  mkdirSync(folder);
  writeFileSync(join(root, 'broken.json'), JSON.stringify(MAPPING, null, 2));
  const expected: { file: string; line: string; code: string }[] = [];
  const taken: string[] = [];
  for (const [noun, cases] of Object.entries(CASES)) {
    const parts: Buffer[] = [Buffer.from(`id,${COLUMNS[noun as Table]}\n`.replaceAll(' ', ','))];
    let line = 2;
    for (const [text, code] of cases) {
      const bytes = Buffer.from(text);
      if (code === null) taken.push(noun);
      else expected.push({ file: `${noun}.csv`, line: String(line), code });
      parts.push(bytes, Buffer.from('\n'));
      line += bytes.toString('latin1').split('\n').length;
    }
    writeFileSync(join(folder, `${noun}.csv`), Buffer.concat(parts));
  }
  expect(expected.length).toBeGreaterThanOrEqual(50);

  const data = await dataFolder('broken-data');
  const rejects = join(root, 'rejects.csv');
  const args = ['--map', join(root, 'broken.json'), folder, '--data', data, '--rejects', rejects];
  const { code, out, err } = await runImport(args);
  expect(code, err).toBe(0);
  const found: Record<string, string>[] = parse(readFileSync(rejects), { columns: true });
  const places = found.map(({ file, line, code: why }) => ({ file, line, code: why }));
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(places)).toEqual(sorted(expected));
  for (const { reason } of found) expect(reason).not.toBe('');
  const swapped = found.find(({ id }) => id === 'd7');
  expect(swapped?.reason).toContain('day and month are swapped');
  expect(swapped?.closedOn).toBe('25/10/2017');
  expect(found.find(({ id }) => id === 'm6')?.name).toBe("'=Eve()");
  expect(out).toContain(`${taken.length} taken, ${expected.length} rejected`);

  expect(
    rowsOf(data, 'select status, amount_minor minor, currency, customer_id is null none from deal'),
  ).toEqual([
    { status: 'won', minor: 120_050, currency: 'CNY', none: 0 },
    { status: 'open', minor: 123_400, currency: 'CNY', none: 1 },
    { status: 'lost', minor: 0, currency: 'JPY', none: 0 },
  ]);
  expect(rowsOf(data, 'select name from customer order by id')).toEqual([
    { name: 'Acme' },
    { name: 'Smith, "Sons"' },
  ]);
  expect(rowsOf(data, 'select source, day, verdict from followup')).toEqual([
    { source: 'import', day: '2017-03-01', verdict: 'counted' },
  ]);
  expect(rowsOf(data, 'select count(*) n from satisfaction')).toEqual([{ n: 2 }]);
  expect(rowsOf(data, 'select count(*) n from external')).toEqual([{ n: taken.length - 1 }]);
});

it('says where in a mapping file something is wrong', async () => {
  const data = await dataFolder('faulty');
  const map = join(root, 'faulty.json');
  writeFileSync(
    map,
    JSON.stringify(
      {
        name: 'faulty',
        defaults: { zone: 'Moon/Tycho', currency: 'CNY', locale: 'zh', calendar: 'cn' },
        sources: [
          {
            file: '*.csv',
            records: [{ noun: 'deal', id: 'id', fields: { member: 'm', status: 's', price: 'p' } }],
          },
        ],
      },
      null,
      2,
    ),
  );
  const wrong = await runImport(['--map', map, root, '--data', data]);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain(`${map}:4:13: "zone": write a time zone such as Asia/Shanghai`);
  expect(wrong.err).toMatch(/faulty\.json:19:13: "price" is not known here/);
  writeFileSync(map, '{\n  "name": "x",\n  oops\n}');
  const broken = await runImport(['--map', map, root, '--data', data]);
  expect(broken.err).toContain(`${map}:3:3: a text in double quotes is missing`);
});
