// The badges of a member: worked out from what was won, noticed and thanked for.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Badge, badgesFrom } from '../domain/recognition/badge.ts';
import type { MilestoneKey } from '../domain/recognition/rules.ts';
import { kudos, kudosReceiver, milestone } from './schema/index.ts';
import { spotsWonBy } from './spot.ts';
import { awardsWonBy } from './winner.ts';
import type { Db } from './workspace.ts';

const worthOf = (db: Db, memberId: number): number =>
  db
    .select({ worth: sql<number>`coalesce(sum(1.0 / ${kudosReceiver.nth}), 0)` })
    .from(kudosReceiver)
    .innerJoin(kudos, eq(kudos.id, kudosReceiver.kudosId))
    .where(and(eq(kudosReceiver.memberId, memberId), isNull(kudos.undoneAt)))
    .get()?.worth ?? 0;

/** A member's badges, as everything stands now. */
export const badgesOf = (db: Db, memberId: number): Badge[] => {
  const counted = db
    .select({ rule: milestone.rule, n: sql<number>`count(*)` })
    .from(milestone)
    .where(and(eq(milestone.memberId, memberId), isNull(milestone.withdrawnAt)))
    .groupBy(milestone.rule)
    .all();
  const times = Object.fromEntries(counted.map(({ rule, n }) => [rule, n]));
  return badgesFrom({
    ...awardsWonBy(db, memberId),
    spot: spotsWonBy(db, memberId),
    thanksWorth: worthOf(db, memberId),
    milestones: times as Partial<Record<MilestoneKey, number>>,
  });
};
