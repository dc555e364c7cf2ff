// Watches how long each statement of this process takes: none may keep the event loop for more than a few milliseconds.
import Client from 'better-sqlite3';

export interface Statement {
  readonly sql: string;
  times: number;
  /** Milliseconds. */
  total: number;
  longest: number;
}

interface Prototype {
  get(this: { source: string }, ...values: unknown[]): unknown;
  all(this: { source: string }, ...values: unknown[]): unknown;
  run(this: { source: string }, ...values: unknown[]): unknown;
}

const METHODS = ['get', 'all', 'run'] as const;

export interface StatementWatch {
  /** All that ran, the longest first. */
  readonly seen: () => readonly Statement[];
  readonly stop: () => void;
}

/** Starts watching all connections of this process; watch once at a time. */
export const watchStatements = (): StatementWatch => {
  const client = new Client(':memory:');
  const prototype = Object.getPrototypeOf(client.prepare('SELECT 1')) as Prototype;
  client.close();
  const found = new Map<string, Statement>();
  const originals = METHODS.map((name) => [name, prototype[name]] as const);
  const note = (sql: string, took: number): void => {
    const known = found.get(sql) ?? { sql, times: 0, total: 0, longest: 0 };
    found.set(sql, known);
    known.times += 1;
    known.total += took;
    known.longest = Math.max(known.longest, took);
  };
  for (const [name, original] of originals) {
    prototype[name] = function watched(...values) {
      const since = performance.now();
      try {
        return original.apply(this, values);
      } finally {
        note(this.source, performance.now() - since);
      }
    };
  }
  return {
    seen: () => [...found.values()].sort((a, b) => b.longest - a.longest),
    stop: () => {
      for (const [name, original] of originals) prototype[name] = original;
    },
  };
};
