// What only the file driver promises: grouping, a full disk, files that are not ours, and closing.
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import Client from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type FileOptions, openWorkspace } from '../../../adapters/sqlite/file.ts';
import { Refusal } from '../../../src/errors.ts';
import { setting } from '../../../src/store/schema/people.ts';
import type { Db, Workspace } from '../../../src/store/workspace.ts';
import { temporaryFolder } from './folder.ts';

const path = temporaryFolder();
let files = 0;

const withWorkspace = async (
  work: (workspace: Workspace, file: string) => Promise<void>,
  options?: FileOptions,
): Promise<void> => {
  files += 1;
  const file = path(`${files}.sqlite`);
  const workspace = openWorkspace(file, options);
  try {
    await work(workspace, file);
  } finally {
    await workspace.close();
  }
};

const put = (db: Db, key: string, value: unknown = 0): void => {
  db.insert(setting).values({ key, value }).run();
};

const keys = (workspace: Workspace): readonly string[] =>
  workspace
    .read((db) => db.select().from(setting).orderBy(setting.key).all())
    .map(({ key }) => key);

const statuses = (results: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  results.map(({ status }) => status);

describe('writing in groups', () => {
  it('commits all writes of a turn at once, and answers only after the commit', () =>
    withWorkspace(async (workspace, file) => {
      const other = new Client(file, { readonly: true });
      const count = () => other.prepare('SELECT count(*) FROM setting').pluck().get();
      const seen: unknown[] = [];
      await Promise.all(
        ['a', 'b', 'c'].map(async (key) => {
          await workspace.write((db) => {
            put(db, key);
            seen.push(count());
          });
          seen.push(count());
        }),
      );
      other.close();
      expect(seen).toEqual([0, 0, 0, 3, 3, 3]);
    }));

  it('refuses as busy what goes beyond the queue', () =>
    withWorkspace(
      async (workspace) => {
        const results = await Promise.allSettled(
          ['a', 'b', 'c', 'd'].map((key) => workspace.write((db) => put(db, key))),
        );
        expect(statuses(results)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
        expect(results[2]).toMatchObject({ reason: { name: 'Refusal', code: 'busy' } });
        expect(keys(workspace)).toEqual(['a', 'b']);
      },
      { maxQueue: 2 },
    ));

  it('refuses as busy while another process holds the file, and goes on afterwards', () =>
    withWorkspace(async (workspace, file) => {
      const other = new Client(file);
      other.exec('BEGIN IMMEDIATE');
      const results = await Promise.allSettled(
        ['a', 'b'].map((key) => workspace.write((db) => put(db, key))),
      );
      expect(results.map((result) => result.status === 'rejected' && result.reason)).toEqual([
        new Refusal('busy'),
        new Refusal('busy'),
      ]);
      other.exec('ROLLBACK');
      other.close();
      await workspace.write((db) => put(db, 'c'));
      expect(keys(workspace)).toEqual(['c']);
    }));

  it('a disk that fills up fails what does not fit, not its neighbours', () =>
    withWorkspace(async (workspace) => {
      const runs = { a: 0, c: 0 };
      // A page limit makes SQLite answer as it does on a full disk: it rolls back the whole transaction.
      await workspace.write((db) => db.run(sql.raw('PRAGMA max_page_count = 120')));
      const results = await Promise.allSettled([
        workspace.write((db) => {
          runs.a += 1;
          put(db, 'a');
        }),
        workspace.write((db) => put(db, 'b', 'x'.repeat(1_000_000))),
        workspace.write((db) => {
          runs.c += 1;
          put(db, 'c');
        }),
      ]);
      expect(statuses(results)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(results[1]).toMatchObject({ reason: { code: 'SQLITE_FULL' } });
      expect(runs).toEqual({ a: 2, c: 1 });
      expect(keys(workspace)).toEqual(['a', 'c']);
      await workspace.write((db) => db.run(sql.raw('PRAGMA max_page_count = 100000')));
      await workspace.write((db) => put(db, 'b', 'x'.repeat(1_000_000)));
      expect(keys(workspace)).toEqual(['a', 'b', 'c']);
    }));

  it('a commit that fails acknowledges nothing; each change is then tried on its own', () =>
    withWorkspace(async (workspace) => {
      await workspace.write((db) => {
        db.run(
          sql.raw(`CREATE TABLE later (
            key TEXT REFERENCES setting(key) DEFERRABLE INITIALLY DEFERRED)`),
        );
      });
      const results = await Promise.allSettled([
        workspace.write((db) => put(db, 'a')),
        workspace.write((db) => {
          put(db, 'b');
          db.run(sql.raw("INSERT INTO later VALUES ('nowhere')"));
        }),
        workspace.write((db) => put(db, 'c')),
      ]);
      expect(statuses(results)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(keys(workspace)).toEqual(['a', 'c']);
    }));

  it('a read cannot write', () =>
    withWorkspace(async (workspace) => {
      expect(() => workspace.read((db) => put(db, 'a'))).toThrow(/readonly/);
      await workspace.write((db) => put(db, 'b'));
      expect(keys(workspace)).toEqual(['b']);
    }));

  it('a read is one snapshot, also while another process writes', () =>
    withWorkspace(async (workspace, file) => {
      const other = new Client(file);
      const size = (db: Db) => db.select().from(setting).all().length;
      workspace.read((db) => {
        expect(size(db)).toBe(0);
        other.exec("INSERT INTO setting VALUES ('a', '0')");
        expect(size(db)).toBe(0);
        expect(workspace.read(size)).toBe(0);
      });
      other.close();
      expect(workspace.read(size)).toBe(1);
    }));
});

describe('closing', () => {
  it('commits what waits, leaves one file, and refuses clearly afterwards', async () => {
    const file = path('closing.sqlite');
    const workspace = openWorkspace(file);
    const writes = Promise.all(
      Array.from({ length: 600 }, (_, n) => workspace.write((db) => put(db, `k${n}`))),
    );
    await workspace.close();
    await writes;
    await workspace.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    await expect(workspace.write((db) => put(db, 'late'))).rejects.toThrow(
      /closing\.sqlite is closed/,
    );
    expect(() => workspace.read(() => 0)).toThrow(/closing\.sqlite is closed/);
    const again = openWorkspace(file);
    expect(keys(again)).toHaveLength(600);
    await again.close();
  });
});

describe('opening', () => {
  const made = async (name: string): Promise<string> => {
    const file = path(name);
    const workspace = openWorkspace(file);
    await workspace.write((db) => put(db, 'big', 'x'.repeat(100_000)));
    await workspace.close();
    return file;
  };

  const refused = (file: string, reason: RegExp): void => {
    const before = readFileSync(file);
    expect(() => openWorkspace(file)).toThrow(reason);
    expect(() => openWorkspace(file)).toThrow(`cannot open workspace database ${file}: `);
    expect(readFileSync(file).equals(before)).toBe(true);
  };

  it('keeps what is there', async () => {
    const file = await made('kept.sqlite');
    const workspace = openWorkspace(file);
    expect(keys(workspace)).toEqual(['big']);
    await workspace.close();
  });

  it('refuses what is no database', () => {
    const file = path('text.sqlite');
    writeFileSync(file, 'not a database, but something somebody wrote\n'.repeat(100));
    refused(file, /file is not a database/);
  });

  it('refuses the database of another program', () => {
    const file = path('foreign.sqlite');
    const other = new Client(file);
    other.exec('CREATE TABLE setting (key TEXT)');
    other.close();
    refused(file, /not a workspace database of Genjin/);
  });

  it('refuses a file that lost its content, or its end, or a page', async () => {
    const emptied = await made('emptied.sqlite');
    truncateSync(emptied);
    refused(emptied, /is empty/);
    const cut = await made('cut.sqlite');
    truncateSync(cut, readFileSync(cut).length / 2);
    refused(cut, /malformed/);
    const flipped = await made('flipped.sqlite');
    const bytes = readFileSync(flipped);
    // The last pages hold most of the long value; opening alone would not read them.
    bytes.fill(0xa5, bytes.length - 5 * 4_096);
    writeFileSync(flipped, bytes);
    refused(flipped, /it is damaged/);
  });

  it('refuses a database whose file is gone while its -wal is there', () => {
    const file = path('gone.sqlite');
    writeFileSync(`${file}-wal`, 'x');
    expect(() => openWorkspace(file)).toThrow(/missing but its -wal is there/);
    expect(existsSync(file)).toBe(false);
  });

  it('refuses the database of a newer version, and one of an unknown line', async () => {
    for (const [name, at, reason] of [
      ['newer', 9_000_000_000_000, /newer version/],
      ['unknown', 1, /does not know/],
    ] as const) {
      const file = await made(`${name}.sqlite`);
      const other = new Client(file);
      other.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', ?)").run(at);
      other.close();
      refused(file, reason);
    }
  });

  it('makes a database anew when its making was cut off', async () => {
    const file = path('half.sqlite');
    writeFileSync(`${file}.new`, 'half');
    const workspace = openWorkspace(file);
    expect(keys(workspace)).toEqual([]);
    await workspace.close();
    expect(existsSync(`${file}.new`)).toBe(false);
  });
});
