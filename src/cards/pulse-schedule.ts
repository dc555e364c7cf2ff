// Surveys that come by themselves: the list, and the form for a new one.
import type { Block, Card } from '../chat/card.ts';
import type { Form, Values } from '../chat/form.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Every } from '../domain/pulse/schedule.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { press } from './press.ts';
import {
  choiceInput,
  dayInput,
  type Errors,
  numberInput,
  pulseForm,
  yesNo,
} from './pulse-inputs.ts';
import {
  audienceOptions,
  audienceValue,
  commentInput,
  openDaysInput,
  thresholdInputs,
} from './pulse-start.ts';
import { audienceName } from './pulse-wording.ts';

export interface ScheduleView {
  readonly id: number;
  /** Null: everybody. */
  readonly teamName: string | null;
  readonly every: Every;
  readonly nextOn: Day;
  readonly items: number;
  readonly recommend: boolean;
  readonly comment: boolean;
}

/** The schedules the reader may stop, with what each asks. */
export const schedulesCard = (
  locale: Locale,
  schedules: readonly ScheduleView[],
  today: Day,
): Card => {
  const { t, format } = locale;
  const texts = t.pulse.schedule;
  const rows = schedules.map(({ teamName, every, nextOn, items, recommend, comment }): Text[] => [
    [bold(audienceName(locale, teamName))],
    [texts.every[every]],
    [format.day(nextOn, today)],
    [
      texts.parts({
        items,
        recommend: recommend ? texts.withRecommend : '',
        comment: comment ? texts.withComment : '',
      }),
    ],
  ]);
  const list: Block =
    rows.length === 0
      ? { kind: 'text', text: [texts.none] }
      : {
          kind: 'rows',
          columns: [texts.who, texts.rhythm, texts.next, texts.what].map((label) => ({
            label,
            align: 'start',
          })),
          rows,
        };
  return {
    locale: t.formatTag,
    title: texts.title,
    tone: 'neutral',
    summary: `${texts.title} · ${schedules.length === 0 ? texts.none : schedules.length}`,
    blocks: [
      list,
      {
        kind: 'actions',
        actions: [
          press(texts.add, 'pulse', 'scheduleForm', {}, 'primary'),
          ...schedules.map(({ id, teamName }) =>
            press(texts.stop({ who: audienceName(locale, teamName) }), 'pulse', 'unschedule', {
              schedule: id,
            }),
          ),
        ],
      },
    ],
  };
};

const RHYTHMS: readonly Every[] = ['month', 'fortnight', 'quarter'];

/** Asks for whom, how often and what. */
export const scheduleForm = (
  locale: Locale,
  start: {
    readonly audiences: readonly { readonly teamId: number | null; readonly name: string | null }[];
    readonly first: Day;
    /** From so many people on half of them may be asked. */
    readonly halfFrom: number;
  },
  values: Values = {},
  errors: Errors = {},
): Form => {
  const { t } = locale;
  const texts = t.pulse.schedule;
  const [first] = start.audiences;
  return pulseForm(
    locale,
    { title: texts.form, submit: texts.submit },
    'scheduled',
    {},
    [
      choiceInput(
        {
          name: 'who',
          label: t.pulse.start.who,
          values,
          now: first === undefined ? '' : audienceValue(first.teamId),
        },
        audienceOptions(locale, start.audiences),
      ),
      choiceInput(
        { name: 'every', label: texts.rhythm, values, now: 'month' },
        RHYTHMS.map((every) => ({ value: every, label: texts.every[every] })),
      ),
      dayInput({ name: 'first', label: texts.first, values, now: start.first }),
      numberInput({ name: 'items', label: texts.items, hint: texts.itemsHint, values, now: '3' }),
      choiceInput(
        { name: 'recommend', label: t.pulse.start.recommend, values, now: 'no' },
        yesNo(locale),
      ),
      commentInput(locale, values),
      choiceInput(
        {
          name: 'half',
          label: texts.half,
          hint: texts.halfHint({ n: start.halfFrom }),
          values,
          now: 'no',
        },
        yesNo(locale),
      ),
      openDaysInput(locale, values),
      ...thresholdInputs(locale, values),
    ],
    errors,
  );
};
