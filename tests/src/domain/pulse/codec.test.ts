// Ballots as bytes come back as they were, and are of one size.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ballot } from '../../../../src/domain/pulse/ballot.ts';
import { ballotBytesOf, decodeBallot, encodeBallot } from '../../../../src/domain/pulse/codec.ts';
import { MAX_WORDS, type Question } from '../../../../src/domain/pulse/question.ts';

const own = (id: number) => ({ of: 'own', id, text: 'q' }) as const;
const QUESTIONS: readonly Question[] = [
  { kind: 'rating', source: { of: 'bank', item: 'fair' } },
  { kind: 'text', source: { of: 'bank', item: 'comment' } },
  { kind: 'scale', source: { of: 'bank', item: 'recommend' } },
  { kind: 'choice', source: own(1), options: ['a', 'b', 'c'] },
  { kind: 'text', source: own(2) },
];

const words = fc.option(
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: MAX_WORDS })
    .filter((text) => text.trim() !== '' && text.length <= MAX_WORDS),
);
const number = (min: number, max: number) => fc.option(fc.integer({ min, max }));
const ballots: fc.Arbitrary<Ballot> = fc
  .tuple(
    fc.integer({ min: 0, max: 0xffff }),
    fc.tuple(number(1, 5), words, number(0, 10), number(0, 2), words),
  )
  .map(([group, answers]) => ({ group, answers }));

it('comes back as it was, always with equally many bytes', () => {
  fc.assert(
    fc.property(ballots, (ballot) => {
      const bytes = encodeBallot(QUESTIONS, ballot);
      expect(bytes).toHaveLength(ballotBytesOf(QUESTIONS));
      expect(decodeBallot(QUESTIONS, bytes)).toEqual(ballot);
    }),
  );
});

it('reads nothing into other bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(decodeBallot(QUESTIONS, bytes)).toBe(null);
    }),
  );
  const [rating] = QUESTIONS;
  if (rating === undefined) throw new Error('no question');
  const bytes = encodeBallot([rating], { group: 0, answers: [5] });
  expect(decodeBallot([rating], Uint8Array.from([...bytes.slice(0, 3), 6]))).toBe(null);
});

it.each([
  [[6, null, null, null, null]],
  [[1, ' ', null, null, null]],
  [[1, 'x'.repeat(MAX_WORDS + 1), null, null, null]],
  [[1, 7, null, null, null]],
  [['x', null, null, null, null]],
  [[1, null, 11, null, null]],
  [[1, null, null, 3, null]],
  [[1]],
])('refuses answers to no such question, without quoting them: %j', (answers) => {
  expect(() => encodeBallot(QUESTIONS, { group: 0, answers })).toThrow(
    /^(answers to other questions|an answer to no such question)$/,
  );
});
