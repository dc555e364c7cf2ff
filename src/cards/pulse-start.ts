// Starting a survey: the form.
import type { Form, Input, Option, Values } from '../chat/form.ts';
import { ITEMS, type Item, type Question } from '../domain/pulse/question.ts';
import type { Locale } from '../locales/index.ts';
import {
  choiceInput,
  choicesInput,
  type Errors,
  numberInput,
  pulseForm,
  yesNo,
} from './pulse-inputs.ts';
import { audienceName } from './pulse-wording.ts';

/** Thresholds: what they are unless told, which is also the least they may be. */
export const MIN_MEAN = 5;
export const MIN_FULL = 8;

/** A team, or everybody, as forms name them. */
export const audienceValue = (teamId: number | null): string =>
  teamId === null ? 'all' : String(teamId);

export const audienceOptions = (
  locale: Locale,
  audiences: readonly { readonly teamId: number | null; readonly name: string | null }[],
): Option[] =>
  audiences.map(({ teamId, name }) => ({
    value: audienceValue(teamId),
    label: audienceName(locale, name),
  }));

/** Both thresholds, with what they may be. */
export const thresholdInputs = ({ t }: Locale, values: Values): Input[] => {
  const texts = t.pulse.start;
  const part = (name: string, label: string, min: number) =>
    numberInput({
      name,
      label,
      values,
      now: String(min),
      hint: texts.onlyHigher({ min }),
    });
  return [part('minMean', texts.minMean, MIN_MEAN), part('minFull', texts.minFull, MIN_FULL)];
};

export const openDaysInput = ({ t }: Locale, values: Values): Input =>
  numberInput({
    name: 'openDays',
    label: t.pulse.start.openDays,
    hint: t.pulse.start.openDaysHint,
    values,
    now: '5',
  });

/** Whether there is room for words. */
export const commentInput = (locale: Locale, values: Values): Input =>
  choiceInput(
    {
      name: 'comment',
      label: locale.t.pulse.start.comment,
      hint: locale.t.pulse.start.commentHint({ minFull: MIN_FULL }),
      values,
      now: 'yes',
    },
    yesNo(locale),
  );

/** Asks for whom, what, how long and how many. */
export const startForm = (
  locale: Locale,
  start: {
    readonly audiences: readonly { readonly teamId: number | null; readonly name: string | null }[];
    /** Whose turn it is. */
    readonly items: readonly Item[];
    readonly own: readonly {
      readonly id: number;
      readonly text: string;
      readonly kind: Question['kind'];
    }[];
  },
  values: Values = {},
  errors: Errors = {},
): Form => {
  const { t } = locale;
  const texts = t.pulse.start;
  const bank = ITEMS.map((item): Option => ({ value: item, label: t.pulseQuestions.items[item] }));
  const own = start.own.map(({ id, text }): Option => ({ value: String(id), label: text }));
  const [first] = start.audiences;
  return pulseForm(
    locale,
    { title: texts.title, submit: texts.submit, intro: texts.intro },
    'started',
    {},
    [
      choiceInput(
        {
          name: 'who',
          label: texts.who,
          values,
          now: first === undefined ? '' : audienceValue(first.teamId),
        },
        audienceOptions(locale, start.audiences),
      ),
      choicesInput({ name: 'items', label: texts.items, values }, bank, start.items),
      ...(own.length === 0
        ? []
        : [choicesInput({ name: 'own', label: texts.own, values }, own, [])]),
      choiceInput({ name: 'recommend', label: texts.recommend, values, now: 'no' }, yesNo(locale)),
      commentInput(locale, values),
      openDaysInput(locale, values),
      ...thresholdInputs(locale, values),
    ],
    errors,
  );
};
