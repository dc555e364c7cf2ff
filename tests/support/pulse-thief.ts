// A thief with every copy of the database and its log, who knows who was asked and when each of them clicked, and
// tries every order he can find to tell who wrote which words.
import type { Loot } from '../../adapters/runtime/pulse/evidence.ts';

/** What one survey left for him. */
export interface Haul {
  /** Copies from before opening, while open and after closing, each with its log. */
  readonly files: readonly Loot[];
  /** Members in the order they clicked. */
  readonly clicked: readonly number[];
  /** Published words, as the database gives them. */
  readonly words: readonly string[];
  /** Keys and sizes of ballots in the order the database gives them, from a copy while it was open. */
  readonly ballots: readonly { readonly key: Buffer; readonly sealed: Buffer }[];
}

/** For each words, in the order given, whose he says they are. */
export type Guess = readonly (number | undefined)[];

const offsetIn = (bytes: Buffer, what: Buffer | string): number => bytes.indexOf(what);
const lastOffsetIn = (bytes: Buffer, what: Buffer | string): number => bytes.lastIndexOf(what);

/** Positions when sorted by a number: the smallest first. */
const ranks = (values: readonly number[]): readonly number[] => {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const rank: number[] = [];
  for (const [n, { at }] of order.entries()) rank[at] = n;
  return rank;
};

/** Says that who clicked n-th wrote the words of rank n. */
const byRank = ({ clicked }: Haul, values: readonly number[]): Guess =>
  ranks(values).map((rank) => clicked[rank]);

/**
 * All guesses he can make, by name: words in the order of rows, of bytes in each file, and of their length; and by
 * way of ballots, whose order of arrival the log of the open database shows.
 */
export const guesses = (haul: Haul): ReadonlyMap<string, Guess> => {
  const { files, words, ballots, clicked } = haul;
  const made = new Map<string, Guess>([
    [
      'rows',
      byRank(
        haul,
        words.map((_, at) => at),
      ),
    ],
    [
      'rows backwards',
      byRank(
        haul,
        words.map((_, at) => -at),
      ),
    ],
  ]);
  for (const { name, bytes } of files) {
    const places = words.map((text) => offsetIn(bytes, text));
    if (places.every((place) => place < 0)) continue;
    made.set(`first bytes in ${name}`, byRank(haul, places));
    made.set(
      `first bytes in ${name}, backwards`,
      byRank(
        haul,
        places.map((place) => -place),
      ),
    );
    made.set(
      `last bytes in ${name}`,
      byRank(
        haul,
        words.map((text) => lastOffsetIn(bytes, text)),
      ),
    );
  }
  for (const { name, bytes } of files.filter((file) => file.name.endsWith('-wal'))) {
    // Whose ballot is whose: the n-th to appear in the log is that of the n-th click.
    const arrived = ranks(ballots.map(({ key }) => offsetIn(bytes, key)));
    const owners = arrived.map((rank) => clicked[rank]);
    made.set(
      `ballots’ keys, by ${name}`,
      words.map((_, at) => owners[at]),
    );
    const bySize = ranks(ballots.map(({ sealed }) => sealed.length));
    const byLength = ranks(words.map((text) => text.length));
    made.set(
      `sizes, by ${name}`,
      byLength.map((rank) => owners[bySize.indexOf(rank)]),
    );
    const byBytes = ranks(ballots.map(({ sealed }) => sealed.readUInt32BE(65)));
    made.set(
      `sealed bytes, by ${name}`,
      words.map((_, at) => owners[byBytes.indexOf(at)]),
    );
  }
  return made;
};

/** Spearman’s rank correlation of two orders without ties. */
export const spearman = (a: readonly number[], b: readonly number[]): number => {
  const n = a.length;
  const [ra, rb] = [ranks(a), ranks(b)];
  const squares = ra.reduce((sum, rank, at) => sum + (rank - (rb[at] ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n ** 2 - 1));
};
