// A workspace file of any size, made once for each seed and schema and then kept in the system's temporary folder.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { inPackage } from '../../adapters/root.ts';
import { openWorkspace } from '../../adapters/sqlite/file.ts';
import { recount } from '../../src/store/rollup.ts';
import { rollup } from '../../src/store/schema/scores.ts';
import { copyOffice } from './copy.ts';
import { furnish, OFFICE } from './office.ts';

export interface Size {
  readonly members: number;
  /** At least so many, about. */
  readonly followups: number;
  /** Whether all members are of one team; else each office of fifty is a team. */
  readonly oneTeam?: boolean;
}

const SEED = 'bench';
/**
 * Rows of an index that are looked at to know its size: with a limit, as `PRAGMA optimize` has when a workspace is
 * closed, no samples of values are kept. With samples SQLite plans a statement again each time it runs with other values.
 */
const ANALYSED_ROWS = 1_000;
/** Member days counted again from the log, to see that copying kept counters and log equal. */
const RECOUNTED = 200;

/** Changes with whatever a file built earlier would be wrong after. */
const fingerprint = (size: Size): string => {
  const hash = createHash('sha256').update(JSON.stringify([SEED, OFFICE, ANALYSED_ROWS, size]));
  const folder = inPackage('migrations', 'workspace');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
};

const build = async (
  file: string,
  { members, followups, oneTeam = false }: Size,
): Promise<void> => {
  const copies = Math.ceil(members / OFFICE);
  const people = Math.ceil(members / copies);
  const officeFile = `${file}.office`;
  for (const path of [file, officeFile]) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  }
  const office = openWorkspace(officeFile);
  await office.write((db) => furnish(db, SEED, people, followups / copies));
  await office.close();
  await openWorkspace(file).close();
  const client = new Client(file);
  client.pragma('synchronous = OFF');
  client.pragma('foreign_keys = OFF');
  client.pragma('cache_size = -262144');
  client.prepare('ATTACH ? AS office').run(officeFile);
  copyOffice(client, copies, oneTeam);
  const broken = client.pragma('foreign_key_check');
  if (!Array.isArray(broken) || broken.length > 0) throw new Error('a copied row refers to no row');
  client.pragma(`analysis_limit = ${ANALYSED_ROWS}`);
  client.exec('DETACH office; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;');
  client.close();
  rmSync(officeFile);
};

/** @throws Error when counters and log of a built file differ */
const verify = async (file: string): Promise<void> => {
  const workspace = openWorkspace(file);
  try {
    const differences = workspace.read((db) => {
      const days = db.select({ memberId: rollup.memberId, day: rollup.day }).from(rollup).all();
      const each = Math.max(1, Math.floor(days.length / RECOUNTED));
      return days
        .filter((_, at) => at % each === 0)
        .flatMap(({ memberId, day }) => recount(db, memberId, day));
    });
    if (differences.length > 0) {
      throw new Error(`${file}: ${differences.length} counters are not what the log says`);
    }
  } finally {
    await workspace.close();
  }
};

/** The path of a workspace of that size; take a copy before writing to it. */
export const companyFile = async (size: Size): Promise<string> => {
  const folder = join(tmpdir(), 'genjin-bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${size.members}-${size.followups}-${fingerprint(size)}.sqlite`);
  if (existsSync(file)) return file;
  const unfinished = `${file}.${process.pid}`;
  await build(unfinished, size);
  await verify(unfinished);
  renameSync(unfinished, file);
  return file;
};
