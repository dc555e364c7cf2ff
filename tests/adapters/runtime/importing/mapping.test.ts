// Mapping files as people get them wrong: each fault is one sentence with its place.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, runImport } from '../../../support/importing.ts';

const RIGHT = `{
  "name": "ours",
  "date": "M/D/YYYY",
  "decimal": ".",
  "defaults": { "zone": "Asia/Shanghai", "currency": "CNY", "locale": "zh", "calendar": "cn" },
  "sources": [
    {
      "file": "deals.csv",
      "records": [
        {
          "noun": "deal",
          "id": "id",
          "fields": {
            "member": { "column": "owner", "by": "name" },
            "status": { "column": "stage", "map": { "Won": "won" } },
            "amount": "value"
          }
        }
      ]
    }
  ]
}
`;

/** What is replaced by what, where the fault is told to be, and what is said. */
const MISTAKES: readonly (readonly [from: string, to: string, place: string, says: string])[] = [
  ['"amount": "value"', '"amuont": "value"', '16:13', '"amuont" is not known here'],
  ['"noun": "deal"', '"noun": "deals"', '11:19', '"noun" is one of team, member, customer'],
  ['"member": { "column": "owner", "by": "name" },', '', '13:21', '"member" is missing'],
  ['"amount": "value"', '"amount": "value",', '17:11', 'a text in double quotes is missing'],
  [
    '"column": "stage",',
    '"column": "stage", "value": "won",',
    '15:23',
    '"status": say exactly one of column, template and value',
  ],
  ['"M/D/YYYY"', '"mm/dd/yy"', '3:11', '"date": a date format names year, month and day'],
  ['"decimal": "."', '"decimal": "point"', '4:14', '"decimal": write one of "." and ","'],
  ['"value"', '3', '16:23', '"amount": name a column, or write an object'],
  ['"won" }', 'true }', '15:60', '"Won": write a text in double quotes'],
  [', "calendar": "cn"', '', '5:15', '"calendar" is missing'],
  ['"by": "name"', '"by": "nmae"', '14:50', '"by": write one of "id" and "name"'],
  ['"id": "id",', '"id": "id", "match": "name",', '12:23', '"match" is not known here'],
  ['"name": "ours",', '"name": "ours", "name": "x",', '2:19', 'the key "name" is here twice'],
  ['"column": "owner"', '"column": ""', '14:35', '"column": it is empty'],
];

it.each(MISTAKES)('%s → %s', async (from, to, place, says) => {
  const name = `wrong-${MISTAKES.findIndex((each) => each[0] === from && each[1] === to)}.json`;
  const map = join(root, name);
  expect(RIGHT).toContain(from);
  writeFileSync(
    map,
    RIGHT.replace(from, () => to),
  );
  const { code, err } = await runImport(['--map', map, root, '--data', join(root, 'none')]);
  expect(code).toBe(1);
  expect(err).toContain(`${map}:${place}: ${says}`);
  expect(err.trim().split('\n')).toHaveLength(1);
});

it('says where a column is named that a file does not have', async () => {
  const map = join(root, 'right.json');
  writeFileSync(map, RIGHT);
  const file = join(root, 'deals.csv');
  writeFileSync(file, 'id,ownr,stage,value\nd1,Ann,Won,5\n');
  const { code, err } = await runImport(['--map', map, file, '--data', join(root, 'none')]);
  expect(code).toBe(1);
  expect(err).toContain(
    `${map}:14:23: deals.csv has no column "owner"; it has: id, ownr, stage, value`,
  );
  expect(err.trim().split('\n')).toHaveLength(1);
});
