// The day's and the week's recognition as posts say it: never more rows than are shown, whatever the team's size.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { BADGE_THANKS } from '../domain/recognition/badge.ts';
import {
  type DayRecognition,
  LINES,
  type NewBadge,
  OF_VALUE,
  type Recognised,
  type SaidAward,
  type SaidKudos,
  VALUES,
  type ValueThanks,
  type WeekRecognition,
} from '../domain/recognition/digest.ts';
import { recognitionRules } from '../domain/recognition/settings.ts';
import type { Day, Days } from '../domain/time.ts';
import { milestonesOn } from './milestone.ts';
import { kudos, kudosReceiver, member } from './schema/index.ts';
import { spotAwardsOn } from './spot.ts';
import type { Team } from './team.ts';
import { awardsOn } from './winner.ts';
import { type Db, prepared } from './workspace.ts';

/** Receivers that are looked at for a new badge, the latest ones: each costs a look at all they ever got. */
const RECEIVERS = { day: 100, week: 500 } as const;
/** Thanks are worth 1 at most: fewer make no badge. */
const FEWEST = Math.min(...BADGE_THANKS.map(([, mark]) => mark));

const teamId = sql.placeholder('teamId');
const from = sql.placeholder('from');
const to = sql.placeholder('to');

/** Given by the team on the days, not taken back, and of somebody who may be named. */
const isSaid = and(
  eq(kudos.teamId, teamId),
  sql`${kudos.day} between ${from} and ${to}`,
  isNull(kudos.undoneAt),
  sql`exists (select 1 from kudos_receiver r join member m on m.id = r.member_id
    where r.kudos_id = ${kudos.id} and m.praised = 1)`,
);

const said = { id: kudos.id, giver: member.name, reason: kudos.reason, value: kudos.value };
// In the order of the index by team and day: as many rows are read as are asked for.
const newestFirst = [desc(kudos.day), desc(kudos.id)];

const newest = prepared((db) =>
  db
    .select(said)
    .from(kudos)
    .innerJoin(member, eq(member.id, kudos.giverId))
    .where(isSaid)
    .orderBy(...newestFirst)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const newestOfValue = prepared((db) =>
  db
    .select(said)
    .from(kudos)
    .innerJoin(member, eq(member.id, kudos.giverId))
    .where(and(isSaid, sql`${kudos.value} is ${sql.placeholder('value')}`))
    .orderBy(...newestFirst)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const byValue = prepared((db) =>
  db
    .select({ value: kudos.value, count: sql<number>`count(*)` })
    .from(kudos)
    .where(isSaid)
    .groupBy(kudos.value)
    .orderBy(sql`${kudos.value} is null`, sql`count(*) desc`, asc(kudos.value))
    .prepare(),
);

const namedReceivers = prepared((db) =>
  db
    .select({ name: member.name })
    .from(kudosReceiver)
    .innerJoin(member, eq(member.id, kudosReceiver.memberId))
    .where(and(eq(kudosReceiver.kudosId, sql.placeholder('id')), eq(member.praised, true)))
    .orderBy(asc(member.name))
    .prepare(),
);

const withReceivers = (db: Db, row: Omit<SaidKudos, 'receivers'>): SaidKudos => ({
  ...row,
  receivers: namedReceivers(db)
    .all({ id: row.id })
    .map(({ name }) => name),
});

const awardsIn = (db: Db, team: Team, days: Days): SaidAward[] =>
  awardsOn(db, team.id, days).flatMap(({ id, kind, quarter, reason, winners }) => {
    const names = winners.flatMap(({ praised, name }) => (praised ? [name] : []));
    return names.length === 0
      ? []
      : [{ id: String(id), quarterly: { kind, quarter }, names, reason }];
  });

/** Who was thanked on the days and often enough for a badge, the latest first: found by indices alone. */
const thankedOften = prepared((db) =>
  db
    .select({ memberId: kudosReceiver.memberId })
    .from(kudos)
    .innerJoin(kudosReceiver, eq(kudosReceiver.kudosId, kudos.id))
    .where(
      and(
        eq(kudos.teamId, teamId),
        sql`${kudos.day} between ${from} and ${to}`,
        sql`exists (select 1 from kudos_receiver r
          where r.member_id = ${kudosReceiver.memberId} limit 1 offset ${FEWEST - 1})`,
      ),
    )
    .groupBy(kudosReceiver.memberId)
    .orderBy(sql`max(${kudos.id}) desc`)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** What a member who may be named was thanked by the end of the days, and before them. */
const worthOf = prepared((db) =>
  db
    .select({
      memberId: member.id,
      name: member.name,
      before: sql<number>`sum(iif(${kudos.day} < ${from}, 1.0 / ${kudosReceiver.nth}, 0))`,
      worth: sql<number>`sum(iif(${kudos.day} <= ${to}, 1.0 / ${kudosReceiver.nth}, 0))`,
    })
    .from(member)
    .innerJoin(kudosReceiver, eq(kudosReceiver.memberId, member.id))
    .innerJoin(kudos, and(eq(kudos.id, kudosReceiver.kudosId), isNull(kudos.undoneAt)))
    .where(and(eq(member.id, sql.placeholder('memberId')), eq(member.praised, true)))
    .groupBy(member.id)
    .prepare(),
);

/** Sums of thirds miss a whole number by less than this. */
const NEARLY = 1e-6;

const badgesIn = (db: Db, team: Team, days: Days, limit: number): NewBadge[] =>
  thankedOften(db)
    .all({ teamId: team.id, ...days, limit })
    .flatMap((thanked): NewBadge[] => {
      const found = worthOf(db).get({ ...thanked, ...days });
      if (found === undefined) return [];
      const { memberId, name, before, worth } = found;
      const reached = BADGE_THANKS.find(([, mark]) => worth >= mark - NEARLY);
      if (reached === undefined || before >= reached[1] - NEARLY) return [];
      return [{ memberId, name, badge: reached[0] }];
    });

const recognisedIn = (db: Db, team: Team, days: Days, receivers: number): Recognised => ({
  // Of somebody who is not named only the team's part can be said.
  milestones: milestonesOn(db, team.id, days).filter(
    ({ name, params }) => name !== null || params.team !== undefined,
  ),
  awards: [
    ...awardsIn(db, team, days),
    ...spotAwardsOn(db, team.id, days).flatMap(({ id, receiver, reason }) =>
      receiver.praised
        ? [{ id: `spot:${id}`, quarterly: null, names: [receiver.name], reason }]
        : [],
    ),
  ],
  badges: recognitionRules(team.recognition).publicKudos ? badgesIn(db, team, days, receivers) : [],
});

const valuesIn = (db: Db, team: Team, days: Days) =>
  recognitionRules(team.recognition).publicKudos
    ? byValue(db).all({ teamId: team.id, ...days })
    : [];

const countOf = (values: readonly { readonly count: number }[]): number =>
  values.reduce((sum, { count }) => sum + count, 0);

/** What the post of a day says: nothing that its team keeps private, nobody who would rather not be named. */
export const dayRecognition = (db: Db, team: Team, day: Day): DayRecognition => {
  const days: Days = { from: day, to: day };
  const count = countOf(valuesIn(db, team, days));
  const shown = count === 0 ? [] : newest(db).all({ teamId: team.id, ...days, limit: LINES });
  return {
    ...recognisedIn(db, team, days, RECEIVERS.day),
    kudos: { shown: shown.map((row) => withReceivers(db, row)), more: count - shown.length },
  };
};

/** What the digest of a week says, by what is said of a day. */
export const weekRecognition = (db: Db, team: Team, days: Days): WeekRecognition => {
  const values = valuesIn(db, team, days);
  const thanksOf = ({ value, count }: (typeof values)[number]): ValueThanks => {
    const shown = newestOfValue(db)
      .all({ teamId: team.id, ...days, value, limit: OF_VALUE })
      .map((row) => withReceivers(db, row));
    return { value, count, shown, more: count - shown.length };
  };
  // A typed value is free where the team has none of its own: there may be very many.
  const first = values.slice(0, VALUES);
  return {
    ...recognisedIn(db, team, days, RECEIVERS.week),
    thanks: countOf(values),
    values: { shown: first.map(thanksOf), more: countOf(values.slice(VALUES)) },
  };
};
