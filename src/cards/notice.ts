// The plain card: a title and a few sentences.
import type { Action, Block, Card, Tone } from '../chat/card.ts';
import { type Inline, plain, type Text } from '../chat/text.ts';
import type { Locale } from '../locales/index.ts';

/** A card of a title and paragraphs, with buttons if given. */
export const notice = (
  locale: Locale,
  title: string,
  paragraphs: readonly (string | Text)[] = [],
  tone: Tone = 'neutral',
  actions: readonly Action[] = [],
): Card => {
  const texts = paragraphs.map((part): Text => (typeof part === 'string' ? [part] : part));
  const blocks: Block[] = texts.map((text) => ({ kind: 'text', text }));
  if (actions.length > 0) blocks.push({ kind: 'actions', actions });
  return {
    locale: locale.t.formatTag,
    title,
    tone,
    summary: [title, ...texts.map(plain)].join(' · '),
    blocks,
  };
};

/** Why something was not done, with examples of what to type. */
export const problem = (locale: Locale, sentence: string, examples: readonly string[]): Card => {
  const { t } = locale;
  const lines: Inline[] = examples.map((example) => ({ kind: 'bold', text: example }));
  return notice(
    locale,
    t.common.problem,
    [sentence, ...(lines.length > 0 ? [[t.common.try], ...lines.map((line) => [line])] : [])],
    'warning',
  );
};
