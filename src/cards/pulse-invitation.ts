// The invitation to an anonymous survey: what is promised stands before the first question.
import type { Block, Card, Field } from '../chat/card.ts';
import { bold } from '../chat/text.ts';
import type { Locale } from '../locales/index.ts';
import { press } from './press.ts';
import { audienceName } from './pulse-wording.ts';

export interface InvitationView {
  readonly surveyId: number;
  /** Null: everybody of the workspace. */
  readonly teamName: string | null;
  readonly questions: number;
  /** When it closes, in the reader's words. */
  readonly closes: string;
  readonly minMean: number;
  readonly minFull: number;
  /** The beginning of the hash over all that is frozen. */
  readonly seal: string;
  readonly isReminder: boolean;
  /** What the manager committed to after the last survey; null without. */
  readonly lastAction: string | null;
}

/** The promise in three sentences. */
export const promiseBlocks = (
  { t }: Locale,
  thresholds: { readonly minMean: number; readonly minFull: number },
): Block[] => {
  const { promise, promiseSealed, promiseShown, promiseOpen } = t.pulseQuestions;
  return [
    { kind: 'text', text: [bold(promise)] },
    { kind: 'text', text: [promiseSealed] },
    { kind: 'text', text: [promiseShown(thresholds)] },
    { kind: 'text', text: [promiseOpen] },
  ];
};

/** A private invitation or reminder. It is the same for all, and says nothing of its reader. */
export const invitationCard = (locale: Locale, view: InvitationView): Card => {
  const texts = locale.t.pulse.invitation;
  const who = audienceName(locale, view.teamName);
  const title = view.isReminder ? texts.reminder({ who }) : texts.title({ who });
  const count = texts.count({ n: view.questions });
  const field = (label: string, value: string): Field => ({ label, value: [value] });
  const fields = [
    field(texts.questions, count),
    field(texts.closes, view.closes),
    field(texts.shown, texts.thresholds(view)),
    field(texts.seal, view.seal),
    ...(view.lastAction === null ? [] : [field(texts.last, view.lastAction)]),
  ];
  return {
    locale: locale.t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${count} · ${texts.closes} ${view.closes}`,
    blocks: [
      { kind: 'fields', fields },
      ...promiseBlocks(locale, view),
      { kind: 'note', text: [texts.sealNote] },
      {
        kind: 'actions',
        actions: [
          press(texts.begin, 'pulse', 'answer', { survey: view.surveyId, answers: '' }, 'primary'),
        ],
      },
    ],
  };
};
