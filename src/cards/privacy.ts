// What is stored about the reader, and who can see it.
import type { Card, Field } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import type { Locale } from '../locales/index.ts';
import type { Messages } from '../locales/messages.ts';
import { press } from './settings-values.ts';

type Kind = keyof Messages['privacy']['stored'];

/** Counts of what there is, then who sees what, then a copy of it, and the way out. */
export const privacyCard = (
  locale: Locale,
  view: {
    readonly stored: Readonly<Record<Kind, number>>;
    readonly optedOut: boolean;
    /** Names of admins to ask. */
    readonly admins: readonly string[];
  },
): Card => {
  const { t, format } = locale;
  const { privacy } = t;
  const kinds = (Object.keys(privacy.stored) as Kind[]).filter((kind) => kind !== 'profile');
  const fields: Field[] = kinds.flatMap((kind) =>
    view.stored[kind] === 0
      ? []
      : [{ label: privacy.stored[kind], value: [format.number(view.stored[kind])] }],
  );
  const admins = format.list(view.admins);
  const ask = admins === '' ? privacy.noAdmin : privacy.ask({ admins });
  const seen = [
    privacy.you,
    privacy.manager,
    view.optedOut ? privacy.hidden : privacy.colleagues,
    privacy.operator,
  ];
  const button = (label: string, verb: string, style: 'plain' | 'danger') => ({
    label,
    style,
    intent: { command: 'privacy', verb, args: {} },
  });
  return {
    locale: t.formatTag,
    title: privacy.title,
    tone: 'neutral',
    summary: [
      privacy.title,
      ...fields.map(({ label, value }) => `${label} ${String(value[0])}`),
      ask,
    ].join(' · '),
    blocks: [
      { kind: 'fields', fields },
      { kind: 'text', text: [privacy.also] },
      { kind: 'text', text: [bold(privacy.who)] },
      ...seen.map((text) => ({ kind: 'text' as const, text: [text] })),
      { kind: 'note', text: [ask] },
      {
        kind: 'actions',
        actions: [
          button(privacy.exportMine, 'export', 'plain'),
          press(t.settings.buttons.mine, 'mineForm'),
          button(privacy.eraseMe, 'eraseForm', 'danger'),
        ],
      },
    ],
  };
};
