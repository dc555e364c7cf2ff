// Members by what people type of their names: an index in memory, made anew when somebody came, left or was renamed.
import { asc, isNull } from 'drizzle-orm';
import { customerKey } from './customer.ts';
import { member } from './schema/index.ts';
import { readSetting } from './setting.ts';
import { type Db, prepared } from './workspace.ts';

/** Somebody who has not left. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface Names {
  /** Those with a name of exactly this key, by name. */
  called(key: string): readonly Named[];
  /** The first of those whose name, or a word of it, begins with this key, by name. */
  beginning(key: string, limit: number): readonly Named[];
}

interface Entry {
  readonly key: string;
  /** The place in the order of names. */
  readonly at: number;
}

interface Index extends Names {
  readonly mark: string | null;
  /** A name's key, and its words'. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

const everyone = prepared((db) =>
  db
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(isNull(member.leftOn))
    .orderBy(asc(member.name))
    .prepare(),
);

const keysOf = (name: string): readonly string[] => [
  ...new Set([customerKey(name), ...name.split(/\s+/u).map(customerKey)]),
];

const build = (db: Db, mark: string | null, before: Index | undefined): Index => {
  const people = everyone(db).all();
  const keys = new Map<string, readonly string[]>();
  const byKey = new Map<string, Named[]>();
  const entries: Entry[] = [];
  for (const [at, one] of people.entries()) {
    const own = keys.get(one.name) ?? before?.keys.get(one.name) ?? keysOf(one.name);
    keys.set(one.name, own);
    const [whole = ''] = own;
    byKey.set(whole, [...(byKey.get(whole) ?? []), one]);
    for (const key of own) entries.push({ key, at });
  }
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return {
    mark,
    keys,
    called: (key) => byKey.get(key) ?? [],
    beginning(key, limit) {
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.key ?? '') < key) low = middle + 1;
        else high = middle;
      }
      const first: number[] = [];
      for (let i = low; entries[i]?.key.startsWith(key); i += 1) {
        const at = entries[i]?.at ?? 0;
        if (first.length === limit && at > (first.at(-1) ?? 0)) continue;
        if (first.includes(at)) continue;
        first.push(at);
        first.sort((a, b) => a - b).splice(limit);
      }
      return first.flatMap((at) => people[at] ?? []);
    },
  };
};

const indexes = new WeakMap<Db, Index>();

/** Everybody's name as the database stands. */
export const memberNames = (db: Db): Names => {
  const mark = readSetting(db, 'names');
  const known = indexes.get(db);
  if (known !== undefined && known.mark === mark) return known;
  const made = build(db, mark, known);
  // Nobody is no index to remember: an export brought back fills an empty workspace without marking it.
  if (made.keys.size > 0) indexes.set(db, made);
  return made;
};
