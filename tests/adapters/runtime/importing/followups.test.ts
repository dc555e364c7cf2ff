// Imported follow-ups count as if they had been recorded one by one, whatever the order of the file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWorkspace } from '../../../../adapters/sqlite/file.ts';
import { completenessOf } from '../../../../src/domain/completeness.ts';
import { CHANNELS, OUTCOMES } from '../../../../src/domain/parsing/codes.ts';
import { DEFAULT_STANDARD } from '../../../../src/domain/standard.ts';
import { dayOf } from '../../../../src/domain/time.ts';
import { recordFollowup } from '../../../../src/store/followup.ts';
import { recount } from '../../../../src/store/rollup.ts';
import { dataFolder, look, root, rowsOf, runImport } from '../../../support/importing.ts';

const ZONE = 'Asia/Shanghai';
const column = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, name])) as Record<string, string>;
const MAPPING = {
  name: 'log',
  system: 'old',
  defaults: { zone: ZONE, currency: 'CNY', locale: 'zh', calendar: 'cn' },
  sources: [
    {
      file: 'people.csv',
      records: [
        { noun: 'team', id: { value: 't' }, fields: { name: { value: 'Team' } } },
        { noun: 'member', id: 'member', fields: { name: 'member', team: { value: 't' } } },
      ],
    },
    {
      file: 'customers.csv',
      records: [{ noun: 'customer', id: 'name', fields: { name: 'name' } }],
    },
    {
      file: 'log.csv',
      records: [
        {
          noun: 'followup',
          id: 'id',
          fields: column('member customer channel outcome occurredAt text nextAction nextOn'),
        },
      ],
    },
  ],
};

const MEMBERS = ['Ann', 'Bo'];
const CUSTOMERS = ['Acme', 'Bell', 'Cord'];
const OPENINGS = [
  'They asked about',
  'We went through',
  'Nobody spoke of',
  'She liked',
  'He doubts',
];
const THINGS = ['the price list', 'our delivery dates', 'the second contract', 'a pilot in May'];

const LOG = Array.from({ length: 150 }, (_, n) => ({
  id: `f${n}`,
  member: MEMBERS[n % 2] ?? '',
  customer: CUSTOMERS[(n * 7) % 3] ?? '',
  channel: CHANNELS[(n * 5) % 4] ?? 'phone',
  outcome: OUTCOMES[(n * 11) % OUTCOMES.length] ?? 'connected',
  at: Date.parse('2026-03-02T01:00:00Z') + n * 97 * 60_000,
  text: `${OPENINGS[n % 5]} ${THINGS[(n * 3) % 4]}, round ${n % 9}`,
  next: n % 3 === 0 ? '2026-04-01' : '',
}));

const lineOf = (row: (typeof LOG)[number]): string =>
  [
    ...[row.id, row.member, row.customer, row.channel, row.outcome, new Date(row.at).toISOString()],
    ...[`"${row.text}"`, row.next === '' ? '' : 'call', row.next],
  ].join(',');
const HEADER = 'id,member,customer,channel,outcome,occurredAt,text,nextAction,nextOn';

const write = (name: string, lines: readonly string[]): string => {
  const path = join(root, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const STATE = [
  'select id, member_id, customer_id, day, completeness, verdict, verdict_of from followup order by id',
  'select followup_id, member_id, due_on, done_at, done_by from step order by followup_id',
  'select * from rollup order by member_id, day',
  'select * from touch order by member_id, day, customer_id',
  'select name, contacted_at, grade, graded_at from customer order by id',
];

it('settles what recording them in order does', async () => {
  const map = write('log.json', [JSON.stringify(MAPPING)]);
  const people = write('people.csv', ['member', ...MEMBERS]);
  const customers = write('customers.csv', ['name', ...CUSTOMERS]);
  const log = write('log.csv', [HEADER, ...LOG.map(lineOf)]);
  const [imported, recorded] = [await dataFolder('imported'), await dataFolder('recorded')];
  const result = await runImport(['--map', map, people, customers, log, '--data', imported]);
  expect(result.out).toMatch(/followup +150 added, 0 changed, 0 unchanged, 0 rejected/);
  await runImport(['--map', map, people, customers, '--data', recorded]);

  const workspace = openWorkspace(join(recorded, 'w1.sqlite'));
  for (const row of LOG) {
    const next = { action: 'call', dueOn: row.next, dueTime: null, precision: 'day' } as const;
    const completeness = completenessOf({
      ...{
        customer: true,
        channel: row.channel,
        outcome: row.outcome,
        intent: null,
        text: row.text,
      },
      nextStep: row.next === '' ? null : 'call',
      nextDate: row.next === '' ? null : row.next,
      names: [row.customer],
      custom: [],
    }).millionths;
    const fields = {
      memberId: MEMBERS.indexOf(row.member) + 1,
      teamId: 1,
      customerId: CUSTOMERS.indexOf(row.customer) + 1,
      ...{ contact: null, grade: null, amountMinor: null, amountMaxMinor: null, currency: null },
      ...{ amountRole: null, duration: null, channel: row.channel, outcome: row.outcome },
      occurredAt: row.at,
      day: dayOf(row.at, ZONE),
      loggedAt: row.at,
      ...{ text: row.text, fields: {}, completeness, source: 'line' as const, clarify: [] },
    };
    await workspace.write((db) =>
      recordFollowup(db, fields, row.next === '' ? null : next, DEFAULT_STANDARD.caps),
    );
  }
  await workspace.close();
  for (const sql of STATE) expect(rowsOf(imported, sql), sql).toEqual(rowsOf(recorded, sql));
  expect(rowsOf(imported, 'select distinct verdict from followup').length).toBeGreaterThan(1);

  // The other way round: the same counters, promises closed by what happened next.
  const backwards = await dataFolder('backwards');
  const turned = write('log.csv', [HEADER, ...[...LOG].reverse().map(lineOf)]);
  await runImport(['--map', map, people, customers, turned, '--data', backwards]);
  for (const sql of STATE.slice(2))
    expect(rowsOf(backwards, sql), sql).toEqual(rowsOf(imported, sql));
  const promises = `select f.occurred_at at, b.occurred_at by from step s join followup f on f.id = s.followup_id
    left join followup b on b.id = s.done_by order by 1`;
  expect(rowsOf(backwards, promises)).toEqual(rowsOf(imported, promises));

  // What is said differently now changes its row, and all that is counted from it.
  const changed = LOG.map((row, n) => (n === 9 ? { ...row, at: row.at + 5 * 86_400_000 } : row));
  const later = write('log.csv', [HEADER, ...changed.map(lineOf)]);
  const again = await runImport(['--map', map, later, '--data', imported]);
  expect(again.out).toMatch(/followup +0 added, 1 changed, 149 unchanged, 0 rejected/);
  const days = rowsOf(imported, 'select member_id, day from rollup');
  const differences = await look(imported, (db) =>
    days.flatMap(({ member_id, day }) => recount(db, Number(member_id), String(day))),
  );
  expect(differences).toEqual([]);
});
