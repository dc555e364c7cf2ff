// Settings of a team: made by admins, changed by its manager.
import { z } from 'zod';
import { teamCard } from '../../cards/settings.ts';
import { changedCard } from '../../cards/settings-change.ts';
import { newTeamForm, teamForm } from '../../cards/settings-form.ts';
import type { SettingChange, SettingKey } from '../../cards/settings-values.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import { addTeam, listTeams, type Team } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { managedTeam, maySee, teamFor } from './authority.ts';
import { audited, changeTeamFacts, type TeamFacts } from './change.ts';
import { teamView } from './overview.ts';
import {
  FormReader,
  type Reader,
  type Reading,
  readCalendar,
  readClock,
  readCurrency,
  readLanguage,
  readName,
  readSwitch,
  readZone,
  typedValue,
  unclear,
} from './read.ts';
import { folded, switchOf } from './words.ts';

const MAX_TEAM_NAME = 100;

/** What may be changed by typing a value. */
const TEAM_KEYS = [
  'name',
  'postAt',
  'morningAt',
  'zone',
  'currency',
  'locale',
  'calendar',
  'posts',
] as const;
type TeamKey = (typeof TEAM_KEYS)[number];

const isTaken = (call: Call, name: string, except: number | null): boolean =>
  listTeams(call.db).some((team) => team.id !== except && folded(team.name) === folded(name));

/** A team's name nobody else has. */
const readTeamName =
  (except: number | null): Reader<string> =>
  (call, text) => {
    const reading = readName(MAX_TEAM_NAME)(call, text);
    return 'value' in reading && isTaken(call, reading.value, except)
      ? { error: call.locale.t.settings.errors.teamTaken }
      : reading;
  };

const part =
  <K extends TeamKey>(key: K, reader: Reader<TeamFacts[K]>) =>
  (call: Call, text: string): Reading<Partial<TeamFacts>> => {
    const reading = reader(call, text);
    return 'value' in reading ? { value: { [key]: reading.value } } : reading;
  };

const readerOf = (team: Team): Record<TeamKey, Reader<Partial<TeamFacts>>> => ({
  name: part('name', readTeamName(team.id)),
  postAt: part('postAt', readClock),
  morningAt: part('morningAt', readClock),
  zone: part('zone', readZone),
  currency: part('currency', readCurrency),
  locale: part('locale', readLanguage),
  calendar: part('calendar', readCalendar),
  posts: part('posts', readSwitch),
});

/** What takes effect only with the next post, or the next morning list. */
const NEXT_POST: readonly SettingKey[] = [
  'postAt',
  'zone',
  'calendar',
  'channel',
  'posts',
  'locale',
  'name',
];

/** The answer to a changed team. */
const changed = (call: Call, team: Team, changes: readonly SettingChange[]): Reply[] => {
  const { notes } = call.locale.t.settings;
  const said = [
    ...(changes.some(({ key }) => NEXT_POST.includes(key)) ? [notes.nextPost] : []),
    ...(changes.some(({ key }) => key === 'morningAt' || key === 'zone')
      ? [notes.nextMorning]
      : []),
    ...(changes.some(({ key }) => key === 'currency') ? [notes.currency] : []),
  ];
  const card = changedCard(call.locale, team.name, changes, said, { team: team.id });
  return [{ kind: 'card', to: 'actor', card }];
};

const form = (
  call: Call,
  team: Team,
  values: Values,
  errors: Record<string, string> = {},
): Reply[] => [{ kind: 'form', form: teamForm(call.locale, team, values, errors) }];

const own = z.object({ team: z.int().positive().optional() });

const added = (call: Call, name: string): Reply[] => {
  const like = call.team ?? listTeams(call.db)[0];
  const { tag } = call.locale;
  const team = addTeam(call.db, {
    name,
    channel: null,
    zone: like?.zone ?? call.zone,
    currency: like?.currency ?? (tag === 'zh' ? 'CNY' : 'USD'),
    locale: like?.locale ?? tag,
    calendar: like?.calendar ?? (tag === 'zh' ? 'cn' : 'weekends'),
    postAt: like?.postAt ?? '18:30',
    morningAt: like?.morningAt ?? '09:00',
    createdAt: call.now,
  });
  audited(call, 'team.added', `team:${team.id}`, null, team.name);
  const { t } = call.locale;
  const card = changedCard(
    call.locale,
    team.name,
    [{ key: 'added', before: null, after: team.name }],
    [t.settings.notes.newTeam({ example: t.settings.type.channel })],
    { team: team.id },
  );
  return [{ kind: 'card', to: 'actor', card }];
};

export const TEAM_VERBS = {
  teamShow: verb({
    effect: 'read',
    args: own,
    run: (call, { team: id }) => {
      const team = teamFor(call, id);
      if (!maySee(call, team)) return refuse('not_your_team');
      return [{ kind: 'card', to: 'actor', card: teamCard(call.locale, teamView(call, team)) }];
    },
  }),

  teamForm: verb({
    effect: 'read',
    role: 'manager',
    args: own,
    run: (call, { team: id }) => form(call, managedTeam(call, id), {}),
  }),

  teamSave: verb({
    effect: 'write',
    role: 'manager',
    args: own,
    run: (call, { team: id }, values) => {
      const team = managedTeam(call, id);
      const read = new FormReader(call, values);
      const readers = readerOf(team);
      const parts = TEAM_KEYS.map((key) => read.read(key, readers[key]));
      if (read.failed) return form(call, team, values, read.errors);
      return changed(call, team, changeTeamFacts(call, team, Object.assign({}, ...parts)));
    },
  }),

  /** One value, typed. */
  set: verb({
    effect: 'write',
    role: 'manager',
    args: own.extend({ key: z.enum(TEAM_KEYS), value: z.string() }),
    run: (call, { team: id, key, value }) => {
      const team = managedTeam(call, id);
      const patch = typedValue(call, readerOf(team)[key], value, key);
      return changed(call, team, changeTeamFacts(call, team, patch));
    },
  }),

  /** The group it is typed in becomes the team's channel; off takes it away. */
  channel: verb({
    effect: 'write',
    role: 'manager',
    args: own.extend({ value: z.string() }),
    run: (call, { team: id, value }) => {
      const team = managedTeam(call, id);
      const { kind, platform, tenant, channel } = call.place;
      if (switchOf(value) === false) {
        return changed(call, team, changeTeamFacts(call, team, { channel: null }));
      }
      if (value !== '') return unclear(call, call.locale.t.settings.errors.channel, 'channel');
      if (kind !== 'group') return refuse('group_only');
      const here = { kind: 'channel', platform, tenant, channel } as const;
      return changed(call, team, changeTeamFacts(call, team, { channel: here }));
    },
  }),

  teamAddForm: verb({
    effect: 'read',
    role: 'admin',
    args: z.object({}),
    run: (call) => [{ kind: 'form', form: newTeamForm(call.locale, {}, {}) }],
  }),

  teamAddSave: verb({
    effect: 'write',
    role: 'admin',
    args: z.object({}),
    run: (call, _args, values) => {
      const read = new FormReader(call, values);
      const name = read.read('name', readTeamName(null));
      return name === null
        ? [{ kind: 'form', form: newTeamForm(call.locale, values, read.errors) }]
        : added(call, name);
    },
  }),

  teamAdd: verb({
    effect: 'write',
    role: 'admin',
    args: z.object({ name: z.string() }),
    run: (call, { name }) => added(call, typedValue(call, readTeamName(null), name, 'teamAdd')),
  }),
};
