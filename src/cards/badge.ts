// Badges in words: as a card of their own, and as one row of another.
import type { Card, Field } from '../chat/card.ts';
import type { Badge } from '../domain/recognition/badge.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';

const badgeText = ({ t }: Locale, { key, times }: Badge): string =>
  t.award.times({ badge: t.award.badges[key], n: times });

/** A member's badges as a field of another card; null when there are none. */
export const badgeField = (locale: Locale, badges: readonly Badge[]): Field | null =>
  badges.length === 0
    ? null
    : {
        label: locale.t.award.badgesLabel,
        value: [badges.map((badge) => badgeText(locale, badge)).join(' · ')],
      };

/** @param badges null when the member would rather not show them */
export const badgesCard = (locale: Locale, name: string, badges: readonly Badge[] | null): Card => {
  const texts = locale.t.award;
  const title = texts.badgesTitle({ name });
  if (badges === null) return notice(locale, title, [texts.hidden({ name })]);
  if (badges.length === 0) return notice(locale, title, [texts.noBadges]);
  return notice(
    locale,
    title,
    badges.map((badge) => badgeText(locale, badge)),
    'good',
  );
};
