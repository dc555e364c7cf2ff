// What tests of recognition look up: the posts of a channel, what was told to somebody, and what was kept.
import { eq } from 'drizzle-orm';
import { addDeal } from '../../src/store/deal.ts';
import { changeMember } from '../../src/store/member.ts';
import { milestone, outbox } from '../../src/store/schema/index.ts';
import { memberOf, outboxOf } from './book.ts';
import { type TestBot, textOf } from './bot.ts';

/** All that is put out for the first team's channel, oldest first. */
export const postsOf = (bot: TestBot): string[] =>
  outboxOf(bot)
    .filter(({ target }) => target.kind === 'channel')
    .map(({ card }) => textOf(card));

/** All that is put out for one user alone, oldest first. */
export const toldTo = (bot: TestBot, user: string): string[] =>
  outboxOf(bot)
    .filter(({ target }) => target.kind === 'person' && target.user === user)
    .map(({ card }) => textOf(card));

/** What was noticed, `rule cause`, with a `-` before what was taken back. */
export const noticed = (bot: TestBot): string[] =>
  bot.workspace
    .read((db) => db.select().from(milestone).orderBy(milestone.id).all())
    .map(({ rule, cause, withdrawnAt }) => `${withdrawnAt === null ? '' : '-'}${rule} ${cause}`);

/** As if everything put out so far had been posted. */
export const posted = (bot: TestBot): Promise<unknown> =>
  bot.workspace.write((db) =>
    db
      .update(outbox)
      .set({ state: 'sent', remote: 'm1', sentAt: bot.now })
      .where(eq(outbox.state, 'due'))
      .run(),
  );

/** A deal that was won before, whole units of the currency. */
export const wonBefore = (
  bot: TestBot,
  name: string,
  closedOn: string,
  amount = 1000,
  currency = 'CNY',
): Promise<unknown> => {
  const { id, teamId } = memberOf(bot, name);
  return bot.workspace.write((db) =>
    addDeal(db, {
      memberId: id,
      teamId,
      status: 'won',
      closedOn,
      openedOn: closedOn,
      amountMinor: amount * 100,
      currency,
    }),
  );
};

export const change = (
  bot: TestBot,
  name: string,
  values: Parameters<typeof changeMember>[2],
): Promise<unknown> => {
  const { id } = memberOf(bot, name);
  return bot.workspace.write((db) => changeMember(db, id, values));
};
