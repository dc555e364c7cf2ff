// What the bot can do, and one command in full.
import type { Action, Card } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';

export interface ShownCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
}

/** Every command the reader may use. */
export const helpCard = (
  locale: Locale,
  commands: readonly ShownCommand[],
  actions: readonly Action[],
): Card => {
  const { t } = locale;
  const { help } = t;
  return {
    locale: t.formatTag,
    title: help.title,
    tone: 'neutral',
    summary: [help.title, ...commands.map(({ name, summary }) => `/${name} ${summary}`)].join(
      ' · ',
    ),
    blocks: [
      {
        kind: 'rows',
        columns: [
          { label: help.command, align: 'start' },
          { label: help.does, align: 'start' },
        ],
        rows: commands.map(({ usage, summary }): Text[] => [[bold(usage)], [summary]]),
      },
      { kind: 'note', text: [help.more] },
      ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
    ],
  };
};

/** One command: what it does, how it is typed, and its other names. */
export const commandCard = (
  locale: Locale,
  command: ShownCommand & {
    readonly examples: readonly string[];
    readonly aliases: readonly string[];
  },
  /** Who may use it, when the reader may not. */
  onlyFor: string | null,
): Card => {
  const { help } = locale.t;
  const { usage, examples, aliases } = command;
  const label = (text: string): string => `${text}${locale.t.settings.colon}`;
  const paragraphs: (string | Text)[] = [
    command.summary,
    ...(onlyFor === null ? [] : [help.onlyFor({ who: onlyFor })]),
    [label(help.usageLabel), bold(usage)],
    label(help.examplesLabel).trimEnd(),
    ...examples.map((example): Text => [bold(example)]),
    ...(aliases.length > 0
      ? [`${label(help.aliases)}${aliases.join(locale.t.settings.comma)}`]
      : []),
  ];
  return notice(locale, `/${command.name}`, paragraphs, 'neutral', [
    { label: help.all, style: 'plain', intent: { command: 'help', verb: 'show', args: {} } },
  ]);
};
