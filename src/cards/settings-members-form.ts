// The forms about members.
import type { Form, Input, Values } from '../chat/form.ts';
import { ROLES } from '../domain/role.ts';
import type { Locale } from '../locales/index.ts';
import { choice, day, type Errors, flag, form, text, yesNo } from './settings-inputs.ts';

/** Days on which a member is away. */
export const leaveForm = (
  locale: Locale,
  member: { readonly id: number; readonly name: string },
  values: Values,
  errors: Errors,
): Form => {
  const { settings } = locale.t;
  return form(
    locale,
    settings.labels.leave,
    'leaveSave',
    { id: member.id },
    [
      day({ name: 'from', label: settings.from, values }),
      day({ name: 'to', label: settings.to, values, required: false, hint: settings.hints.to }),
      choice({ name: 'away', label: settings.labels.leave, values, now: 'on' }, [
        { value: 'on', label: settings.values.away },
        { value: 'off', label: settings.values.present },
      ]),
    ],
    errors,
    member.name,
  );
};

/**
 * A member's team, role, first day and whether they are ranked.
 * @param teams to choose from; null for who may not move people, `typed` when a picker could not hold them
 */
export const memberForm = (
  locale: Locale,
  member: {
    readonly id: number;
    readonly name: string;
    readonly role: string;
    readonly teamId: number | null;
    readonly team: string | null;
    readonly seller: boolean;
    readonly joinedOn: string;
  },
  teams: readonly { readonly id: number; readonly name: string }[] | 'typed' | null,
  values: Values,
  errors: Errors,
): Form => {
  const { t } = locale;
  const { settings } = t;
  const { labels } = settings;
  const team = { name: 'team', label: labels.team, values, required: false };
  const ofAdmins: Input[] =
    teams === null
      ? []
      : [
          teams === 'typed'
            ? text({ ...team, now: member.team ?? '' }, 100)
            : choice(
                { ...team, now: member.teamId === null ? '' : String(member.teamId) },
                teams.map(({ id, name }) => ({ value: String(id), label: name })),
              ),
          choice(
            { name: 'role', label: labels.role, values, now: member.role },
            ROLES.map((role) => ({ value: role, label: t.codes.role[role] })),
          ),
        ];
  return form(
    locale,
    settings.buttons.change,
    'memberSave',
    { id: member.id },
    [
      ...ofAdmins,
      choice(
        {
          name: 'seller',
          label: labels.seller,
          values,
          now: flag(member.seller),
          hint: settings.hints.seller,
        },
        yesNo(locale),
      ),
      day({
        name: 'joinedOn',
        label: labels.joinedOn,
        values,
        now: member.joinedOn,
        hint: settings.hints.joined,
      }),
    ],
    errors,
    member.name,
  );
};

/** Looks for a member by name. */
export const findForm = (locale: Locale, typed: string, errors: Errors): Form => {
  const { settings } = locale.t;
  const values = { name: typed };
  return form(
    locale,
    settings.buttons.find,
    'find',
    {},
    [text({ name: 'name', label: settings.member, values }, 200)],
    errors,
  );
};
