// Customers, their contacts and their inquiries, as they come from elsewhere.
import { and, eq, sql } from 'drizzle-orm';
import { Fault, quoted } from '../../domain/importing/fault.ts';
import { addCustomer, assignCustomer, customerKey, customerNamed } from '../customer.ts';
import { contact as contacts, customer as customers } from '../schema/index.ts';
import { type Db, prepared } from '../workspace.ts';
import { type Keeper, partiesOf } from './keeper.ts';
import { dayIn, instantIn } from './local.ts';

export const customer: Keeper<'customer'> = {
  plan(scope, values, rowId) {
    const { db, defaults, now } = scope;
    const named = customerNamed(db, values.name)?.id;
    if (named !== undefined && named !== rowId) {
      const isFree = scope.externalIdOf('customer', named) === undefined;
      // A customer is known by name: it is the same one.
      if (rowId === null && isFree) return { adopted: named, write: () => named };
      return new Fault(
        'name_taken',
        `another customer is called ${quoted(values.name)}, or so much like it that nobody could tell them apart`,
      );
    }
    const owner = values.owner ? scope.member(values.owner) : null;
    if (owner instanceof Fault) return owner;
    const at = values.createdAt ? instantIn(values.createdAt, owner?.zone ?? defaults.zone) : now;
    const kept =
      typeof values.confidential === 'boolean' ? { confidential: values.confidential } : {};
    return {
      write() {
        scope.forget('customer');
        const ownerId = owner?.id ?? null;
        if (rowId === null) {
          const { id } = addCustomer(db, { name: values.name, ownerId, at });
          if (kept.confidential === true) change(db, id, kept);
          return id;
        }
        if (values.owner !== undefined && ownerOf(db, rowId) !== ownerId) {
          assignCustomer(db, rowId, ownerId, now);
        }
        change(db, rowId, { name: values.name, key: customerKey(values.name), ...kept });
        return rowId;
      },
    };
  },
};

const change = (db: Db, id: number, values: Partial<typeof customers.$inferInsert>): void => {
  db.update(customers).set(values).where(eq(customers.id, id)).run();
};

const ownerOf = (db: Db, id: number): number | null =>
  db.select({ ownerId: customers.ownerId }).from(customers).where(eq(customers.id, id)).get()
    ?.ownerId ?? null;

const contactNamed = prepared((db) =>
  db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.customerId, sql.placeholder('customerId')),
        eq(contacts.name, sql.placeholder('name')),
      ),
    )
    .prepare(),
);

export const contact: Keeper<'contact'> = {
  plan(scope, { customer: of, name }, rowId) {
    const { db } = scope;
    const whose = scope.customer(of);
    if (whose instanceof Fault) return whose;
    const row = { customerId: whose.id, name };
    const named = contactNamed(db).get(row)?.id;
    if (named !== undefined && named !== rowId) {
      const isFree = scope.externalIdOf('contact', named) === undefined;
      if (rowId === null && isFree) return { adopted: named, write: () => named };
      return new Fault('name_taken', `another contact of theirs is called ${quoted(name)}`);
    }
    return {
      write() {
        if (rowId === null) return db.insert(contacts).values(row).returning().get().id;
        db.update(contacts).set(row).where(eq(contacts.id, rowId)).run();
        return rowId;
      },
    };
  },
};

export const lead: Keeper<'lead'> = {
  plan(scope, values, rowId) {
    const { db } = scope;
    const parties = partiesOf(scope, values);
    if (parties instanceof Fault) return parties;
    const { whose, of } = parties;
    const row = {
      customerId: of.id,
      memberId: whose.id,
      kind: values.kind ?? ('inbound' as const),
      source: values.source ?? null,
      assignedAt: instantIn(values.assignedAt, whose.zone),
      assignedOn: dayIn(values.assignedAt, whose.zone),
    };
    return {
      write() {
        scope.touched.score(whose.id, row.assignedOn);
        scope.touched.lead(whose.id, of.id);
        return scope.leaves.lead.keep(db, rowId, row);
      },
    };
  },
};
