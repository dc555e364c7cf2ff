// What the rows of one batch share: who is meant by a reference, and what is to be brought in line at its end.
import { eq, sql } from 'drizzle-orm';
import type { Target } from '../../chat/platform.ts';
import type { Person } from '../../chat/text.ts';
import { Fault, quoted } from '../../domain/importing/fault.ts';
import type { Defaults } from '../../domain/importing/mapping.ts';
import type { Ref } from '../../domain/importing/value.ts';
import type { Instant } from '../../domain/time.ts';
import { customerNamed, findCustomer } from '../customer.ts';
import { findMember } from '../member.ts';
import type { Noun } from '../schema/external.ts';
import { customer, member, team } from '../schema/index.ts';
import { findTeam, listFields, type Team } from '../team.ts';
import { type Db, prepared } from '../workspace.ts';
import { ByNoun } from './by-noun.ts';
import { externalIdOfRow, type Fresh, type Known, knownAs, knownOf } from './external.ts';
import { type Leaves, openLeaves } from './leaves.ts';
import { openTouched, type Touched } from './touched.ts';

/** What an import brings along beside its rows. */
export interface Importing {
  /** The moment it counts as happening. */
  readonly now: Instant;
  readonly defaults: Defaults;
  /** A hash of a text, as hex or the like: the same for the same, different for what differs. */
  readonly digest: (text: string) => string;
  /** Where who and what is brought in can be met; null for nowhere yet. */
  readonly home: Home | null;
}

/** A chat in which imported members are known and imported teams have a channel. */
export interface Home {
  /** By the member's id. */
  person(memberId: number): Person;
  /** By the team's id. */
  channel(teamId: number): Target;
}

/** A member with what is needed to read their rows. */
interface Whose {
  readonly id: number;
  readonly name: string;
  readonly teamId: number | null;
  /** The team's; of who is in none, the mapping's. */
  readonly zone: string;
  readonly currency: string;
}

interface Named {
  readonly id: number;
  readonly name: string;
}

export interface Scope extends Importing {
  readonly db: Db;
  team(ref: Ref): Team | Fault;
  member(ref: Ref): Whose | Fault;
  customer(ref: Ref): Named | Fault;
  /** The team's own fields. */
  fields(teamId: number): ReturnType<typeof listFields>;
  deal(ref: Ref): number | Fault;
  /** What is known by an id: from the database, or since this batch. */
  known(noun: Noun, externalId: string): Known | undefined;
  /** By which id a row is known, if it is. */
  externalIdOf(noun: Noun, rowId: number): string | undefined;
  /** Looks many ids up at once, before they are asked for one by one. */
  lookUp(noun: Noun, externalIds: readonly string[]): void;
  /** Notes the id of a row that is brought in for the first time. */
  note(fresh: Fresh): void;
  /** What was noted, to be written at the end. */
  readonly fresh: readonly Fresh[];
  readonly leaves: Leaves;
  /** Ids of the same row of the file that are not written yet: they may be referred to. */
  expect(noun: Noun, externalId: string): void;
  /** Forgets what was looked up of a noun: one of its rows was written. */
  forget(noun: Noun): void;
  readonly touched: Touched;
}

const membersNamed = prepared((db) =>
  db
    .select({ id: member.id })
    .from(member)
    .where(eq(member.name, sql.placeholder('name')))
    .limit(2)
    .prepare(),
);

const teamNamed = prepared((db) =>
  db
    .select({ id: team.id })
    .from(team)
    .where(eq(team.name, sql.placeholder('name')))
    .prepare(),
);

const customersNamed = prepared((db) =>
  db
    .select({ id: customer.id, name: customer.name })
    .from(customer)
    .where(sql`${customer.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);

const namesOf = (db: Db, rows: readonly Known[]): Named[] =>
  customersNamed(db).all({ ids: JSON.stringify(rows.map(({ rowId }) => rowId)) });

/** The ids of the members of exactly this name: none, one, or two for several. */
export const idsOfMembersNamed = (db: Db, name: string): number[] =>
  membersNamed(db)
    .all({ name })
    .map(({ id }) => id);

export const idOfTeamNamed = (db: Db, name: string): number | undefined =>
  teamNamed(db).get({ name })?.id;

/** Stands for a row that is written a moment later: only checked, never stored. */
export const EXPECTED = 0;

/** Opens the scope of one batch. It must not outlive the write: what it looked up may be rolled back. */
export const openScope = (db: Db, importing: Importing): Scope => {
  const byIds = new ByNoun<string, unknown>();
  const byNames = new ByNoun<string, unknown>();
  const expected = new ByNoun<string, true>();
  const known = new ByNoun<string, Known | undefined>();
  const fresh: Fresh[] = [];
  const freshRows = new ByNoun<number, string>();
  const fields = new Map<number, ReturnType<typeof listFields>>();
  const names = new Map<number, string>();

  const knownNow = (noun: Noun, externalId: string): Known | undefined => {
    const found = known.get(noun, externalId);
    if (found !== undefined || known.has(noun, externalId)) return found;
    const stored = knownAs(db, noun, externalId);
    known.set(noun, externalId, stored);
    return stored;
  };
  const { defaults } = importing;

  const looked = <T>(noun: Noun, ref: Ref, find: () => T): T => {
    const [cache, key] = ref.by === 'id' ? [byIds, ref.id] : [byNames, ref.text];
    const before = cache.get(noun, key);
    // Only this function fills the table of the noun, always with the same kind of value.
    if (before !== undefined) return before as T;
    const found = find();
    if (!expected.has(noun, ref.id)) cache.set(noun, key, found);
    return found;
  };

  const byId = (noun: Noun, ref: Ref): number | undefined =>
    knownNow(noun, ref.id)?.rowId ?? (expected.has(noun, ref.id) ? EXPECTED : undefined);

  const unknown = (
    code: 'unknown_team' | 'unknown_member' | 'unknown_customer' | 'unknown_deal',
    noun: string,
    ref: Ref,
  ): Fault =>
    new Fault(
      code,
      ref.by === 'id'
        ? `no ${noun} with the id ${quoted(ref.text)} was brought in`
        : `there is no ${noun} of exactly the name ${quoted(ref.text)}`,
    );

  const teamIdOf = (ref: Ref): number | undefined =>
    ref.by === 'id' ? byId('team', ref) : idOfTeamNamed(db, ref.text);

  const whose = (id: number): Whose => {
    const row = findMember(db, id);
    const own = row === undefined || row.teamId === null ? undefined : findTeam(db, row.teamId);
    return {
      id,
      name: row?.name ?? '',
      teamId: own?.id ?? null,
      zone: own?.zone ?? defaults.zone,
      currency: own?.currency ?? defaults.currency,
    };
  };

  const memberIdOf = (ref: Ref): number | Fault => {
    if (ref.by === 'id') return byId('member', ref) ?? unknown('unknown_member', 'member', ref);
    const [id, another] = idsOfMembersNamed(db, ref.text);
    if (id === undefined) return unknown('unknown_member', 'member', ref);
    return another === undefined
      ? id
      : new Fault('ambiguous_name', `several members are called ${quoted(ref.text)}`);
  };

  return {
    ...importing,
    db,
    touched: openTouched(),
    fresh,
    leaves: openLeaves(),
    known: knownNow,
    externalIdOf: (noun, rowId) => freshRows.get(noun, rowId) ?? externalIdOfRow(db, noun, rowId),
    lookUp: (noun, externalIds) => {
      if (externalIds.length === 0) return;
      const found = knownOf(db, noun, externalIds);
      for (const id of externalIds) known.set(noun, id, found.get(id));
      if (noun !== 'customer') return;
      for (const { id, name } of namesOf(db, [...found.values()])) names.set(id, name);
    },
    note: (one) => {
      fresh.push(one);
      freshRows.set(one.noun, one.rowId, one.externalId);
      known.set(one.noun, one.externalId, one);
    },
    team: (ref) =>
      looked('team', ref, () => {
        const id = teamIdOf(ref);
        if (id === undefined) return unknown('unknown_team', 'team', ref);
        return findTeam(db, id) ?? expectedTeam(defaults, importing.now);
      }),
    member: (ref) =>
      looked('member', ref, () => {
        const id = memberIdOf(ref);
        return id instanceof Fault ? id : whose(id);
      }),
    customer: (ref) =>
      looked('customer', ref, () => {
        if (ref.by === 'name') {
          return customerNamed(db, ref.text) ?? unknown('unknown_customer', 'customer', ref);
        }
        const id = byId('customer', ref);
        if (id === undefined) return unknown('unknown_customer', 'customer', ref);
        return { id, name: names.get(id) ?? findCustomer(db, id)?.name ?? ref.text };
      }),
    fields: (teamId) => {
      const known = fields.get(teamId) ?? listFields(db, teamId);
      fields.set(teamId, known);
      return known;
    },
    deal: (ref) => byId('deal', ref) ?? unknown('unknown_deal', 'deal', ref),
    expect: (noun, externalId) => {
      expected.set(noun, externalId, true);
    },
    forget: (noun) => {
      // A member is looked up with their team.
      for (const gone of noun === 'team' ? (['team', 'member'] as const) : [noun]) {
        byIds.forget(gone);
        byNames.forget(gone);
      }
      if (noun === 'customer') names.clear();
    },
  };
};

/** Morning and evening of a team nobody has said anything else about. */
export const USUAL = { postAt: '18:30', morningAt: '09:00' } as const;

const expectedTeam = (defaults: Defaults, now: Instant): Team => ({
  id: EXPECTED,
  name: '',
  channel: null,
  zone: defaults.zone,
  currency: defaults.currency,
  locale: defaults.locale,
  calendar: defaults.calendar,
  postAt: defaults.postAt ?? USUAL.postAt,
  morningAt: defaults.morningAt ?? USUAL.morningAt,
  posts: true,
  recognition: null,
  createdAt: now,
});
