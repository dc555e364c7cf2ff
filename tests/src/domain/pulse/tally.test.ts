import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../../../src/domain/pulse/ballot.ts';
import type { Question } from '../../../../src/domain/pulse/question.ts';
import { createTally } from '../../../../src/domain/pulse/tally.ts';

const RATING: Question = { kind: 'rating', source: { of: 'bank', item: 'satisfied' } };
const WORDS: Question = { kind: 'text', source: { of: 'bank', item: 'comment' } };
const SCALE: Question = { kind: 'scale', source: { of: 'bank', item: 'recommend' } };
const CHOICE: Question = {
  kind: 'choice',
  source: { of: 'own', id: 1, text: 'Which?' },
  options: ['a', 'b'],
};
const USUAL = { minMean: 5, minFull: 8 };
const WHOLE = [{ number: 0, parent: null }];

const counted = (
  questions: readonly Question[],
  ballots: readonly Ballot[],
  groups: readonly { number: number; parent: number | null }[] = WHOLE,
  random: () => number = () => 0.5,
) => {
  const tally = createTally(groups, questions, USUAL);
  for (const ballot of ballots) tally.add(ballot);
  return {
    counted: tally.counted(),
    figures: questions.flatMap((_, question) => tally.figuresOf(question)),
    ...tally.commentsOf(random),
  };
};

const rated = (answers: readonly (number | null)[], group = 0): Ballot[] =>
  answers.map((answer) => ({ group, answers: [answer] }));

const figure = (answers: readonly (number | null)[], question: Question = RATING) =>
  counted([question], rated(answers)).figures[0]?.figure ?? null;

describe('what a group shows (T8)', () => {
  it('nothing of 4', () => {
    expect(figure([1, 2, 3, 4])).toBeNull();
  });
  it('a mean to halves of 5 and of 7, and no distribution', () => {
    expect(figure([1, 2, 3, 4, 4])).toEqual({ tier: 'coarse', n: 5, mean: 3 });
    expect(figure([1, 2, 3, 4, 4, 5, 5])).toEqual({ tier: 'coarse', n: 7, mean: 3.5 });
  });
  it('all of 8', () => {
    expect(figure([1, 2, 3, 4, 4, 5, 5, 5])).toEqual({
      tier: 'full',
      n: 8,
      mean: 3.6,
      counts: [1, 1, 1, 2, 3],
    });
  });
  it('not the value all of few gave', () => {
    expect(figure([4, 4, 4, 4, 4])).toEqual({ tier: 'alike', n: 5, agreement: 'high' });
    expect(figure([2, 2, 2, 2, 2, 2])).toEqual({ tier: 'alike', n: 6, agreement: 'low' });
    expect(figure([3, 3, 3, 3, 3])).toEqual({ tier: 'alike', n: 5, agreement: 'low' });
  });
  it('the same where one of few stands apart at the end of the scale as where none does', () => {
    expect(figure([5, 5, 5, 5, 4])).toEqual(figure([5, 5, 5, 5, 5]));
    expect(figure([1, 1, 1, 1, 2])).toEqual(figure([1, 1, 1, 1, 1]));
  });
  it('the distribution of eight who answered alike', () => {
    expect(figure([5, 5, 5, 5, 5, 5, 5, 5])).toMatchObject({ tier: 'full', mean: 5 });
  });
  it('choices only as a distribution', () => {
    expect(figure([0, 1, 0, 1, 0], CHOICE)).toBeNull();
    expect(figure([0, 1, 0, 1, 0, 0, 0, 0], CHOICE)).toMatchObject({ counts: [6, 2] });
  });
  it('counts who left a question out for that question only', () => {
    expect(figure([1, 2, 3, 4, null, null, null])).toBeNull();
    const { counted: all } = counted([RATING], rated([1, null, null]));
    expect(all).toBe(3);
  });
  it('raised thresholds', () => {
    const tally = createTally(WHOLE, [RATING], { minMean: 6, minFull: 10 });
    for (const ballot of rated([1, 2, 3, 4, 5])) tally.add(ballot);
    expect(tally.figuresOf(0)).toEqual([]);
    for (const ballot of rated([1, 2, 3])) tally.add(ballot);
    expect(tally.figuresOf(0)[0]?.figure.tier).toBe('coarse');
  });
});

const TEAMS = [
  { number: 0, parent: null },
  { number: 1, parent: 0 },
  { number: 2, parent: 0 },
];
const many = (n: number, group: number, words: string | null = null): Ballot[] =>
  Array.from({ length: n }, (_, i) => ({ group, answers: [(i % 5) + 1, words && `${words}${i}`] }));

describe('two tiers over a tree', () => {
  it('a team of 6 beside one of 12: means of both, distributions of the whole alone', () => {
    const { figures } = counted([RATING, WORDS], [...many(12, 1), ...many(6, 2)], TEAMS);
    expect(figures.map(({ group, figure: { tier } }) => [group, tier])).toEqual([
      [0, 'full'],
      [2, 'coarse'],
      [1, 'coarse'],
    ]);
  });
  it('both teams fully from 8 on', () => {
    const { figures } = counted([RATING, WORDS], [...many(12, 1), ...many(8, 2)], TEAMS);
    expect(figures.every(({ figure: { tier } }) => tier === 'full')).toBe(true);
  });
  it('adds up: the whole is its parts', () => {
    const { figures } = counted([RATING, WORDS], [...many(9, 1), ...many(8, 2)], TEAMS);
    const countsOf = (group: number) => {
      const found = figures.find((one) => one.group === group)?.figure;
      return found?.tier === 'full' ? found.counts : [];
    };
    expect(countsOf(0)).toEqual(countsOf(1).map((n, i) => n + (countsOf(2)[i] ?? 0)));
  });
});

describe('rounded means beside exact ones', () => {
  const two = (a: readonly number[], b: readonly number[]) =>
    counted([RATING], [...rated(a, 1), ...rated(b, 2)], TEAMS).figures;
  it('are not shown where they would leave only one value', () => {
    // 8 with a sum of 22 … 25 and 5 with 14 … 16, together 36: it can only be 22 and 14.
    const given = two([2, 2, 3, 3, 3, 3, 3, 3], [2, 3, 3, 3, 3]);
    expect(given.map(({ group, figure: { tier } }) => [group, tier])).toEqual([[0, 'full']]);
    const kept = two([2, 3, 3, 3, 3, 3, 3, 3], [3, 3, 3, 3, 2]);
    expect(kept.map(({ group }) => group)).toEqual([0, 2, 1]);
  });
  it('never leave only one value, whoever answered what', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 11 });
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const figures = two(a, b);
        const figureOf = (group: number) => figures.find((one) => one.group === group)?.figure;
        const [whole, first, second] = [figureOf(0), figureOf(1), figureOf(2)];
        if (whole?.tier !== 'full' || first?.tier !== 'coarse' || second?.tier !== 'coarse') return;
        const sum = whole.counts.reduce((all, n, i) => all + n * (i + 1), 0);
        const possible = Array.from({ length: 5 * a.length + 1 }, (_, x) => x).filter(
          (x) =>
            Math.round((x / a.length) * 2) / 2 === first.mean &&
            Math.round(((sum - x) / b.length) * 2) / 2 === second.mean,
        );
        expect(possible.length).toBeGreaterThan(1);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('comments', () => {
  it('are shown for the smallest group that may, else for the one above, else not at all', () => {
    const enough = counted([RATING, WORDS], [...many(9, 1, 'a'), ...many(8, 2, 'b')], TEAMS);
    expect(new Set(enough.comments.map(({ group, text }) => `${group}${text[0]}`))).toEqual(
      new Set(['1a', '2b']),
    );
    const folded = counted([RATING, WORDS], [...many(9, 1, 'a'), ...many(4, 2, 'b')], TEAMS);
    // To show those of team 1 alone would say which are team 2's.
    expect(new Set(folded.comments.map(({ group }) => group))).toEqual(new Set([0]));
    expect(folded.comments.length).toBe(13);
    const few = counted([RATING, WORDS], many(7, 0, 'c'));
    expect(few).toMatchObject({ comments: [], withheld: 7 });
  });
  it('one comment, and two, are withheld; three are not', () => {
    const said = (n: number) =>
      counted(
        [RATING, WORDS],
        many(10, 0).map((ballot, i) =>
          i < n ? { ...ballot, answers: [1, `words ${i}`] } : ballot,
        ),
      );
    expect(said(1)).toMatchObject({ comments: [], withheld: 1 });
    expect(said(2)).toMatchObject({ comments: [], withheld: 2 });
    expect(said(3).comments.length).toBe(3);
  });
  it('come in another order than they came in, those of all questions mixed', () => {
    const two = [RATING, WORDS, { ...WORDS, source: { of: 'own', id: 2, text: '?' } } as const];
    const ballots = Array.from({ length: 8 }, (_, i) => ({
      group: 0,
      answers: [3, `first ${i}`, `second ${i}`],
    }));
    const rolls = [0.9, 0.1, 0.5, 0.3, 0.7, 0.2, 0.8];
    const { comments } = counted(two, ballots, WHOLE, () => {
      rolls.push(rolls.shift() ?? 0);
      return rolls[0] ?? 0;
    });
    const texts = comments.map(({ text }) => text);
    expect(texts.toSorted()).toEqual(ballots.flatMap(({ answers }) => answers.slice(1)).toSorted());
    expect(texts).not.toEqual(ballots.flatMap(({ answers }) => answers.slice(1)));
    expect(Object.keys(comments[0] ?? {})).toEqual(['group', 'text']);
  });
  it('every order is as likely as any other', () => {
    // Three texts, a source of randomness that runs through: all six orders come up as often.
    const seen = new Map<string, number>();
    let state = 12345;
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return state / 2 ** 31;
    };
    const ballots = many(8, 0).map((ballot, i) =>
      i < 3 ? { ...ballot, answers: [1, 'abc'[i] ?? ''] } : ballot,
    );
    for (let run = 0; run < 3000; run += 1) {
      const order = counted([RATING, WORDS], ballots, WHOLE, random)
        .comments.map(({ text }) => text)
        .join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const n of seen.values()) expect(Math.abs(n - 500)).toBeLessThan(100);
  });
});

describe('what leaves it', () => {
  it('does not depend on the order of the ballots, or on who gave which answers together', () => {
    const answer = fc.tuple(
      fc.nat({ max: 2 }),
      fc.option(fc.integer({ min: 1, max: 5 })),
      fc.option(fc.integer({ min: 0, max: 10 })),
    );
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), fc.nat({ max: 39 }), (answers, turn) => {
        const ballots = answers.map(([group, a, b]) => ({ group, answers: [a, b] }));
        // The second answers are dealt out anew within each group.
        const dealt = ballots.map(({ group, answers: [a] }, i) => {
          const own = ballots.filter((one) => one.group === group);
          const at = ballots.slice(0, i).filter((one) => one.group === group).length;
          const second = own[(at + turn) % own.length]?.answers[1] ?? null;
          return { group, answers: [a ?? null, second] };
        });
        const whole = counted([RATING, SCALE], ballots, TEAMS);
        expect(counted([RATING, SCALE], ballots.toReversed(), TEAMS)).toEqual(whole);
        expect(counted([RATING, SCALE], dealt, TEAMS)).toEqual(whole);
      }),
    );
  });
  it('refuses what answers something else, and counts nothing of it', () => {
    const tally = createTally(WHOLE, [RATING, WORDS], USUAL);
    for (const ballot of [
      { group: 3, answers: [1, null] },
      { group: 0, answers: [6, null] },
      { group: 0, answers: [1.5, null] },
      { group: 0, answers: ['words', null] },
      { group: 0, answers: [1, 2] },
      { group: 0, answers: [1, null, 1] },
    ]) {
      expect(() => tally.add(ballot)).toThrow(RangeError);
    }
    expect(tally.counted()).toBe(0);
  });
});
