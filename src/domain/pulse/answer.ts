// What may be answered to a question.
import { MAX_WORDS, type Question } from './question.ts';

/** The lowest answer of a question, and how many there are from there on; null for words. */
export const answersTo = (
  question: Question,
): { readonly lowest: number; readonly count: number } | null => {
  switch (question.kind) {
    case 'rating':
      return { lowest: 1, count: 5 };
    case 'scale':
      return { lowest: 0, count: 11 };
    case 'choice':
      return { lowest: 0, count: question.options.length };
    case 'text':
      return null;
  }
};

/** Whether this answers the question; null leaves any question out. */
export const isAnswer = (question: Question, answer: number | string | null): boolean => {
  if (answer === null) return true;
  const range = answersTo(question);
  if (range === null) {
    return typeof answer === 'string' && answer.trim() !== '' && answer.length <= MAX_WORDS;
  }
  return (
    typeof answer === 'number' &&
    Number.isInteger(answer) &&
    answer >= range.lowest &&
    answer < range.lowest + range.count
  );
};
