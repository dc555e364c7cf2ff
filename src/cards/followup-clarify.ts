// The questions a recorded follow-up leaves open, with a button for each likely answer.
import type { Block } from '../chat/card.ts';
import { CHANNELS, type Channel } from '../domain/parsing/codes.ts';
import type { Clarify } from '../domain/parsing/parsed.ts';
import type { Locale } from '../locales/index.ts';
import { press } from './press.ts';

interface Unclear {
  readonly id: number;
  readonly channel: Channel | null;
  readonly clarify: readonly Clarify[];
}

/** A question with a button for each likely answer. */
const question = (locale: Locale, row: Unclear, asked: Clarify): Block[] => {
  const { ask } = locale.t.followup;
  const { seen, candidates, kind } = asked;
  const label = (value: string): string =>
    kind === 'date' ? locale.format.day(value.slice(0, 10)) : value;
  const usable = kind === 'date' || kind === 'currency' ? candidates : [];
  const sentence =
    kind === 'date' && usable.length === 0
      ? ask.dateUnknown({ seen })
      : kind === 'customer'
        ? ask.customer({ seen })
        : ask[kind]({ seen });
  const actions = usable.map((value) =>
    press(label(value), 'followup', 'clarify', { id: row.id, kind, value }),
  );
  const blocks: Block[] = [{ kind: 'text', text: [sentence] }];
  if (actions.length > 0) blocks.push({ kind: 'actions', actions });
  return blocks;
};

/** What a recorded follow-up leaves open, question by question; the channel is asked whenever it is missing. */
export const questions = (locale: Locale, row: Unclear): Block[] => {
  const { t } = locale;
  const blocks = row.clarify.flatMap((asked) => question(locale, row, asked));
  if (row.channel !== null) return blocks;
  return [
    ...blocks,
    { kind: 'text', text: [t.followup.ask.channel] },
    {
      kind: 'actions',
      actions: CHANNELS.filter((channel) => channel !== 'other').map((channel) =>
        press(t.codes.channel[channel], 'followup', 'clarify', {
          id: row.id,
          kind: 'channel',
          value: channel,
        }),
      ),
    },
  ];
};
