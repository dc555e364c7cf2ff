// Backups and the way back: what they hold, what is refused, and that nothing half-done looks finished.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../../adapters/runtime/backup/restore.ts';
import {
  type BackupOptions,
  type TakenBackup,
  takeBackup,
} from '../../../adapters/runtime/backup/take.ts';
import { cleanUp, look, runCli, temporary } from '../../support/app.ts';
import {
  fingerprint,
  leaveCrashed,
  makeFolder,
  makeOldWorkspace,
  makeReadOnly,
  rowsIn,
  runUnprivileged,
  tamper,
  WRITTEN,
} from '../../support/folder.ts';

const HOUR = 3_600_000;
const CLI = fileURLToPath(new URL('../../../dist/adapters/runtime/cli.js', import.meta.url));

let data: string;
let out: string;

beforeEach(async () => {
  data = temporary();
  out = temporary();
  await makeFolder(data);
});
afterEach(cleanUp);

const take = (options: Partial<BackupOptions> = {}): Promise<TakenBackup> =>
  takeBackup({
    data,
    out,
    workspace: null,
    keep: null,
    now: WRITTEN,
    progress: () => {},
    ...options,
  });

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Rows of a database that are there, in whatever state the file is. */
const count = (file: string, table: string): number =>
  look(file, (client) => client.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number);

describe('a backup', () => {
  it('holds every database, is its owner’s alone, and is one folder with a manifest', async () => {
    writeFileSync(join(data, 'demo-clock.json'), '{"aheadMs":5}');
    writeFileSync(join(data, 'notes.txt'), 'of mine');
    const { folder, manifest, left, warnings } = await take();
    expect(basename(folder)).toBe('genjin-backup-2026-03-11T02-00-00.000Z');
    expect(readdirSync(out)).toEqual([basename(folder)]);
    const names = ['directory.sqlite', 'web.sqlite', 'demo-clock.json', 'w1.sqlite', 'w2.sqlite'];
    expect(manifest.files.map(({ name }) => name)).toEqual(names);
    expect(readdirSync(folder).sort()).toEqual([...names, 'manifest.json'].sort());
    expect(modeOf(folder)).toBe(0o700);
    for (const name of readdirSync(folder))
      expect([name, modeOf(join(folder, name))]).toEqual([name, 0o600]);
    expect(manifest).toMatchObject({
      takenAt: '2026-03-11T02:00:00.000Z',
      workspace: null,
      missing: [],
    });
    expect(manifest.files[3]).toMatchObject({ kind: 'workspace', newestFollowup: WRITTEN });
    expect(manifest.files[3]?.rows).toMatchObject({ followup: 1, contact: 2 });
    expect([left, warnings]).toEqual([['notes.txt'], []]);
    for (const name of names.filter((each) => each.endsWith('.sqlite'))) {
      expect(rowsIn(join(folder, name))).toBe(rowsIn(join(data, name)));
    }
  });

  it('takes what is only in the log of a server that was killed', async () => {
    leaveCrashed(data);
    const { folder } = await take();
    expect(count(join(folder, 'w1.sqlite'), "setting WHERE key LIKE 'crash-%'")).toBe(50);
  });

  it('keeps the number of each row, by which imports know contacts', async () => {
    const numbers = (file: string): unknown =>
      look(file, (client) => client.prepare('SELECT id, name FROM contact').all());
    const { folder } = await take();
    const restored = join(temporary(), 'new');
    await restoreBackup(folder, restored);
    expect(numbers(join(data, 'w1.sqlite'))).toEqual([
      { id: 2, name: 'Bob' },
      { id: 3, name: 'Cy' },
    ]);
    expect(numbers(join(restored, 'w1.sqlite'))).toEqual(numbers(join(data, 'w1.sqlite')));
  });

  it('of one workspace holds nothing of another', async () => {
    const { folder, manifest } = await take({ workspace: 'w1' });
    expect(manifest.files.map(({ name }) => name)).toEqual([
      'directory.sqlite',
      'web.sqlite',
      'w1.sqlite',
    ]);
    for (const name of readdirSync(folder)) {
      expect([name, readFileSync(join(folder, name)).includes('T-other-company')]).toEqual([
        name,
        false,
      ]);
    }
    const other = await take({ workspace: 'w2', now: WRITTEN + 1 });
    expect(other.manifest.files.map(({ name }) => name)).toEqual(['directory.sqlite', 'w2.sqlite']);
    await expect(take({ workspace: 'w3' })).rejects.toThrow('there is no workspace w3 in');
    await expect(take({ workspace: 'w3' })).rejects.toThrow('there is: w1, w2');
  });

  it('reads a folder that cannot be written', async () => {
    makeReadOnly(data);
    const readable = join(out, 'for-everybody');
    mkdirSync(readable);
    for (const folder of [out, readable]) chmodSync(folder, 0o777);
    const before = fingerprint(data);
    const { code, output } = await runUnprivileged([
      'backup',
      join(readable, 'mine'),
      '--data',
      data,
    ]);
    expect([code, output]).toEqual([0, expect.stringContaining('w2.sqlite')]);
    expect(fingerprint(data)).toBe(before);
  });
});

describe('what is kept', () => {
  it('is the newest backups of this data, and whatever is not one of them', async () => {
    const names: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      names.push(basename((await take({ now: WRITTEN + n * HOUR })).folder));
    }
    const alien = 'genjin-backup-2020-01-01T00-00-00.000Z';
    const foreign = join(out, alien);
    mkdirSync(foreign);
    mkdirSync(join(out, 'genjin-backup-notes'));
    writeFileSync(join(out, 'readme'), '');
    const partial = basename((await take({ workspace: 'w1', now: WRITTEN - HOUR })).folder);
    const elsewhere = temporary();
    cpSync(data, elsewhere, { recursive: true });
    const other = basename((await take({ data: elsewhere, now: WRITTEN - 2 * HOUR })).folder);

    const { folder, removed } = await take({ now: WRITTEN + 3 * HOUR, keep: 2 });
    expect(removed).toEqual(names.slice(0, 2));
    expect(readdirSync(out).sort()).toEqual(
      [alien, other, partial, names[2], basename(folder), 'genjin-backup-notes', 'readme'].sort(),
    );
    // The clock went back: what was just made stays, whatever its name.
    const early = await take({ now: WRITTEN - 9 * HOUR, keep: 1 });
    expect(existsSync(early.folder)).toBe(true);
    expect(early.removed).toEqual([names[2], basename(folder)]);
  });

  it('is given as a number from 1', async () => {
    for (const keep of ['0', '-1', 'all', '1.5', '']) {
      const { code, output } = await runCli(['backup', out, '--data', data, '--keep', keep]);
      expect([keep, code, output]).toEqual([keep, 1, expect.stringContaining('--keep')]);
    }
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('no backup is made', () => {
  /** The sentence, and that nothing was left that looks like a backup. */
  const refusal = async (options: Partial<BackupOptions>): Promise<string> => {
    const before = readdirSync(out);
    const error = await take(options).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(readdirSync(out)).toEqual(before);
    expect(error).toBeInstanceOf(Error);
    return (error as Error).message;
  };

  it('of what is no data folder, or into it', async () => {
    expect(await refusal({ data: temporary() })).toContain('holds no Genjin data');
    expect(await refusal({ out: join(data, 'backups') })).toContain('lies in the data folder');
    expect(await refusal({ out: data })).toContain('lies in the data folder');
    expect(existsSync(join(data, 'backups'))).toBe(false);
  });

  it('where there is no room for it', async () => {
    const said = await refusal({ free: () => 10_000 });
    expect(said).toMatch(/needs [\d.]+ [KM]B, and the disk of .+ has 10 KB; free some/);
  });

  it('when writing breaks off half-way', async () => {
    tamper(
      join(data, 'w2.sqlite'),
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
       INSERT INTO setting (key, value) SELECT 'bulk-' || i, hex(randomblob(1000)) FROM n`,
    );
    // A limit on the size of a file stands in for a disk that fills up: no privilege is needed for it.
    const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
      execFile(
        '/bin/sh',
        [
          '-c',
          'ulimit -f 4000; exec "$@"',
          'sh',
          process.execPath,
          CLI,
          'backup',
          out,
          '--data',
          data,
        ],
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, output: stdout + stderr }),
      );
    });
    expect(code).toBe(1);
    expect(output).toMatch(/^no backup was made: w2\.sqlite could not be copied to .+\n$/);
    expect(readdirSync(out)).toEqual([]);
  });

  it('of a damaged database; the earlier ones stay', async () => {
    const { folder } = await take();
    const file = join(data, 'w1.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 4_096);
    writeFileSync(file, bytes);
    const said = await refusal({ now: WRITTEN + HOUR, keep: 1 });
    expect(said).toContain('w1.sqlite could not be copied');
    expect(said).toContain('damaged');
    expect(readdirSync(out)).toEqual([basename(folder)]);
  });

  it('where the folder cannot be made or written', async () => {
    writeFileSync(join(out, 'file'), '');
    expect(await refusal({ out: join(out, 'file', 'backups') })).toContain(
      'cannot be made or written',
    );
    chmodSync(data, 0o755);
    chmodSync(out, 0o555);
    const { code, output } = await runUnprivileged(['backup', out, '--data', data]);
    expect(code).toBe(1);
    expect(output).toMatch(/cannot be made or written: this user may not; run as the owner/);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('and what a killed one left is hidden, and removed a day later', async () => {
    const cut = join(out, '.genjin-backup-2026-03-10T02-00-00.000Z.unfinished');
    mkdirSync(cut);
    writeFileSync(join(cut, 'w1.sqlite'), '');
    utimesSync(cut, (WRITTEN - 2 * HOUR) / 1_000, (WRITTEN - 2 * HOUR) / 1_000);
    await take();
    expect(existsSync(cut)).toBe(true);
    await take({ now: WRITTEN + 23 * HOUR });
    expect(existsSync(cut)).toBe(false);
  });
});

it('without a workspace’s file the rest is backed up, and the command says so and ends with 1', async () => {
  rmSync(join(data, 'w2.sqlite'));
  const { code, output } = await runCli(['backup', out, '--data', data]);
  expect(code).toBe(1);
  expect(output).toContain('Backed up to ');
  expect(output).toContain('workspace w2 has no file');
  const [name = ''] = readdirSync(out);
  const restored = await runCli(['restore', join(out, name), '--data', join(out, 'new')]);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.output).toContain('Workspace w2 was not in the backup.');
});

describe('restoring', () => {
  let target: string;
  beforeEach(() => {
    target = join(temporary(), 'deep', 'new');
  });

  /** The sentence, and that nothing is there. */
  const refusal = async (backup: string): Promise<string> => {
    const error = await restoreBackup(backup, target).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(existsSync(target)).toBe(false);
    expect(error).toBeInstanceOf(Error);
    return (error as Error).message;
  };

  it('says what it restored', async () => {
    const { folder } = await take();
    const { code, output } = await runCli(['restore', folder, '--data', target]);
    expect([code, output]).toEqual([
      0,
      `Restored the backup of 2026-03-11T02:00:00.000Z into ${target}
  directory.sqlite: 2 workspaces
  web.sqlite: 0 messages
  w1.sqlite: 1 member, 1 customer, 1 follow-up, the newest recorded at 2026-03-11T02:00:00.000Z
  w2.sqlite: 0 members, 0 customers, 0 follow-ups, none recorded yet
Start it with: genjin start --data ${target}
`,
    ]);
    expect(readdirSync(target).sort()).toEqual([
      'directory.sqlite',
      'w1.sqlite',
      'w2.sqlite',
      'web.sqlite',
    ]);
    expect(modeOf(target)).toBe(0o700);
    for (const name of readdirSync(target)) {
      expect(modeOf(join(target, name))).toBe(0o600);
      expect(rowsIn(join(target, name))).toBe(rowsIn(join(data, name)));
    }
  });

  it('takes an empty folder, and no other', async () => {
    const { folder } = await take();
    const empty = temporary();
    await restoreBackup(folder, empty);
    const before = fingerprint(empty);
    await expect(restoreBackup(folder, empty)).rejects.toThrow(
      /is not empty \(.+\), and nothing there/,
    );
    expect(fingerprint(empty)).toBe(before);
    await expect(restoreBackup(folder, join(empty, 'w1.sqlite'))).rejects.toThrow(
      'is not a folder',
    );
    expect((await runCli(['restore', folder])).output).toContain('--data');
  });

  it('refuses what is not to the byte what was backed up', async () => {
    const { folder } = await take();
    expect(await refusal(join(out, 'none'))).toContain('there is no backup at');
    expect(await refusal(data)).toContain('is no backup: it has no manifest.json');

    const file = join(folder, 'w1.sqlite');
    const good = readFileSync(file);
    const flipped = Buffer.from(good);
    flipped.writeUInt8(flipped.readUInt8(9_000) ^ 1, 9_000);
    writeFileSync(file, flipped);
    expect(await refusal(folder)).toContain('w1.sqlite is not what was backed up');
    writeFileSync(file, good.subarray(0, -1));
    expect(await refusal(folder)).toContain('w1.sqlite is not what was backed up');
    rmSync(file);
    expect(await refusal(folder)).toContain('w1.sqlite is missing');
    writeFileSync(file, good);

    const manifest = join(folder, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    for (const [wrong, sentence] of [
      [text.slice(0, -20), 'the manifest of'],
      [text.replace('"web.sqlite"', '"../web.sqlite"'), 'files.1.name'],
      [text.replace('"followup": 1', '"followup": 2'), 'other rows of followup'],
      [text.replace('"version": 1', '"version": 2'), 'newer version of Genjin'],
      ['[]', 'is damaged'],
    ] as const) {
      writeFileSync(manifest, wrong);
      expect(await refusal(folder)).toContain(sentence);
    }
    writeFileSync(manifest, text);
    await restoreBackup(folder, target);
  });

  it('brings an older schema to this version’s, and refuses a newer one', async () => {
    makeOldWorkspace(join(data, 'w3.sqlite'), temporary());
    tamper(
      join(data, 'directory.sqlite'),
      `INSERT INTO workspace (id, name, created_at) VALUES ('w3', 'old', ${WRITTEN})`,
    );
    const old = await take();
    const { files } = await restoreBackup(old.folder, target);
    const migrated = files.find(({ name }) => name === 'w3.sqlite')?.migrated ?? 0;
    expect(migrated).toBeGreaterThan(0);
    expect(count(join(target, 'w3.sqlite'), 'external')).toBe(0);
    expect(count(join(target, 'w3.sqlite'), '__drizzle_migrations')).toBe(1 + migrated);

    rmSync(target, { recursive: true });
    tamper(
      join(data, 'w2.sqlite'),
      `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', ${Date.UTC(2100, 0, 1)})`,
    );
    const { folder } = await take({ now: WRITTEN + HOUR });
    expect(await refusal(folder)).toContain('w2.sqlite was written by a newer version of Genjin');
  });
});
