// Filling the catalogue: adding, changing and retiring rewards, by form; suggestions in one tap.
import { z } from 'zod';
import { manageCard, managedCard, rewardForm } from '../../cards/reward-manage.ts';
import type { Option, Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { REWARD_LIMITS, SUGGESTIONS, type Suggestion } from '../../domain/recognition/reward.ts';
import { localeFor } from '../../locales/index.ts';
import { addAudit } from '../../store/audit.ts';
import {
  addReward,
  changeReward,
  countRewards,
  listRewards,
  type Reward,
  retireReward,
  rewardsNamed,
} from '../../store/reward.ts';
import { findTeam, listTeams } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { teamOf } from '../record.ts';
import { FormReader, type Reader, readName, readSwitch } from '../settings/read.ts';
import { changeable, managedShelf, mayChange, rewardNamed } from './shelf.ts';
import { isOffered, suggestionsFor } from './suggestions.ts';

/** Each entry has two buttons. */
const PAGE = 6;
/** Slack shows no more options in a list. */
const MAX_TEAMS = 99;
const EVERYBODY = '0';

type Filled = Omit<Reward, 'id' | 'retiredAt'>;

/** Whose a new reward may be: a manager's team, for admins any team or everybody. */
const ownersFor = (call: Call): Option[] => {
  const { db, me, locale } = call;
  if (me.role !== 'admin') {
    const { id, name } = teamOf(call);
    return [{ value: String(id), label: name }];
  }
  const teams = listTeams(db).toSorted(
    (a, b) => Number(b.id === me.teamId) - Number(a.id === me.teamId),
  );
  return [
    { value: EVERYBODY, label: locale.t.rewards.everybody },
    ...teams.slice(0, MAX_TEAMS).map(({ id, name }) => ({ value: String(id), label: name })),
  ];
};

const readWhole =
  (max: number): Reader<number> =>
  ({ locale }, text) => {
    const typed = text.normalize('NFKC').replace(/[,\s]/gu, '');
    const number = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.POSITIVE_INFINITY;
    return number <= max ? { value: number } : { error: locale.t.form.whole({ max }) };
  };

const readDetail: Reader<string> = ({ locale }, text) =>
  text.length > REWARD_LIMITS.detail
    ? { error: locale.t.form.tooLong({ max: REWARD_LIMITS.detail }) }
    : { value: text };

/** What was filled in, or what is wrong with it. @param row null for a new one */
const filled = (
  call: Call,
  row: Reward | null,
  values: Values,
): Filled | Record<string, string> => {
  const read = new FormReader(call, values);
  const name = read.read('name', readName(REWARD_LIMITS.name));
  const detail = read.text('detail') === '' ? '' : read.read('detail', readDetail);
  const cost = read.read('cost', readWhole(REWARD_LIMITS.cost));
  const stock =
    read.text('stock') === '' ? null : read.read('stock', readWhole(REWARD_LIMITS.stock));
  const taxable = read.read('taxable', readSwitch);
  const owners = row === null ? ownersFor(call).map(({ value }) => value) : [];
  const owner = read.text('team') === '' ? (owners[0] ?? EVERYBODY) : read.text('team');
  if (row === null && !owners.includes(owner)) read.errors.team = call.locale.t.form.choose;
  const teamId = row === null ? (owner === EVERYBODY ? null : Number(owner)) : row.teamId;
  const twins = name === null ? [] : rewardsNamed(call.db, { teamId }, name);
  if (twins.some(({ id }) => id !== row?.id)) read.errors.name = call.locale.t.rewards.twice;
  if (read.failed || name === null || detail === null || cost === null || taxable === null) {
    return read.errors;
  }
  return { teamId, name, detail, cost, stock, taxable };
};

const isFilled = (found: Filled | Record<string, string>): found is Filled =>
  'cost' in found && typeof found.cost === 'number';

const form = (
  call: Call,
  row: Reward | null,
  values: Values = {},
  errors: Record<string, string> = {},
): Reply[] => [
  {
    kind: 'form',
    form: rewardForm(call.locale, row, row === null ? ownersFor(call) : [], values, errors),
  },
];

const audited = (call: Call, action: string, row: Reward, before?: Filled): void =>
  addAudit(call.db, {
    at: call.now,
    actorId: call.me.id,
    action: `reward.${action}`,
    subject: `reward:${row.id}`,
    ...(before === undefined ? {} : { before }),
    after: {
      name: row.name,
      detail: row.detail,
      cost: row.cost,
      stock: row.stock,
      taxable: row.taxable,
      teamId: row.teamId,
    },
  });

const add = (call: Call, values: Filled): Reply[] => {
  const row = addReward(call.db, values);
  audited(call, 'added', row);
  return [{ kind: 'card', to: 'actor', card: managedCard(call.locale, 'added', row) }];
};

const added = (call: Call, values: Values): Reply[] => {
  const found = filled(call, null, values);
  return isFilled(found) ? add(call, found) : form(call, null, values, found);
};

const changed = (call: Call, id: number, shown: number, values: Values): Reply[] => {
  const { db, locale } = call;
  const row = changeable(call, id);
  const found = filled(call, row, values);
  if (!isFilled(found)) return form(call, row, values, found);
  const was = shown < 0 ? null : shown;
  if (found.stock !== was && row.stock !== was) {
    const left = row.stock === null ? locale.t.rewards.any : locale.format.number(row.stock);
    return form(call, row, values, { stock: locale.t.rewards.moved({ left }) });
  }
  const { id: _id, retiredAt: _retiredAt, ...before } = row;
  // A stock that was not touched here may have become less meanwhile.
  const after = { ...found, stock: found.stock === was ? row.stock : found.stock };
  changeReward(db, id, after);
  audited(call, 'changed', { ...row, ...after }, before);
  const card = managedCard(locale, 'changed', { ...row, ...after });
  return [{ kind: 'card', to: 'actor', card }];
};

const retire = (call: Call, row: Reward): Reply[] => {
  retireReward(call.db, row.id, call.now);
  audited(call, 'retired', row);
  return [{ kind: 'card', to: 'actor', card: managedCard(call.locale, 'retired', row) }];
};

/** In the team's language, as what a manager types would be. */
const suggest = (call: Call, key: Suggestion): Reply[] => {
  const { me } = call;
  if (isOffered(call, key)) return manage(call, 0);
  const team = call.team ?? null;
  const { name, detail } = localeFor(team?.locale ?? me.locale).t.rewards.suggestions[key];
  const teamId = team?.id ?? (me.role === 'admin' ? null : teamOf(call).id);
  return add(call, { teamId, name, detail, cost: 0, stock: null, taxable: false });
};

const manage = (call: Call, offset: number): Reply[] => {
  const { db, me, locale } = call;
  const shelf = managedShelf(call);
  const rewards = listRewards(db, shelf, { words: '', limit: PAGE, offset }).map((row) => ({
    ...row,
    team: row.teamId === null ? null : (findTeam(db, row.teamId)?.name ?? ''),
    mayChange: mayChange(me, row),
  }));
  const total = countRewards(db, shelf, '');
  const card = manageCard(locale, { rewards, offset, total, suggestions: suggestionsFor(call) });
  return [{ kind: 'card', to: 'actor', card }];
};

const nothing = z.object({});
const id = z.object({ id: z.int().positive() });
const named = z.object({ name: z.string().max(4000) });

export const MANAGE_VERBS = {
  manage: verb({
    effect: 'read',
    role: 'manager',
    args: z.object({ offset: z.int().min(0).max(1_000_000).default(0) }),
    run: (call, { offset }) => manage(call, offset),
  }),

  add: verb({ effect: 'read', role: 'manager', args: nothing, run: (call) => form(call, null) }),

  added: verb({
    effect: 'write',
    role: 'manager',
    args: nothing,
    run: (call, _args, values) => added(call, values),
  }),

  suggest: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({ key: z.enum(SUGGESTIONS) }),
    run: (call, { key }) => suggest(call, key),
  }),

  changeForm: verb({
    effect: 'read',
    role: 'manager',
    args: id,
    run: (call, { id: reward }) => form(call, changeable(call, reward)),
  }),

  changeNamed: verb({
    effect: 'read',
    role: 'manager',
    args: named,
    run: (call, { name }) => {
      const { id: reward } = rewardNamed(call, managedShelf(call), name);
      return form(call, changeable(call, reward));
    },
  }),

  changed: verb({
    effect: 'write',
    role: 'manager',
    args: id.extend({ stock: z.int() }),
    run: (call, { id: reward, stock }, values) => changed(call, reward, stock, values),
  }),

  retire: verb({
    effect: 'write',
    role: 'manager',
    args: id,
    run: (call, { id: reward }) => retire(call, changeable(call, reward)),
  }),

  retireNamed: verb({
    effect: 'write',
    role: 'manager',
    args: named,
    run: (call, { name }) => {
      const { id: reward } = rewardNamed(call, managedShelf(call), name);
      return retire(call, changeable(call, reward));
    },
  }),
};
