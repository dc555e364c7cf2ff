// What a manager learns privately: who could do with a word, whom recognition reaches, and how evenly.
import type { Block, Card, Field } from '../chat/card.ts';
import { bold, type Text } from '../chat/text.ts';
import type { PromisedStep } from '../domain/promise.ts';
import type { Coverage } from '../domain/recognition/coverage.ts';
import { shortName } from '../domain/recognition/digest.ts';
import type { MetricKey } from '../domain/scoring/metrics.ts';
import type { Day } from '../domain/time.ts';
import type { Locale } from '../locales/index.ts';
import { stepText } from './when.ts';

type Opening =
  | { readonly kind: 'strength'; readonly metric: MetricKey; readonly score: number }
  | { readonly kind: 'step'; readonly step: PromisedStep & { readonly customer: string } }
  | { readonly kind: 'talk' };

interface SupportView {
  readonly team: string;
  readonly today: Day;
  readonly coverage: readonly [now: Coverage, before: Coverage];
  readonly uneven: {
    readonly gini: number;
    readonly half: number;
    readonly members: number;
  } | null;
  readonly members: readonly {
    readonly name: string;
    readonly quiet: boolean;
    readonly falling: readonly number[] | null;
    readonly opening: Opening;
  }[];
  readonly more: number;
}

const openingText = (locale: Locale, opening: Opening, today: Day): string => {
  const { t, format } = locale;
  const texts = t.digest.support;
  switch (opening.kind) {
    case 'strength':
      return texts.strength({
        metric: t.metrics.metric[opening.metric].name,
        score: format.score(opening.score),
      });
    case 'step': {
      const { step } = opening;
      const customer = shortName(step.customer);
      return texts.step({ step: stepText(locale, step, today), customer });
    }
    case 'talk':
      return texts.talk;
  }
};

const memberBlocks = (
  locale: Locale,
  { name, quiet, falling, opening }: SupportView['members'][number],
  today: Day,
): Block[] => {
  const { t, format } = locale;
  const texts = t.digest.support;
  const why = [
    ...(quiet ? [texts.quiet] : []),
    ...(falling === null
      ? []
      : [texts.falling({ scores: falling.map((score) => format.score(score)).join(' → ') })]),
  ];
  const text: Text = [bold(shortName(name)), `${t.digest.colon}${why.join(texts.and)}`];
  return [
    { kind: 'text', text },
    { kind: 'note', text: [openingText(locale, opening, today)] },
  ];
};

const coverageField = (locale: Locale, coverage: Coverage, month: string): Field => {
  const { t, format } = locale;
  const texts = t.digest.support;
  const { eligible, ratio, each } = coverage;
  const parts =
    each === null
      ? [texts.noOne]
      : [
          texts.reached(coverage),
          ...(ratio === null ? [] : [format.percent(ratio)]),
          texts.each({ n: format.number(Math.round(each * 10) / 10) }),
        ];
  return { label: month, value: [eligible === 0 ? texts.noOne : parts.join(texts.comma)] };
};

/** For a manager's eyes only; worded as support (domain method 3.2). */
export const supportCard = (locale: Locale, view: SupportView): Card => {
  const { t, format } = locale;
  const texts = t.digest.support;
  const { team, today, coverage, uneven, members, more } = view;
  const [now, before] = coverage;
  const title = texts.title({ team: shortName(team) });
  const isSmall = now.ratio === null && now.eligible > 0;
  const fields = [
    coverageField(locale, now, texts.soFar({ month: format.month(now.days.from) })),
    coverageField(locale, before, format.month(before.days.from)),
  ];
  const notes = [
    ...(isSmall ? [texts.small] : []),
    texts.rules,
    more > 0 ? texts.more({ n: more }) : texts.hint,
  ];
  const blocks: Block[] = [
    { kind: 'note', text: [texts.intro] },
    ...(members.length === 0
      ? [{ kind: 'text' as const, text: [texts.nobody] }]
      : members.flatMap((one) => memberBlocks(locale, one, today))),
    { kind: 'text', text: [bold(texts.coverage)] },
    { kind: 'fields', fields },
    ...(uneven === null
      ? []
      : [
          {
            kind: 'text' as const,
            text: [
              texts.uneven({
                half: uneven.half,
                members: uneven.members,
                gini: format.number(Math.round(uneven.gini * 100) / 100),
              }),
            ],
          },
        ]),
    ...notes.map((note): Block => ({ kind: 'note', text: [note] })),
  ];
  const names = members.map(({ name }) => shortName(name));
  return {
    locale: t.formatTag,
    title,
    tone: 'neutral',
    summary: [title, ...(names.length === 0 ? [texts.nobody] : names)].join(' · '),
    blocks,
  };
};
