// Who may do what in /settings: every verb, pressed or submitted by every role, and what it may not change.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import { settings } from '../../../src/commands/settings.ts';
import {
  audit,
  leave,
  member,
  outbox,
  score,
  setting,
  team,
} from '../../../src/store/schema/index.ts';
import { type TestBot, testBot, textOf } from '../../support/bot.ts';

type Outcome = 'yes' | 'no';
interface Row {
  readonly verb: string;
  readonly args: Intent['args'];
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
  /** Rep, manager of team 1, admin. */
  readonly may: readonly [Outcome, Outcome, Outcome];
}

// Members in the order of the cast: 1 admin, 2 manager, 3 rep who asks, 4 rep of the team, 5 rep of team 2.
const CAST = [
  { user: 'admin', name: 'Ada', role: 'admin', locale: 'en' },
  { user: 'manager', name: 'Max', role: 'manager', locale: 'en' },
  { user: 'rep', name: 'Rex', locale: 'en' },
  { user: 'mate', name: 'Mia', locale: 'en' },
  { user: 'other', name: 'Oz', locale: 'en', team: 1 },
  { user: 'nobody', name: 'Nia', locale: 'en', team: null },
] as const;
const ROLES = ['rep', 'manager', 'admin'] as const;

const ALL = ['yes', 'yes', 'yes'] as const;
const MANAGERS = ['no', 'yes', 'yes'] as const;
const ADMINS = ['no', 'no', 'yes'] as const;

const DAYS = { from: '2026-05-04', to: '2026-05-05' };
const RECOGNITION = {
  kudos_rep: '8',
  kudos_manager: '5',
  kudos_admin: '5',
  publicKudos: 'off',
  showCustomer: 'on',
  showAmount: 'on',
  milestones: ['first_win'],
  digest: 'off',
  support: 'off',
};
const TEAM = {
  name: 'Renamed',
  posts: 'off',
  postAt: '17:00',
  morningAt: '08:00',
  zone: 'Asia/Tokyo',
  currency: 'JPY',
  locale: 'en',
  calendar: 'weekends',
};
const PERSON = { seller: 'off', joinedOn: '2026-01-05' };

/** A message that was given up. */
const LOST = { key: 'share:1', fence: 1 } as const;

const TABLE: readonly Row[] = [
  { verb: 'show', args: {}, may: ALL },
  { verb: 'mineForm', args: {}, may: ALL },
  {
    verb: 'mineSave',
    args: {},
    values: { language: 'zh', morning: 'off', public: 'off', praised: 'off' },
    may: ALL,
  },
  { verb: 'language', args: { value: 'zh' }, may: ALL },
  { verb: 'morning', args: { value: 'off' }, may: ALL },
  { verb: 'public', args: { value: 'off' }, may: ALL },
  { verb: 'praised', args: { value: 'off' }, may: ALL },
  { verb: 'teamShow', args: { team: 1 }, may: ALL },
  { verb: 'teamShow', args: { team: 2 }, may: ADMINS },
  { verb: 'teamForm', args: { team: 1 }, may: MANAGERS },
  { verb: 'teamForm', args: { team: 2 }, may: ADMINS },
  { verb: 'teamSave', args: { team: 1 }, values: TEAM, may: MANAGERS },
  { verb: 'teamSave', args: { team: 2 }, values: TEAM, may: ADMINS },
  { verb: 'recognition', args: { team: 1 }, may: ALL },
  { verb: 'recognition', args: { team: 2 }, may: ADMINS },
  { verb: 'recognitionForm', args: { team: 1 }, may: MANAGERS },
  { verb: 'recognitionForm', args: { team: 2 }, may: ADMINS },
  { verb: 'recognitionSave', args: { team: 1 }, values: RECOGNITION, may: MANAGERS },
  { verb: 'recognitionSave', args: { team: 2 }, values: RECOGNITION, may: ADMINS },
  { verb: 'set', args: { key: 'postAt', value: '17:00' }, may: MANAGERS },
  { verb: 'set', args: { team: 2, key: 'postAt', value: '17:00' }, may: ADMINS },
  { verb: 'channel', args: { value: 'off' }, may: MANAGERS },
  { verb: 'channel', args: { team: 2, value: 'off' }, may: ADMINS },
  { verb: 'teamAddForm', args: {}, may: ADMINS },
  { verb: 'teamAddSave', args: {}, values: { name: 'New' }, may: ADMINS },
  { verb: 'teamAdd', args: { name: 'New' }, may: ADMINS },
  { verb: 'inTeam', args: { line: '华东一部' }, may: ALL },
  { verb: 'inTeam', args: { line: '华东一部 post 17:00' }, may: MANAGERS },
  { verb: 'inTeam', args: { line: 'post 17:00' }, may: MANAGERS },
  { verb: 'inTeam', args: { line: 'North America' }, may: ADMINS },
  { verb: 'inTeam', args: { line: 'North America post 17:00' }, may: ADMINS },
  { verb: 'inTeam', args: { line: '华东一部 rate USD 7' }, may: ADMINS },
  { verb: 'inTeam', args: { line: '华东一部 members' }, may: MANAGERS },
  { verb: 'holiday', args: { line: '2026-05-04 off' }, may: MANAGERS },
  { verb: 'holiday', args: { team: 2, line: '2026-05-04 off' }, may: ADMINS },
  { verb: 'holidayForm', args: { team: 1 }, may: MANAGERS },
  { verb: 'holidaySave', args: { team: 1 }, values: { ...DAYS, kind: 'off' }, may: MANAGERS },
  { verb: 'holidaySave', args: { team: 2 }, values: { ...DAYS, kind: 'off' }, may: ADMINS },
  { verb: 'fields', args: {}, may: ALL },
  { verb: 'fields', args: { team: 2 }, may: ADMINS },
  { verb: 'fieldAdd', args: { line: 'Budget number' }, may: MANAGERS },
  { verb: 'fieldAdd', args: { team: 2, line: 'Budget number' }, may: ADMINS },
  { verb: 'fieldForm', args: { team: 1 }, may: MANAGERS },
  {
    verb: 'fieldSave',
    args: { team: 1 },
    values: { label: 'Budget', kind: 'number', required: 'off' },
    may: MANAGERS,
  },
  { verb: 'fieldRetire', args: { label: 'Region' }, may: MANAGERS },
  { verb: 'fieldDrop', args: { team: 1, field: 1 }, may: MANAGERS },
  { verb: 'fieldDrop', args: { team: 2, field: 1 }, may: ['no', 'no', 'no'] },
  { verb: 'rates', args: {}, may: ADMINS },
  { verb: 'rate', args: { line: 'USD 7.2' }, may: ADMINS },
  { verb: 'rateForm', args: {}, may: ADMINS },
  { verb: 'rateSave', args: {}, values: { currency: 'USD', rate: '7.2' }, may: ADMINS },
  { verb: 'members', args: {}, may: MANAGERS },
  { verb: 'members', args: { team: 2 }, may: ADMINS },
  { verb: 'left', args: {}, may: MANAGERS },
  { verb: 'left', args: { team: 2 }, may: ADMINS },
  { verb: 'findForm', args: {}, may: MANAGERS },
  { verb: 'find', args: {}, values: { name: 'Mia' }, may: MANAGERS },
  { verb: 'find', args: {}, values: { name: 'Oz' }, may: ADMINS },
  { verb: 'member', args: { line: '@Rex' }, may: ALL },
  { verb: 'member', args: { line: '@Mia' }, may: MANAGERS },
  { verb: 'member', args: { line: '@Oz' }, may: ADMINS },
  { verb: 'member', args: { line: '@Nia' }, may: MANAGERS },
  { verb: 'member', args: { line: '@Nia team 华东一部' }, may: MANAGERS },
  { verb: 'member', args: { line: '@Nia team North America' }, may: ADMINS },
  { verb: 'member', args: { line: '@Nia joined 2026-01-05' }, may: ADMINS },
  { verb: 'member', args: { line: '@Oz team 华东一部' }, may: ADMINS },
  { verb: 'member', args: { line: '@Mia team North America' }, may: ADMINS },
  { verb: 'deed', args: { deed: 'role', line: '@Mia manager' }, may: ADMINS },
  { verb: 'deed', args: { deed: 'role', line: '@Rex manager' }, may: ADMINS },
  { verb: 'deed', args: { deed: 'seller', line: '@Mia no' }, may: MANAGERS },
  { verb: 'deed', args: { deed: 'seller', line: '@Rex no' }, may: MANAGERS },
  { verb: 'deed', args: { deed: 'joined', line: '@Rex 2026-01-05' }, may: MANAGERS },
  { verb: 'deed', args: { deed: 'joined', line: '@Oz 2026-01-05' }, may: ADMINS },
  { verb: 'deed', args: { deed: 'leave', line: '@Rex 2026-05-04' }, may: ALL },
  { verb: 'deed', args: { deed: 'leave', line: '@Mia 2026-05-04' }, may: MANAGERS },
  { verb: 'deed', args: { deed: 'leave', line: '@Oz' }, may: ADMINS },
  { verb: 'deed', args: { deed: 'remove', line: '@Mia' }, may: MANAGERS },
  { verb: 'deed', args: { deed: 'remove', line: '@Max' }, may: ADMINS },
  { verb: 'deed', args: { deed: 'remove', line: '@Ada' }, may: ['no', 'no', 'no'] },
  { verb: 'deed', args: { deed: 'team', line: '@Mia North America' }, may: ADMINS },
  { verb: 'memberShow', args: { id: 4 }, may: MANAGERS },
  { verb: 'memberShow', args: { id: 5 }, may: ADMINS },
  { verb: 'memberForm', args: { id: 4 }, may: MANAGERS },
  { verb: 'memberForm', args: { id: 5 }, may: ADMINS },
  { verb: 'memberSave', args: { id: 4 }, values: PERSON, may: MANAGERS },
  { verb: 'memberSave', args: { id: 3 }, values: PERSON, may: MANAGERS },
  { verb: 'memberSave', args: { id: 5 }, values: PERSON, may: ADMINS },
  { verb: 'memberSave', args: { id: 4 }, values: { ...PERSON, role: 'manager' }, may: ADMINS },
  { verb: 'memberSave', args: { id: 4 }, values: { ...PERSON, team: '2' }, may: ADMINS },
  { verb: 'takeIn', args: { id: 6 }, may: MANAGERS },
  { verb: 'takeIn', args: { id: 5 }, may: ADMINS },
  { verb: 'remove', args: { id: 4 }, may: MANAGERS },
  { verb: 'remove', args: { id: 5 }, may: ADMINS },
  { verb: 'remove', args: { id: 2 }, may: ADMINS },
  { verb: 'remove', args: { id: 99 }, may: ['no', 'no', 'no'] },
  { verb: 'restore', args: { id: 4 }, may: MANAGERS },
  { verb: 'restore', args: { id: 5 }, may: ADMINS },
  { verb: 'leave', args: { line: '2026-05-04' }, may: ALL },
  { verb: 'leave', args: { line: '@Mia 2026-05-04' }, may: MANAGERS },
  { verb: 'leave', args: { line: '@Oz 2026-05-04' }, may: ADMINS },
  { verb: 'leaveForm', args: { id: 3 }, may: ALL },
  { verb: 'leaveForm', args: { id: 4 }, may: MANAGERS },
  { verb: 'leaveSave', args: { id: 3 }, values: { ...DAYS, away: 'on' }, may: ALL },
  { verb: 'leaveSave', args: { id: 4 }, values: { ...DAYS, away: 'on' }, may: MANAGERS },
  { verb: 'leaveSave', args: { id: 5 }, values: { ...DAYS, away: 'on' }, may: ADMINS },
  { verb: 'retentionForm', args: {}, may: ADMINS },
  { verb: 'retentionSave', args: {}, values: { notes: '24', logs: '30' }, may: ADMINS },
  { verb: 'retention', args: { line: 'notes 24' }, may: ADMINS },
  { verb: 'audit', args: {}, may: ADMINS },
  { verb: 'undelivered', args: {}, may: ADMINS },
  { verb: 'resend', args: LOST, may: ADMINS },
  { verb: 'discard', args: LOST, may: ADMINS },
];

let bot: TestBot;
const open = async (): Promise<void> => {
  bot = await testBot(CAST);
  await bot.say('manager', '/settings field add Region text');
  await bot.workspace.write((db) => {
    const target = { kind: 'channel', platform: 'test', tenant: 't1', channel: 'east' } as const;
    const card = { locale: 'en', title: 'Lost', tone: 'neutral', summary: '', blocks: [] } as const;
    const [notBefore, createdAt] = [bot.now, bot.now];
    db.insert(outbox)
      .values({ ...LOST, target, card, state: 'dead', notBefore, createdAt })
      .run();
  });
};
const close = async (): Promise<void> => {
  expect(bot.faults).toEqual([]);
  await bot.close();
};

/** Reasons that belong to roles and to ids that are not there. */
const WHY =
  /Only|not in your team|another team|only admin|your own role|no longer works|does not look right/;

/** Everything /settings may change. */
const state = () =>
  bot.workspace.read((db) =>
    [member, team, leave, setting, audit, outbox].map((table) => db.select().from(table).all()),
  );

const cases = TABLE.flatMap((row) =>
  ROLES.map((role, index) => ({ ...row, role, may: row.may[index] === 'yes' })),
);

const ask = ({ verb, args, values, role }: (typeof cases)[number]) => {
  const intent: Intent = { command: 'settings', verb, args };
  return values === undefined ? bot.press(role, intent) : bot.submit(role, intent, values);
};

it('every verb has a row in the table', () => {
  expect([...new Set(TABLE.map(({ verb }) => verb))].toSorted()).toEqual(
    Object.keys(settings.verbs).toSorted(),
  );
});

describe('what a role may do is done', () => {
  beforeEach(open);
  afterEach(close);

  it.each(cases.filter(({ may }) => may))('$verb $args $values by a $role', async (row) => {
    const [reply] = await ask(row);
    if (reply?.kind === 'form') {
      expect(reply.form.errors).toBeUndefined();
    } else {
      expect(reply !== undefined && 'card' in reply ? textOf(reply.card) : '').not.toContain(
        'That did not work',
      );
    }
  });
});

describe('what it may not is refused, and changes nothing', () => {
  beforeAll(open);
  afterAll(close);

  it.each(cases.filter(({ may }) => !may))('$verb $args $values by a $role', async (row) => {
    const before = state();
    const [reply] = await ask(row);
    const text = reply !== undefined && 'card' in reply ? textOf(reply.card) : '';
    expect(text).toContain('That did not work');
    expect(text).toMatch(WHY);
    expect(state()).toEqual(before);
  });
});

describe('scores', () => {
  beforeEach(open);
  afterEach(close);

  const isStale = (id: number) =>
    bot.workspace.read((db) => db.select().from(score).all()).find((row) => row.memberId === id)
      ?.stale;

  it.each([
    ['manager', '/settings leave @Mia 2026-03-02', [4]],
    ['manager', '/settings joined @Mia 2025-06-02', [4]],
    ['manager', '/settings seller @Mia no', [4]],
    ['admin', '/settings member @Mia team North America', [4]],
    ['manager', '/settings calendar weekends', [3, 4]],
    ['manager', '/settings holiday 2026-03-06 off', [3, 4]],
    ['manager', '/settings holiday 2026-12-31 off', []],
    ['admin', '/settings rate USD 7', [3, 4]],
    ['manager', '/settings post 17:00', []],
  ] as const)('%s says %s', async (user, line, stale) => {
    await bot.workspace.write((db) => {
      for (const memberId of [3, 4, 5]) {
        db.insert(score)
          .values({
            memberId,
            period: 'month',
            fromDay: '2026-03-01',
            asOf: '2026-03-11',
            standard: 1,
            available: 100,
            provisional: false,
            facts: {},
            stale: false,
            computedAt: bot.now,
          })
          .run();
      }
    });
    await bot.say(user, line);
    expect([3, 4, 5].filter(isStale)).toEqual(stale);
  });
});
