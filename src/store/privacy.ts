// What is stored about a member: counted, and handed out as tables.
import { type SQL, sql } from 'drizzle-orm';
import type { Table } from '../chat/file.ts';
import { memberAccount } from '../domain/recognition/account.ts';
import { EXPORT_TABLES } from './export.ts';
import {
  audit,
  award,
  board,
  cheer,
  customer,
  deal,
  draft,
  followup,
  goal,
  handoff,
  identity,
  invitee,
  invoice,
  kudos,
  kudosReceiver,
  lead,
  leave,
  member,
  milestone,
  nomination,
  payment,
  posting,
  qaCheck,
  redemption,
  rollup,
  satisfaction,
  score,
  shareOpen,
  spotAward,
  step,
  touch,
} from './schema/index.ts';
import type { Db } from './workspace.ts';

/** Each kind of rows that name a member: the table, and which of its rows. */
const ABOUT = {
  profile: ['member', (id) => sql`${member.id} = ${id}`],
  accounts: ['identity', (id) => sql`${identity.memberId} = ${id}`],
  followups: ['followup', (id) => sql`${followup.memberId} = ${id}`],
  steps: ['step', (id) => sql`${step.memberId} = ${id}`],
  drafts: ['draft', (id) => sql`${draft.memberId} = ${id}`],
  customers: ['customer', (id) => sql`${customer.ownerId} = ${id}`],
  leads: ['lead', (id) => sql`${lead.memberId} = ${id}`],
  deals: ['deal', (id) => sql`${deal.memberId} = ${id}`],
  invoices: ['invoice', (id) => sql`${invoice.memberId} = ${id}`],
  payments: ['payment', (id) => sql`${payment.memberId} = ${id}`],
  handoffs: ['handoff', (id) => sql`(${handoff.fromId} = ${id} or ${handoff.toId} = ${id})`],
  opened: ['share_open', (id) => sql`${shareOpen.memberId} = ${id}`],
  satisfaction: ['satisfaction', (id) => sql`${satisfaction.memberId} = ${id}`],
  checks: ['qa_check', (id) => sql`${qaCheck.memberId} = ${id}`],
  counters: ['rollup', (id) => sql`${rollup.memberId} = ${id}`],
  touched: ['touch', (id) => sql`${touch.memberId} = ${id}`],
  scores: ['score', (id) => sql`${score.memberId} = ${id}`],
  boards: ['board', (id) => sql`${board.postedBy} = ${id}`],
  kudos: ['kudos', (id) => sql`${kudos.giverId} = ${id}`],
  thanks: ['kudos_receiver', (id) => sql`${kudosReceiver.memberId} = ${id}`],
  points: ['posting', (id) => sql`${posting.account} = ${memberAccount(id)}`],
  redemptions: ['redemption', (id) => sql`${redemption.memberId} = ${id}`],
  milestones: ['milestone', (id) => sql`${milestone.memberId} = ${id}`],
  cheers: ['cheer', (id) => sql`${cheer.memberId} = ${id}`],
  goals: ['goal', (id) => sql`${goal.memberId} = ${id}`],
  awards: ['award', (id) => sql`${id} in (${award.winnerId}, ${award.coWinnerId})`],
  spotAwards: ['spot_award', (id) => sql`${id} in (${spotAward.giverId}, ${spotAward.receiverId})`],
  // Those about the member were promised to stay with the committee.
  nominations: ['nomination', (id) => sql`${nomination.nominatorId} = ${id}`],
  // That somebody was asked; who answered, and what, nobody can say.
  surveys: ['invitee', (id) => sql`${invitee.memberId} = ${id}`],
  leave: ['leave', (id) => sql`${leave.memberId} = ${id}`],
  audit: ['audit', (id) => sql`(${audit.actorId} = ${id} or ${audit.subject} = ${`member:${id}`})`],
} as const satisfies Record<string, readonly [table: string, where: (id: number) => SQL]>;

export type StoredKind = keyof typeof ABOUT;

/** How many rows there are of each kind. */
export type Stored = Readonly<Record<StoredKind, number>>;

const KINDS = Object.keys(ABOUT) as StoredKind[];

/** Counts what is stored about the member, follow-ups taken back included. */
export const storedAbout = (db: Db, memberId: number): Stored => {
  const count = (kind: StoredKind): number => {
    const [table, where] = ABOUT[kind];
    const from = sql.identifier(table);
    return db.get<{ n: number }>(sql`select count(*) as n from ${from} where ${where(memberId)}`).n;
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, count(kind)])) as Record<StoredKind, number>;
};

/** All that is stored about the member: a table for each kind there is something of. */
export const tablesAbout = (
  db: Db,
  memberId: number,
): readonly { readonly kind: StoredKind; readonly table: Table }[] =>
  KINDS.flatMap((kind) => {
    const [name, where] = ABOUT[kind];
    const source = EXPORT_TABLES.find((table) => table.name === name);
    if (source === undefined) throw new TypeError(`there is no table ${name} to hand out`);
    const rows = db.values<unknown[]>(source.query(where(memberId))).map(source.cells);
    if (rows.length === 0) return [];
    const columns = source.columns.map((column) => column.name);
    return [{ kind, table: { name: `my-${source.file}`, columns, rows } }];
  });
