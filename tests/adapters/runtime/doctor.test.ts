// The doctor names what is wrong, says what to do, and leaves everything as it is.
import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPLICATION_ID } from '../../../adapters/runtime/backup/contents.ts';
import { type ExamineOptions, examine } from '../../../adapters/runtime/doctor/examine.ts';
import type { Finding, Level } from '../../../adapters/runtime/doctor/finding.ts';
import { node, zoneData } from '../../../adapters/runtime/doctor/machine.ts';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { cleanUp, look, runCli, temporary } from '../../support/app.ts';
import {
  fingerprint,
  leaveCrashed,
  makeFolder,
  makeOldWorkspace,
  makeReadOnly,
  runUnprivileged,
  tamper,
  WRITTEN,
} from '../../support/folder.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROOMY = { bavail: 1e9, bsize: 4_096, files: 1e6, ffree: 1e6 };

let data: string;
let file: string;

beforeEach(async () => {
  data = temporary();
  file = join(data, 'w1.sqlite');
  await makeFolder(data);
});
afterEach(cleanUp);

const findings = async (options: Partial<ExamineOptions> = {}): Promise<readonly Finding[]> => {
  const examination = await examine({
    data,
    environment: {},
    now: WRITTEN + HOUR,
    statDisk: () => ROOMY,
    ...options,
  });
  return examination.findings;
};

/** What is not in order: level, check and sentence. */
const complaints = async (options?: Partial<ExamineOptions>): Promise<readonly string[]> =>
  (await findings(options))
    .filter(({ level }) => level !== 'ok')
    .map(({ level, check, says, fix }) => {
      expect(fix, says).toMatch(/\S/);
      expect(says).not.toMatch(/\n/);
      return `${level} ${check}: ${says}`;
    });

const only = (level: Level, check: string, says: string): readonly unknown[] => [
  expect.stringMatching(new RegExp(`^${level} ${check}: .*${says}`)),
];

/** Looks at the folder, and that looking left no trace. */
const untouched = async (options?: Partial<ExamineOptions>): Promise<readonly string[]> => {
  const before = fingerprint(data);
  const found = await complaints(options);
  expect(fingerprint(data)).toBe(before);
  return found;
};

describe('a folder in order', () => {
  it('has no complaint, a sentence for each thing looked at, and stays as it is', async () => {
    expect(await untouched()).toEqual([]);
    const checks = (await findings()).map(({ check }) => check);
    expect(checks).toEqual([
      'configuration',
      'node',
      'time zone',
      'zone data',
      'clock',
      'platforms',
      'data folder',
      'writing',
      'disk',
      'directory.sqlite',
      'w1.sqlite',
      'w2.sqlite',
      'web.sqlite',
      'vault',
    ]);
  });

  it('may be one that a killed server left, or one that a server writes to', async () => {
    leaveCrashed(data);
    expect(await untouched()).toEqual([]);
    const workspace = openWorkspace(file);
    let writes = 0;
    const write = async (): Promise<void> => {
      for (; writes < 200; writes += 1) {
        await workspace.write((db) => db.run(`UPDATE team SET name = 'team ${writes}'`));
      }
    };
    const [found] = await Promise.all([complaints(), write()]);
    await workspace.close();
    expect([found, writes]).toEqual([[], 200]);
  });

  it('is told by the numbers that new databases are given', () => {
    for (const [name, kind] of [
      ['directory', 'directory'],
      ['w1', 'workspace'],
      ['web', 'web'],
    ] as const) {
      const id = look(join(data, `${name}.sqlite`), (client) =>
        client.pragma('application_id', { simple: true }),
      );
      expect([kind, id]).toEqual([kind, APPLICATION_ID[kind]]);
    }
  });
});

describe('the folder and its disk', () => {
  it('missing, a file, empty, or open to others', async () => {
    const nowhere = join(data, 'nowhere');
    expect(await complaints({ data: nowhere })).toEqual(
      only('fail', 'data folder', 'There is no folder'),
    );
    expect(await complaints({ data: file })).toEqual(only('fail', 'data folder', 'is a file'));
    expect(await complaints({ data: temporary() })).toEqual(
      only('warn', 'data folder', 'holds no data yet'),
    );
    chmodSync(data, 0o755);
    expect(await complaints()).toEqual(only('warn', 'data folder', 'Other users .*mode 755'));
    expect(
      (await examine({ data: null, environment: { GENJIN_DATA: data }, now: WRITTEN })).data,
    ).toBe(data);
  });

  it('that cannot be written', async () => {
    makeReadOnly(data);
    const before = fingerprint(data);
    const { code, output } = await runUnprivileged(['doctor', '--data', data, '--json']);
    expect(code).toBe(2);
    const { findings: found } = JSON.parse(output) as { findings: Finding[] };
    const failed = found.filter(({ level }) => level === 'fail');
    expect(failed.map(({ check }) => check)).toEqual(['writing']);
    expect(failed[0]?.says).toContain('cannot be written: this user may not');
    expect(found.filter(({ check }) => check === 'w1.sqlite')).toMatchObject([{ level: 'ok' }]);
    expect(fingerprint(data)).toBe(before);
    chmodSync(data, 0o700);
  });

  it('full, nearly full, or out of files', async () => {
    const disk = (part: Partial<typeof ROOMY>) => ({ statDisk: () => ({ ...ROOMY, ...part }) });
    expect(await complaints(disk({ bavail: 0 }))).toEqual(
      only('fail', 'disk', 'The disk is full: 0 bytes free'),
    );
    expect(await complaints(disk({ bavail: 100_000 }))).toEqual(
      only('warn', 'disk', 'Little room: 410 MB free'),
    );
    expect(await complaints(disk({ ffree: 0 }))).toEqual(only('fail', 'disk', 'no more files'));
    // Some disks have no such count.
    expect(await complaints(disk({ files: 0, ffree: 0 }))).toEqual([]);
  });
});

describe('a database', () => {
  it('with a page that was overwritten', async () => {
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 8_192) * 4_096;
    bytes.fill(0xa5, middle, middle + 4_096);
    writeFileSync(file, bytes);
    expect(await untouched()).toEqual(only('fail', 'w1.sqlite', 'w1.sqlite is damaged: '));
  });

  it('that is none, is empty, is missing, or is somebody else’s', async () => {
    writeFileSync(file, Buffer.alloc(8_192, 'not a database '));
    expect(await untouched()).toEqual(
      only('fail', 'w1.sqlite', 'is damaged: file is not a database'),
    );
    writeFileSync(file, '');
    expect(await complaints()).toEqual(only('fail', 'w1.sqlite', 'is empty'));
    rmSync(file);
    expect(await complaints()).toEqual(only('fail', 'w1.sqlite', 'is missing'));
    tamper(file, 'CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
    expect(await complaints()).toEqual(
      only('fail', 'w1.sqlite', 'is not a workspace database of Genjin'),
    );
    rmSync(join(data, 'directory.sqlite'));
    expect(await complaints()).toHaveLength(2);
  });

  it('that the directory does not know', async () => {
    makeOldWorkspace(join(data, 'w9.sqlite'), temporary());
    expect(await complaints()).toEqual(only('warn', 'w9.sqlite', 'knows no workspace'));
  });

  it('with rows that refer to nothing', async () => {
    tamper(file, 'PRAGMA foreign_keys = OFF; UPDATE contact SET customer_id = 77');
    expect(await complaints()).toEqual(only('fail', 'w1.sqlite', 'do not exist: 2 in contact'));
  });

  it('of an older version, a newer one, or none of this line', async () => {
    rmSync(file);
    makeOldWorkspace(file, temporary());
    expect(await untouched()).toEqual(
      only('warn', 'w1.sqlite', 'the next start brings it up to date'),
    );
    const apply = (at: number): void =>
      tamper(file, `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', ${at})`);
    apply(1);
    expect(await complaints()).toEqual(
      only('fail', 'w1.sqlite', 'a migration this version does not know'),
    );
    apply(Date.UTC(2100, 0, 1));
    expect(await untouched()).toEqual(only('fail', 'w1.sqlite', 'by a newer version'));
  });
});

describe('the log of a killed server', () => {
  beforeEach(() => leaveCrashed(data, "UPDATE team SET zone = 'Mars/Olympus'"));

  it('whole: the doctor sees what is only in it', async () => {
    expect(readFileSync(file).includes('Mars/Olympus')).toBe(false);
    expect(await untouched()).toEqual(only('fail', 'w1.sqlite', 'the time zone Mars/Olympus'));
  });

  it('cut where a commit ends, or in the middle of a page', async () => {
    const { length } = readFileSync(`${file}-wal`);
    truncateSync(`${file}-wal`, length - 4_120);
    expect(await untouched()).toEqual(
      only('fail', 'w1.sqlite', 'was cut: \\d+ of \\d+ committed pages'),
    );
    truncateSync(`${file}-wal`, length - 9_000);
    expect(await untouched()).toEqual(
      only('fail', 'w1.sqlite', 'was cut: \\d+ of \\d+ committed pages'),
    );
    // Without the index beside it only the half page can be seen.
    rmSync(`${file}-shm`);
    expect(await untouched()).toEqual(only('warn', 'w1.sqlite', 'ends in the middle of a page'));
    truncateSync(`${file}-wal`, 20);
    expect(await untouched()).toEqual(only('fail', 'w1.sqlite', 'damaged at its beginning'));
  });

  it('with a page that was changed', async () => {
    const bytes = readFileSync(`${file}-wal`);
    bytes.fill(0x5a, bytes.length - 1_000, bytes.length - 900);
    writeFileSync(`${file}-wal`, bytes);
    expect(await untouched()).toEqual(only('fail', 'w1.sqlite', 'was cut: \\d+ of'));
  });
});

describe('the rows', () => {
  it('of a team in a time zone that does not exist', async () => {
    tamper(file, "UPDATE team SET zone = 'Mars/Olympus'");
    expect(await untouched()).toEqual(
      only('fail', 'w1.sqlite', 'Team “team of local” is in the time zone Mars/Olympus'),
    );
  });

  it('from the future of this clock, unless it is the demo’s', async () => {
    expect(await complaints({ now: WRITTEN - 9 * MINUTE })).toEqual([]);
    expect(await complaints({ now: WRITTEN - 5 * HOUR })).toEqual(
      only('fail', 'w1.sqlite', 'The clock is 5 hours behind'),
    );
    writeFileSync(join(data, 'demo-clock.json'), JSON.stringify({ aheadMs: 5 * HOUR }));
    expect(await complaints({ now: WRITTEN - 5 * HOUR })).toEqual([]);
    writeFileSync(join(data, 'demo-clock.json'), 'ahead');
    expect(await complaints()).toEqual(only('fail', 'clock', 'The demo’s clock cannot be read'));
    rmSync(join(data, 'demo-clock.json'));
    expect(await complaints({ now: 0 })).toEqual([
      expect.stringContaining('fail clock: The clock of this machine says 1970'),
      expect.stringContaining('fail w1.sqlite: The clock is'),
    ]);
  });

  it('of posts that are stuck', async () => {
    const put = (key: string, state: string, at: number): string =>
      `INSERT INTO outbox (key, target, card, state, not_before, created_at)
       VALUES ('${key}', '{}', '{}', '${state}', ${at}, ${at});`;
    tamper(
      file,
      put('a', 'dead', WRITTEN) +
        put('b', 'dead', WRITTEN - 31 * 24 * HOUR) +
        put('c', 'unknown', WRITTEN) +
        put('d', 'due', WRITTEN - 4 * HOUR) +
        put('e', 'due', WRITTEN) +
        put('f', 'sent', WRITTEN - 4 * HOUR),
    );
    expect(await complaints()).toEqual([
      'warn w1.sqlite: 1 posts of the last 30 days were given up.',
      'warn w1.sqlite: 1 posts have waited for more than three hours (due).',
      'warn w1.sqlite: Of 1 posts of the last 30 days nobody knows whether they arrived.',
    ]);
    const fixes = (await findings()).filter(({ fix }) => fix?.includes('/settings undelivered'));
    expect(fixes).toHaveLength(2);
  });

  it('of the last nightly recount', async () => {
    const night = (day: string, at: number): string =>
      `INSERT INTO occurrence (kind, scope, day, state, at) VALUES ('nightly', '1', '${day}', 'done', ${at});`;
    const difference = (at: number): string =>
      `INSERT INTO audit (at, action, subject) VALUES (${at}, 'recount.difference', 'member:1');`;
    tamper(file, night('2026-03-10', WRITTEN - 24 * HOUR) + difference(WRITTEN - 24 * HOUR));
    expect(await complaints()).toEqual(only('warn', 'w1.sqlite', 'of 2026-03-10 found 1 counters'));
    tamper(file, night('2026-03-11', WRITTEN));
    expect(await complaints()).toEqual([]);
    expect(await findings()).toContainEqual(
      expect.objectContaining({ says: 'The nightly recount of 2026-03-11 found no difference.' }),
    );
  });
});

describe('the machine', () => {
  it('with a TZ that is no zone', async () => {
    expect(await complaints({ environment: { TZ: 'Mars/Olympus' } })).toEqual(
      only('fail', 'time zone', 'TZ=Mars/Olympus names no time zone'),
    );
    for (const TZ of ['', 'UTC', 'Asia/Shanghai', ':Europe/Berlin', ':/etc/localtime']) {
      expect([TZ, await complaints({ environment: { TZ } })]).toEqual([TZ, []]);
    }
  });

  it('with an old Node, and with time zones it knows', () => {
    expect(node('18.20.1')).toMatchObject([{ level: 'fail' }]);
    expect(node('20.18.3')).toMatchObject([{ level: 'fail' }]);
    expect(
      [...node('20.19.0'), ...node('22.1.0'), ...zoneData()].map(({ level }) => level),
    ).toEqual(['ok', 'ok', 'ok']);
  });
});

describe('genjin doctor', () => {
  it('names every fault of the configuration, looks at the data all the same, and ends with 2', async () => {
    const env = { GENJIN_LOG: 'loud', PORT: '99999', GENJIN_DATA: data, TZ: 'Mars/Olympus' };
    const { code, output } = await runCli(['doctor'], { env });
    expect(code).toBe(2);
    expect(output).toMatch(/^fail {2}configuration +GENJIN_LOG: /m);
    expect(output).toMatch(/^fail {2}configuration +PORT: expected a port from 0 to 65535\.$/m);
    expect(output).toMatch(/^ +→ Set PORT to what is expected, or unset it\.$/m);
    expect(output).toMatch(/^fail {2}time zone +TZ=Mars\/Olympus/m);
    expect(output).toMatch(/^ok {4}w1\.sqlite +Whole: /m);
    expect(output).toMatch(/^To mend: 3\./m);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('says it in JSON too, and ends with 0 or 1 by the worst of it', async () => {
    const seen = async (): Promise<unknown> => {
      const { code, stdout } = await runCli(['doctor', '--data', data, '--json']);
      const report = JSON.parse(stdout) as { level: Level; data: string; findings: Finding[] };
      expect(report.data).toBe(data);
      // How full this machine is does not matter here.
      const here = report.findings.filter(({ check }) => check !== 'disk');
      expect(code).toBe({ ok: 0, warn: 1, fail: 2 }[report.level]);
      return here.filter(({ level }) => level !== 'ok').map(({ level, check }) => [level, check]);
    };
    expect(await seen()).toEqual([]);
    chmodSync(data, 0o750);
    expect(await seen()).toEqual([['warn', 'data folder']]);
    rmSync(data, { recursive: true });
    expect(await seen()).toEqual([['fail', 'data folder']]);
    mkdirSync(data);
  });
});
