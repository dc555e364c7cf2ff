// Where somebody stands, for their eyes only.

import type { Card } from '../chat/card.ts';
import type { Text } from '../chat/text.ts';
import { bold } from '../chat/text.ts';
import { roundForRank } from '../domain/scoring/score.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { advice, type ScoreView } from './score.ts';

/** Where the member stands, told only on request, with the lines to reach and how. */
export const rankCard = (
  locale: Locale,
  view: ScoreView,
  place: { readonly rank: number; readonly of: number } | null,
  isSmall: boolean,
  lines: {
    readonly top10: number | null;
    readonly top25: number | null;
    readonly top50: number | null;
  },
): Card => {
  const { t, format } = locale;
  const paragraphs: (string | Text)[] = [
    isSmall
      ? t.score.rankSmall
      : place === null
        ? t.score.rankNone
        : t.score.rank({ ...place, period: t.score.period[view.period] }),
  ];
  const known = [
    lines.top10 === null ? null : t.score.line10({ score: format.score(lines.top10) }),
    lines.top25 === null ? null : t.score.line25({ score: format.score(lines.top25) }),
    lines.top50 === null ? null : t.score.line50({ score: format.score(lines.top50) }),
  ].filter((line) => line !== null);
  if (known.length > 0) paragraphs.push([bold(t.score.lines)], known.join(' · '));
  const mine = view.score.value === null ? null : roundForRank(view.score.value);
  const next = [lines.top50, lines.top25, lines.top10]
    .filter((line) => line !== null)
    .find((line) => mine !== null && line > mine);
  const helps = advice(locale, view);
  if (mine !== null && next !== undefined && helps.length > 0) {
    paragraphs.push([t.score.gap({ gap: format.score(next - mine) })], ...helps);
  }
  return notice(locale, t.score.rankTitle, paragraphs);
};
