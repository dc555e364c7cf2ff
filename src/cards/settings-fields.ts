// The follow-up fields of a team's own.
import type { Action, Card } from '../chat/card.ts';
import type { FieldKind } from '../domain/field.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './settings-values.ts';

const BUTTON_NAME = 30;

export interface ShownField {
  readonly label: string;
  readonly kind: FieldKind;
  readonly options: readonly string[];
  readonly required: boolean;
}

/** A field of the team's own in a line. */
const fieldText = (locale: Locale, field: ShownField): string => {
  const { t } = locale;
  const kind = t.codes.fieldKind[field.kind];
  const options = field.options.length > 0 ? [field.options.join(' / ')] : [];
  const required = field.required ? [t.settings.required] : [];
  return [kind, ...options, ...required].join(' · ');
};

/** The team's own follow-up fields. */
export const fieldsCard = (
  locale: Locale,
  team: { readonly id: number; readonly name: string },
  fields: readonly (ShownField & { readonly id: number })[],
  mayChange: boolean,
): Card => {
  const { t } = locale;
  const { settings } = t;
  const title = settings.fieldsOf({ name: team.name });
  const actions: Action[] = mayChange
    ? [
        press(settings.buttons.addField, 'fieldForm', { team: team.id }),
        ...fields.map(({ id, label }) =>
          press(
            settings.buttons.retire({ label: label.slice(0, BUTTON_NAME) }),
            'fieldDrop',
            { team: team.id, field: id },
            'danger',
          ),
        ),
      ]
    : [];
  if (fields.length === 0) return notice(locale, title, [settings.noFields], 'neutral', actions);
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: [title, ...fields.map(({ label }) => label)].join(' · '),
    blocks: [
      {
        kind: 'fields',
        fields: fields.map((field) => ({ label: field.label, value: [fieldText(locale, field)] })),
      },
      ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
    ],
  };
};
