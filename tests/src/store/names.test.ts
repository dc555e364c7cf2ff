// The index of names in memory knows who came or went by another way than one by one.
import { expect, it } from 'vitest';
import { eraseMember } from '../../../src/store/erase.ts';
import { findMember } from '../../../src/store/member.ts';
import { memberNames } from '../../../src/store/names.ts';
import { member } from '../../../src/store/schema/index.ts';
import { botPerTest, WEDNESDAY } from '../../support/bot.ts';
import { idOf } from '../state.ts';

const bot = botPerTest();
const called = (key: string) => bot.workspace.read((db) => memberNames(db).called(key));

it('nobody who was erased', async () => {
  const id = idOf(bot, 'bob');
  expect(called('bobstone')).toEqual([{ id, name: 'Bob Stone' }]);
  await bot.workspace.write((db) => {
    const row = findMember(db, id);
    if (row === undefined) throw new Error('nobody');
    eraseMember(db, row, { actorId: id, now: WEDNESDAY, today: '2026-03-11' });
  });
  expect(called('bobstone')).toEqual([]);
});

it('everybody of an export that was brought back while it was open', async () => {
  await bot.restart([]);
  expect(called('ann')).toEqual([]);
  // As rows, without what marks a change: older exports have none.
  await bot.workspace.write((db) =>
    db.insert(member).values({ name: 'Ann', role: 'rep', joinedOn: '2026-03-01' }).run(),
  );
  expect(called('ann')).toMatchObject([{ name: 'Ann' }]);
});
