// One database file: whose it is, whether it is whole, how old its schema is, and its log.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type Client from 'better-sqlite3';
import type { DatabaseFile } from '../backup/contents.ts';
import { inWords, sizeOf } from '../backup/durable.ts';
import { isDamage, messageOf } from '../backup/faults.ts';
import { damageOf, isOfKind, orphansOf, rowsOf, schemaOf } from '../backup/inspect.ts';
import { peek } from '../backup/peek.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { readWal, type Wal } from './wal.ts';

/** The server lets the log grow to 64 MB between commits; this much means that nobody empties it. */
const LARGE_WAL_BYTES = 256e6;
/** A log may be looked at in the middle of a write; a cut one stays cut. */
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 100;

const RESTORE =
  'Stop Genjin, keep this folder as it is, and restore the newest backup into a new one: genjin restore.';

const isCut = ({ isWhole, tail, committed, expected }: Wal): boolean =>
  !isWhole || tail > 0 || (expected !== null && committed < expected);

const settledWal = async (file: string): Promise<Wal | null> => {
  let wal = readWal(file);
  for (let looks = 1; looks < LOOKS && wal !== null && isCut(wal); looks += 1) {
    await sleep(BETWEEN_LOOKS_MS);
    wal = readWal(file);
  }
  return wal;
};

const aboutWal = async (file: string, name: string): Promise<readonly Finding[]> => {
  const wal = await settledWal(file);
  if (wal === null) return [];
  const { bytes, isWhole, tail, committed, expected } = wal;
  if (!isWhole) {
    return [
      fail(name, `${name}-wal is cut or damaged at its beginning: what it held is lost.`, RESTORE),
    ];
  }
  if (expected !== null && committed < expected) {
    return [
      fail(
        name,
        `${name}-wal was cut: ${expected - committed} of ${expected} committed pages are missing from it or damaged.`,
        RESTORE,
      ),
    ];
  }
  if (tail > 0) {
    return [
      warn(
        name,
        `${name}-wal ends in the middle of a page: a power cut stopped a write that nobody was told of, or the file was cut.`,
        'After a power cut nothing is to be done; if the folder was copied or moved, compare with the newest backup.',
      ),
    ];
  }
  if (bytes > LARGE_WAL_BYTES) {
    return [
      warn(
        name,
        `${name}-wal has grown to ${inWords(bytes)}: something reads without end and keeps it from being emptied.`,
        'Stop what else has the file open (a backup, Litestream, a database browser), then restart Genjin.',
      ),
    ];
  }
  return [];
};

const aboutSchema = (client: Client.Database, { name, kind }: DatabaseFile): readonly Finding[] => {
  const { age, missing } = schemaOf(client, kind);
  switch (age) {
    case 'current':
      return [];
    case 'older':
      return [
        warn(
          name,
          `${name} is of an older version; the next start brings it up to date (${missing} to apply).`,
          'Take a backup first: genjin backup.',
        ),
      ];
    case 'newer':
      return [
        fail(
          name,
          `${name} was written by a newer version of Genjin, and this one refuses it.`,
          'Install the newer version, or restore a backup that was taken before it.',
        ),
      ];
    case 'unknown':
      return [
        fail(
          name,
          `${name} holds a migration this version does not know.`,
          'Install the version that wrote it.',
        ),
      ];
  }
};

const aboutContent = (client: Client.Database, database: DatabaseFile): readonly Finding[] => {
  const { name, kind } = database;
  if (!isOfKind(client, kind)) {
    return [fail(name, `${name} is not a ${kind} database of Genjin.`, RESTORE)];
  }
  const [damage, ...more] = damageOf(client);
  if (damage !== undefined) {
    const others = more.length > 0 ? ' and more' : '';
    return [fail(name, `${name} is damaged: ${damage.replaceAll('\n', ' ')}${others}.`, RESTORE)];
  }
  const orphans = [...orphansOf(client)].map(([table, count]) => `${count} in ${table}`);
  const findings = [...aboutSchema(client, database)];
  if (orphans.length > 0) {
    findings.push(
      fail(
        name,
        `${name} has rows that refer to rows that do not exist: ${orphans.join(', ')}.`,
        RESTORE,
      ),
    );
  }
  return findings;
};

/** What else is looked at in a database that is whole and of this version or an older one. */
type Further = (client: Client.Database) => readonly Finding[];

/** Everything about one database; a single `ok` when nothing is wrong with it. */
export const database = async (
  data: string,
  file: DatabaseFile,
  further: Further,
): Promise<readonly Finding[]> => {
  const { name } = file;
  const path = join(data, name);
  if (!existsSync(path)) return [fail(name, `${name} is missing.`, RESTORE)];
  if (sizeOf(path) === 0) {
    return [fail(name, `${name} is empty: its content is lost.`, RESTORE)];
  }
  const wal = await aboutWal(path, name);
  try {
    return peek(path, (client) => {
      const findings = [...wal, ...aboutContent(client, file)];
      if (findings.some(({ level }) => level === 'fail')) return findings;
      const rows = Object.values(rowsOf(client)).reduce((sum, count) => sum + count, 0);
      const whole =
        findings.length > 0 ? [] : [ok(name, `Whole: ${rows} rows, ${inWords(sizeOf(path))}.`)];
      return [...findings, ...whole, ...further(client)];
    });
  } catch (error) {
    const why = messageOf(error);
    if (isDamage(error)) return [...wal, fail(name, `${name} is damaged: ${why}.`, RESTORE)];
    const fix = 'Mend what the sentence names, then run `genjin doctor` again.';
    return [...wal, fail(name, `${name} cannot be read: ${why}.`, fix)];
  }
};
