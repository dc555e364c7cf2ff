// What a run was made on: figures of two runs are compared only as far as their machines are alike.
import { cpus, loadavg, totalmem } from 'node:os';
import Client from 'better-sqlite3';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly node: string;
  readonly sqlite: string;
  /** Runnable processes over the last minute; more than the cores means that others were at work as well. */
  readonly load: number;
}

const sqliteVersion = (): string => {
  const client = new Client(':memory:');
  try {
    return String(client.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    client.close();
  }
};

export const machineNow = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryMb: Math.round(totalmem() / 2 ** 20),
  node: process.version,
  sqlite: sqliteVersion(),
  load: loadavg()[0] ?? Number.NaN,
});
