// The forms of one's own settings and of a team's.
import type { Form, Values } from '../chat/form.ts';
import { CALENDAR_KINDS } from '../domain/calendar.ts';
import { FIELD_KINDS } from '../domain/field.ts';
import type { Locale } from '../locales/index.ts';
import {
  choice,
  day,
  type Errors,
  flag,
  form,
  languages,
  number,
  onOff,
  type Part,
  text,
  time,
  yesNo,
} from './settings-inputs.ts';
import type { SettingKey } from './settings-values.ts';

/** One's own settings. */
export const mineForm = (
  locale: Locale,
  me: {
    readonly locale: string | null;
    readonly morning: boolean;
    readonly optedOut: boolean;
    readonly praised: boolean;
  },
  values: Values,
  errors: Errors,
): Form => {
  const { settings } = locale.t;
  const { labels } = settings;
  const ownLanguage = { name: 'language', label: labels.ownLocale, values };
  return form(
    locale,
    settings.buttons.mine,
    'mineSave',
    {},
    [
      choice({ ...ownLanguage, now: me.locale ?? 'team' }, [
        { value: 'team', label: settings.values.followTeam },
        ...languages(),
      ]),
      choice(
        { name: 'morning', label: labels.morning, values, now: flag(me.morning) },
        onOff(locale),
      ),
      choice(
        {
          name: 'public',
          label: labels.optedOut,
          values,
          now: flag(!me.optedOut),
          hint: settings.hints.public,
        },
        [
          { value: 'on', label: settings.values.shown },
          { value: 'off', label: settings.values.hidden },
        ],
      ),
      choice(
        {
          name: 'praised',
          label: labels.praised,
          values,
          now: flag(me.praised),
          hint: settings.hints.praised,
        },
        [
          { value: 'on', label: settings.values.inPublic },
          { value: 'off', label: settings.values.inPrivate },
        ],
      ),
    ],
    errors,
  );
};

/** A team's settings but for what has a form of its own. */
export const teamForm = (
  locale: Locale,
  team: {
    readonly id: number;
    readonly name: string;
    readonly postAt: string;
    readonly morningAt: string;
    readonly zone: string;
    readonly currency: string;
    readonly locale: string;
    readonly calendar: string;
    readonly posts: boolean;
  },
  values: Values,
  errors: Errors,
): Form => {
  const { settings } = locale.t;
  const part = (name: SettingKey, now: string, hint?: string): Part => ({
    name,
    label: settings.labels[name],
    values,
    now,
    ...(hint === undefined ? {} : { hint }),
  });
  return form(
    locale,
    settings.buttons.team,
    'teamSave',
    { team: team.id },
    [
      text(part('name', team.name), 100),
      choice(part('posts', flag(team.posts)), onOff(locale)),
      time(part('postAt', team.postAt)),
      time(part('morningAt', team.morningAt)),
      text(part('zone', team.zone, settings.hints.zone), 60),
      text(part('currency', team.currency, settings.hints.currency), 40),
      choice(part('locale', team.locale), languages()),
      choice(
        part('calendar', team.calendar),
        CALENDAR_KINDS.map((kind) => ({ value: kind, label: settings.values.calendars[kind] })),
      ),
    ],
    errors,
    settings.hints.channel({ example: settings.type.channel }),
  );
};

/** A new team. */
export const newTeamForm = (locale: Locale, values: Values, errors: Errors): Form => {
  const { settings } = locale.t;
  return form(
    locale,
    settings.buttons.addTeam,
    'teamAddSave',
    {},
    [
      text(
        { name: 'name', label: settings.labels.name, values, hint: settings.hints.newTeam },
        100,
      ),
    ],
    errors,
  );
};

/** A day or a range of days off, or of work. */
export const holidayForm = (
  locale: Locale,
  team: { readonly id: number; readonly name: string },
  values: Values,
  errors: Errors,
): Form => {
  const { settings } = locale.t;
  const { days } = settings.values;
  return form(
    locale,
    settings.buttons.holiday,
    'holidaySave',
    { team: team.id },
    [
      day({ name: 'from', label: settings.from, values }),
      day({ name: 'to', label: settings.to, values, required: false, hint: settings.hints.to }),
      choice({ name: 'kind', label: settings.labels.holiday, values, now: 'off' }, [
        { value: 'off', label: days.off },
        { value: 'work', label: days.work },
        { value: 'clear', label: days.clear },
      ]),
      text({ name: 'note', label: settings.note, values, required: false }, 100),
    ],
    errors,
    team.name,
  );
};

/** A new follow-up field of the team's own. */
export const fieldForm = (
  locale: Locale,
  team: { readonly id: number; readonly name: string },
  values: Values,
  errors: Errors,
): Form => {
  const { t } = locale;
  const { settings } = t;
  return form(
    locale,
    settings.buttons.addField,
    'fieldSave',
    { team: team.id },
    [
      text({ name: 'label', label: settings.fieldLabel, values }, 60),
      choice(
        { name: 'kind', label: settings.fieldKind, values, now: 'text' },
        FIELD_KINDS.map((kind) => ({ value: kind, label: t.codes.fieldKind[kind] })),
      ),
      text(
        {
          name: 'options',
          label: settings.options,
          values,
          required: false,
          hint: settings.hints.options,
        },
        4000,
        true,
      ),
      choice({ name: 'required', label: settings.required, values, now: 'off' }, yesNo(locale)),
    ],
    errors,
    team.name,
  );
};

/** What one unit of a currency is worth in the team's. */
export const rateForm = (
  locale: Locale,
  team: { readonly id: number; readonly currency: string },
  values: Values,
  errors: Errors,
): Form => {
  const { settings } = locale.t;
  const { currency } = team;
  return form(
    locale,
    settings.buttons.addRate,
    'rateSave',
    { team: team.id },
    [
      text(
        {
          name: 'currency',
          label: settings.labels.currency,
          values,
          hint: settings.hints.currency,
        },
        40,
      ),
      number({ name: 'rate', label: settings.rateIn({ currency }), values }),
    ],
    errors,
  );
};
