// A member's book, and what everybody may know of a name.
import type { Card, Column } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { Grade } from '../domain/parsing/codes.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';

const LABEL_SHOWN = 40;

const start = (text: string): Column => ({ label: text, align: 'start' });
const end = (text: string): Column => ({ label: text, align: 'end' });

/** What everybody may know of a name: taken, free or in the pool, and nothing more. */
export const conflictCard = (
  locale: Locale,
  typed: string,
  state:
    | { readonly kind: 'taken' }
    | { readonly kind: 'free' }
    | { readonly kind: 'pool'; readonly id: number },
): Card => {
  const { t } = locale;
  const texts = t.customer;
  if (state.kind === 'taken') {
    return notice(locale, typed, [texts.taken, texts.takenHint], 'warning');
  }
  if (state.kind === 'free') {
    return notice(locale, typed, [texts.free, texts.freeHint], 'good', [
      press(t.customer.buttons.log, 'followup', 'form', {}, 'primary'),
    ]);
  }
  const take = press(texts.buttons.take, 'customer', 'take', { customer: state.id }, 'primary');
  return notice(locale, typed, [texts.inPool, texts.inPoolHint], 'good', [take]);
};

/** Several customers match: a button each. */
export const severalCard = (
  locale: Locale,
  typed: string,
  customers: readonly { readonly id: number; readonly name: string }[],
): Card => {
  const { several, severalHint } = locale.t.customer;
  const actions = customers.map(({ id, name }) =>
    press(name.slice(0, LABEL_SHOWN), 'customer', 'show', { customer: id }),
  );
  return notice(locale, several({ typed }), [severalHint], 'neutral', actions);
};

export interface BookView {
  readonly grades: readonly { readonly grade: Grade | null; readonly n: number }[];
  readonly waiting: readonly {
    readonly id: number;
    readonly name: string;
    readonly grade: Grade | null;
    /** Days since the last contact; null when there was none. */
    readonly days: number | null;
  }[];
}

/** A member's book: how many by grade, and who waits longest. */
export const bookCard = (locale: Locale, view: BookView): Card => {
  const { t, format } = locale;
  const texts = t.customer;
  const n = view.grades.reduce((sum, row) => sum + row.n, 0);
  if (n === 0) {
    const [example = ''] = t.followup.examples;
    return notice(locale, texts.book, [texts.empty, [bold(example)]], 'neutral', [
      press(texts.buttons.log, 'followup', 'form', {}, 'primary'),
    ]);
  }
  const named = view.grades.map(({ grade, n: of }) => ({ label: grade ?? texts.noGrade, n: of }));
  const list = format.list(named.map(({ label, n: of }) => `${label} ${of}`));
  const waited = (days: number | null): string =>
    days === null ? texts.neverContacted : days === 0 ? texts.today : texts.days({ n: days });
  return {
    locale: t.formatTag,
    title: texts.book,
    tone: 'neutral',
    summary: `${texts.book} · ${texts.bookCount({ n })} · ${list}`,
    blocks: [
      { kind: 'text', text: [texts.bookCount({ n })] },
      {
        kind: 'chart',
        chart: {
          kind: 'bar',
          title: texts.byGrade,
          labels: named.map(({ label }) => label),
          series: [{ name: texts.customers, values: named.map((row) => row.n) }],
          min: 0,
        },
        alt: texts.byGradeAlt({ list }),
      },
      { kind: 'text', text: [bold(texts.waiting)] },
      {
        kind: 'rows',
        columns: [start(texts.customer), start(texts.grade), end(texts.lastContact)],
        rows: view.waiting.map(({ name, grade, days }): Text[] => [
          [bold(name)],
          [grade ?? t.common.none],
          [waited(days)],
        ]),
      },
      {
        kind: 'actions',
        actions: view.waiting.map(({ id, name }) =>
          press(`${texts.buttons.show}: ${name.slice(0, LABEL_SHOWN)}`, 'customer', 'show', {
            customer: id,
          }),
        ),
      },
    ],
  };
};
