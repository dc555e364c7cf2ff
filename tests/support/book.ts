// What a test looks up or sets up in the workspace of a test bot.
import { asc, eq } from 'drizzle-orm';
import { addCustomer, type Customer, customerNamed } from '../../src/store/customer.ts';
import { listMembers, type Member } from '../../src/store/member.ts';
import { type Difference, recount } from '../../src/store/rollup.ts';
import { deal, followup, outbox, rollup } from '../../src/store/schema/index.ts';
import type { TestBot } from './bot.ts';

/** The member of this name. */
export const memberOf = (bot: TestBot, name: string): Member => {
  const found = bot.workspace.read((db) => listMembers(db)).find((row) => row.name === name);
  if (found === undefined) throw new Error(`no member ${name}`);
  return found;
};

/** The customer of this name as it now stands. */
export const customerOf = (bot: TestBot, name: string): Customer => {
  const found = bot.workspace.read((db) => customerNamed(db, name));
  if (found === undefined) throw new Error(`no customer ${name}`);
  return found;
};

/** A customer of the member with this name, or of nobody. */
export const giveCustomer = (
  bot: TestBot,
  name: string,
  owner: string | null,
): Promise<Customer> => {
  const ownerId = owner === null ? null : memberOf(bot, owner).id;
  return bot.workspace.write((db) => addCustomer(db, { name, ownerId, at: bot.now }));
};

/** Everything put out to be posted, oldest first. */
export const outboxOf = (bot: TestBot): (typeof outbox.$inferSelect)[] =>
  bot.workspace.read((db) => db.select().from(outbox).orderBy(asc(outbox.id)).all());

/** What is put out for one user. */
export const mailOf = (bot: TestBot, user: string): (typeof outbox.$inferSelect)[] =>
  outboxOf(bot).filter(({ target }) => target.kind === 'person' && target.user === user);

/** The member's counters of a day. */
export const countersOf = (bot: TestBot, name: string, day: string) => {
  const { id } = memberOf(bot, name);
  const rows = bot.workspace.read((db) =>
    db.select().from(rollup).where(eq(rollup.memberId, id)).all(),
  );
  return rows.find((row) => row.day === day);
};

/** Every counter that is not what the log says: there must be none. */
export const differences = (bot: TestBot): Difference[] =>
  bot.workspace.read((db) => {
    const days = new Set(
      [
        ...db.select({ day: rollup.day }).from(rollup).all(),
        ...db.select({ day: followup.day }).from(followup).all(),
        ...db.select({ day: deal.closedOn }).from(deal).all(),
      ].flatMap(({ day }) => (day === null ? [] : [day])),
    );
    return listMembers(db).flatMap(({ id }) => [...days].flatMap((day) => recount(db, id, day)));
  });
