// /pulse without a word: what waits for an answer, and what else there is.
import type { Action, Block, Card } from '../chat/card.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';
import { promiseBlocks } from './pulse-invitation.ts';
import { audienceName } from './pulse-wording.ts';

/** Open surveys of the reader with a way in, and the buttons of whoever runs surveys. */
export const homeCard = (
  locale: Locale,
  open: readonly {
    readonly id: number;
    readonly teamName: string | null;
    /** In the reader's words. */
    readonly closes: string;
  }[],
  runs: boolean,
): Card => {
  const texts = locale.t.pulse.home;
  const lines = open.map(({ teamName, closes }) =>
    texts.waitingFor({ who: audienceName(locale, teamName), closes }),
  );
  const go = (label: string, verb: string, style: Action['style'] = 'plain') =>
    press(label, 'pulse', verb, {}, style);
  const actions = [
    ...(open.length === 0 ? [] : [go(texts.answer, 'invited', 'primary')]),
    go(texts.results, 'results'),
    go(texts.promise, 'promise'),
    ...(runs
      ? [
          go(texts.start, 'start'),
          go(texts.schedule, 'schedules'),
          go(texts.status, 'status'),
          go(texts.questions, 'questions'),
        ]
      : []),
  ];
  const paragraphs = open.length === 0 ? [texts.none] : [texts.waiting, ...lines];
  return notice(locale, texts.title, paragraphs, 'neutral', actions);
};

/** The promise by itself. */
export const promiseCard = (
  locale: Locale,
  thresholds: { readonly minMean: number; readonly minFull: number },
): Card => {
  const [, ...blocks] = promiseBlocks(locale, thresholds);
  return framed(locale, locale.t.pulseQuestions.promise, blocks);
};

/** `/privacy pulse`: how surveys are kept, then the promise. */
export const pulsePrivacyCard = (
  locale: Locale,
  thresholds: { readonly minMean: number; readonly minFull: number },
): Card => {
  const { title, while: open, after, never, limits, check, pending } = locale.t.pulse.privacy;
  const explained = [open, after, never, limits, check].map(
    (text): Block => ({ kind: 'text', text: [text] }),
  );
  return framed(locale, title, [
    ...explained,
    ...promiseBlocks(locale, thresholds),
    { kind: 'note', text: [pending] },
  ]);
};

const framed = (locale: Locale, title: string, blocks: readonly Block[]): Card => ({
  locale: locale.t.formatTag,
  title,
  tone: 'neutral',
  summary: `${title} · ${locale.t.pulseQuestions.promiseSealed}`,
  blocks,
});
