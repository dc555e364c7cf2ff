// Ballots: a mark and sealed bytes in one transaction, under random keys, with no time, order or member.
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Ballot } from '../domain/pulse/ballot.ts';
import { encodeBallot } from '../domain/pulse/codec.ts';
import { ballot, mark } from './schema/index.ts';
import { findSurveyByCode, type Survey } from './survey.ts';
import { type SealedBallot, type Vault, VaultError } from './vault.ts';
import { type Db, prepared } from './workspace.ts';

/**
 * Seals what a member answered. Outside of any transaction.
 * @returns null when the survey's keys are gone: it was closed meanwhile
 * @throws VaultError when the vault cannot be used; RangeError when an answer does not belong to its question
 */
export const sealBallot = async (
  vault: Vault,
  { code, publicKey, questions }: Pick<Survey, 'code' | 'publicKey' | 'questions'>,
  memberId: number,
  answered: Ballot,
): Promise<SealedBallot | null> => {
  if (publicKey === null) return null;
  try {
    const [own] = await vault.marks(code, [memberId]);
    if (own === undefined) throw new TypeError('a mark for every member');
    return { mark: own, ...(await vault.seal(publicKey, code, encodeBallot(questions, answered))) };
  } catch (error) {
    if (error instanceof VaultError && error.fault === 'gone') return null;
    throw error;
  }
};

const addMark = prepared((db) =>
  db
    .insert(mark)
    .values({ survey: sql.placeholder('survey'), mark: sql.placeholder('mark') })
    .onConflictDoNothing()
    .returning({ survey: mark.survey })
    .prepare(),
);

const addBallot = prepared((db) =>
  db
    .insert(ballot)
    .values({
      survey: sql.placeholder('survey'),
      key: sql.placeholder('key'),
      sealed: sql.placeholder('sealed'),
    })
    .prepare(),
);

/**
 * Puts a sealed ballot in, once a mark. Only within the write that acknowledges it.
 * @returns `already`: there was one with this mark, which is kept as it is; `closed`: the survey takes none
 */
export const castBallot = (
  db: Db,
  code: string,
  { mark: own, key, sealed }: SealedBallot,
): 'counted' | 'already' | 'closed' => {
  if (findSurveyByCode(db, code)?.state !== 'open') return 'closed';
  if (addMark(db).get({ survey: code, mark: own }) === undefined) return 'already';
  addBallot(db).run({ survey: code, key, sealed });
  return 'counted';
};

const findMark = prepared((db) =>
  db
    .select({ survey: mark.survey })
    .from(mark)
    .where(and(eq(mark.survey, sql.placeholder('survey')), eq(mark.mark, sql.placeholder('mark'))))
    .prepare(),
);

/** Whether somebody with this mark took part. */
export const hasMark = (db: Db, code: string, own: Uint8Array): boolean =>
  findMark(db).get({ survey: code, mark: own }) !== undefined;

const countMarks = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(mark)
    .where(eq(mark.survey, sql.placeholder('survey')))
    .prepare(),
);

/** How many took part so far; to be told through `roundedRate` only. */
export const countAnswered = (db: Db, code: string): number =>
  countMarks(db).get({ survey: code })?.n ?? 0;

const nextBallots = prepared((db) =>
  db
    .select({ key: ballot.key, sealed: ballot.sealed })
    .from(ballot)
    .where(
      and(eq(ballot.survey, sql.placeholder('survey')), gt(ballot.key, sql.placeholder('after'))),
    )
    .orderBy(ballot.key)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** Up to `limit` sealed ballots after a key, by their random keys; from the first with an empty key. */
export const ballotsAfter = (
  db: Db,
  code: string,
  after: Uint8Array,
  limit: number,
): readonly { readonly key: Uint8Array; readonly sealed: Uint8Array }[] =>
  nextBallots(db).all({ survey: code, after, limit });

/** Deletes up to `limit` ballots and marks of a survey each. @returns whether there are none left */
export const dropSealed = (db: Db, code: string, limit: number): boolean => {
  let left = false;
  for (const [table, key] of [
    [ballot, ballot.key],
    [mark, mark.mark],
  ] as const) {
    const gone = db.all(
      sql`delete from ${table} where survey = ${code} and ${sql.identifier(key.name)} in
        (select ${sql.identifier(key.name)} from ${table} where survey = ${code} limit ${limit})
        returning 1 as one`,
    ).length;
    if (gone === limit) left = true;
  }
  return !left;
};
