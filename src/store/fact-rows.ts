// All that the facts of members rest on, in one statement for all of them: rollups and small indexed tables.
import { sql } from 'drizzle-orm';
import type { Day } from '../domain/time.ts';
import { customersOwned } from './book.ts';
import { dealsOpen, dealsWon } from './deal.ts';
import { given, inPeriod, inRolling, isTheirs, list, sumOf, tally } from './gather.ts';
import { handoffsGiven, handoffsReceived } from './handoff.ts';
import { leadsReceived } from './lead.ts';
import { invoicesDue, paymentsMade } from './payment.ts';
import { closedInRolling, countedInPeriod } from './rollup.ts';
import { customer, leave, member, qaCheck, satisfaction, touch } from './schema/index.ts';
import { prepared } from './workspace.ts';

const away = list<[day: Day]>(
  [leave.day],
  sql`from ${leave} where ${isTheirs(leave.memberId)}
    and ${leave.day} between ${given('aroundFrom')} and ${given('aroundTo')}`,
);

const checks = tally<[n: number, done: number, applicable: number]>(
  [sql`count(*)`, sumOf(qaCheck.done), sumOf(qaCheck.applicable)],
  sql`from ${qaCheck} where ${isTheirs(qaCheck.memberId)} and ${inPeriod(qaCheck.checkedOn)}`,
);

const answers = tally<[asked: number, answers: number, positive: number]>(
  [sql`count(*)`, sql`count(${satisfaction.rating})`, sumOf(sql`${satisfaction.rating} >= 4`)],
  sql`from ${satisfaction} where ${isTheirs(satisfaction.memberId)} and ${inRolling(satisfaction.askedOn)}`,
);

const shared = tally<[customers: number, opened: number]>(
  [sql`count(*)`, sumOf(sql`opened`)],
  sql`from (select max(${touch.opened} > 0) as opened from ${touch}
    join ${customer} on ${customer.id} = ${touch.customerId} and ${customer.confidential} = 0
    where ${isTheirs(touch.memberId)} and ${inPeriod(touch.day)} group by ${touch.customerId})`,
);

/** Two are enough to know that somebody is not alone. */
const teamMates = sql<number>`(select count(*) from (select 1 from ${member} as mate
  where mate.team_id = ${member.teamId} and mate.left_on is null limit 2))`;

/** Everything the facts of members rest on, a row a member; the members are ids in one parameter. */
export const factRowsOf = prepared((db) =>
  db
    .select({
      away,
      counted: countedInPeriod,
      closed: closedInRolling,
      deals: dealsOpen,
      wins: dealsWon,
      leads: leadsReceived,
      book: customersOwned,
      checks,
      answers,
      shared,
      invoices: invoicesDue,
      payments: paymentsMade,
      received: handoffsReceived,
      given: handoffsGiven,
      teamMates,
    })
    // A cross join keeps its order: the members as they are given.
    .from(sql`json_each(${sql.placeholder('members')}) of`)
    .crossJoin(member)
    .where(sql`${member.id} = of.value`)
    .prepare(),
);

export type FactRow = ReturnType<ReturnType<typeof factRowsOf>['all']>[number];
