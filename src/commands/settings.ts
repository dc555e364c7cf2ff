// /settings: one's own, the team's, who may do what, and the trail of changes.
import { z } from 'zod';
import { ROLES } from '../domain/role.ts';
import { Refusal } from '../errors.ts';
import { type Call, type Command, type Verb, verb } from './command.ts';
import { nearest } from './nearest.ts';
import { refuse } from './refuse.ts';
import { AUDIT_VERBS } from './settings/audit.ts';
import { maySee, teamAt } from './settings/authority.ts';
import { CALENDAR_VERBS } from './settings/calendar.ts';
import { FIELD_VERBS } from './settings/fields.ts';
import { LEAVE_VERBS } from './settings/leave.ts';
import { MEMBER_VERBS } from './settings/member.ts';
import { MEMBERS_VERBS } from './settings/members.ts';
import { MINE_VERBS } from './settings/mine.ts';
import { OVERVIEW_VERBS } from './settings/overview.ts';
import { RATE_VERBS } from './settings/rates.ts';
import { clockIn } from './settings/read.ts';
import { RECOGNITION_VERBS } from './settings/recognition.ts';
import { RETENTION_VERBS } from './settings/retention.ts';
import { TEAM_VERBS } from './settings/team.ts';
import { UNDELIVERED_VERBS } from './settings/undelivered.ts';
import {
  fieldDeedOf,
  firstWord,
  folded,
  isLeftWord,
  NOUNS,
  type Noun,
  nounOf,
  switchOf,
} from './settings/words.ts';

type Meaning = ReturnType<Command['grammar']>;

const go = (verbName: string, args: Meaning['args'] = {}): Meaning => ({ verb: verbName, args });
const set = (key: string, value: string): Meaning =>
  value === '' ? go('teamForm') : go('set', { key, value });
const mine = (verbName: string, value: string): Meaning =>
  value === '' ? go('mineForm') : go(verbName, { value });
const deed =
  (name: string) =>
  (line: string): Meaning =>
    go('deed', { deed: name, line });

/** `opt out`, in two words. */
const OPT: ReadonlyMap<string, string> = new Map([
  ['out', 'off'],
  ['in', 'on'],
]);

/** What follows each first word means. */
const MEANINGS: Record<Noun, (rest: string) => Meaning> = {
  mine: () => go('mineForm'),
  language: (rest) => mine('language', rest),
  /** A time is the team's, on or off one's own. */
  morning: (rest) => (clockIn(rest) === null ? mine('morning', rest) : set('morningAt', rest)),
  public: (rest) => mine('public', rest),
  praise: (rest) => mine('praised', rest),
  recognition: () => go('recognition'),
  optOut: () => go('public', { value: 'off' }),
  optIn: () => go('public', { value: 'on' }),
  opt: (rest) => go('public', { value: OPT.get(folded(rest)) ?? rest }),
  team: (rest) => {
    const [word, name] = firstWord(rest);
    if (word === '') return go('teamShow');
    const adds = fieldDeedOf(word) === 'add';
    if (adds) return name === '' ? go('teamAddForm') : go('teamAdd', { name });
    return go('inTeam', { line: rest });
  },
  rename: (rest) => set('name', rest),
  channel: (rest) => go('channel', { value: rest }),
  post: (rest) => set(switchOf(rest) === null ? 'postAt' : 'posts', rest),
  zone: (rest) => set('zone', rest),
  currency: (rest) => set('currency', rest),
  calendar: (rest) => set('calendar', rest),
  holiday: (rest) => (rest === '' ? go('holidayForm') : go('holiday', { line: rest })),
  members: (rest) => {
    if (rest === '') return go('members');
    return isLeftWord(rest) ? go('left') : go('member', { line: rest });
  },
  role: deed('role'),
  seller: deed('seller'),
  joined: deed('joined'),
  leave: (rest) => go('leave', { line: rest }),
  remove: deed('remove'),
  field: (rest) => {
    const [word, after] = firstWord(rest);
    const done = fieldDeedOf(word);
    if (done === 'add') return after === '' ? go('fieldForm') : go('fieldAdd', { line: after });
    if (done === 'retire') return go(after === '' ? 'fields' : 'fieldRetire', { label: after });
    return go('fields');
  },
  rate: (rest) => (rest === '' ? go('rates') : go('rate', { line: rest })),
  retention: (rest) => (rest === '' ? go('retentionForm') : go('retention', { line: rest })),
  audit: () => go('audit'),
  undelivered: () => go('undelivered'),
};

const meaning = (rest: string): Meaning => {
  const [word, after] = firstWord(rest);
  if (word === '') return go('show');
  const noun = nounOf(word);
  if (noun !== null) return MEANINGS[noun](after);
  const near = nearest(folded(word), Object.values(NOUNS).flat());
  const typed = word.slice(0, 40);
  return near === null
    ? refuse('unknown_setting', { typed })
    : refuse('near_setting', { typed, nearest: near });
};

/** Verbs that can be told which team they are about. */
const OF_TEAM: readonly string[] = [
  'teamShow',
  'teamForm',
  'set',
  'channel',
  'holiday',
  'holidayForm',
  'fields',
  'fieldAdd',
  'fieldForm',
  'fieldRetire',
  'recognition',
  'members',
  'left',
  'rate',
  'rates',
];

/** What a line means once its team is known: the language is then the team's. */
const meaningInTeam = (rest: string): Meaning => {
  const [word, after] = firstWord(rest);
  const noun = nounOf(word);
  if (word === '') return go('teamShow');
  return noun === 'language' ? set('locale', after) : meaning(rest);
};

/** What to type instead names the team as well: typed as it stands it would change the asker's own. */
const aboutTeam = (call: Call, error: unknown, name: string): unknown => {
  if (!(error instanceof Refusal) || error.code !== 'setting_unclear') return error;
  const prefix = call.locale.t.settings.typeTeam({ name });
  const example = String(error.params.example).replace(/^\/settings (?:(?:team|团队) )?/u, prefix);
  return new Refusal(error.code, { ...error.params, example });
};

/** Runs a line about the team it names, or about the asker's own when it begins with a setting. */
const runInTeam = (call: Call, line: string) => {
  const named = teamAt(call, line);
  const [word] = firstWord(line);
  if (named === null && nounOf(word) === null) {
    return refuse('unknown_team_word', { typed: line.slice(0, 60) });
  }
  if (named !== null && !maySee(call, named.team)) return refuse('not_your_team');
  const { verb: name, args } = meaningInTeam(named?.rest ?? line);
  const found = VERBS[name];
  if (found === undefined || !OF_TEAM.includes(name)) {
    return refuse('not_of_team', { typed: firstWord(named?.rest ?? line)[0].slice(0, 40) });
  }
  // The bot has authorised this line, not yet the verb it turns out to mean.
  const { role } = found;
  if (role !== undefined && ROLES.indexOf(call.me.role) < ROLES.indexOf(role)) {
    return refuse('not_allowed', { who: call.locale.t.common.roles[role] });
  }
  const team = named === null ? {} : { team: named.team.id };
  try {
    return found.run(call, found.args.parse({ ...args, ...team }), {}, undefined);
  } catch (error) {
    throw named === null ? error : aboutTeam(call, error, named.team.name);
  }
};

const VERBS: Readonly<Record<string, Verb>> = {
  ...OVERVIEW_VERBS,
  ...MINE_VERBS,
  ...TEAM_VERBS,
  ...CALENDAR_VERBS,
  ...FIELD_VERBS,
  ...RATE_VERBS,
  ...MEMBERS_VERBS,
  ...MEMBER_VERBS,
  ...LEAVE_VERBS,
  ...RECOGNITION_VERBS,
  ...RETENTION_VERBS,
  ...AUDIT_VERBS,
  ...UNDELIVERED_VERBS,

  /** `team <name> <what> <value>`: which team it is can only be told by their names. */
  inTeam: verb({
    effect: 'write',
    args: z.object({ line: z.string() }),
    run: (call, { line }) => runInTeam(call, line),
  }),
};

export const settings: Command = {
  name: 'settings',
  aliases: { 设置: '', 設置: '', 設定: '' },
  role: 'rep',
  texts: (t) => t.settings,
  grammar: meaning,
  verbs: VERBS,
};
