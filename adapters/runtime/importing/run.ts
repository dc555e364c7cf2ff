// Runs an import: rows in batches, each batch in one write, so that it can be killed anywhere and run again.
import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../../src/domain/importing/fault.ts';
import type { Mapping } from '../../../src/domain/importing/mapping.ts';
import type { ReadRow } from '../../../src/domain/importing/row.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { Refusal } from '../../../src/errors.ts';
import { addAudit } from '../../../src/store/audit.ts';
import { importBatch, type Outcome, type Seen } from '../../../src/store/importing/batch.ts';
import { ByNoun } from '../../../src/store/importing/by-noun.ts';
import type { Home } from '../../../src/store/importing/scope.ts';
import { installStandard } from '../../../src/store/standard.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import type { TableRow } from '../../files/table.ts';
import type { PlannedFile } from './plan.ts';
import type { Rejects } from './rejects.ts';
import { openTally, type Summary } from './tally.ts';

/** Rows in one write: large enough to share what is refreshed, small enough that others wait briefly. */
const BATCH = 1_000;
/** While another process writes. */
const BUSY_TRIES = 60;
const BUSY_WAIT_MS = 250;

export interface RunOptions {
  readonly workspace: Workspace;
  readonly mapping: Mapping;
  readonly files: readonly PlannedFile[];
  /** The moment it counts as happening. */
  readonly now: Instant;
  readonly rejects: Rejects | null;
  readonly home: Home | null;
  /** Told after each write: how far of all files, 0 … 1, and the rows so far. */
  progress(file: string, share: number, rows: number): void;
}

const digest = (text: string): string => hash('sha256', text, 'hex');

interface Waiting extends ReadRow {
  readonly row: TableRow;
}

const patiently = async <T>(write: () => Promise<T>): Promise<T> => {
  for (let left = BUSY_TRIES; ; left -= 1) {
    try {
      return await write();
    } catch (error) {
      if (left === 0 || !(error instanceof Refusal) || error.code !== 'busy') throw error;
      await sleep(BUSY_WAIT_MS);
    }
  }
};

/**
 * Takes all rows of the files in. What is in the workspace already stays as it is, so that it may be run again.
 * @throws Error when a file cannot be read to its end or the workspace cannot be written
 */
export const runImport = async (options: RunOptions): Promise<Summary> => {
  const { workspace, mapping, files, now, rejects } = options;
  const importing = { now, defaults: mapping.defaults, digest, home: options.home };
  const tally = openTally();
  const seen: Seen = new ByNoun();
  await patiently(() => workspace.write((db) => installStandard(db, '2000-01-01', now)));

  const reject = (
    { name, source, table }: PlannedFile,
    row: TableRow,
    faults: readonly Fault[],
  ) => {
    const [first] = faults;
    if (first === undefined) throw new TypeError('a rejected row has a reason');
    tally.rejected(
      first,
      source.records.map(({ noun }) => noun),
    );
    rejects?.add({
      file: name,
      line: row.line,
      code: first.code,
      reason: faults.map(({ reason }) => reason).join('; '),
      header: table.header,
      cells: row.cells,
    });
  };

  const settle = (file: PlannedFile, waiting: readonly Waiting[], outcomes: readonly Outcome[]) => {
    for (const [at, outcome] of outcomes.entries()) {
      const one = waiting[at];
      if (one === undefined) throw new TypeError('an outcome without a row');
      if (outcome instanceof Fault) {
        reject(file, one.row, [outcome]);
        continue;
      }
      for (const { noun, externalId } of outcome) seen.set(noun, externalId, true);
      tally.taken(outcome, one);
    }
  };

  /** In the trail stands what this run changed; nothing, where it changed nothing. */
  const note = async (): Promise<void> => {
    const { nouns } = tally.summary();
    const changed = nouns.filter((each) => each.added + each.changed + each.adopted > 0);
    if (changed.length === 0) return;
    const after = { mapping: mapping.name, files: files.map(({ name }) => name), nouns: changed };
    const entry = { at: now, actorId: null, action: 'data.imported', subject: 'workspace', after };
    await patiently(() => workspace.write((db) => addAudit(db, entry)));
  };

  const whole = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  const take = async (file: PlannedFile): Promise<void> => {
    let waiting: Waiting[] = [];
    const flush = async (): Promise<void> => {
      const batch = waiting;
      waiting = [];
      if (batch.length === 0) return;
      const rows = batch.map(({ records }) => records);
      const outcomes = await patiently(() =>
        workspace.write((db) => importBatch(db, rows, importing, seen)),
      );
      settle(file, batch, outcomes);
    };
    const tell = (share: number): void =>
      options.progress(file.name, (before + share * file.bytes) / whole, tally.rows);
    let begun = 0;
    for await (const { rows, share } of file.table.pieces) {
      for (const [at, row] of rows.entries()) {
        const read = row.fault === null ? file.reader.read(row.cells) : [row.fault];
        if (!('records' in read)) reject(file, row, read);
        else if (waiting.push({ row, ...read }) >= BATCH) {
          await flush();
          tell(begun + ((share - begun) * at) / rows.length);
        }
      }
      begun = share;
    }
    await flush();
    tell(1);
    before += file.bytes;
  };
  try {
    for (const file of files) await take(file);
  } finally {
    // What went wrong in the middle leaves what was taken until then.
    await note();
    await Promise.all(files.map(({ table }) => table.close()));
  }
  return tally.summary();
};
