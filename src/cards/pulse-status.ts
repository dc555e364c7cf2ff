// Surveys under way, for whoever runs them: a rounded rate and nothing else.
import type { Action, Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { bold, type Text } from '../chat/text.ts';
import type { RoundedRate } from '../domain/pulse/rate.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';
import { choiceInput, type Errors, pulseForm } from './pulse-inputs.ts';
import { audienceName } from './pulse-wording.ts';

export interface RunningSurvey {
  readonly id: number;
  readonly teamName: string | null;
  readonly state: 'opening' | 'open' | 'closing';
  /** Null where too few are asked. */
  readonly rate: RoundedRate | null;
  /** In the reader's words. */
  readonly closes: string;
}

/** `about 60%`, `80% or more`. */
export const rateText = ({ t, format }: Locale, { bound, percent }: RoundedRate): string => {
  const rate = format.percent(percent / 100);
  const { atMost, about, atLeast } = t.pulseResults;
  return { most: atMost, about, least: atLeast }[bound]({ rate });
};

/** All that are under way and that the reader runs. */
export const statusCard = (locale: Locale, surveys: readonly RunningSurvey[]): Card => {
  const { t } = locale;
  const texts = t.pulse.status;
  if (surveys.length === 0) {
    const start = press(t.pulse.home.start, 'pulse', 'start', {}, 'primary');
    return notice(locale, texts.title, [texts.none], 'neutral', [start]);
  }
  const nameOf = ({ teamName }: RunningSurvey) => audienceName(locale, teamName);
  const rate = (survey: RunningSurvey) =>
    survey.rate === null ? texts.rateHidden : rateText(locale, survey.rate);
  const buttons = surveys.flatMap((survey): Action[] => {
    const args = { survey: survey.id };
    const who = nameOf(survey);
    return [
      ...(survey.state === 'open' ? [press(texts.close({ who }), 'pulse', 'close', args)] : []),
      ...(survey.state === 'closing'
        ? []
        : [press(texts.cancel({ who }), 'pulse', 'cancelForm', args, 'danger')]),
    ];
  });
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: surveys.map((survey) => `${nameOf(survey)} · ${rate(survey)}`).join(' · '),
    blocks: [
      {
        kind: 'rows',
        columns: [texts.who, texts.state, texts.rate, texts.closes].map((label) => ({
          label,
          align: 'start',
        })),
        rows: surveys.map((survey): Text[] => [
          [bold(nameOf(survey))],
          [texts[survey.state]],
          [rate(survey)],
          [survey.closes],
        ]),
      },
      { kind: 'note', text: [texts.note] },
      ...(buttons.length === 0 ? [] : [{ kind: 'actions', actions: buttons } as const]),
    ],
  };
};

/** Asks once more before everything that was answered is destroyed. */
export const cancelForm = (
  locale: Locale,
  survey: { readonly id: number; readonly teamName: string | null },
  errors: Errors = {},
): Form => {
  const texts = locale.t.pulse.status;
  const who = audienceName(locale, survey.teamName);
  return {
    ...pulseForm(
      locale,
      { title: texts.cancelForm({ who }), submit: texts.cancelSubmit, intro: texts.cancelIntro },
      'cancel',
      { survey: survey.id },
      [
        choiceInput({ name: 'sure', label: texts.cancelForm({ who }), values: {} }, [
          { value: 'yes', label: texts.cancelSure },
        ]),
      ],
      errors,
    ),
    cancel: texts.keep,
  };
};
