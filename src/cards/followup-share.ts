// A follow-up as the team reads it.
import type { Card, Field } from '../chat/card.ts';
import type { PromisedStep } from '../domain/promise.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import type { ShownFollowup } from './followup.ts';
import { press } from './press.ts';
import { stepText } from './when.ts';

/** A follow-up as shared with the team; whoever reads it can say so. */
export const sharedCard = (
  locale: Locale,
  author: string,
  row: ShownFollowup,
  customer: string,
  next: PromisedStep | null,
  today: Day,
): Card => {
  const { t } = locale;
  const title = t.followup.sharedBy({ name: author, customer });
  const facts: Field[] = [
    { label: t.followup.outcome, value: [t.codes.outcome[row.outcome]] },
    ...(row.grade === null ? [] : [{ label: t.followup.grade, value: [t.codes.grade[row.grade]] }]),
    ...(next === null ? [] : [{ label: t.followup.next, value: [stepText(locale, next, today)] }]),
  ];
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: `${title} · ${row.text}`,
    blocks: [
      { kind: 'text', text: [row.text] },
      { kind: 'fields', fields: facts },
      {
        kind: 'actions',
        actions: [press(t.followup.buttons.open, 'followup', 'open', { id: row.id })],
      },
    ],
  };
};
