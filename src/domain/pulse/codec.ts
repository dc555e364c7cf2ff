// A ballot as bytes: for one survey always equally many, whatever was answered, so that its size says nothing.
import { assertNever } from '../../errors.ts';
import { isAnswer } from './answer.ts';
import type { Ballot } from './ballot.ts';
import { MAX_WORDS, type Question } from './question.ts';

const VERSION = 1;
/** The version, and the group's number. */
const HEAD_BYTES = 3;
/** Of a number: not answered. */
const NONE = 0xff;

const bytesOf = ({ kind }: Question): number => {
  switch (kind) {
    case 'rating':
    case 'scale':
    case 'choice':
      return 1;
    case 'text':
      return 2 + 2 * MAX_WORDS;
    default:
      return assertNever(kind);
  }
};

/** Bytes of every ballot over these questions. */
export const ballotBytesOf = (questions: readonly Question[]): number =>
  questions.reduce((sum, question) => sum + bytesOf(question), HEAD_BYTES);

/**
 * The ballot as bytes: numbers are one byte, words fill the room of the longest.
 * @throws RangeError when an answer does not belong to its question; it does not say which answer
 */
export const encodeBallot = (questions: readonly Question[], ballot: Ballot): Uint8Array => {
  const { group, answers } = ballot;
  if (answers.length !== questions.length) throw new RangeError('answers to other questions');
  const bytes = new Uint8Array(ballotBytesOf(questions));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint16(1, group);
  let at = HEAD_BYTES;
  for (const [n, question] of questions.entries()) {
    const answer = answers[n] ?? null;
    if (!isAnswer(question, answer)) throw new RangeError('an answer to no such question');
    if (typeof answer === 'string') writeWords(view, at, answer);
    else if (question.kind !== 'text') view.setUint8(at, answer ?? NONE);
    at += bytesOf(question);
  }
  return bytes;
};

const writeWords = (view: DataView, at: number, words: string): void => {
  view.setUint16(at, words.length);
  for (let n = 0; n < words.length; n += 1) view.setUint16(at + 2 + 2 * n, words.charCodeAt(n));
};

/** The ballot the bytes are; null when they are none over these questions. */
export const decodeBallot = (questions: readonly Question[], bytes: Uint8Array): Ballot | null => {
  if (bytes.length !== ballotBytesOf(questions) || bytes[0] !== VERSION) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const answers: (number | string | null)[] = [];
  let at = HEAD_BYTES;
  for (const question of questions) {
    if (question.kind === 'text') {
      const length = view.getUint16(at);
      if (length > MAX_WORDS) return null;
      answers.push(length === 0 ? null : readWords(view, at + 2, length));
    } else {
      const answer = view.getUint8(at);
      answers.push(answer === NONE ? null : answer);
    }
    at += bytesOf(question);
  }
  const fits = questions.every((question, n) => isAnswer(question, answers[n] ?? null));
  return fits ? { group: view.getUint16(1), answers } : null;
};

const readWords = (view: DataView, at: number, length: number): string => {
  let words = '';
  for (let n = 0; n < length; n += 1) words += String.fromCharCode(view.getUint16(at + 2 * n));
  return words;
};
