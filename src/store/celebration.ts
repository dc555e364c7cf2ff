// What the celebration of a won deal says, as the database and the team's settings stand now.
import { type Celebration, shownAmount, shownCustomer } from '../domain/recognition/celebration.ts';
import { worthIn } from '../domain/recognition/goal.ts';
import { recognitionRules } from '../domain/recognition/settings.ts';
import { type Instant, monthAround } from '../domain/time.ts';
import { cheersOf } from './cheer.ts';
import { findCustomer } from './customer.ts';
import type { Deal } from './deal.ts';
import { goalOf, teamWorth } from './goal.ts';
import { findMember } from './member.ts';
import { isUnnamed } from './milestone.ts';
import { readSetting } from './setting.ts';
import type { Team } from './team.ts';
import type { Db } from './workspace.ts';

/** The key a deal's celebration is posted under; numbers of deals are used again, so the time belongs to it. */
export const celebrationKey = (dealId: number, at: Instant): string =>
  `celebration:${dealId}:${at}`;

/**
 * The celebration of a deal that was won.
 * @param at when it was closed
 * @returns null for what is not celebrated: lost, open, without an amount, or without a customer
 */
export const celebrationOf = (db: Db, deal: Deal, team: Team, at: Instant): Celebration | null => {
  const { id, status, closedOn, amountMinor: minor, currency, customerId, memberId } = deal;
  if (status !== 'won' || closedOn === null || currency === null) return null;
  if (minor === null || minor <= 0 || customerId === null) return null;
  const customer = findCustomer(db, customerId);
  const winner = findMember(db, memberId);
  if (customer === undefined || winner === undefined) return null;
  const rules = recognitionRules(team.recognition);
  const { money, others } = worthIn(
    [{ minor, currency }],
    team.currency,
    readSetting(db, 'rates') ?? {},
  );
  const target = goalOf(db, { teamId: team.id, memberId: 0 }, closedOn);
  return {
    dealId: id,
    at,
    winner: isUnnamed(winner, closedOn) ? null : winner.name,
    customer: shownCustomer(customer, rules),
    amount: shownAmount({ minor, currency }, others.length === 0 ? money : null, rules),
    month: closedOn,
    won: teamWorth(db, team.id, monthAround(closedOn), target?.currency ?? team.currency),
    target,
    cheers: cheersOf(db, id),
  };
};
