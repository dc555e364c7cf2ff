// Erasing a member: name, accounts and words go; numbers stay, so that sums, boards and others' scores stay right.
import { and, asc, eq, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Card } from '../chat/card.ts';
import { type Forgetting, forgetting, NAME_KEPT } from '../domain/forgetting.ts';
import type { Day, Instant } from '../domain/time.ts';
import { addAudit, auditNaming, ERASED, emptyAudit } from './audit.ts';
import { changeMember, type Member } from './member.ts';
import { returnWishesOf } from './redemption.ts';
import {
  award,
  board,
  customer,
  deal,
  draft,
  external,
  field,
  followup,
  handoff,
  identity,
  inbox,
  kudos,
  lead,
  member,
  milestone,
  nomination,
  outbox,
  payment,
  pulseQuestion,
  redemption,
  reward,
  setting,
  spotAward,
  survey,
  surveyComment,
  surveyGroup,
  team,
} from './schema/index.ts';
import { readSetting, writeSetting } from './setting.ts';
import type { Db } from './workspace.ts';

/** What an erasure did, in rows. */
export interface Erased {
  /** What stands in the place of the name. */
  readonly label: string;
  /** Notes emptied: follow-ups, handoffs, payments, deals, thanks and the like. */
  readonly notes: number;
  readonly accounts: number;
  /** Customers that went to the pool. */
  readonly customers: number;
  /** Texts, boards and messages of others in which the name was replaced. */
  readonly mentions: number;
}

/** What stands in the place of a member's name once it is erased. */
export const erasedName = (memberId: number): string => `#${memberId}`;

/** Whether nothing that names the member is left. */
export const isErased = (row: Pick<Member, 'id' | 'name' | 'leftOn'>): boolean =>
  row.leftOn !== null && row.name === erasedName(row.id);

/** Everybody who is or was a member and can still be named, in the order they came. */
export const listNamed = (db: Db): Member[] =>
  db
    .select()
    .from(member)
    .orderBy(asc(member.id))
    .all()
    .filter((row) => !isErased(row));

/** What other people typed, where the name is replaced; names of customers and contacts are the company's. */
const TEXTS: readonly (readonly [SQLiteTable, SQLiteColumn])[] = [
  [followup, followup.text],
  [followup, followup.contact],
  [deal, deal.reason],
  [deal, deal.stage],
  [deal, deal.product],
  [payment, payment.note],
  [handoff, handoff.note],
  [handoff, handoff.reason],
  [lead, lead.source],
  [draft, draft.line],
  [team, team.name],
  [field, field.label],
  [kudos, kudos.reason],
  [kudos, kudos.value],
  [redemption, redemption.reason],
  [reward, reward.name],
  [reward, reward.detail],
  [award, award.reason],
  [nomination, nomination.reason],
  [spotAward, spotAward.reason],
  [survey, survey.action],
  [surveyGroup, surveyGroup.name],
  [pulseQuestion, pulseQuestion.text],
];

const JSONS: readonly (readonly [SQLiteTable, SQLiteColumn])[] = [
  [followup, followup.fields],
  [followup, followup.clarify],
  [field, field.options],
  [board, board.content],
  [team, team.recognition],
  [milestone, milestone.params],
  [survey, survey.questions],
  [pulseQuestion, pulseQuestion.options],
];

/** As SQLite's `lower`, which knows ASCII only. */
const lowered = (text: string): string => text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());

/** A part of the name by which rows that may hold it are found. */
const needleOf = (name: string): string => lowered([...name].slice(0, NAME_KEPT).join(''));
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Rewrites one column where `where` holds. @returns how many rows it changed */
const rewrite = (
  db: Db,
  [table, column]: readonly [SQLiteTable, SQLiteColumn],
  where: SQL,
  change: (stored: string) => string,
): number => {
  const rows = db.all<{ id: number; value: string }>(
    sql`select rowid as id, ${column} as value from ${table} where ${column} is not null and ${where}`,
  );
  const changed = rows.flatMap(({ id, value }) => {
    const now = change(value);
    return now === value ? [] : [{ id, now }];
  });
  const name = sql.identifier(column.name);
  for (const { id, now } of changed) {
    db.run(sql`update ${table} set ${name} = ${now} where rowid = ${id}`);
  }
  return changed.length;
};

const rewriteJson =
  (change: (value: unknown) => unknown) =>
  (stored: string): string => {
    const value: unknown = JSON.parse(stored);
    const now = change(value);
    return now === value ? stored : JSON.stringify(now);
  };

const names = (db: Db, forget: Forgetting, name: string): number => {
  const holds = (column: SQLiteColumn, needle: string) =>
    sql`instr(lower(${column}), ${needle}) > 0`;
  const needle = needleOf(name);
  const inTexts = TEXTS.map((at) => rewrite(db, at, holds(at[1], needle), forget.unnamed));
  const inJsons = JSONS.map((at) =>
    rewrite(db, at, holds(at[1], inJson(needle)), rewriteJson(forget.unnamedIn)),
  );
  return [...inTexts, ...inJsons, comments(db, forget, needle)].reduce((sum, n) => sum + n, 0);
};

/** What people wrote in surveys: nobody's, so only the name in it can be found. */
const comments = (db: Db, forget: Forgetting, needle: string): number => {
  const rows = db
    .select()
    .from(surveyComment)
    .where(
      sql`instr(lower(${surveyComment.text}), ${needle}) > 0
        or instr(lower(coalesce(${surveyComment.reply}, '')), ${needle}) > 0`,
    )
    .all();
  for (const { survey: code, key, text, reply } of rows) {
    db.update(surveyComment)
      .set({ text: forget.unnamed(text), reply: reply && forget.unnamed(reply) })
      .where(and(eq(surveyComment.survey, code), eq(surveyComment.key, key)))
      .run();
  }
  return rows.length;
};

/** The demo's own made-up days ahead. */
const script = (db: Db, forget: Forgetting): void => {
  rewrite(db, [setting, setting.value], sql`key = 'demoScript'`, rewriteJson(forget.unnamedIn));
};

/** What the member wrote. */
const notesOf = (db: Db, memberId: number): string[] => {
  const rows = db.all<{ note: string }>(sql`
    select text as note from followup where member_id = ${memberId}
    union select value from followup, json_each(followup.fields) where member_id = ${memberId}
    union select note from handoff where from_id = ${memberId}
    union select reason from handoff where to_id = ${memberId} and reason is not null
    union select note from payment where member_id = ${memberId} and note is not null
    union select reason from deal where member_id = ${memberId} and reason is not null
    union select line from draft where member_id = ${memberId}
    union select reason from kudos where giver_id = ${memberId}
    union select reason from nomination where nominator_id = ${memberId}
    union select reason from spot_award where ${memberId} in (giver_id, receiver_id)
    union select reason from redemption
      where ${memberId} in (member_id, decided_by) and reason is not null`);
  return rows.map(({ note }) => String(note)).filter((note) => note !== '');
};

/** Empties what the member wrote; the completeness it was given stays. @returns how many notes */
const emptyNotes = (db: Db, memberId: number): number => {
  const done = [
    db
      .update(followup)
      .set({ text: '', contact: null, fields: {}, clarify: [] })
      .where(eq(followup.memberId, memberId))
      .returning({ id: followup.id })
      .all(),
    db
      .update(handoff)
      .set({ note: '' })
      .where(and(eq(handoff.fromId, memberId), ne(handoff.note, '')))
      .returning({ id: handoff.id })
      .all(),
    db
      .update(handoff)
      .set({ reason: null })
      .where(and(eq(handoff.toId, memberId), isNotNull(handoff.reason)))
      .returning({ id: handoff.id })
      .all(),
    db
      .update(payment)
      .set({ note: null })
      .where(and(eq(payment.memberId, memberId), isNotNull(payment.note)))
      .returning({ id: payment.id })
      .all(),
    db
      .update(deal)
      .set({ reason: null })
      .where(and(eq(deal.memberId, memberId), isNotNull(deal.reason)))
      .returning({ id: deal.id })
      .all(),
    db
      .update(kudos)
      .set({ reason: '', value: null })
      .where(and(eq(kudos.giverId, memberId), ne(kudos.reason, '')))
      .returning({ id: kudos.id })
      .all(),
    db
      .update(nomination)
      .set({ reason: '' })
      .where(and(eq(nomination.nominatorId, memberId), ne(nomination.reason, '')))
      .returning({ id: nomination.awardId })
      .all(),
    db
      .update(spotAward)
      .set({ reason: '' })
      .where(
        and(
          or(eq(spotAward.giverId, memberId), eq(spotAward.receiverId, memberId)),
          ne(spotAward.reason, ''),
        ),
      )
      .returning({ id: spotAward.id })
      .all(),
    db
      .update(redemption)
      .set({ reason: null })
      .where(
        and(
          or(eq(redemption.memberId, memberId), eq(redemption.decidedBy, memberId)),
          isNotNull(redemption.reason),
        ),
      )
      .returning({ id: redemption.id })
      .all(),
  ];
  db.delete(draft).where(eq(draft.memberId, memberId)).run();
  return done.reduce((sum, rows) => sum + rows.length, 0);
};

const NOTHING: Card = { locale: 'en', title: '', tone: 'neutral', summary: '', blocks: [] };

/**
 * Answers kept for redeliveries and messages that were sent quote notes in part and in every form, and nobody
 * reads them again: all of them lose their content. What is still to be sent is gone through word by word.
 */
const emptyDeliveries = (db: Db, forget: Forgetting, accounts: readonly Account[]): void => {
  db.update(inbox).set({ replies: [] }).where(ne(inbox.replies, [])).run();
  for (const { platform, tenant, user } of accounts) {
    db.delete(outbox)
      .where(
        and(
          sql`${outbox.target} ->> '$.kind' = 'person'`,
          sql`${outbox.target} ->> '$.platform' = ${platform}`,
          sql`${outbox.target} ->> '$.tenant' = ${tenant}`,
          sql`${outbox.target} ->> '$.user' = ${user}`,
        ),
      )
      .run();
  }
  db.update(outbox).set({ card: NOTHING }).where(eq(outbox.state, 'sent')).run();
  rewrite(db, [outbox, outbox.card], sql`state <> 'sent'`, rewriteJson(forget.emptiedIn));
};

/** Entries about the member, and those that hold the name or a note. */
const emptyTrail = (
  db: Db,
  memberId: number,
  forget: Forgetting,
  needle: string | null,
): number[] => {
  const says = (value: unknown): boolean => forget.emptiedIn(value) !== value;
  const ids = auditNaming(db, memberId, needle)
    .filter(({ action }) => action !== ERASED)
    .filter(
      ({ subject, before, after }) =>
        subject === erasedSubject(memberId) || says(before) || says(after),
    )
    .map(({ id }) => id);
  emptyAudit(db, ids);
  return ids;
};

const erasedSubject = (memberId: number): string => `member:${memberId}`;

type Account = typeof identity.$inferSelect;

/**
 * Erases a member, in the write it is called in. Doing it again changes nothing and is null.
 *
 * When another member has the same name, what others wrote keeps it: it may be about either.
 * @param actorId who asked for it
 * @param today the last day of a member who has not left yet
 */
export const eraseMember = (
  db: Db,
  row: Member,
  { actorId, now, today }: { readonly actorId: number; readonly now: Instant; readonly today: Day },
): Erased | null => {
  const { id, name } = row;
  if (isErased(row)) return null;
  const accounts = db.select().from(identity).where(eq(identity.memberId, id)).all();
  const notes = notesOf(db, id);
  const forgotten = { memberId: id, name, accounts, notes };
  const namesake = db
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.name, name), ne(member.id, id)))
    .get();
  const shared = namesake !== undefined;
  // Without a name there is nothing to look for but accounts and notes.
  const forget = forgetting(shared ? { ...forgotten, name: '' } : forgotten);

  returnWishesOf(db, id, now);
  const emptied = emptyNotes(db, id);
  const mentions = shared ? 0 : names(db, forget, name);
  script(db, forget);
  emptyDeliveries(db, forget, accounts);
  const freed = db
    .update(customer)
    .set({ ownerId: null, ownedSince: null })
    .where(eq(customer.ownerId, id))
    .returning({ id: customer.id })
    .all();
  db.delete(identity).where(eq(identity.memberId, id)).run();
  db.delete(external)
    .where(and(eq(external.noun, 'member'), eq(external.rowId, id)))
    .run();
  changeMember(db, id, {
    name: erasedName(id),
    role: 'rep',
    locale: null,
    leftOn: row.leftOn ?? today,
    optedOut: true,
    morning: false,
    praised: false,
  });
  const entries = emptyTrail(db, id, forget, shared ? null : inJson(needleOf(name)));
  addAudit(db, {
    at: now,
    actorId,
    action: ERASED,
    subject: erasedSubject(id),
    after: { entries },
  });

  const due = readSetting(db, 'forgetDue') ?? [];
  writeSetting(db, 'forgetDue', [
    ...due,
    { at: now, memberId: id, name: shared ? '' : name, accounts, notes },
  ]);
  writeSetting(db, 'compactDue', true);
  return {
    label: forget.label,
    notes: emptied,
    accounts: accounts.length,
    customers: freed.length,
    mentions,
  };
};

/** Deliveries are known by ids some platforms make from the account: forgotten once no redelivery can come. */
export const forgetDeliveriesOf = (
  db: Db,
  accounts: readonly { readonly user: string }[],
): void => {
  for (const { user } of accounts) {
    db.delete(inbox).where(sql`instr(${inbox.id} || ':', ':' || ${user} || ':') > 0`).run();
  }
};
