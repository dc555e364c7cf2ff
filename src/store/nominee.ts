// Nominees of an award: what speaks for each, who can win, and the decision.
import { type Outcome, outcomeOf } from '../domain/recognition/award.ts';
import {
  type Ineligible,
  ineligibilityOf,
  type NomineeFacts,
} from '../domain/recognition/award-eligibility.ts';
import type { Instant } from '../domain/time.ts';
import { type Award, changeAward } from './award.ts';
import { factsOf } from './award-evidence.ts';
import { approvalsOf, jurorsOf } from './jury.ts';
import { findMember, type Member } from './member.ts';
import { nominationsOf } from './nomination.ts';
import { recentWins } from './winner.ts';
import type { Db } from './workspace.ts';

/** Somebody nominated, with what speaks for them and against. */
export interface Nominee {
  readonly member: Member;
  readonly facts: NomineeFacts;
  readonly ineligible: readonly Ineligible[];
  readonly reasons: readonly string[];
  /** Found eligible when nominating ended; false before that. */
  readonly isOnBallot: boolean;
}

/** Everybody nominated for an award, by name, as the facts stand now. */
export const nomineesOf = (db: Db, row: Award): Nominee[] => {
  const nominations = nominationsOf(db, row.id);
  const wins = recentWins(db, row);
  return [...new Set(nominations.map(({ nomineeId }) => nomineeId))]
    .flatMap((id) => {
      const member = findMember(db, id);
      if (member === undefined) return [];
      const own = nominations.filter(({ nomineeId }) => nomineeId === id);
      const facts = factsOf(db, row, member, {
        nominators: own.length,
        wonIn: wins.get(id) ?? null,
      });
      const ineligible = ineligibilityOf(row.kind, facts);
      const reasons = own.map(({ reason }) => reason);
      const isOnBallot = own.some(({ eligible }) => eligible === true);
      return [{ member, facts, ineligible, reasons, isOnBallot }];
    })
    .toSorted((a, b) => a.member.name.localeCompare(b.member.name));
};

/** Those who can win: as was settled when nominating ended, without who left since; nobody before that. */
export const ballotOf = (db: Db, row: Award): Nominee[] =>
  nomineesOf(db, row).filter(({ member, isOnBallot }) => isOnBallot && member.leftOn === null);

/**
 * Counts the votes that are in, and keeps who won, if anybody did. Votes for who has left, or has won too recently by
 * now, do not count. Only within a write.
 */
export const decideAward = (db: Db, row: Award, at: Instant): Outcome => {
  const able = new Map(
    ballotOf(db, row)
      .filter(({ facts }) => facts.wonIn === null)
      .map(({ member, facts }) => [member.id, facts.nominators]),
  );
  const approvals = approvalsOf(db, row.id).filter(({ nomineeId }) => able.has(nomineeId));
  const votes = jurorsOf(db, row.id).filter(({ votedAt }) => votedAt !== null).length;
  const outcome = outcomeOf(approvals, able, votes);
  if ('winners' in outcome) {
    const [winnerId = null, coWinnerId = null] = outcome.winners;
    changeAward(db, row.id, { state: 'decided', winnerId, coWinnerId, decidedAt: at });
  }
  return outcome;
};
