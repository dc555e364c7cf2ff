// The settings at a glance, for who may see them.
import type { Action, Block, Card, Field } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { CalendarKind } from '../domain/calendar.ts';
import type { Role } from '../domain/role.ts';
import type { Zone } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { undeliveredBlocks } from './settings-undelivered.ts';
import {
  type DayRange,
  press,
  rangeText,
  type SettingKey,
  type SettingValue,
  settingText,
} from './settings-values.ts';

export interface TeamView {
  readonly id: number;
  readonly name: string;
  readonly channel: 'none' | 'here' | 'chosen';
  readonly postAt: string;
  readonly morningAt: string;
  readonly zone: Zone;
  readonly currency: string;
  readonly locale: string;
  readonly calendar: CalendarKind;
  readonly posts: boolean;
  /** Of this year. */
  readonly exceptions: readonly DayRange[];
  readonly fields: readonly { readonly label: string }[];
  readonly mayChange: boolean;
}

export interface PeopleView {
  readonly total: number;
  readonly roles: readonly { readonly role: Role; readonly n: number }[];
}

export interface TeamRow {
  readonly id: number;
  readonly name: string;
  readonly members: number;
}

/** More would be a wall. */
const SHOWN_RANGES = 8;
const SHOWN_TEAMS = 10;
const BUTTON_NAME = 30;

const exceptionsText = (locale: Locale, ranges: readonly DayRange[]): string => {
  const { t } = locale;
  if (ranges.length === 0) return t.common.none;
  const shown = ranges
    .slice(0, SHOWN_RANGES)
    .map((range) => `${rangeText(locale, range)} ${t.settings.values.days[range.kind]}`);
  const more = ranges.length - SHOWN_RANGES;
  return [...shown, ...(more > 0 ? [t.common.more({ n: more })] : [])].join(t.settings.comma);
};

const teamFields = (locale: Locale, team: TeamView): Field[] => {
  const { t } = locale;
  const { labels, values } = t.settings;
  const of = (key: SettingKey, value: SettingValue): Field => ({
    label: labels[key],
    value: [settingText(locale, key, value)],
  });
  const channels = { none: values.notChosen, here: values.here, chosen: values.chosen };
  const own = team.fields.map(({ label }) => label).join(t.settings.comma);
  return [
    { label: labels.channel, value: [channels[team.channel]] },
    of('postAt', team.postAt),
    of('posts', team.posts),
    of('morningAt', team.morningAt),
    of('zone', team.zone),
    of('calendar', team.calendar),
    { label: labels.holiday, value: [exceptionsText(locale, team.exceptions)] },
    of('currency', team.currency),
    of('locale', team.locale),
    { label: labels.field, value: [own === '' ? t.common.none : own] },
  ];
};

const teamActions = (locale: Locale, { id, mayChange }: TeamView): Action[] => {
  const { buttons } = locale.t.settings;
  const team = { team: id };
  return mayChange
    ? [
        press(buttons.team, 'teamForm', team),
        press(buttons.holiday, 'holidayForm', team),
        press(buttons.fields, 'fields', team),
        press(buttons.recognition, 'recognition', team),
        press(buttons.members, 'members', team),
      ]
    : [];
};

/** How many people, by role. */
export const peopleText = (locale: Locale, { total, roles }: PeopleView): string => {
  const { t, format } = locale;
  const parts = roles.map(({ role, n }) =>
    t.settings.count({ what: t.codes.role[role], n: format.number(n) }),
  );
  return t.settings.people({ n: format.number(total), parts: parts.join(t.settings.comma) });
};

const actionsBlock = (actions: Action[]): Block[] =>
  actions.length === 0 ? [] : [{ kind: 'actions', actions }];

/** A team's settings; buttons for who may change them. */
export const teamCard = (locale: Locale, team: TeamView): Card => {
  const fields = teamFields(locale, team);
  return {
    locale: locale.t.formatTag,
    title: team.name,
    tone: 'neutral',
    summary: [team.name, ...fields.map(({ label, value }) => `${label} ${String(value[0])}`)].join(
      ' · ',
    ),
    blocks: [{ kind: 'fields', fields }, ...actionsBlock(teamActions(locale, team))],
  };
};

/** Teams with how many are in each. */
export const teamTable = (locale: Locale, teams: readonly TeamRow[]): Block[] => {
  const { t, format } = locale;
  const { settings } = t;
  const rows = teams
    .slice(0, SHOWN_TEAMS)
    .map(({ name, members }): Text[] => [[bold(name)], [format.number(members)]]);
  const more = teams.length - SHOWN_TEAMS;
  return [
    { kind: 'text', text: [bold(settings.teams({ n: teams.length }))] },
    {
      kind: 'rows',
      columns: [
        { label: settings.labels.team, align: 'start' },
        { label: settings.members, align: 'end' },
      ],
      rows,
    },
    ...(more > 0
      ? [{ kind: 'note' as const, text: [t.common.more({ n: more }), ` · ${settings.teamHint}`] }]
      : []),
  ];
};

/** Teams of an admin beside their own, to open. */
const teamButtons = (teams: readonly TeamRow[], ownId: number | null): Action[] =>
  teams
    .filter(({ id }) => id !== ownId)
    .slice(0, 3)
    .map(({ id, name }) => press(name.slice(0, BUTTON_NAME), 'teamShow', { team: id }));

/** All the reader may see: their own part, their team's facts, and people and teams for who manages them. */
export const overviewCard = (
  locale: Locale,
  view: {
    readonly me: {
      readonly id: number;
      readonly role: Role;
      readonly locale: string | null;
      readonly morning: boolean;
      readonly optedOut: boolean;
      readonly praised: boolean;
    };
    readonly team: TeamView | null;
    readonly people: PeopleView | null;
    readonly teams: readonly TeamRow[];
    readonly zone: Zone;
    /** Messages for an admin to look after. */
    readonly undelivered: number;
  },
): Card => {
  const { t } = locale;
  const { settings } = t;
  const { me, team, people, teams } = view;
  const of = (key: SettingKey, value: SettingValue): Field => ({
    label: settings.labels[key],
    value: [settingText(locale, key, value)],
  });
  const mine: Field[] = [
    of('ownLocale', me.locale),
    of('morning', me.morning),
    of('optedOut', me.optedOut),
    of('praised', me.praised),
    { label: settings.labels.zone, value: [view.zone, ` · ${settings.zoneOfTeam}`] },
    of('role', me.role),
  ];
  const blocks: Block[] = [
    ...undeliveredBlocks(locale, view.undelivered),
    { kind: 'text', text: [bold(settings.mine)] },
    { kind: 'fields', fields: mine },
    {
      kind: 'actions',
      actions: [
        press(settings.buttons.mine, 'mineForm'),
        ...(me.optedOut
          ? [press(settings.buttons.optIn, 'public', { value: 'on' })]
          : [press(settings.buttons.optOut, 'public', { value: 'off' })]),
        press(settings.buttons.leave, 'leaveForm', { id: me.id }),
      ],
    },
  ];
  if (team === null) {
    blocks.push({ kind: 'text', text: [t.common.welcomeNoTeam] });
  } else {
    blocks.push(
      { kind: 'text', text: [bold(settings.myTeam({ name: team.name }))] },
      { kind: 'fields', fields: teamFields(locale, team) },
      ...actionsBlock(teamActions(locale, team)),
    );
  }
  if (people !== null) {
    blocks.push({
      kind: 'text',
      text: [bold(settings.members), `: ${peopleText(locale, people)}`],
    });
    blocks.push({ kind: 'note', text: [settings.search] });
  }
  if (me.role === 'admin') {
    blocks.push(...teamTable(locale, teams), {
      kind: 'actions',
      actions: [
        press(settings.buttons.allMembers, 'members'),
        ...teamButtons(teams, team?.id ?? null),
        press(settings.buttons.addTeam, 'teamAddForm'),
        ...(team === null ? [] : [press(settings.buttons.rates, 'rates', { team: team.id })]),
        press(settings.buttons.retention, 'retentionForm'),
        press(settings.buttons.audit, 'audit'),
      ],
    });
  }
  return {
    locale: t.formatTag,
    title: settings.title,
    tone: 'neutral',
    summary: [
      settings.title,
      ...mine.map(({ label, value }) => `${label} ${String(value[0])}`),
      ...(team === null ? [] : [settings.myTeam({ name: team.name })]),
      ...(people === null ? [] : [peopleText(locale, people)]),
    ].join(' · '),
    blocks,
  };
};
