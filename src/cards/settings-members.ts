// Members: one with the buttons to change them, a few listed, many counted.
import type { Action, Block, Card, Field } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Role } from '../domain/role.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { type PeopleView, peopleText, type TeamRow, teamTable } from './settings.ts';
import {
  type DayRange,
  press,
  rangeText,
  type SettingKey,
  settingText,
} from './settings-values.ts';

/** Names are up to 200 characters long; buttons are not. */
const BUTTON_NAME = 30;

export interface MemberView {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly team: string | null;
  readonly seller: boolean;
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
  /** From today on. */
  readonly leave: readonly DayRange[];
  readonly may: {
    readonly change: boolean;
    readonly leave: boolean;
    readonly remove: boolean;
    readonly restore: boolean;
    readonly takeIn: boolean;
  };
}

/** One member. */
export const memberCard = (locale: Locale, member: MemberView): Card => {
  const { t } = locale;
  const { settings } = t;
  const { buttons } = settings;
  const { id, may } = member;
  const fields: Field[] = (['role', 'team', 'seller', 'joinedOn', 'leftOn'] as SettingKey[])
    .filter((key) => key !== 'leftOn' || member.leftOn !== null)
    .map((key) => ({
      label: settings.labels[key],
      value: [
        settingText(locale, key, member[key as 'role' | 'team' | 'seller' | 'joinedOn' | 'leftOn']),
      ],
    }));
  const away = member.leave.map((range) => rangeText(locale, range)).join(settings.comma);
  fields.push({ label: settings.labels.leave, value: [away === '' ? t.common.none : away] });
  const actions: Action[] = [
    ...(may.takeIn ? [press(buttons.takeIn, 'takeIn', { id }, 'primary')] : []),
    ...(may.change ? [press(buttons.change, 'memberForm', { id })] : []),
    ...(may.leave ? [press(buttons.leave, 'leaveForm', { id })] : []),
    ...(may.remove ? [press(buttons.remove, 'remove', { id }, 'danger')] : []),
    ...(may.restore ? [press(buttons.restore, 'restore', { id }, 'primary')] : []),
  ];
  return {
    locale: t.formatTag,
    title: member.name,
    tone: 'neutral',
    summary: [
      member.name,
      ...fields.map(({ label, value }) => `${label} ${String(value[0])}`),
    ].join(' · '),
    blocks: [
      { kind: 'fields', fields },
      ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
    ],
  };
};

/** Who is here: listed where they are few, else counted, with how to find somebody. */
export const membersCard = (
  locale: Locale,
  view: {
    /** Null: everybody. */
    readonly team: { readonly id: number; readonly name: string } | null;
    readonly people: PeopleView;
    /** Empty when they are too many to list. */
    readonly rows: readonly Pick<MemberView, 'id' | 'name' | 'role' | 'team' | 'seller'>[];
    readonly teams: readonly TeamRow[];
    /** The first of those in no team yet. */
    readonly waiting: readonly { readonly id: number; readonly name: string }[];
    /** Whether there are more of them. */
    readonly moreWait: boolean;
  },
): Card => {
  const { t } = locale;
  const { settings } = t;
  const { team, people, rows, teams, waiting } = view;
  const title = team === null ? settings.everybody : settings.membersOf({ name: team.name });
  const counts = peopleText(locale, people);
  const blocks: Block[] = [{ kind: 'text', text: [counts] }];
  if (rows.length > 0) {
    blocks.push({
      kind: 'rows',
      columns: [
        { label: settings.member, align: 'start' },
        { label: settings.labels.role, align: 'start' },
        { label: settings.labels.team, align: 'start' },
        { label: settings.labels.seller, align: 'start' },
      ],
      rows: rows.map((row): Text[] => [
        [bold(row.name)],
        [t.codes.role[row.role]],
        [row.team ?? t.common.none],
        [settingText(locale, 'seller', row.seller)],
      ]),
    });
  } else if (teams.length > 0) {
    blocks.push(...teamTable(locale, teams));
  }
  if (waiting.length > 0) {
    const names = waiting.map(({ name }) => name.slice(0, BUTTON_NAME)).join(settings.comma);
    blocks.push({
      kind: 'text',
      text: [bold(settings.waiting), ` ${names}${view.moreWait ? ' …' : ''}`],
    });
  }
  blocks.push(
    { kind: 'note', text: [settings.search] },
    {
      kind: 'actions',
      actions: [
        press(settings.buttons.find, 'findForm', {}, 'primary'),
        press(settings.buttons.left, 'left', team === null ? {} : { team: team.id }),
      ],
    },
  );
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${counts}`,
    blocks,
  };
};

/** Who has left, each with a button to take it back. */
export const leftCard = (
  locale: Locale,
  rows: readonly { readonly id: number; readonly name: string; readonly leftOn: Day | null }[],
): Card => {
  const { settings } = locale.t;
  if (rows.length === 0) return notice(locale, settings.leftTitle, [settings.nobodyLeft]);
  const lines = rows.map(
    ({ name, leftOn }): Text => [bold(name), ` · ${settingText(locale, 'leftOn', leftOn)}`],
  );
  const actions = rows.map(({ id, name }) =>
    press(`${settings.buttons.restore}${settings.colon}${name.slice(0, BUTTON_NAME)}`, 'restore', {
      id,
    }),
  );
  return notice(locale, settings.leftTitle, lines, 'neutral', actions);
};
