// What every store driver promises: the same cases run on a file and inside a Durable Object.
import assert from 'node:assert/strict';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Card } from '../../src/chat/card.ts';
import type { Target } from '../../src/chat/platform.ts';
import type { Reply } from '../../src/chat/request.ts';
import { Refusal } from '../../src/errors.ts';
import * as inbox from '../../src/store/inbox.ts';
import * as occurrence from '../../src/store/occurrence.ts';
import * as outbox from '../../src/store/outbox.ts';
import { contact, customer } from '../../src/store/schema/customers.ts';
import { outbox as outboxTable } from '../../src/store/schema/delivery.ts';
import { setting } from '../../src/store/schema/people.ts';
import { countUndelivered, discard, listUndelivered, resend } from '../../src/store/undelivered.ts';
import type { Db, Workspace } from '../../src/store/workspace.ts';

/** A case needs nothing but an empty workspace and `node:assert`, so that it runs where no test runner does. */
export interface StoreCase {
  readonly name: string;
  run(workspace: Workspace): Promise<void>;
}

/** 2026-03-11 10:00 in Shanghai. */
const NOW = 1_773_194_400_000;
const LEASE = 60_000;

const channel = (name: string, tenant = 'T1'): Target => ({
  kind: 'channel',
  platform: 'slack',
  tenant,
  channel: name,
});

const card = (title: string): Card => ({
  locale: 'zh',
  title,
  tone: 'neutral',
  summary: title,
  blocks: [{ kind: 'text', text: ['跟进 🎉 "<!channel>"', { kind: 'bold', text: '%_\\\u2028' }] }],
});

const addCustomer = (db: Db, name: string): number =>
  db
    .insert(customer)
    .values({ name, key: name, createdAt: NOW })
    .returning({ id: customer.id })
    .get().id;

const customers = (workspace: Workspace): readonly string[] =>
  workspace
    .read((db) => db.select({ name: customer.name }).from(customer).orderBy(customer.id).all())
    .map(({ name }) => name);

/** The error `work` ends with, and the whole of what was said, whichever driver said it. */
const failureOf = async (work: () => Promise<unknown>): Promise<Error> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return assert.fail('it should have failed with an Error');
};

const put = (
  db: Db,
  key: string,
  target: Target,
  { notBefore = NOW, title = key }: { notBefore?: number; title?: string } = {},
): boolean => outbox.enqueue(db, { key, target, card: card(title), notBefore, now: NOW });

const claim = (workspace: Workspace, now = NOW, limit = 10) =>
  workspace.write((db) => outbox.claimDue(db, { now, leaseMs: LEASE, limit }));

const keys = (claimed: readonly outbox.Claimed[]): readonly string[] =>
  claimed.map(({ key }) => key);

const only = <T>(items: readonly T[]): T => {
  const [item] = items;
  assert.equal(items.length, 1);
  assert.ok(item !== undefined);
  return item;
};

const writes: readonly StoreCase[] = [
  {
    name: 'a write gives its value, and a read sees it afterwards',
    run: async (workspace) => {
      const id = await workspace.write((db) => addCustomer(db, '华星'));
      const row = workspace.read((db) =>
        db.select().from(customer).where(eq(customer.id, id)).get(),
      );
      assert.equal(row?.name, '华星');
      assert.equal(row?.confidential, false);
    },
  },
  {
    name: 'a change that throws leaves nothing, and its error arrives as it was thrown',
    run: async (workspace) => {
      const refusal = new Refusal('no', { what: 'x' });
      const failure = await failureOf(() =>
        workspace.write((db) => {
          addCustomer(db, 'a');
          addCustomer(db, 'b');
          throw refusal;
        }),
      );
      assert.equal(failure, refusal);
      assert.deepEqual(customers(workspace), []);
    },
  },
  {
    name: 'a write that fails does not touch those beside it',
    run: async (workspace) => {
      const results = await Promise.allSettled([
        workspace.write((db) => addCustomer(db, 'before')),
        workspace.write((db) => {
          addCustomer(db, 'lost');
          addCustomer(db, 'before');
        }),
        workspace.write((db) => addCustomer(db, 'after')),
      ]);
      assert.deepEqual(
        results.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled'],
      );
      assert.deepEqual(customers(workspace), ['before', 'after']);
    },
  },
  {
    name: 'writes run one after the other in the order they were asked for, each seeing the one before',
    run: async (workspace) => {
      const increment = (db: Db): number => {
        const row = db.select().from(setting).where(eq(setting.key, 'count')).get();
        const value = Number(row?.value ?? 0) + 1;
        db.insert(setting)
          .values({ key: 'count', value })
          .onConflictDoUpdate({ target: setting.key, set: { value } })
          .run();
        return value;
      };
      // More than the file driver commits at once.
      const values = await Promise.all(
        Array.from({ length: 600 }, () => workspace.write(increment)),
      );
      assert.deepEqual(
        values,
        Array.from({ length: 600 }, (_, index) => index + 1),
      );
    },
  },
  {
    name: 'when too many writes wait some are refused as busy, and every other one is stored',
    run: async (workspace) => {
      const results = await Promise.allSettled(
        Array.from({ length: 3_000 }, (_, index) =>
          workspace.write((db) => addCustomer(db, `c${index}`)),
        ),
      );
      const stored = results.flatMap(({ status }, index) =>
        status === 'fulfilled' ? [`c${index}`] : [],
      );
      for (const result of results) {
        if (result.status === 'fulfilled') continue;
        assert.ok(result.reason instanceof Refusal);
        assert.equal(result.reason.code, 'busy');
      }
      assert.ok(stored.length >= 256);
      assert.deepEqual(customers(workspace), stored);
      await workspace.write((db) => addCustomer(db, 'later'));
    },
  },
  {
    name: 'a read inside a write is refused: it could not be the same on every driver',
    run: async (workspace) => {
      const failure = await failureOf(() =>
        workspace.write((db) => {
          addCustomer(db, 'a');
          return workspace.read((other) => other.select().from(customer).all().length);
        }),
      );
      assert.ok(failure instanceof TypeError);
      assert.match(failure.message, /inside a write/);
      assert.deepEqual(customers(workspace), []);
    },
  },
  {
    name: 'a write inside a write is refused, and fails the change that asked for it',
    run: async (workspace) => {
      const failure = await failureOf(() =>
        workspace.write((db) => {
          addCustomer(db, 'a');
          void workspace.write((other) => addCustomer(other, 'b'));
        }),
      );
      assert.ok(failure instanceof TypeError);
      assert.match(failure.message, /inside a write/);
      assert.deepEqual(customers(workspace), []);
    },
  },
  {
    name: 'a change or a query that returns a promise is refused, and the change undone',
    run: async (workspace) => {
      const failure = await failureOf(() =>
        workspace.write((db) => {
          addCustomer(db, 'a');
          return Promise.resolve();
        }),
      );
      assert.ok(failure instanceof TypeError);
      assert.throws(() => workspace.read(() => Promise.resolve()), TypeError);
      assert.deepEqual(customers(workspace), []);
    },
  },
  {
    name: 'unique keys, references and missing values are refused in words that name them',
    run: async (workspace) => {
      await workspace.write((db) => addCustomer(db, 'a'));
      const twice = await failureOf(() => workspace.write((db) => addCustomer(db, 'a')));
      assert.match(twice.message, /UNIQUE constraint failed: customer\.key/);
      const orphan = await failureOf(() =>
        workspace.write((db) => db.insert(contact).values({ customerId: 99, name: 'x' }).run()),
      );
      assert.match(orphan.message, /FOREIGN KEY constraint failed/);
      const missing = await failureOf(() =>
        workspace.write((db) =>
          db.run(sql`INSERT INTO customer (name, created_at) VALUES ('b', 1)`),
        ),
      );
      assert.match(String(missing.cause), /NOT NULL constraint failed: customer\.key/);
      assert.deepEqual(customers(workspace), ['a']);
    },
  },
  {
    name: 'a statement takes 100 bound parameters and no more',
    run: async (workspace) => {
      const ids = Array.from({ length: 101 }, (_, index) => index);
      const pick = (count: number) =>
        workspace.read((db) =>
          db
            .select()
            .from(customer)
            .where(inArray(customer.id, ids.slice(0, count)))
            .all(),
        );
      assert.deepEqual(pick(100), []);
      assert.throws(() => pick(101));
    },
  },
  {
    name: 'a value of a megabyte comes back as it was',
    run: async (workspace) => {
      const value = '跟进🎉'.repeat(100_000);
      await workspace.write((db) => db.insert(setting).values({ key: 'big', value }).run());
      const row = workspace.read((db) => db.select().from(setting).get());
      assert.equal(row?.value, value);
    },
  },
];

const replies: readonly Reply[] = [{ kind: 'card', to: 'actor', card: card('记下了') }];

const deliver = (db: Db, id: string, name: string): readonly Reply[] => {
  const stored = inbox.seen(db, id);
  if (stored !== null) return stored;
  addCustomer(db, name);
  inbox.claim(db, id, NOW, replies);
  return replies;
};

const inboxCases: readonly StoreCase[] = [
  {
    name: 'inbox: deliveries that come twice, even at once, take effect once and are answered alike',
    run: async (workspace) => {
      assert.equal(
        workspace.read((db) => inbox.seen(db, 'slack:1')),
        null,
      );
      const answers = await Promise.all(
        ['a', 'b', 'c'].map((name) => workspace.write((db) => deliver(db, 'slack:1', name))),
      );
      assert.deepEqual(answers, [replies, replies, replies]);
      assert.deepEqual(await workspace.write((db) => deliver(db, 'slack:1', 'd')), replies);
      assert.deepEqual(customers(workspace), ['a']);
    },
  },
  {
    name: 'inbox: a delivery taken twice undoes the effect of the second',
    run: async (workspace) => {
      const take = (name: string) =>
        workspace.write((db) => {
          addCustomer(db, name);
          inbox.claim(db, 'slack:1', NOW, []);
        });
      await take('a');
      assert.match((await failureOf(() => take('b'))).message, /UNIQUE constraint failed/);
      assert.deepEqual(customers(workspace), ['a']);
    },
  },
];

const outboxCases: readonly StoreCase[] = [
  {
    name: 'outbox: the first message of a key stays, and the second is told so',
    run: async (workspace) => {
      await workspace.write((db) => {
        assert.equal(put(db, 'board:1', channel('C1'), { title: 'first' }), true);
        assert.equal(put(db, 'board:1', channel('C2'), { title: 'second' }), false);
      });
      const message = only(await claim(workspace));
      assert.deepEqual(message, {
        id: message.id,
        key: 'board:1',
        target: channel('C1'),
        card: card('first'),
        attempts: 1,
        fence: 1,
        orphanedAt: null,
      });
    },
  },
  {
    name: 'outbox: nothing is claimed before its time, nor twice',
    run: async (workspace) => {
      await workspace.write((db) => put(db, 'a', channel('C1'), { notBefore: NOW + 5 }));
      assert.deepEqual(keys(await claim(workspace, NOW + 4)), []);
      const both = await Promise.all([claim(workspace, NOW + 5), claim(workspace, NOW + 5)]);
      assert.deepEqual(both.map(keys), [['a'], []]);
    },
  },
  {
    name: 'outbox: one message a target at a time, the oldest first, and one a second',
    run: async (workspace) => {
      await workspace.write((db) => {
        put(db, 'a1', channel('A'));
        put(db, 'a2', channel('A'));
        put(db, 'b1', channel('B'));
        put(db, 'p1', { kind: 'person', platform: 'slack', tenant: 'T1', user: 'A' });
        // The same target with its members in another order.
        put(db, 'a3', { channel: 'A', tenant: 'T1', platform: 'slack', kind: 'channel' });
      });
      const first = await claim(workspace);
      assert.deepEqual(keys(first), ['a1', 'b1', 'p1']);
      assert.deepEqual(keys(await claim(workspace)), []);
      await workspace.write((db) => {
        for (const { id, fence } of first)
          outbox.settleSent(db, id, fence, { remote: 'm', at: NOW });
      });
      assert.deepEqual(keys(await claim(workspace, NOW + 999)), []);
      assert.deepEqual(keys(await claim(workspace, NOW + 1_000)), ['a2']);
    },
  },
  {
    name: 'outbox: a limit is kept, the oldest first',
    run: async (workspace) => {
      await workspace.write((db) => {
        for (const name of ['A', 'B', 'C', 'D']) put(db, name, channel(name));
      });
      assert.deepEqual(keys(await claim(workspace, NOW, 3)), ['A', 'B', 'C']);
      assert.deepEqual(keys(await claim(workspace, NOW, 3)), ['D']);
    },
  },
  {
    name: 'outbox: a claim that ran out is claimed anew, and the old fence settles nothing',
    run: async (workspace) => {
      await workspace.write((db) => put(db, 'a', channel('C1')));
      const first = only(await claim(workspace));
      assert.deepEqual(keys(await claim(workspace, NOW + LEASE - 1)), []);
      const second = only(await claim(workspace, NOW + LEASE));
      assert.equal(second.orphanedAt, NOW + LEASE);
      assert.ok(second.fence > first.fence);
      const at = NOW + LEASE;
      await workspace.write((db) => {
        const { id, fence } = first;
        assert.equal(outbox.settleSent(db, id, fence, { remote: 'm', at }), false);
        assert.equal(
          outbox.settleRetry(db, id, fence, { notBefore: at, error: 'x', counts: true }),
          false,
        );
        assert.equal(outbox.settleUnknown(db, id, fence, { error: 'x', at }), false);
        assert.equal(outbox.settleDead(db, id, fence, { error: 'x', at }), false);
        assert.equal(outbox.counts(db).sending, 1);
        assert.equal(outbox.settleSent(db, id, second.fence, { remote: 'm', at }), true);
        // Settled is settled.
        assert.equal(outbox.settleDead(db, id, second.fence, { error: 'x', at }), false);
      });
      const row = workspace.read((db) => db.select().from(outboxTable).get());
      assert.equal(row?.state, 'sent');
      assert.equal(row?.remote, 'm');
      assert.equal(row?.sentAt, at);
    },
  },
  {
    name: 'outbox: a lease from before the clock went back does not hold a target for ever',
    run: async (workspace) => {
      await workspace.write((db) => put(db, 'a', channel('C1')));
      await claim(workspace, NOW + 3_600_000);
      assert.equal(
        workspace.read((db) => outbox.nextAt(db, { now: NOW, leaseMs: LEASE })),
        NOW,
      );
      assert.deepEqual(keys(await claim(workspace, NOW)), ['a']);
    },
  },
  {
    name: 'outbox: a try that is to count counts, one that is not does not',
    run: async (workspace) => {
      await workspace.write((db) => put(db, 'a', channel('C1')));
      const attempts: number[] = [];
      for (const counts of [false, true, false, true]) {
        const at = NOW + attempts.length * 10_000;
        const { id, fence, attempts: tries } = only(await claim(workspace, at));
        attempts.push(tries);
        const retry = { notBefore: at + 10_000, error: 'unavailable: x', counts };
        await workspace.write((db) => outbox.settleRetry(db, id, fence, retry));
      }
      assert.deepEqual(attempts, [1, 1, 2, 2]);
    },
  },
  {
    name: 'outbox: a tenant told to wait waits, to the millisecond, and no other tenant',
    run: async (workspace) => {
      await workspace.write((db) => put(db, 'a', channel('A')));
      const { id, fence } = only(await claim(workspace));
      await workspace.write((db) => {
        outbox.settleRetry(db, id, fence, {
          notBefore: NOW + 7_000,
          error: 'rate_limited: x',
          counts: false,
        });
        put(db, 'b', channel('B'));
        put(db, 'c', channel('C', 'T2'));
      });
      assert.deepEqual(keys(await claim(workspace, NOW + 2_000)), ['c']);
      assert.deepEqual(keys(await claim(workspace, NOW + 6_999)), []);
      assert.deepEqual(keys(await claim(workspace, NOW + 7_000)), ['a', 'b']);
    },
  },
  {
    name: 'outbox: what is dead or unknown is shown, and sent again only when asked for',
    run: async (workspace) => {
      await workspace.write((db) => {
        for (const name of ['A', 'B', 'C']) put(db, name, channel(name), { title: `t${name}` });
      });
      const [a, b] = await claim(workspace);
      assert.ok(a !== undefined && b !== undefined);
      const at = NOW + 10;
      await workspace.write((db) => {
        outbox.settleDead(db, a.id, a.fence, { error: 'gone: C1', at });
        outbox.settleUnknown(db, b.id, b.fence, { error: 'unknown_outcome: cut', at });
      });
      workspace.read((db) => {
        assert.deepEqual(outbox.counts(db), { due: 0, sending: 1, sent: 0, unknown: 1, dead: 1 });
        assert.deepEqual(
          listUndelivered(db, 9).map(({ key, state, error, title }) => [key, state, error, title]),
          [
            ['B', 'unknown', 'unknown_outcome: cut', 'tB'],
            ['A', 'dead', 'gone: C1', 'tA'],
          ],
        );
      });
      assert.deepEqual(keys(await claim(workspace, NOW + 50_000)), []);
      await workspace.write((db) => {
        assert.equal(resend(db, { ...a, fence: a.fence + 1 }, at), false);
        assert.equal(resend(db, a, at), true);
        assert.equal(resend(db, a, at), false);
        assert.equal(discard(db, a), false);
        assert.equal(discard(db, b), true);
        assert.equal(countUndelivered(db), 0);
      });
      const again = only(await claim(workspace, NOW + 50_000));
      assert.deepEqual([again.key, again.attempts, again.fence], ['A', 1, 2]);
    },
  },
  {
    name: 'outbox: says when to come back',
    run: async (workspace) => {
      const next = () => workspace.read((db) => outbox.nextAt(db, { now: NOW, leaseMs: LEASE }));
      assert.equal(next(), null);
      await workspace.write((db) => put(db, 'a', channel('A'), { notBefore: NOW + 90_000 }));
      assert.equal(next(), NOW + 90_000);
      await workspace.write((db) => put(db, 'b', channel('B')));
      assert.equal(next(), NOW);
      const b = only(await claim(workspace));
      assert.equal(next(), NOW + LEASE);
      await workspace.write((db) => outbox.settleSent(db, b.id, b.fence, { remote: 'm', at: NOW }));
      assert.equal(next(), NOW + 90_000);
    },
  },
  {
    name: 'outbox: a message is out only if the reason for it is in',
    run: async (workspace) => {
      await failureOf(() =>
        workspace.write((db) => {
          put(db, 'a', channel('A'));
          throw new Refusal('no');
        }),
      );
      assert.deepEqual(keys(await claim(workspace)), []);
    },
  },
];

const occurrenceCases: readonly StoreCase[] = [
  {
    name: 'occurrence: one for a kind, a scope and a day, and the first stays',
    run: async (workspace) => {
      const row = { kind: 'board', scope: '1', day: '2026-03-11', state: 'done', at: NOW } as const;
      await workspace.write((db) => {
        assert.equal(occurrence.begun(db, 'board', '1', '2026-03-11'), false);
        assert.equal(occurrence.begin(db, row), true);
        assert.equal(occurrence.begin(db, { ...row, state: 'skipped', at: NOW + 1 }), false);
        assert.equal(occurrence.begin(db, { ...row, kind: 'morning' }), true);
        assert.equal(occurrence.begin(db, { ...row, scope: '2' }), true);
        assert.equal(occurrence.begin(db, { ...row, day: '2026-03-10', state: 'skipped' }), true);
      });
      workspace.read((db) => {
        assert.equal(occurrence.begun(db, 'board', '1', '2026-03-11'), true);
        assert.deepEqual(occurrence.latest(db, 'board', '1'), row);
        assert.equal(occurrence.latest(db, 'board', '3'), null);
      });
    },
  },
  {
    name: 'occurrence: of many at once one begins',
    run: async (workspace) => {
      const begun = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          workspace.write((db) =>
            occurrence.begin(db, { kind: 'k', scope: '', day: '2026-03-11', state: 'done', at }),
          ),
        ),
      );
      assert.equal(begun.filter(Boolean).length, 1);
    },
  },
];

const compacting: readonly StoreCase[] = [
  {
    name: 'compacting keeps every row and every row id, and what waits is committed first',
    run: async (workspace) => {
      await workspace.write((db) => {
        const id = addCustomer(db, 'kept');
        for (let n = 0; n < 300; n += 1)
          db.insert(contact)
            .values({ customerId: id, name: `c${n}` })
            .run();
        // Gaps, which rewriting the file might close: other tables know contacts by SQLite's row id.
        db.run(sql`delete from contact where rowid % 3 = 0`);
      });
      const ids = () =>
        workspace.read((db) => db.all(sql`select rowid as id, name from contact order by rowid`));
      const before = ids();
      assert.equal(before.length, 200);
      const waiting = workspace.write((db) => addCustomer(db, 'waiting'));
      await workspace.compact();
      assert.deepEqual(customers(workspace), ['kept', 'waiting']);
      await waiting;
      assert.deepEqual(ids(), before);
      await workspace.write((db) => addCustomer(db, 'after'));
      await workspace.compact();
      assert.deepEqual(customers(workspace), ['kept', 'waiting', 'after']);
    },
  },
  {
    name: 'compacting inside a change is refused, and the change goes on',
    run: async (workspace) => {
      await workspace.write((db) => {
        assert.throws(() => workspace.compact(), TypeError);
        addCustomer(db, 'a');
      });
      assert.deepEqual(customers(workspace), ['a']);
    },
  },
];

export const storeContract: readonly StoreCase[] = [
  ...writes,
  ...inboxCases,
  ...outboxCases,
  ...occurrenceCases,
  ...compacting,
];
