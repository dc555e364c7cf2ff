// The questions there are: the bank, and one's own.
import type { Block, Card } from '../chat/card.ts';
import type { Form, Values } from '../chat/form.ts';
import { bold, type Text } from '../chat/text.ts';
import {
  MAX_OPTION,
  MAX_OPTIONS,
  MAX_QUESTION,
  MIN_OPTIONS,
} from '../domain/pulse/own-question.ts';
import { ITEMS, type Question } from '../domain/pulse/question.ts';
import type { Locale } from '../locales/index.ts';
import { press } from './press.ts';
import { choiceInput, type Errors, pulseForm, textInput } from './pulse-inputs.ts';
import { audienceOptions, audienceValue } from './pulse-start.ts';
import { audienceName } from './pulse-wording.ts';

interface OwnView {
  readonly id: number;
  readonly kind: Question['kind'];
  readonly text: string;
  readonly options: readonly string[];
  /** Null: everybody's. */
  readonly teamName: string | null;
  /** Whether the reader may take it out of use. */
  readonly retirable: boolean;
}

/** Every question that can be picked. */
export const questionsCard = (locale: Locale, own: readonly OwnView[]): Card => {
  const { t } = locale;
  const { questions: texts } = t.pulse;
  const { items, recommend, comment, kinds } = t.pulseQuestions;
  const bank = [...ITEMS.map((item) => items[item]), recommend, comment];
  const rows = own.map(({ kind, text, options, teamName }, i): Text[] => [
    [`${i + 1}. `, bold(text), ...(options.length === 0 ? [] : [` (${options.join(' / ')})`])],
    [kinds[kind]],
    [audienceName(locale, teamName)],
  ]);
  const list: Block =
    rows.length === 0
      ? { kind: 'text', text: [texts.noOwn] }
      : {
          kind: 'rows',
          columns: [texts.column, texts.kind, texts.forWhom].map((label) => ({
            label,
            align: 'start',
          })),
          rows,
        };
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: [texts.title, ...own.map(({ text }) => text)].join(' · '),
    blocks: [
      { kind: 'text', text: [bold(texts.own)] },
      list,
      { kind: 'text', text: [bold(texts.bank)] },
      { kind: 'text', text: [bank.map((text, i) => `${i + 1}. ${text}`).join('\n')] },
      {
        kind: 'actions',
        actions: [
          press(texts.add, 'pulse', 'questionForm', {}, 'primary'),
          ...own.flatMap(({ id, retirable }, i) =>
            retirable
              ? [press(texts.retire({ i: i + 1 }), 'pulse', 'retire', { question: id })]
              : [],
          ),
        ],
      },
    ],
  };
};

const KINDS: readonly Question['kind'][] = ['rating', 'scale', 'choice', 'text'];

/** Asks for a question of one's own. */
export const questionForm = (
  locale: Locale,
  audiences: readonly { readonly teamId: number | null; readonly name: string | null }[],
  values: Values = {},
  errors: Errors = {},
): Form => {
  const { t } = locale;
  const texts = t.pulse.questions;
  const [first] = audiences;
  const options = textInput(
    {
      name: 'options',
      label: texts.options,
      hint: texts.optionsHint({ min: MIN_OPTIONS, max: MAX_OPTIONS }),
      values,
    },
    MAX_OPTIONS * (MAX_OPTION + 2) * 2,
    true,
  );
  return pulseForm(
    locale,
    { title: texts.form, submit: texts.submit },
    'questionAdd',
    {},
    [
      textInput({ name: 'text', label: texts.text, values }, MAX_QUESTION, false),
      choiceInput(
        { name: 'kind', label: texts.kind, values, now: 'rating' },
        KINDS.map((kind) => ({ value: kind, label: t.pulseQuestions.kinds[kind] })),
      ),
      { ...options, required: false },
      choiceInput(
        {
          name: 'who',
          label: texts.forWhom,
          values,
          now: first === undefined ? '' : audienceValue(first.teamId),
        },
        audienceOptions(locale, audiences),
      ),
    ],
    errors,
  );
};
