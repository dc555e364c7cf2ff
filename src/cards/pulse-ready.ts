// That results are there, or that a survey could not start.
import type { Card } from '../chat/card.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';
import { press } from './press.ts';
import { audienceName } from './pulse-wording.ts';

export interface ReadyView {
  readonly surveyId: number;
  /** Null: everybody. */
  readonly teamName: string | null;
}

/** For whoever started it, and for the team's channel. */
export const readyCard = (
  locale: Locale,
  { surveyId, teamName }: ReadyView,
  to: 'starter' | 'team',
): Card => {
  const texts = locale.t.pulseResults;
  const title = texts.ready({ who: audienceName(locale, teamName) });
  const show = press(texts.show, 'pulse', 'results', { survey: surveyId }, 'primary');
  const text = to === 'starter' ? texts.readyText : texts.readyTeam;
  return notice(locale, title, [text], 'good', [show]);
};

/** For whoever made a schedule that had too few people to ask, or found the last survey still open. */
export const notStartedCard = (
  locale: Locale,
  teamName: string | null,
  why: { readonly n: number; readonly min: number } | 'running',
): Card => {
  const { start, schedule } = locale.t.pulse;
  const title = schedule.notStarted({ who: audienceName(locale, teamName) });
  return notice(locale, title, [why === 'running' ? start.running : start.tooFew(why)], 'warning');
};
