// Messages only a person can get moving: those that were given up, and those whose fate nobody knows.
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Target } from '../chat/platform.ts';
import type { Instant } from '../domain/time.ts';
import { PLATFORM_REASONS, type PlatformReason } from '../errors.ts';
import { memberOf } from './member.ts';
import { outbox } from './schema/delivery.ts';
import { listTeams } from './team.ts';
import type { Db } from './workspace.ts';

const UNDELIVERED = ['dead', 'unknown'] as const;

/** A message as it was left: a message that is tried again has another fence, so an old button does not meet it. */
export interface Fate {
  readonly key: string;
  readonly fence: number;
}

export interface Undelivered extends Fate {
  readonly id: number;
  readonly state: (typeof UNDELIVERED)[number];
  readonly target: Target;
  /** Null when its card has none. */
  readonly title: string | null;
  /** Begins with a {@link PlatformReason}. */
  readonly error: string | null;
  /** How often it was tried. */
  readonly attempts: number;
  readonly createdAt: Instant;
}

const isUndelivered = inArray(outbox.state, [...UNDELIVERED]);
const isThis = ({ key, fence }: Fate) =>
  and(eq(outbox.key, key), eq(outbox.fence, fence), isUndelivered);

const select = (db: Db) =>
  db
    .select({
      id: outbox.id,
      key: outbox.key,
      fence: outbox.fence,
      state: sql<Undelivered['state']>`${outbox.state}`,
      target: outbox.target,
      title: sql<string | null>`${outbox.card} ->> '$.title'`,
      error: outbox.error,
      attempts: outbox.attempts,
      createdAt: outbox.createdAt,
    })
    .from(outbox);

/** The newest first. @param before an id, for those that are older than it */
export const listUndelivered = (
  db: Db,
  limit: number,
  before: number | null = null,
): readonly Undelivered[] =>
  select(db)
    .where(and(isUndelivered, before === null ? undefined : lt(outbox.id, before)))
    .orderBy(desc(outbox.id))
    .limit(limit)
    .all();

export const countUndelivered = (db: Db): number =>
  db.select({ n: sql<number>`count(*)` }).from(outbox).where(isUndelivered).get()?.n ?? 0;

/** Undefined when something else has become of it. */
export const findUndelivered = (db: Db, fate: Fate): Undelivered | undefined =>
  select(db).where(isThis(fate)).get();

/** Has it posted after all, with all its tries; false when something else has become of it. */
export const resend = (db: Db, fate: Fate, now: Instant): boolean =>
  db
    .update(outbox)
    .set({ state: 'due', attempts: 0, error: null, notBefore: now })
    .where(isThis(fate))
    .returning({ id: outbox.id })
    .get() !== undefined;

/** Forgets it; false when something else has become of it. */
export const discard = (db: Db, fate: Fate): boolean =>
  db.delete(outbox).where(isThis(fate)).returning({ id: outbox.id }).get() !== undefined;

/** Why it was not delivered; null when its error does not say. */
export const reasonOf = ({ error }: Pick<Undelivered, 'error'>): PlatformReason | null =>
  PLATFORM_REASONS.find((reason) => error?.startsWith(`${reason}:`)) ?? null;

/** Where a message goes, by the names people have for it; no names when nobody is there (any more). */
export interface Destination {
  readonly kind: Target['kind'];
  readonly names: readonly string[];
}

/** A channel is known by the teams that post to it. */
export const destinationOf = (db: Db, target: Target): Destination => {
  const { kind, platform, tenant } = target;
  if (kind === 'person') {
    const member = memberOf(db, target);
    return { kind, names: member === undefined ? [] : [member.name] };
  }
  const teams = listTeams(db).filter(
    ({ channel }) =>
      channel?.kind === 'channel' &&
      channel.platform === platform &&
      channel.tenant === tenant &&
      channel.channel === target.channel,
  );
  return { kind, names: teams.map(({ name }) => name) };
};

const NOTICE = 'undelivered:';

/** The key of what tells a member that the message of that key was given up. */
export const noticeKey = (memberId: number, key: string): string => `${NOTICE}${memberId}:${key}`;
export const isNotice = (key: string): boolean => key.startsWith(NOTICE);

/** When the newest notice went out, or will; null when there was none. */
export const lastNoticeAt = (db: Db, now: Instant): Instant | null =>
  db.get<{ at: Instant | null }>(sql`
    select max(not_before) as at from outbox
    where key >= ${NOTICE} and key < ${`${NOTICE}~`}
      -- When a settled one was settled is in the future if the clock has gone back.
      and (state in ('due', 'sending') or not_before <= ${now})`).at;
