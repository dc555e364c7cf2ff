// What waits for an answer, and what is promised.
import { z } from 'zod';
import { homeCard, promiseCard, pulsePrivacyCard } from '../../cards/pulse-home.ts';
import { MIN_FULL, MIN_MEAN } from '../../cards/pulse-start.ts';
import type { Reply } from '../../chat/request.ts';
import { openSurveys } from '../../store/survey.ts';
import { type Call, verb } from '../command.ts';
import { audiencesOf, teamNameOf } from './authority.ts';

/** What holds unless a survey has raised it, which its invitation says. */
const LEAST = { minMean: MIN_MEAN, minFull: MIN_FULL };

const home = (call: Call): Reply[] => {
  const { db, me, locale, zone, today } = call;
  const open = openSurveys(db, me.id).map(({ id, teamId, closesAt }) => ({
    id,
    teamName: teamNameOf(db, teamId),
    closes: locale.format.instant(closesAt, zone, today),
  }));
  const card = homeCard(locale, open, audiencesOf(call).length > 0);
  return [{ kind: 'card', to: 'actor', card }];
};

/** How surveys are kept, for `/privacy pulse`. */
export const pulsePrivacy = ({ locale }: Call): Reply[] => [
  { kind: 'card', to: 'actor', card: pulsePrivacyCard(locale, LEAST) },
];

const nothing = z.object({});

export const HOME_VERBS = {
  home: verb({ effect: 'read', args: nothing, run: home }),

  promise: verb({
    effect: 'read',
    args: nothing,
    run: ({ locale }) => [{ kind: 'card', to: 'actor', card: promiseCard(locale, LEAST) }],
  }),
};
