// How far somebody has come in answering, as one short text: buttons carry it, nothing else holds it.
import { isAnswer } from './answer.ts';
import type { Question } from './question.ts';

/** Of each question that is answered by a tap: the answer, null when it was left out, undefined while open. */
export type Progress = readonly (number | null | undefined)[];

const LEFT_OUT = 'x';
const OPEN = '?';

/** The questions that are answered by a tap, in their order. */
export const tapped = (questions: readonly Question[]): readonly Question[] =>
  questions.filter(({ kind }) => kind !== 'text');

/** `4-x-?` → 4, left out, open; what is not there is open. Null when it does not answer these questions. */
export const readProgress = (questions: readonly Question[], text: string): Progress | null => {
  const asked = tapped(questions);
  const tokens = text === '' ? [] : text.split('-');
  if (tokens.length > asked.length) return null;
  const read = asked.map((_, i) => {
    const token = tokens[i] ?? OPEN;
    if (token === OPEN) return undefined;
    return token === LEFT_OUT ? null : /^\d{1,2}$/.test(token) ? Number(token) : Number.NaN;
  });
  const fits = asked.every((question, i) => isAnswer(question, read[i] ?? null));
  return fits ? read : null;
};

/** The text {@link readProgress} reads back. */
export const writeProgress = (progress: Progress): string =>
  progress
    .map((given) => (given === undefined ? OPEN : given === null ? LEFT_OUT : String(given)))
    .join('-')
    .replace(/(?:^|-)\?(?:-\?)*$/u, '');

/** The same with another answer to the question at `index`. */
export const withAnswer = (
  progress: Progress,
  index: number,
  given: number | null | undefined,
): Progress => progress.map((before, i) => (i === index ? given : before));

/** The first question that is open; −1 when none is. */
export const openAt = (progress: Progress): number => progress.indexOf(undefined);

/** All answers in the order of the questions, those in words by their position among all. */
export const answersOf = (
  questions: readonly Question[],
  progress: Progress,
  words: (position: number) => string | null,
): readonly (number | string | null)[] => {
  const taps = progress.values();
  return questions.map(({ kind }, position) =>
    kind === 'text' ? words(position) : (taps.next().value ?? null),
  );
};
