// /privacy erase: who may, that nothing of the person is left in any byte, and that numbers stay what they were.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { finishDeleting } from '../../../src/jobs/forget.ts';
import { chainedEntries, ERASED } from '../../../src/store/audit.ts';
import { verifyChain } from '../../../src/store/audit-chain.ts';
import { makeBoard } from '../../../src/store/board.ts';
import {
  board,
  customer,
  draft,
  external,
  followup,
  identity,
  member,
  outbox,
  rollup,
  score,
  setting,
  touch,
} from '../../../src/store/schema/index.ts';
import { findTeam } from '../../../src/store/team.ts';
import { cardOf, formOf, type TestBot, testBot, textOf } from '../../support/bot.ts';
import { derived, differences, idOf, scoreOf } from '../state.ts';

const NAME = 'Quillon Ferraby';
const USER = 'U0QUILLON7';
/** Parts of what they wrote, each in another place. */
const NOTES = [
  'zebra-walnut',
  'marmalade-clause',
  'velvet-ledger',
  'copper-gull',
  'paisley-anchor',
];
const CAST = [
  { user: 'ann', name: 'Ann Admin', role: 'admin', locale: 'en' },
  { user: 'max', name: 'Max Manager', role: 'manager', locale: 'en' },
  { user: USER, name: NAME, locale: 'en' },
  { user: 'bob', name: 'Bob Stone', locale: 'en' },
  { user: 'li', name: '李雷' },
  { user: 'eve', name: 'Eve Short', locale: 'en' },
] as const;

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot(CAST);
});
afterEach(async () => {
  expect(bot.faults).toEqual([]);
  await bot.close();
});

const text = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));

/** The bytes of every file beside the workspace's. */
const bytes = (): Buffer => {
  const { file } = bot.workspace.read((db) =>
    db.get<{ file: string }>(sql`select file from pragma_database_list where name = 'main'`),
  );
  const folder = dirname(file);
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
};

const found = (words: readonly string[]): readonly string[] => {
  const all = bytes();
  return words.filter((word) => all.includes(Buffer.from(word)));
};

const erase = (by: string, id: number, typed: string, delivery?: string) =>
  bot.submit(by, { command: 'privacy', verb: 'erase', args: { id } }, { name: typed }, delivery);

const finish = () => finishDeleting(bot.workspace, bot.now, () => {});

const chain = () =>
  verifyChain(
    bot.workspace.read((db) => chainedEntries(db, 0, 10_000)),
    ERASED,
    null,
  );

/** Everything a member can leave behind. */
const live = async () => {
  const [zebra, marmalade, velvet, copper, paisley] = NOTES;
  await bot.say(
    USER,
    `/followup Called Acme Corp, spoke with Jane 20 min about ${zebra}, demo Friday`,
  );
  const share = { command: 'followup', verb: 'share', args: { id: 1 } };
  await bot.press(USER, share);
  bot.now += HOUR;
  await bot.say(
    USER,
    `/followup Visited Initech, talked about ${marmalade} and pricing, budget 50000 USD`,
  );
  await bot.say(USER, `/paid Initech 5000 USD`);
  await bot.say(USER, `/lost Initech ${copper}`);
  await bot.say(USER, `/handoff Acme Corp @Bob Stone ${velvet} Jane decides in April, annual plan`);
  await bot.say(USER, `called somebody about ${paisley}`);
  bot.now += HOUR;
  // What others say of them.
  await bot.say('bob', `/followup Called Globex with ${NAME}, they liked the offer, call Monday`);
  await bot.say(
    'bob',
    `/followup Emailed Umbrella, QUILLON FERRABY sends the contract, visit Tuesday`,
  );
  await bot.say('li', '/followup 电话联系晨光科技，谈了方案，周五演示');
  await bot.say('ann', `/settings team add ${NAME} and friends`);
  await bot.say('max', `/settings leave @${NAME} 2026-03-12 2026-03-13`);
  await bot.say('max', '/leaderboard post');
  await bot.workspace.write((db) => {
    db.insert(external)
      .values({ noun: 'member', externalId: 'crm-quillon', rowId: 3, digest: 'x' })
      .run();
    db.update(followup)
      .set({ fields: { 1: 'paisley-anchor in a field' } })
      .where(eq(followup.id, 1))
      .run();
    db.insert(board)
      .values({
        teamId: 1,
        period: 'day',
        fromDay: '2026-03-10',
        asOf: '2026-03-10',
        content: {
          improved: [],
          places: [{ memberId: 3, name: NAME, score: 71.5 }, { name: 'Bob Stone' }],
        },
        postedAt: bot.now,
      })
      .run();
  });
};

/** Numbers that may not move when somebody is erased. */
const numbers = () =>
  bot.workspace.read((db) => {
    const team = findTeam(db, 1);
    if (team === undefined) throw new Error('no team');
    const { individual, ...rest } = makeBoard(db, team, 'month', '2026-03-11', bot.now, false);
    return {
      rollup: db.select().from(rollup).all(),
      touch: db.select().from(touch).all(),
      completeness: db.select({ c: followup.completeness }).from(followup).all(),
      board: { individual, ...rest },
    };
  });

describe('erasing', () => {
  it('asks to type the name, and erases nothing when it is another', async () => {
    await live();
    const form = formOf(await bot.say(USER, '/privacy erase'));
    expect(form.inputs[0]?.label).toContain(NAME);
    const again = formOf(await bot.submit(USER, form.intent, { name: 'Quillon' }));
    expect(again.errors?.name).toContain(NAME);
    expect(bot.workspace.read((db) => db.select().from(identity).all())).toHaveLength(6);
  });

  it('leaves no byte of name, account or words, and a trail that holds', async () => {
    await live();
    const { deals, ...before } = derived(bot);
    const words = [NAME, USER, 'crm-quillon', ...NOTES];
    expect(found(words).length).toBeGreaterThan(7);
    const done = cardOf(await erase(USER, 3, ' quillon FERRABY '));
    expect(textOf(done)).toContain('Erased: now only #3');
    expect(textOf(done)).toContain('1 chat account');
    bot.now += 30_000;
    expect(await finish()).toBe(true);
    expect(found(words)).toEqual([]);
    expect(found(['QUILLON FERRABY', 'Quillon', 'QUILLON'])).toEqual([]);
    expect(await finish()).toBe(false);
    // What is left marks that names have changed.
    const settings = bot.workspace.read((db) => db.select().from(setting).all());
    expect(settings.map(({ key }) => key)).toEqual(['names']);
    expect(chain()).toMatchObject({ broken: null, unchained: 0 });
    expect(chain().erased).toBeGreaterThan(0);
    // The log and all that follows from it is what it was, but for the words.
    const { deals: dealsAfter, ...after } = derived(bot);
    expect(after).toEqual(before);
    expect(dealsAfter.map((deal) => ({ ...deal, reason: null }))).toEqual(
      deals.map((deal) => ({ ...deal, reason: null })),
    );
    expect(differences(bot)).toEqual([]);
  });

  it('keeps names of others, customers and contacts, and says #3 where the name was', async () => {
    await live();
    await erase(USER, 3, NAME);
    const { texts, boards, people, customers } = bot.workspace.read((db) => ({
      texts: db.select({ text: followup.text }).from(followup).all(),
      boards: db.select().from(board).where(eq(board.fromDay, '2026-03-10')).all(),
      people: db.select().from(member).all(),
      customers: db.select().from(customer).all(),
    }));
    const said = texts.map((row) => row.text).join('\n');
    expect(said).toContain('Called Globex with #3, they liked');
    expect(said).toContain('#3 sends the contract');
    expect(said).toContain('电话联系晨光科技');
    expect(boards[0]?.content).toEqual({
      improved: [],
      places: [{ memberId: 3, name: '#3', score: 71.5 }, { name: 'Bob Stone' }],
    });
    expect(people.find(({ id }) => id === 3)).toMatchObject({
      name: '#3',
      leftOn: '2026-03-11',
      optedOut: true,
      role: 'rep',
    });
    expect(customers.map(({ name }) => name)).toContain('Initech');
    expect(customers.find(({ name }) => name === 'Initech')?.ownerId).toBeNull();
    expect(await text('ann', '/settings audit')).toContain('#3');
    expect(await text('ann', '/settings audit')).not.toContain(NAME);
  });

  it('moves no number of anybody else', async () => {
    await live();
    await bot.say('max', `/settings remove @${NAME}`);
    const before = numbers();
    const scores = ['bob', 'li', 'eve'].map((user) => scoreOf(bot, user).score);
    const kept = bot.workspace.read((db) => db.select().from(score).all());
    await erase('ann', 3, NAME);
    expect(numbers()).toEqual(before);
    expect(['bob', 'li', 'eve'].map((user) => scoreOf(bot, user).score)).toEqual(scores);
    expect(bot.workspace.read((db) => db.select().from(score).all())).toEqual(kept);
  });

  it('changes nothing the second time, nor when it is delivered again', async () => {
    await live();
    const first = await erase(USER, 3, NAME, 'same-delivery');
    const state = () =>
      bot.workspace.read((db) => [
        db.select().from(member).all(),
        db.select().from(followup).all(),
        chain().entries,
      ]);
    const before = state();
    expect(await erase(USER, 3, NAME, 'same-delivery')).toEqual(first);
    expect(textOf(cardOf(await erase('ann', 3, NAME)))).toContain('#3 was erased before');
    expect(textOf(cardOf(await bot.say('ann', '/privacy erase 3')))).toContain('erased before');
    expect(state()).toEqual(before);
  });

  it('takes what is still to be sent to them away, and their name and words out of the rest', async () => {
    await live();
    await erase(USER, 3, NAME);
    const rows = bot.workspace.read((db) => db.select().from(outbox).all());
    expect(rows.length).toBeGreaterThan(0);
    const all = JSON.stringify(rows);
    for (const word of [NAME, USER, ...NOTES]) expect(all).not.toContain(word);
    expect(bot.workspace.read((db) => db.select().from(draft).all())).toEqual([]);
  });

  it('is finished after a crash, and not before the answer has arrived', async () => {
    await live();
    await erase(USER, 3, NAME);
    expect(await finish()).toBe(false);
    bot.now += 30_000;
    const told: unknown[] = [];
    const crash = finishDeleting(bot.workspace, bot.now, () => {
      throw new Error('power cut');
    });
    await expect(crash).rejects.toThrow('power cut');
    expect(await finishDeleting(bot.workspace, bot.now, (whom) => told.push(whom))).toBe(true);
    expect(told).toMatchObject([{ memberId: 3, name: NAME, accounts: [{ user: USER }] }]);
  });
});

describe('who may erase', () => {
  it('oneself; and admins whoever has left', async () => {
    expect(await text('bob', `/privacy erase @${NAME}`)).toContain('Only');
    expect(await text('max', `/privacy erase @${NAME}`)).toContain('Only');
    expect(textOf(cardOf(await erase('bob', 3, NAME)))).toContain('Only');
    expect(await text('ann', `/privacy erase @${NAME}`)).toContain('is still here');
    await bot.say('max', `/settings remove @${NAME}`);
    const form = formOf(await bot.say('ann', `/privacy erase @${NAME}`));
    expect(form.title).toBe(`Erase ${NAME}`);
    const done = textOf(cardOf(await bot.submit('ann', form.intent, { name: NAME })));
    expect(done).toContain('#3');
    expect(done).not.toContain(NAME);
  });

  it('never the last admin, who is told what to do first', async () => {
    expect(await text('ann', '/privacy erase')).toContain('/settings role @who admin');
    expect(textOf(cardOf(await erase('ann', 1, 'Ann Admin')))).toContain('You are the only admin');
    await bot.say('ann', '/settings role @Bob Stone admin');
    expect(textOf(cardOf(await erase('ann', 1, 'Ann Admin')))).toContain('now only #1');
  });

  it('by the number where the name is long, and wherever a card had cut it', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine the Second';
    await bot.workspace.write((db) =>
      db.update(member).set({ name: long }).where(eq(member.id, 3)).run(),
    );
    await bot.say('bob', `/followup Called Acme with ${long}, they liked it, call Monday`);
    await bot.say('max', '/settings members');
    const form = formOf(await bot.say(USER, '/privacy erase'));
    expect(form.inputs[0]?.label).toBe('To confirm, type: 3');
    await bot.submit(USER, form.intent, { name: '#3' });
    bot.now += 30_000;
    await finish();
    expect(found(['Wolfeschlegel'])).toEqual([]);
  });

  it('keeps what others wrote where two have the same name', async () => {
    await bot.workspace.write((db) =>
      db.update(member).set({ name: NAME }).where(eq(member.id, 6)).run(),
    );
    await bot.say('bob', `/followup Called Globex with ${NAME}, they liked the offer, call Monday`);
    await erase(USER, 3, NAME);
    const rows = bot.workspace.read((db) => db.select().from(followup).all());
    expect(rows[0]?.text).toContain(NAME);
    expect(bot.workspace.read((db) => db.select().from(member).all())[5]?.name).toBe(NAME);
  });

  it('somebody unknown is nobody, and another word is explained', async () => {
    expect(await text('ann', '/privacy erase @Nobody Here')).toContain('I know nobody');
    expect(await text('bob', '/privacy exprot')).toContain('/privacy export');
  });
});

describe('the export', () => {
  it('is a file a kind, of the asker’s own rows alone, and is in the trail', async () => {
    await live();
    const replies = await bot.say(USER, '/privacy export');
    const files = replies.flatMap((reply) => (reply.kind === 'file' ? [reply.file] : []));
    const names = files.map(({ table }) => table.name);
    expect(names).toEqual(expect.arrayContaining(['my-members', 'my-followups', 'my-deals']));
    const followups = files.find(({ table }) => table.name === 'my-followups')?.table;
    expect(followups?.rows).toHaveLength(2);
    expect(JSON.stringify(followups)).toContain('zebra-walnut');
    expect(JSON.stringify(files)).not.toContain('电话联系晨光科技');
    expect(new Set(files.map(({ needs }) => needs.role))).toEqual(new Set(['rep']));
    expect(await text('ann', '/settings audit')).toContain('exported their own data');
    expect(idOf(bot, USER)).toBe(3);
  });
});
