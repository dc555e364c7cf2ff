// The audit trail's chain: what was written holds, and every way of changing it afterwards is seen.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAudit, chainedEntries, ERASED, emptyAudit } from '../../../src/store/audit.ts';
import { type Verdict, verifyChain } from '../../../src/store/audit-chain.ts';
import { audit } from '../../../src/store/schema/index.ts';
import { type TestBot, testBot, WEDNESDAY } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});
afterEach(async () => {
  await bot.close();
});

const verdict = (anchor: string | null = null): Verdict =>
  verifyChain(
    bot.workspace.read((db) => chainedEntries(db, 0, 1_000)),
    ERASED,
    anchor,
  );

const run = (...statements: readonly string[]) =>
  bot.workspace.write((db) => {
    for (const statement of statements) db.run(statement);
  });

/** Six entries of every shape. */
const fill = () =>
  bot.workspace.write((db) => {
    const at = WEDNESDAY;
    const entry = { at, actorId: 1, subject: 'team:1' };
    addAudit(db, { ...entry, action: 'team.name', before: '华东', after: '华东一部' });
    addAudit(db, { ...entry, action: 'team.channel', before: null, after: { b: 1, a: [2, null] } });
    addAudit(db, { ...entry, action: 'deal.undone', actorId: null });
    addAudit(db, { ...entry, action: 'member.role', subject: 'member:3', after: undefined });
    addAudit(db, { ...entry, action: 'team.posts', before: true, after: false });
    addAudit(db, { ...entry, action: 'setting.rate', before: 7.1, after: 7.25 });
  });

describe('the chain', () => {
  it('holds for whatever was written, and over an empty trail', async () => {
    expect(verdict()).toMatchObject({ entries: 0, head: null, broken: null });
    await fill();
    expect(verdict()).toMatchObject({ entries: 6, unchained: 0, erased: 0, broken: null });
    expect(verdict().head).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the same payload another digest each time, so that none can be guessed', async () => {
    await fill();
    await fill();
    const digests = bot.workspace
      .read((db) => db.select({ digest: audit.digest }).from(audit).all())
      .map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(12);
  });

  it.each([
    ['its time', 'update audit set at = at + 1 where id = 3'],
    ['who did it', 'update audit set actor_id = 2 where id = 3'],
    ['nobody made somebody', 'update audit set actor_id = 1 where id = 3'],
    ['what was done', "update audit set action = 'deal.won' where id = 3"],
    ['what it was about', "update audit set subject = 'deal:9' where id = 3"],
    ['what was so before', `update audit set before = '"x"' where id = 3`],
    ['what is so now', `update audit set after = '{"x":1}' where id = 3`],
    ['a payload that is no JSON', `update audit set after = '{' where id = 3`],
    ['its salt', "update audit set salt = '00' where id = 3"],
    ['its digest', "update audit set digest = '00' where id = 3"],
    ['its hash', "update audit set hash = '00' where id = 3"],
  ])('sees that %s was edited', async (_what, statement) => {
    await fill();
    await run(statement);
    expect(verdict().broken).toEqual({ id: 3, fault: 'changed' });
  });

  it('sees entries that were deleted at the beginning and in the middle', async () => {
    await fill();
    await run('delete from audit where id = 1');
    expect(verdict().broken).toEqual({ id: 2, fault: 'missing' });
    await run('delete from audit where id in (3, 4)');
    expect(verdict().broken).toEqual({ id: 2, fault: 'missing' });
  });

  it('sees a deletion that closed the gap in the numbers', async () => {
    await fill();
    await run('delete from audit where id = 3', 'update audit set id = id - 1 where id > 3');
    expect(verdict().broken).toEqual({ id: 3, fault: 'changed' });
  });

  it('sees entries that changed places', async () => {
    await fill();
    await run(
      'update audit set id = 100 where id = 3',
      'update audit set id = 3 where id = 4',
      'update audit set id = 4 where id = 100',
    );
    expect(verdict().broken).toEqual({ id: 3, fault: 'changed' });
  });

  it('sees an entry added by hand, and takes unsealed ones only at the beginning', async () => {
    const added = "insert into audit (at, action, subject) values (1, 'member.role', 'member:3')";
    await run(added, added);
    await fill();
    expect(verdict()).toMatchObject({ entries: 8, unchained: 2, broken: null });
    await run(added);
    expect(verdict().broken).toEqual({ id: 9, fault: 'unsealed' });
  });

  it('sees entries whose seals were taken off to pass for old ones', async () => {
    await fill();
    await run('update audit set hash = null, digest = null, salt = null where id <= 2');
    expect(verdict().broken).toEqual({ id: 3, fault: 'changed' });
  });

  it('knows of a cut end only by a head kept elsewhere', async () => {
    await fill();
    const { head } = verdict();
    expect(verdict(head).anchored).toBe(true);
    await fill();
    expect(verdict(head)).toMatchObject({ anchored: true, broken: null });
    await run('delete from audit where id > 4');
    expect(verdict()).toMatchObject({ entries: 4, broken: null, anchored: null });
    expect(verdict(head)).toMatchObject({ anchored: false });
  });
});

describe('emptied entries', () => {
  const empty = (ids: readonly number[], listed: readonly number[] | null) =>
    bot.workspace.write((db) => {
      emptyAudit(db, ids);
      if (listed === null) return;
      const erasure = { at: WEDNESDAY, actorId: 1, action: ERASED, subject: 'member:3' };
      addAudit(db, { ...erasure, after: { entries: listed } });
    });

  it('hold when a later erasure lists them', async () => {
    await fill();
    await empty([2, 5], [2, 5]);
    expect(verdict()).toMatchObject({ entries: 7, erased: 2, broken: null });
  });

  it('are seen when no erasure lists them, or only one before them', async () => {
    await fill();
    await empty([], [7, 8]);
    await fill();
    await empty([8], null);
    expect(verdict().broken).toEqual({ id: 8, fault: 'emptied' });
    await empty([5], [8]);
    expect(verdict().broken).toEqual({ id: 5, fault: 'emptied' });
  });

  it('must be empty altogether', async () => {
    await fill();
    await empty([2], [2]);
    await run(`update audit set after = '"forged"' where id = 2`);
    expect(verdict().broken).toEqual({ id: 2, fault: 'changed' });
  });
});
