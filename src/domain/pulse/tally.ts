// Counting opened ballots, one at a time, into what may be published of them and nothing else.
import { answersTo, isAnswer } from './answer.ts';
import type { Ballot } from './ballot.ts';
import type { Figure } from './figure.ts';
import { pinned } from './pinning.ts';
import type { Question } from './question.ts';
import { type Cell, publishable, respondentsOf } from './suppression.ts';

export interface TallyGroup {
  readonly number: number;
  /** The group it is part of; null for the whole. */
  readonly parent: number | null;
}

export interface Thresholds {
  /** Answers needed for a mean. */
  readonly minMean: number;
  /** Answers needed for distributions and comments; not below `minMean`. */
  readonly minFull: number;
}

/** What may be known of a question in a group. */
export interface GroupFigure {
  readonly group: number;
  /** Position among the survey's questions. */
  readonly question: number;
  readonly figure: Figure;
}

/** What may be read of what was written. */
export interface Comments {
  /** In random order, beside nothing else that was answered. */
  readonly comments: readonly { readonly group: number; readonly text: string }[];
  /** Comments nobody may read, there being too few to hide among. */
  readonly withheld: number;
}

/** Fewer comments than this are read with those of the group above. */
const MIN_COMMENTS = 3;

export interface Tally {
  /** @throws RangeError for a group or an answer the survey does not have; nothing is counted then */
  add(ballot: Ballot): void;
  /** Ballots so far. */
  counted(): number;
  /** Of one question at a time: with hundreds of groups each takes some milliseconds. Nothing for words. */
  figuresOf(question: number): readonly GroupFigure[];
  /** @param random 0 ≤ x < 1, from a source nobody can foresee: it decides the order of the comments */
  commentsOf(random: () => number): Comments;
}

/** An empty tally. It holds counts a question and words a group: no ballot stays together in it. */
export const createTally = (
  groups: readonly TallyGroup[],
  questions: readonly Question[],
  { minMean, minFull }: Thresholds,
): Tally => {
  const ranges = questions.map(answersTo);
  const ballots = new Map(groups.map(({ number }) => [number, 0]));
  /** By group, then question: how many gave each answer. */
  const counts = new Map(
    groups.map(({ number }) => [number, ranges.map((range) => zeros(range?.count ?? 0))]),
  );
  const words = new Map(groups.map(({ number }): [number, string[]] => [number, []]));

  const cells = (ownOf: (group: number) => number): Cell[] =>
    groups.map(({ number, parent }) => ({ number, parent, own: ownOf(number) }));

  const figuresOf = (question: number): readonly GroupFigure[] => {
    const range = ranges[question] ?? null;
    if (range === null) return [];
    const own = (group: number): readonly number[] => counts.get(group)?.[question] ?? [];
    const answered = cells((group) => total(own(group)));
    const full = publishable(answered, minFull);
    const within = summed(groups, own, range.count);
    const isChoice = questions[question]?.kind === 'choice';
    const figures = [...publishable(answered, minMean)].flatMap((group) => {
      const found = within.get(group) ?? [];
      if (full.has(group)) return [{ group, question, figure: fullFigure(found, range.lowest) }];
      // The mean of choices says nothing.
      return isChoice ? [] : [{ group, question, figure: coarseFigure(found, range.lowest) }];
    });
    return givesAway(answered, figures, range)
      ? figures.filter(({ figure }) => figure.tier === 'full')
      : figures;
  };

  const commentsOf = (random: () => number): Comments => {
    const readable = publishable(
      cells((group) => ballots.get(group) ?? 0),
      minFull,
    );
    const parents = new Map(groups.map(({ number, parent }) => [number, parent]));
    const waiting = new Map(groups.map(({ number }) => [number, [...(words.get(number) ?? [])]]));
    const comments: { group: number; text: string }[] = [];
    let withheld = 0;
    // The deepest groups first, so that what is handed up is there when its turn comes.
    for (const number of deepestFirst(groups)) {
      const texts = waiting.get(number) ?? [];
      if (readable.has(number) && texts.length >= MIN_COMMENTS) {
        for (const text of texts) comments.push({ group: number, text });
        continue;
      }
      const parent = parents.get(number) ?? null;
      if (parent === null) withheld += texts.length;
      else waiting.get(parent)?.push(...texts);
    }
    shuffle(comments, random);
    return { comments, withheld };
  };

  return {
    add({ group, answers }) {
      const own = counts.get(group);
      if (own === undefined) throw new RangeError('a ballot of a group the survey does not have');
      const fits = questions.every((question, i) => isAnswer(question, answers[i] ?? null));
      if (!fits || answers.length > questions.length) {
        throw new RangeError('a ballot that does not answer the questions');
      }
      ballots.set(group, (ballots.get(group) ?? 0) + 1);
      for (const [i, answer] of answers.entries()) {
        const range = ranges[i];
        if (typeof answer === 'string') words.get(group)?.push(answer);
        else if (answer !== null && range != null) increment(own[i], answer - range.lowest);
      }
    },

    counted: () => total([...ballots.values()]),
    figuresOf,
    commentsOf,
  };
};

type Range = NonNullable<ReturnType<typeof answersTo>>;

/** The counts of each group with those of the groups below it. */
const summed = (
  groups: readonly TallyGroup[],
  own: (group: number) => readonly number[],
  count: number,
): ReadonlyMap<number, readonly number[]> => {
  const parents = new Map(groups.map(({ number, parent }) => [number, parent]));
  const sums = new Map(groups.map(({ number }) => [number, zeros(count)]));
  for (const { number } of groups) {
    const counts = own(number);
    for (let at: number | null = number; at !== null; at = parents.get(at) ?? null) {
      const sum = sums.get(at);
      for (const [i, n] of counts.entries()) if (sum !== undefined) sum[i] = (sum[i] ?? 0) + n;
    }
  }
  return sums;
};

const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);
const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);

const increment = (counts: number[] | undefined, at: number): void => {
  if (counts !== undefined) counts[at] = (counts[at] ?? 0) + 1;
};

const meanOf = (counts: readonly number[], lowest: number): number =>
  counts.reduce((sum, n, i) => sum + n * (lowest + i), 0) / total(counts);

/** The mean to one decimal, half up. */
const fullFigure = (counts: readonly number[], lowest: number): Figure => ({
  tier: 'full',
  n: total(counts),
  mean: Math.round(meanOf(counts, lowest) * 10 + 1e-9) / 10,
  counts,
});

/**
 * A mean to halves. Where all answered alike not even that; and neither where it comes to the very end of the scale,
 * since from not being all alike one could tell that exactly one of them stands apart.
 */
const coarseFigure = (counts: readonly number[], lowest: number): Figure => {
  const n = total(counts);
  const exact = meanOf(counts, lowest);
  const mean = Math.round(exact * 2) / 2;
  const highest = lowest + counts.length - 1;
  const isAlike = counts.includes(n) || mean === lowest || mean === highest;
  if (!isAlike) return { tier: 'coarse', n, mean };
  return { tier: 'alike', n, agreement: exact > (lowest + highest) / 2 ? 'high' : 'low' };
};

/** What a figure tells of the sum of the answers of `n` people. */
const sumTold = (
  figure: Figure | undefined,
  n: number,
  { lowest, count }: Range,
): { readonly low: number; readonly high: number } => {
  const highest = lowest + count - 1;
  if (figure?.tier === 'full') {
    const sum = figure.counts.reduce((all, of, i) => all + of * (lowest + i), 0);
    return { low: sum, high: sum };
  }
  if (figure?.tier === 'coarse') {
    // Rounded half up: at least a quarter below, and less than a quarter above.
    const low = Math.ceil((figure.mean - 0.25) * n - 1e-9);
    return { low, high: Math.ceil((figure.mean + 0.25) * n - 1e-9) - 1 };
  }
  return { low: lowest * n, high: highest * n };
};

/** Whether an exact mean of a group too small for one could be worked out from those around it. */
const givesAway = (
  cells: readonly Cell[],
  figures: readonly GroupFigure[],
  range: Range,
): boolean => {
  const totals = respondentsOf(cells);
  const figureOf = new Map(figures.map(({ group, figure }) => [group, figure]));
  const parts = cells.map((cell) => ({
    ...cell,
    ...sumTold(figureOf.get(cell.number), totals.get(cell.number) ?? 0, range),
  }));
  const found = pinned(parts, { lowest: range.lowest, highest: range.lowest + range.count - 1 });
  return figures.some(({ group, figure }) => figure.tier === 'coarse' && found.has(group));
};

const deepestFirst = (groups: readonly TallyGroup[]): readonly number[] => {
  const parents = new Map(groups.map(({ number, parent }) => [number, parent]));
  const depth = (number: number): number => {
    const parent = parents.get(number) ?? null;
    return parent === null ? 0 : 1 + depth(parent);
  };
  return groups.map(({ number }) => number).toSorted((a, b) => depth(b) - depth(a));
};

/** Fisher and Yates'. */
const shuffle = <T>(list: T[], random: () => number): void => {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [list[last], list[other]];
    if (a === undefined || b === undefined) throw new RangeError('random number out of range');
    list[last] = b;
    list[other] = a;
  }
};
