// Saying milestones at once and not too often, and taking them back with their cause.
import { and, eq, sql } from 'drizzle-orm';
import type { Card } from '../chat/card.ts';
import type { Target } from '../chat/platform.ts';
import type { Person } from '../chat/text.ts';
import { periodAround } from '../domain/period.ts';
import type { Milestone, NamedMilestone, Noticed } from '../domain/recognition/milestone.ts';
import { type MilestoneKey, POSTS_A_DAY, RULES } from '../domain/recognition/rules.ts';
import { recognitionRules } from '../domain/recognition/settings.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';
import { findMember, type Member, personOf } from './member.ts';
import { isUnnamed, keepMilestone, markWithdrawn, mentionable, milestonesOf } from './milestone.ts';
import { enqueue } from './outbox.ts';
import { milestone, outbox } from './schema/index.ts';
import { findTeam, type Team } from './team.ts';
import { withdrawPost } from './withdrawal.ts';
import { type Db, prepared } from './workspace.ts';

/** How milestones are put into words: handed in, for what is stored knows no cards. */
export interface MilestoneWords {
  /** @param person where the channel's platform knows them */
  posted(locale: string, milestone: NamedMilestone, person: Person | null): Card;
  told(locale: string, milestone: Milestone): Card;
  /** Takes the place of the post. */
  takenBack(locale: string): Card;
  /** Tells the member why. */
  takenBackFrom(locale: string, milestone: Milestone): Card;
}

const posts = prepared((db) =>
  db
    .select({
      team: sql<number>`count(*)`,
      member: sql<number>`coalesce(sum(${milestone.memberId} = ${sql.placeholder('memberId')}), 0)`,
    })
    .from(milestone)
    .innerJoin(
      outbox,
      and(
        eq(outbox.key, sql`'milestone:' || ${milestone.id} || ':' || ${milestone.at}`),
        sql`${outbox.target} ->> '$.kind' = 'channel'`,
      ),
    )
    .where(
      and(
        eq(milestone.teamId, sql.placeholder('teamId')),
        eq(milestone.day, sql.placeholder('day')),
      ),
    )
    .prepare(),
);

/** Ids are never used again here, but a milestone may be reached again: so the time belongs to the key. */
const keyOf = ({ id, at }: Milestone): string => `milestone:${id}:${at}`;

/** Whether the member has had as much of the rule as one may have around the day. */
const isSpent = (db: Db, memberId: number, rule: MilestoneKey, day: Day): boolean => {
  const { once } = RULES[rule];
  if (once === 'cause') return false;
  const since = once === 'ever' ? '' : periodAround(once, day).from;
  return milestonesOf(db, memberId, rule, since).length > 0;
};

const localeOf = (who: Member, team: Team | undefined): string => who.locale ?? team?.locale ?? '';

/** Puts what is said of a milestone to its member out, where a platform knows them. */
const tellMember = (db: Db, key: string, who: Member, card: Card, now: Instant): void => {
  const person = personOf(db, who.id);
  if (person === undefined) return;
  enqueue(db, { key, target: { kind: 'person', ...person }, card, notBefore: now, now });
};

/**
 * Keeps what was noticed and has it said: in the team's channel, or to the member alone who is not named there.
 * Beyond the day's {@link POSTS_A_DAY} it is only kept, for the daily post. Nothing happens where the team has the
 * rule switched off, or the member has had it. Only within a write.
 */
export const announce = (
  db: Db,
  who: Member,
  team: Team,
  noticed: Noticed,
  now: Instant,
  words: MilestoneWords,
  notBefore = now,
): void => {
  const { rule } = noticed;
  const day = dayOf(now, team.zone);
  if (recognitionRules(team.recognition).milestones[rule] === false) return;
  if (isSpent(db, who.id, rule, day)) return;
  const found = keepMilestone(db, { ...noticed, memberId: who.id, teamId: team.id, day, at: now });
  if (found === null) return;
  const isOfTeam = found.params.team !== undefined;
  const name = isUnnamed(who, day) ? null : who.name;
  if (team.channel === null || !team.posts || (name === null && !isOfTeam)) {
    tellMember(db, keyOf(found), who, words.told(localeOf(who, team), found), now);
    return;
  }
  const so = posts(db).get({ teamId: team.id, memberId: who.id, day });
  if (so !== undefined && (so.member >= POSTS_A_DAY.member || so.team >= POSTS_A_DAY.team)) {
    return;
  }
  const person = name === null ? null : mentionable(db, who.id, team.channel);
  enqueue(db, {
    key: keyOf(found),
    target: team.channel,
    card: words.posted(team.locale, { ...found, name }, person),
    notBefore,
    now,
  });
};

/**
 * Takes a milestone back with its cause: its post gives way to a short note, and the member is told, unless nobody
 * can have seen it. Only within a write.
 */
export const withdraw = (db: Db, found: Milestone, now: Instant, words: MilestoneWords): void => {
  markWithdrawn(db, found.id, now);
  const who = findMember(db, found.memberId);
  const team = found.teamId === null ? undefined : findTeam(db, found.teamId);
  const key = keyOf(found);
  const post = db
    .select({ kind: sql<Target['kind']>`${outbox.target} ->> '$.kind'` })
    .from(outbox)
    .where(eq(outbox.key, key))
    .get();
  if (who === undefined || post === undefined) return;
  const toMember = words.takenBackFrom(localeOf(who, team), found);
  if (post.kind === 'person') {
    withdrawPost(db, key, toMember, now);
    return;
  }
  const became = withdrawPost(db, key, words.takenBack(team?.locale ?? ''), now);
  if (became !== 'removed') tellMember(db, `${key}:withdrawn`, who, toMember, now);
};
