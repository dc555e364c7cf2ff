// Every noun from workbooks and from CSV: added, found by name, changed under the same id; beside a writer.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { expect, it } from 'vitest';
import { xlsxFile } from '../../../../adapters/files/write-xlsx.ts';
import { openWorkspace } from '../../../../adapters/sqlite/file.ts';
import { Refusal } from '../../../../src/errors.ts';
import { addMember } from '../../../../src/store/member.ts';
import { recount } from '../../../../src/store/rollup.ts';
import { setting } from '../../../../src/store/schema/index.ts';
import {
  dataFolder,
  look,
  root,
  rowsOf,
  runImport,
  startImport,
} from '../../../support/importing.ts';

const COLUMNS = {
  team: 'name zone',
  member: 'name role team',
  customer: 'name owner contact_id contact',
  lead: 'customer member assignedAt',
  followup: 'member customer channel outcome grade occurredAt text',
  deal: 'member customer status amount openedOn closedOn stage',
  invoice: 'member customer dueOn amount deal',
  payment: 'member customer amount paidOn',
  handoff: 'customer from to note createdAt acceptedAt',
  satisfaction: 'member customer askedOn rating',
  qa_check: 'member checkedOn done applicable',
} as const;
type Table = keyof typeof COLUMNS;

const recordOf = (noun: string, columns: readonly string[]) => ({
  noun,
  id: 'id',
  fields: Object.fromEntries(columns.map((column) => [column, column])),
});

const MAPPING = {
  name: 'all',
  defaults: { zone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh', calendar: 'cn' },
  sources: Object.entries(COLUMNS).map(([noun, columns]) => {
    const own = columns.split(' ').filter((column) => !column.startsWith('contact'));
    const record = recordOf(noun, own);
    const contact = {
      ...{ noun: 'contact', id: 'contact_id', when: 'contact' },
      fields: { customer: 'id', name: 'contact' },
    };
    return {
      file: `${noun}.*`,
      records: [
        noun === 'member' ? { ...record, match: 'name' } : record,
        ...(noun === 'customer' ? [contact] : []),
      ],
    };
  }),
};

type Rows = Readonly<Record<Table, readonly string[]>>;

const BEFORE: Rows = {
  team: ['t1,North,Asia/Shanghai'],
  member: ['m1,Ann,manager,t1', 'm2,Bo,rep,t1', 'm3,Cy,rep,t1'],
  customer: ['c1,Acme,m2,k1,Li', 'c2,Bell,m3,,'],
  lead: ['l1,c1,m2,2026-11-02T09:00'],
  followup: ['f1,m2,c1,phone,connected,B,2026-11-04T10:00,they asked for our price list'],
  deal: ['d1,m2,c1,open,1000,2026-11-04,,Talking', 'd2,m3,c2,lost,10,2026-10-01,2026-10-09,'],
  invoice: ['i1,m2,c1,2026-12-01,100,d1'],
  payment: ['p1,m2,c1,50,2026-11-12'],
  handoff: ['h1,c1,m1,m2,call them on Monday,2026-11-01T09:00,'],
  satisfaction: ['s1,m2,c1,2026-11-10,'],
  qa_check: ['q1,m2,2026-11-10,7,8'],
};

const AFTER: Rows = {
  team: ['t1,North East,Asia/Tokyo'],
  member: ['m1,Ann,manager,t1', 'm2,Bob,manager,t1', 'm3,Cy,rep,t1'],
  customer: ['c1,Acme Ltd,m1,k1,Li Wei', 'c2,Bell,m3,,'],
  lead: ['l1,c1,m2,2026-11-05T09:00'],
  followup: ['f1,m2,c1,visit,negotiating,A,2026-11-06T10:00,we went through the whole offer'],
  deal: ['d1,m2,c1,won,1200,2026-11-04,2026-11-10,', 'd2,m3,c2,lost,10,2026-10-01,2026-10-09,'],
  invoice: ['i1,m2,c1,2026-12-15,150,d1'],
  payment: ['p1,m2,c1,60,2026-11-13'],
  handoff: ['h1,c1,m1,m2,call them on Tuesday,2026-11-01T09:00,2026-11-02T09:00'],
  satisfaction: ['s1,m2,c1,2026-11-10,5'],
  qa_check: ['q1,m2,2026-11-10,8,8'],
};

const tables = Object.keys(COLUMNS) as Table[];
const headerOf = (table: Table): string[] => ['id', ...COLUMNS[table].split(' ')];

const workbooks = (rows: Rows): Promise<string[]> =>
  Promise.all(
    tables.map(async (table) => {
      const path = join(root, `${table}.xlsx`);
      const cells = rows[table].map((row) => row.split(','));
      writeFileSync(path, await xlsxFile({ name: table, columns: headerOf(table), rows: cells }));
      return path;
    }),
  );

const csvFiles = (rows: Rows): string[] =>
  tables.map((table) => {
    const path = join(root, `${table}.csv`);
    writeFileSync(path, `${[headerOf(table).join(','), ...rows[table]].join('\n')}\n`);
    return path;
  });

const VIEWS = {
  team: 'select name, zone from team',
  member: 'select name, role from member order by id',
  customer: `select c.name, m.name owner, c.grade, c.contacted_at at from customer c
    join member m on m.id = c.owner_id order by c.id`,
  contact: 'select id, name from contact',
  lead: `select assigned_on assigned, answered_at answered from lead`,
  followup: 'select channel, outcome, day, verdict from followup',
  deal: 'select status, amount_minor minor, closed_on closed, stage from deal order by id',
  invoice: 'select due_on due, amount_minor minor, deal_id deal from invoice',
  payment: 'select paid_on paid, amount_minor minor from payment',
  handoff: 'select note, accepted_at is null waiting, followed_at followed from handoff',
  satisfaction: 'select rating from satisfaction',
  qa_check: 'select done from qa_check',
  rollup:
    'select day, recorded, visit, won, lost from rollup where recorded + won + lost > 0 order by day',
} as const;

const viewOf = (data: string) =>
  Object.fromEntries(Object.entries(VIEWS).map(([name, sql]) => [name, rowsOf(data, sql)]));

const at = (text: string): number => Date.parse(text);

it('takes workbooks, and changes each row that says something else under its id', async () => {
  const data = await dataFolder('nouns');
  const map = join(root, 'all.json');
  writeFileSync(map, JSON.stringify(MAPPING));
  const workspace = openWorkspace(join(data, 'w1.sqlite'));
  await workspace.write((db) => addMember(db, { name: 'Cy', role: 'rep', joinedOn: '2026-01-01' }));
  await workspace.close();

  const added = await runImport(['--map', map, ...(await workbooks(BEFORE)), '--data', data]);
  expect(added.code, added.err).toBe(0);
  expect(added.out).toContain('deal.xlsx (XLSX');
  expect(added.out).toMatch(/15 rows read, 15 taken, 0 rejected/);
  expect(added.out).toMatch(/member +2 added, 0 changed, 0 unchanged, 1 adopted, 0 rejected/);
  expect(added.out).toMatch(/contact +1 added/);
  expect(viewOf(data)).toEqual({
    team: [{ name: 'North', zone: 'Asia/Shanghai' }],
    // Who was here before stays as they are.
    member: [
      { name: 'Cy', role: 'rep' },
      { name: 'Ann', role: 'manager' },
      { name: 'Bo', role: 'rep' },
    ],
    customer: [
      { name: 'Acme', owner: 'Bo', grade: 'B', at: at('2026-11-04T02:00Z') },
      { name: 'Bell', owner: 'Cy', grade: null, at: null },
    ],
    contact: [{ id: 1, name: 'Li' }],
    lead: [{ assigned: '2026-11-02', answered: at('2026-11-04T02:00Z') }],
    followup: [{ channel: 'phone', outcome: 'connected', day: '2026-11-04', verdict: 'counted' }],
    deal: [
      { status: 'open', minor: 100_000, closed: null, stage: 'Talking' },
      { status: 'lost', minor: 1_000, closed: '2026-10-09', stage: null },
    ],
    invoice: [{ due: '2026-12-01', minor: 10_000, deal: 1 }],
    payment: [{ paid: '2026-11-12', minor: 5_000 }],
    handoff: [{ note: 'call them on Monday', waiting: 1, followed: null }],
    satisfaction: [{ rating: null }],
    qa_check: [{ done: 7 }],
    rollup: [
      { day: '2026-10-09', recorded: 0, visit: 0, won: 0, lost: 1 },
      { day: '2026-11-04', recorded: 1, visit: 0, won: 0, lost: 0 },
    ],
  });

  const client = new Client(join(data, 'w1.sqlite'));
  client.exec(`insert into score (member_id, period, from_day, as_of, standard, available, provisional, facts, stale, computed_at)
    select id, 'month', '2026-11-01', '2026-11-22', (select max(version) from standard), 1, 0, '{}', 0, 0 from member`);
  client.close();
  const same = await runImport(['--map', map, ...csvFiles(BEFORE), '--data', data]);
  expect(same.out).toMatch(/deal +0 added, 0 changed, 2 unchanged/);
  expect(rowsOf(data, 'select count(*) n from score where stale')).toEqual([{ n: 0 }]);

  const changed = await runImport(['--map', map, ...csvFiles(AFTER), '--data', data]);
  expect(changed.code, changed.err).toBe(0);
  for (const noun of [...tables, 'contact']) {
    expect(changed.out).toMatch(new RegExp(`${noun.replace('_', ' ')} +0 added, 1 changed`));
  }
  expect(viewOf(data)).toEqual({
    team: [{ name: 'North East', zone: 'Asia/Tokyo' }],
    member: [
      { name: 'Cy', role: 'rep' },
      { name: 'Ann', role: 'manager' },
      { name: 'Bob', role: 'manager' },
    ],
    customer: [
      { name: 'Acme Ltd', owner: 'Ann', grade: 'A', at: at('2026-11-06T01:00Z') },
      { name: 'Bell', owner: 'Cy', grade: null, at: null },
    ],
    contact: [{ id: 1, name: 'Li Wei' }],
    lead: [{ assigned: '2026-11-05', answered: at('2026-11-06T01:00Z') }],
    followup: [{ channel: 'visit', outcome: 'negotiating', day: '2026-11-06', verdict: 'counted' }],
    deal: [
      { status: 'won', minor: 120_000, closed: '2026-11-10', stage: null },
      { status: 'lost', minor: 1_000, closed: '2026-10-09', stage: null },
    ],
    invoice: [{ due: '2026-12-15', minor: 15_000, deal: 1 }],
    payment: [{ paid: '2026-11-13', minor: 6_000 }],
    handoff: [{ note: 'call them on Tuesday', waiting: 0, followed: at('2026-11-06T01:00Z') }],
    satisfaction: [{ rating: 5 }],
    qa_check: [{ done: 8 }],
    rollup: [
      { day: '2026-10-09', recorded: 0, visit: 0, won: 0, lost: 1 },
      { day: '2026-11-06', recorded: 1, visit: 1, won: 0, lost: 0 },
      { day: '2026-11-10', recorded: 0, visit: 0, won: 1, lost: 0 },
    ],
  });
  const stale = `select m.name from score s join member m on m.id = s.member_id where stale order by 1`;
  expect(rowsOf(data, stale)).toEqual([{ name: 'Ann' }, { name: 'Bob' }]);
  const roles = `select before ->> '$' before, after ->> '$' after from audit where action = 'member.role' order by id`;
  expect(rowsOf(data, roles)).toEqual([
    { before: null, after: 'manager' },
    { before: 'rep', after: 'manager' },
  ]);
  const days = rowsOf(data, 'select member_id, day from rollup');
  const differences = await look(data, (db) =>
    days.flatMap(({ member_id, day }) => recount(db, Number(member_id), String(day))),
  );
  expect(differences).toEqual([]);
});

it('goes on while another process writes', async () => {
  const data = await dataFolder('busy');
  const map = join(root, 'busy.json');
  const source = { file: '*.csv', records: [recordOf('customer', ['name'])] };
  writeFileSync(map, JSON.stringify({ ...MAPPING, sources: [source] }));
  const file = join(root, 'many.csv');
  const lines = Array.from({ length: 8_000 }, (_, n) => `c${n},Customer number ${n}`);
  writeFileSync(file, `${['id,name', ...lines].join('\n')}\n`);

  const workspace = openWorkspace(join(data, 'w1.sqlite'));
  const child = startImport(['--map', map, file, '--data', data]);
  child.stdout.resume();
  child.stderr.resume();
  const closed = once(child, 'close');
  let written = 0;
  while (child.exitCode === null) {
    const key = `k${written}`;
    try {
      await workspace.write((db) => db.insert(setting).values({ key, value: written }).run());
      written += 1;
    } catch (error) {
      // On a busy machine a batch of the import may take longer than a write waits; it says so, and has written nothing.
      if (!(error instanceof Refusal && error.code === 'busy')) throw error;
    }
  }
  expect((await closed)[0]).toBe(0);
  await workspace.close();
  expect(written).toBeGreaterThan(10);
  expect(rowsOf(data, "select count(*) n from setting where key like 'k%'")).toEqual([
    { n: written },
  ]);
  expect(rowsOf(data, 'select count(*) n from customer')).toEqual([{ n: 8_000 }]);
});
