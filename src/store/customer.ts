// Customers: finding one by what a person typed, owning one, and a member's book.
import {
  and,
  desc,
  eq,
  isNotNull,
  isNull,
  or,
  type Placeholder,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import type { Grade } from '../domain/parsing/codes.ts';
import type { KnownCustomer } from '../domain/parsing/parsed.ts';
import type { Day, Instant } from '../domain/time.ts';
import {
  contact,
  customer,
  customerAlias,
  deal,
  followup,
  handoff,
  invoice,
  lead,
  member,
  payment,
  satisfaction,
} from './schema/index.ts';
import { type Db, prepared } from './workspace.ts';

export type Customer = typeof customer.$inferSelect;

/** More customers than this in one member's book are looked up by name instead of being recognised. */
const BOOK_SIZE = 5000;

/** A name as compared: width, case, blanks and punctuation do not matter. */
export const customerKey = (name: string): string => {
  const key = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}]+/gu, '');
  return key === '' ? name.normalize('NFKC').trim().toLowerCase() : key;
};

const byId = prepared((db) =>
  db
    .select()
    .from(customer)
    .where(eq(customer.id, sql.placeholder('id')))
    .prepare(),
);

const byKey = prepared((db) =>
  db
    .select()
    .from(customer)
    .where(eq(customer.key, sql.placeholder('key')))
    .prepare(),
);

const byAlias = prepared((db) =>
  db
    .select({ id: customerAlias.customerId })
    .from(customerAlias)
    .where(eq(customerAlias.key, sql.placeholder('key')))
    .prepare(),
);

/**
 * The ids of the customers of whom a member has a follow-up, taken back or not. It steps from one customer to the
 * next in the index, so it costs what the book is long, however often each of them was followed up.
 */
const loggedBy = (memberId: number | Placeholder): SQL => sql`(
  with recursive seen(id) as (
    select min(${followup.customerId}) from ${followup} where ${followup.memberId} = ${memberId}
    union all
    select (select min(${followup.customerId}) from ${followup}
      where ${followup.memberId} = ${memberId} and ${followup.customerId} > seen.id)
    from seen where seen.id is not null)
  select id from seen where id is not null)`;

/** Whether a member has a follow-up of a customer that was not taken back. */
const hasFollowup = (memberId: number | Placeholder, customerId: SQLWrapper): SQL => sql`exists (
  select 1 from ${followup} where ${followup.memberId} = ${memberId}
    and ${followup.customerId} = ${customerId} and ${followup.undoneAt} is null)`;

/** The ids of the customers of whom a member has a follow-up that was not taken back. */
const followedBy = (memberId: number): SQL =>
  sql`(select id from ${loggedBy(memberId)} seen where ${hasFollowup(memberId, sql`seen.id`)})`;

const book = prepared((db) => {
  const memberId = sql.placeholder('memberId');
  const { id, name, contactedAt, ownerId } = customer;
  // Owned ones by themselves, so that of the others alone follow-ups are looked at; and as one text, since a row each
  // costs more to hand over than to find.
  return db
    .select({ listed: sql<string>`json_group_array(json_array(id, name))` })
    .from(
      sql`(select * from (
        select ${id}, ${name}, ${contactedAt} from ${customer} where ${ownerId} = ${memberId}
        union all
        select ${id}, ${name}, ${contactedAt} from ${loggedBy(memberId)} seen
          cross join ${customer} on ${id} = seen.id
          where ${ownerId} is not ${memberId} and ${hasFollowup(memberId, id)})
        order by contacted_at desc limit ${sql.raw(String(BOOK_SIZE))})`,
    )
    .prepare();
});

const aliases = prepared((db) =>
  db
    .select({ name: customerAlias.name, customerId: customerAlias.customerId })
    .from(customerAlias)
    .innerJoin(customer, eq(customer.id, customerAlias.customerId))
    .where(eq(customer.ownerId, sql.placeholder('memberId')))
    .limit(BOOK_SIZE)
    .prepare(),
);

const ofCustomer = sql`${followup.customerId} = ${customer.id} and ${followup.undoneAt} is null`;
const contactedAt = sql`(select max(${followup.occurredAt}) from ${followup} where ${ofCustomer})`;
const isListed = sql`${customer.id} in (select value from json_each(${sql.placeholder('ids')}))`;

/** As of the newest follow-ups with each of them, in one statement; the newest that names a grade gives it. */
const setStandings = prepared((db) => {
  const newestGraded = (what: SQLWrapper) => sql`(select ${what} from ${followup}
    where ${ofCustomer} and ${followup.grade} is not null
    order by ${followup.occurredAt} desc, ${followup.id} desc limit 1)`;
  return db
    .update(customer)
    .set({
      grade: newestGraded(followup.grade),
      gradedAt: newestGraded(followup.occurredAt),
      contactedAt,
    })
    .where(isListed)
    .prepare();
});

const setContacted = prepared((db) =>
  db.update(customer).set({ contactedAt }).where(isListed).prepare(),
);

const insert = prepared((db) =>
  db
    .insert(customer)
    .values({
      name: sql.placeholder('name'),
      key: sql.placeholder('key'),
      ownerId: sql.placeholder('ownerId'),
      ownedSince: sql.placeholder('ownedSince'),
      createdAt: sql.placeholder('at'),
    })
    .returning()
    .prepare(),
);

const insertContact = prepared((db) =>
  db
    .insert(contact)
    .values({ customerId: sql.placeholder('customerId'), name: sql.placeholder('name') })
    .onConflictDoNothing()
    .prepare(),
);

export const findCustomer = (db: Db, id: number): Customer | undefined => byId(db).get({ id });

/** The customer of exactly this name or alias. */
export const customerNamed = (db: Db, name: string): Customer | undefined => {
  const key = customerKey(name);
  const found = byKey(db).get({ key });
  if (found !== undefined) return found;
  const alias = byAlias(db).get({ key });
  return alias === undefined ? undefined : findCustomer(db, alias.id);
};

/** The customers whose name or alias is one of these keys. */
export const customersOf = (
  db: Db,
  keys: readonly string[],
): { readonly key: string; readonly id: number }[] => {
  const wanted = sql`(select value from json_each(${JSON.stringify(keys)}))`;
  const named = db
    .select({ key: customer.key, id: customer.id })
    .from(customer)
    .where(sql`${customer.key} in ${wanted}`)
    .all();
  const known = new Set(named.map(({ key }) => key));
  const others = db
    .select({ key: customerAlias.key, id: customerAlias.customerId })
    .from(customerAlias)
    .where(sql`${customerAlias.key} in ${wanted}`)
    .all();
  return [...named, ...others.filter(({ key }) => !known.has(key))];
};

/** Whose customers somebody may see by name. */
export interface Sight {
  readonly memberId: number;
  /** Everyone's. */
  readonly all: boolean;
  /** Those of a team as well; null for none. */
  readonly teamId: number | null;
}

/**
 * Customers whose name contains what was typed, of those one may see, newest contact first; at most `limit`.
 * One's own are those one owns or has followed up.
 */
export const searchSeen = (db: Db, typed: string, sight: Sight, limit: number): Customer[] => {
  const own = or(
    eq(customer.ownerId, sight.memberId),
    sql`${customer.id} in ${followedBy(sight.memberId)}`,
  );
  const team =
    sight.teamId === null
      ? undefined
      : sql`${customer.ownerId} in (select ${member.id} from ${member} where ${member.teamId} = ${sight.teamId})`;
  return db
    .select()
    .from(customer)
    .where(
      and(
        sql`instr(${customer.key}, ${customerKey(typed)}) > 0`,
        sight.all ? undefined : or(own, team),
      ),
    )
    .orderBy(desc(customer.contactedAt))
    .limit(limit)
    .all();
};

/** The customers a member owns or has followed up: what the parser recognises. */
export const bookOf = (db: Db, memberId: number): KnownCustomer[] => {
  const names = new Map<number, string[]>();
  for (const alias of aliases(db).all({ memberId })) {
    names.set(alias.customerId, [...(names.get(alias.customerId) ?? []), alias.name]);
  }
  const rows = JSON.parse(book(db).get({ memberId })?.listed ?? '[]') as [number, string][];
  return rows.map(([id, name]) => ({ id, name, aliases: names.get(id) ?? [] }));
};

/** The member's own customers, those waiting longest first. */
export const listOwned = (db: Db, memberId: number, limit: number): Customer[] =>
  db
    .select()
    .from(customer)
    .where(eq(customer.ownerId, memberId))
    .orderBy(customer.contactedAt)
    .limit(limit)
    .all();

/** How many customers a member owns, by grade; null for those without one. */
export const countByGrade = (
  db: Db,
  memberId: number,
): { readonly grade: Grade | null; readonly n: number }[] =>
  db
    .select({ grade: customer.grade, n: sql<number>`count(*)` })
    .from(customer)
    .where(eq(customer.ownerId, memberId))
    .groupBy(customer.grade)
    .all();

/** The grades a customer was given, newest first. */
export const gradesOf = (
  db: Db,
  customerId: number,
): { readonly grade: Grade; readonly day: Day }[] =>
  db
    .select({ grade: followup.grade, day: followup.day })
    .from(followup)
    .where(
      and(
        eq(followup.customerId, customerId),
        isNull(followup.undoneAt),
        isNotNull(followup.grade),
      ),
    )
    .orderBy(desc(followup.occurredAt), desc(followup.id))
    .all()
    .flatMap(({ grade, day }) => (grade === null ? [] : [{ grade, day }]));

/** The customers a member was in touch with last. */
export const listRecent = (db: Db, memberId: number, limit: number): Customer[] =>
  db
    .select()
    .from(customer)
    .where(eq(customer.ownerId, memberId))
    .orderBy(desc(customer.contactedAt))
    .limit(limit)
    .all();

export const addCustomer = (
  db: Db,
  { name, ownerId, at }: { name: string; ownerId: number | null; at: Instant },
): Customer =>
  insert(db).get({
    name,
    key: customerKey(name),
    ownerId,
    ownedSince: ownerId === null ? null : at,
    at,
  });

/** Gives a customer to a member, or to the pool. */
export const assignCustomer = (db: Db, id: number, ownerId: number | null, at: Instant): void => {
  db.update(customer)
    .set({ ownerId, ownedSince: ownerId === null ? null : at })
    .where(eq(customer.id, id))
    .run();
};

/** Takes a customer nobody owns. */
export const claimCustomer = (db: Db, id: number, ownerId: number, at: Instant): void => {
  db.update(customer)
    .set({ ownerId, ownedSince: at })
    .where(and(eq(customer.id, id), isNull(customer.ownerId)))
    .run();
};

const keepsCustomer = prepared((db) => {
  const id = sql.placeholder('id');
  const standing = sql`select 1 from ${followup} where ${followup.customerId} = ${id}
    and ${followup.undoneAt} is null`;
  const others = [lead, deal, invoice, payment, handoff, satisfaction, customerAlias].map(
    (table) => sql`select 1 from ${table} where ${table.customerId} = ${id}`,
  );
  const rows = sql.join([standing, ...others], sql` union all `);
  return db.select({ one: sql<number>`1` }).from(sql`(${rows})`).limit(1).prepare();
});

/**
 * Gives back a customer that came to a member with a follow-up which was taken back since, unless there is anything
 * else about them. The follow-up stays in the log, so its customer does too: nobody's, and without the contacts that
 * only it named.
 */
export const releaseUnused = (
  db: Db,
  id: number,
  { memberId, loggedAt }: { readonly memberId: number; readonly loggedAt: Instant },
): void => {
  const row = findCustomer(db, id);
  if (row === undefined || row.ownerId !== memberId || row.ownedSince === null) return;
  if (keepsCustomer(db).get({ id }) !== undefined) return;
  const own = and(eq(followup.memberId, memberId), eq(followup.customerId, id));
  const logged = [
    loggedAt,
    ...db
      .select({ at: followup.loggedAt })
      .from(followup)
      .where(own)
      .all()
      .map(({ at }) => at),
  ];
  // Taken from the pool by recording one, or made by recording or correcting one.
  const { ownedSince, createdAt } = row;
  const isMade = ownedSince === createdAt && logged.some((at) => at <= createdAt);
  if (!isMade && !logged.includes(ownedSince)) return;
  db.delete(contact).where(eq(contact.customerId, id)).run();
  assignCustomer(db, id, null, loggedAt);
};

/** Sets the grade and last contact of customers to what the newest follow-ups say. */
export const refreshCustomers = (db: Db, ids: readonly number[]): void => {
  if (ids.length > 0) setStandings(db).run({ ids: JSON.stringify(ids) });
};

/** The same for those no grade of whom has changed: looking for one that nobody gave goes through all there is. */
export const refreshContacted = (db: Db, ids: readonly number[]): void => {
  if (ids.length > 0) setContacted(db).run({ ids: JSON.stringify(ids) });
};

export const addContact = (db: Db, customerId: number, name: string): void => {
  insertContact(db).run({ customerId, name });
};

export const listContacts = (db: Db, customerId: number): string[] =>
  db
    .select({ name: contact.name })
    .from(contact)
    .where(eq(contact.customerId, customerId))
    .all()
    .map(({ name }) => name);

export const addAlias = (db: Db, customerId: number, name: string): void => {
  db.insert(customerAlias)
    .values({ key: customerKey(name), name, customerId })
    .onConflictDoNothing()
    .run();
};
