// What is frozen when a survey opens, as one number everybody can compare: it is printed in the invitation.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Question } from './question.ts';

/** Grows whenever the promise says something else. */
const PROMISE_VERSION = 1;

export interface Frozen {
  /** The survey's code. */
  readonly code: string;
  readonly questions: readonly Question[];
  /** In the order of their numbers. */
  readonly groups: readonly {
    readonly number: number;
    readonly parent: number | null;
    readonly name: string;
    readonly invited: number;
  }[];
  readonly minMean: number;
  readonly minFull: number;
}

/** SHA-256, in hexadecimal, of questions, groups, thresholds and the promise's version. */
export const sealOf = ({ code, questions, groups, minMean, minFull }: Frozen): string => {
  const frozen = [
    PROMISE_VERSION,
    code,
    questions.map((question) => [
      question.kind,
      'item' in question.source
        ? ['bank', question.source.item]
        : ['own', question.source.id, question.source.text],
      question.kind === 'choice' ? question.options : [],
    ]),
    groups.map(({ number, parent, name, invited }) => [number, parent, name, invited]),
    minMean,
    minFull,
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(frozen))));
};
