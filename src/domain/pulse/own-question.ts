// A question of the workspace's own: what makes it one that can be asked.
import type { Question } from './question.ts';

/** Longer ones do not fit on a card above their buttons. */
export const MAX_QUESTION = 200;
export const MAX_OPTION = 60;
export const MAX_OPTIONS = 7;
export const MIN_OPTIONS = 2;
/** Questions of one survey, words included: more take longer than a pulse may. */
export const MAX_QUESTIONS = 10;
/** Own questions in use at a time. */
export const MAX_OWN = 30;

export interface OwnQuestion {
  readonly kind: Question['kind'];
  readonly text: string;
  readonly options: readonly string[];
}

export type OwnFault =
  | 'text'
  | 'textLong'
  | 'optionsFew'
  | 'optionsMany'
  | 'optionLong'
  | 'optionTwice';

/** Options as they are typed: one a line. */
export const optionsIn = (text: string): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** All that is wrong with it, options only where the kind has them. */
export const faultsOf = ({ kind, text, options }: OwnQuestion): readonly OwnFault[] => {
  const faults: OwnFault[] = [];
  if (text === '') faults.push('text');
  if (text.length > MAX_QUESTION) faults.push('textLong');
  if (kind !== 'choice') return faults;
  if (options.length < MIN_OPTIONS) faults.push('optionsFew');
  if (options.length > MAX_OPTIONS) faults.push('optionsMany');
  if (options.some((option) => option.length > MAX_OPTION)) faults.push('optionLong');
  const distinct = new Set(options.map((option) => option.normalize('NFKC').toLowerCase()));
  if (distinct.size < options.length) faults.push('optionTwice');
  return faults;
};

/** It as a survey asks it. */
export const askedAs = (id: number, { kind, text, options }: OwnQuestion): Question => {
  const source = { of: 'own', id, text } as const;
  return kind === 'choice' ? { kind, source, options } : { kind, source };
};
