// What a survey has in the outbox. Keys name the survey and the step and no member: senders log them.
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Target } from '../chat/platform.ts';
import { invitee, member, outbox } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

const REMINDER = /^pulse:\d+:reminder/;

/** `invitation`, or the first or second `reminder` of a team's members. */
export type PulseStep = 'invitation' | `reminder-${1 | 2}-${number}`;

/** All keys of a survey's step, or of all of them, lie between these. */
const between = (surveyId: number, step: string) => {
  const prefix = `pulse:${surveyId}:${step}`;
  return sql`key >= ${prefix} and key < ${`${prefix}~`}`;
};

const randomPart = prepared((db) =>
  db.select({ random: sql<string>`lower(hex(randomblob(8)))` }).from(sql`(select 1)`).prepare(),
);

/** A new key of the step. */
export const pulseKey = (db: Db, surveyId: number, step: PulseStep): string =>
  `pulse:${surveyId}:${step}:${randomPart(db).get()?.random ?? ''}`;

/** Whether a message reminds: that one could not be delivered must not be told, it says who had not answered. */
export const isPulseReminder = (key: string): boolean => REMINDER.test(key);

/** Whom the step's messages go to already, waiting or sent; as {@link targetKey} writes them. */
export const targetsOf = (db: Db, surveyId: number, step: PulseStep): Set<string> =>
  new Set(
    db
      .select({ target: outbox.target })
      .from(outbox)
      .where(between(surveyId, `${step}:`))
      .all()
      .map(({ target }) => targetKey(target)),
  );

/** Equal for equal targets. */
export const targetKey = (target: Target): string =>
  JSON.stringify([
    target.platform,
    target.tenant,
    target.kind === 'person' ? target.user : target.channel,
  ]);

/** Removes up to `limit` messages of a survey, sent or not. @returns whether none is left */
export const dropMessages = (db: Db, surveyId: number, limit: number): boolean =>
  drop(db, between(surveyId, ''), limit);

/** Removes up to `limit` reminders that are done with: they say who had not answered. @returns as above */
export const dropReminders = (db: Db, surveyId: number, limit: number): boolean =>
  drop(db, sql`${between(surveyId, 'reminder')} and state in ('sent', 'dead', 'unknown')`, limit);

const drop = (db: Db, where: ReturnType<typeof sql>, limit: number): boolean =>
  db.all(
    sql`delete from outbox where id in (select id from outbox where ${where} limit ${limit})
      returning 1 as one`,
  ).length < limit;

export interface Recipient {
  readonly memberId: number;
  readonly teamId: number | null;
  readonly locale: string | null;
}

/** The teams whose members a survey asks, as they are now; null for those without. */
export const teamsAsked = (db: Db, surveyId: number): (number | null)[] =>
  db
    .selectDistinct({ teamId: member.teamId })
    .from(invitee)
    .innerJoin(member, eq(member.id, invitee.memberId))
    .where(and(eq(invitee.surveyId, surveyId), isNull(member.leftOn)))
    .all()
    .map(({ teamId }) => teamId);

const recipients = prepared((db) =>
  db
    .select({ memberId: member.id, teamId: member.teamId, locale: member.locale })
    .from(invitee)
    .innerJoin(member, eq(member.id, invitee.memberId))
    .where(
      and(
        eq(invitee.surveyId, sql.placeholder('surveyId')),
        gt(invitee.memberId, sql.placeholder('after')),
        isNull(member.leftOn),
        sql`(${sql.placeholder('all')} or ${member.teamId} is ${sql.placeholder('teamId')})`,
      ),
    )
    .orderBy(invitee.memberId)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** Of which team; `all`: of any. */
export type Among = { readonly teamId: number | null } | 'all';

/** Whom a survey asks and who is still here, as they are now: up to `limit` after a member's number. */
export const recipientsAfter = (
  db: Db,
  surveyId: number,
  among: Among,
  after: number,
  limit: number,
): readonly Recipient[] => {
  const teamId = among === 'all' ? null : among.teamId;
  return recipients(db).all({ surveyId, after, limit, teamId, all: among === 'all' ? 1 : 0 });
};
