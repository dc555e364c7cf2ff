// Verdicts: which follow-ups of one member with one customer count, and all else worked out from them.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { type Caps, judge } from '../domain/fairness/counting.ts';
import type { Grade } from '../domain/parsing/codes.ts';
import type { Day } from '../domain/time.ts';
import { refreshCustomer } from './customer.ts';
import { refreshHandoffs } from './handoff.ts';
import { refreshLeads } from './lead.ts';
import { refreshRollup } from './rollup.ts';
import { followup } from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

const ofPair = prepared((db) =>
  db
    .select({
      id: followup.id,
      occurredAt: followup.occurredAt,
      day: followup.day,
      channel: followup.channel,
      outcome: followup.outcome,
      text: followup.text,
      verdict: followup.verdict,
      verdictOf: followup.verdictOf,
    })
    .from(followup)
    .where(
      and(
        eq(followup.memberId, sql.placeholder('memberId')),
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
      ),
    )
    .prepare(),
);

const setVerdict = prepared((db) =>
  db
    .update(followup)
    .set({
      verdict: sql`${sql.placeholder('verdict')}`,
      verdictOf: sql`${sql.placeholder('verdictOf')}`,
    })
    .where(eq(followup.id, sql.placeholder('id')))
    .prepare(),
);

const newestWith = prepared((db) =>
  db
    .select({ at: followup.occurredAt, grade: followup.grade })
    .from(followup)
    .where(and(eq(followup.customerId, sql.placeholder('customerId')), isNull(followup.undoneAt)))
    .orderBy(desc(followup.occurredAt), desc(followup.id))
    .limit(1)
    .prepare(),
);

const newestGrade = prepared((db) =>
  db
    .select({ at: followup.occurredAt, grade: followup.grade })
    .from(followup)
    .where(
      and(
        eq(followup.customerId, sql.placeholder('customerId')),
        isNull(followup.undoneAt),
        sql`${followup.grade} is not null`,
      ),
    )
    .orderBy(desc(followup.occurredAt), desc(followup.id))
    .limit(1)
    .prepare(),
);

/** Brings everything worked out from the follow-ups of one member with one customer in line with them. */
export const settle = (
  db: Db,
  memberId: number,
  customerId: number,
  caps: Caps,
  days: readonly Day[],
): void => {
  const touched = new Set(days);
  const rows = ofPair(db).all({ memberId, customerId });
  const verdicts = judge(rows, caps);
  for (const row of rows) {
    const verdict = verdicts.get(row.id);
    if (verdict === undefined) throw new TypeError(`follow-up ${row.id} was not judged`);
    const verdictOf = 'of' in verdict ? verdict.of : null;
    if (verdict.kind === row.verdict && verdictOf === row.verdictOf) continue;
    setVerdict(db).run({ id: row.id, verdict: verdict.kind, verdictOf });
    touched.add(row.day);
  }
  for (const day of touched) refreshRollup(db, memberId, day);
  refreshLeads(db, memberId, customerId);
  refreshHandoffs(db, memberId, customerId);
  const graded = newestGrade(db).get({ customerId });
  refreshCustomer(db, customerId, {
    grade: (graded?.grade as Grade | undefined) ?? null,
    gradedAt: graded?.at ?? null,
    contactedAt: newestWith(db).get({ customerId })?.at ?? null,
  });
};
