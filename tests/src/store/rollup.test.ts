// Counters of many days at once are what each day's own count says.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { CHANNELS } from '../../../src/domain/parsing/codes.ts';
import { addCustomer } from '../../../src/store/customer.ts';
import { addMember } from '../../../src/store/member.ts';
import { recount, refreshRollups } from '../../../src/store/rollup.ts';
import { deal, followup, rollup, shareOpen, touch } from '../../../src/store/schema/index.ts';
import type { Db } from '../../../src/store/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'genjin-rollup-'));
const workspace = openWorkspace(join(folder, 'w1.sqlite'));
afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const MEMBERS = [1, 2, 3];
const CUSTOMERS = [1, 2];
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03'];
const HOUR = 3_600_000;

const entry = fc.record({
  memberId: fc.constantFrom(...MEMBERS),
  customerId: fc.constantFrom(...CUSTOMERS),
  day: fc.constantFrom(...DAYS),
  channel: fc.constantFrom(...CHANNELS, null),
  verdict: fc.constantFrom('counted', 'counted', 'duplicate', 'daily_cap'),
  completeness: fc.nat(1_000_000),
  lag: fc.constantFrom(0, 24 * HOUR, 24 * HOUR + 1),
  undone: fc.boolean(),
  opened: fc.boolean(),
});
const closing = fc.record({
  memberId: fc.constantFrom(...MEMBERS),
  status: fc.constantFrom('won' as const, 'lost' as const),
  closedOn: fc.constantFrom(...DAYS),
});

const setUp = (db: Db): void => {
  for (const _ of MEMBERS) addMember(db, { name: 'Ann', role: 'rep', joinedOn: '2026-01-01' });
  for (const id of CUSTOMERS) addCustomer(db, { name: `C${id}`, ownerId: null, at: 0 });
};

const write = (
  db: Db,
  log: readonly (typeof entry extends fc.Arbitrary<infer T> ? T : never)[],
  deals: readonly (typeof closing extends fc.Arbitrary<infer T> ? T : never)[],
): void => {
  for (const { lag, undone, opened, ...said } of log) {
    const { id } = db
      .insert(followup)
      .values({
        ...said,
        ...{ outcome: 'connected', occurredAt: 0, loggedAt: lag, text: '', fields: {} },
        ...{ source: 'line', clarify: [], undoneAt: undone ? 1 : null },
      })
      .returning()
      .get();
    if (opened) db.insert(shareOpen).values({ followupId: id, memberId: 1, at: 0 }).run();
  }
  for (const each of deals) db.insert(deal).values(each).run();
};

const differences = (db: Db) =>
  MEMBERS.flatMap((memberId) => DAYS.flatMap((day) => recount(db, memberId, day)));

it('refreshes them all as one by one', async () => {
  await workspace.write(setUp);
  const log = fc.array(entry, { maxLength: 40 });
  const deals = fc.array(closing, { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(log, log, deals, async (first, second, closed) => {
      await workspace.write((db) => {
        for (const table of [shareOpen, followup, deal, rollup, touch]) db.delete(table).run();
        const all = new Map(MEMBERS.map((id) => [id, new Set(DAYS)]));
        write(db, first, []);
        refreshRollups(db, all);
        expect(differences(db)).toEqual([]);
        expect(db.select().from(rollup).all()).toHaveLength(MEMBERS.length * DAYS.length);

        // What is taken back, added and closed since; only the days it touches.
        db.update(followup)
          .set({ undoneAt: sql`case when id % 3 = 0 then 1 else undone_at end` })
          .run();
        write(db, second, closed);
        const some = new Map(
          MEMBERS.map((id) => [id, new Set(DAYS.filter((day) => day !== DAYS[0]))]),
        );
        refreshRollups(db, some);
        const late = differences(db);
        expect(late.filter(({ day }) => day !== DAYS[0])).toEqual([]);
        refreshRollups(db, new Map([...all].map(([id]) => [id, new Set(DAYS.slice(0, 1))])));
        expect(differences(db)).toEqual([]);
      });
    }),
    { numRuns: 60 },
  );
});
