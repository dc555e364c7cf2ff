// Badges: one's own, or those of somebody who does not mind.
import { z } from 'zod';
import { badgesCard } from '../../cards/badge.ts';
import { badgesOf } from '../../store/badge.ts';
import { mayActFor } from '../../store/member.ts';
import { verb } from '../command.ts';
import { memberIn } from '../whom.ts';

export const BADGE_VERBS = {
  badges: verb({
    effect: 'read',
    args: z.object({ line: z.string().max(4000) }),
    run: (call, { line }) => {
      const who = line === '' ? call.me : memberIn(call, line).member;
      const isShown = who.praised || mayActFor(call.me, who);
      const badges = isShown ? badgesOf(call.db, who.id) : null;
      return [{ kind: 'card', to: 'actor', card: badgesCard(call.locale, who.name, badges) }];
    },
  }),
};
