// English.
import { award } from './award.ts';
import { codes } from './codes.ts';
import { common } from './common.ts';
import { customer } from './customer.ts';
import { deal } from './deal.ts';
import { digest } from './digest.ts';
import { followup } from './followup.ts';
import { form } from './form.ts';
import { goal } from './goal.ts';
import { handoff } from './handoff.ts';
import { help } from './help.ts';
import { kudos } from './kudos.ts';
import { lead } from './lead.ts';
import { leaderboard } from './leaderboard.ts';
import { metrics } from './metrics.ts';
import { page } from './page.ts';
import { points } from './points.ts';
import { privacy } from './privacy.ts';
import { pulse } from './pulse.ts';
import { pulseLost } from './pulse-lost.ts';
import { pulseQuestions } from './pulse-questions.ts';
import { pulseResults } from './pulse-results.ts';
import { recognition } from './recognition.ts';
import { refusals } from './refusals.ts';
import { rewards } from './rewards.ts';
import { score } from './score.ts';
import { settings } from './settings.ts';

export const en = {
  /** Of the language, in itself. */
  name: 'English',
  /** How `Intl` knows it. */
  formatTag: 'en',
  codes,
  common,
  refusals,
  page,
  form,
  help,
  followup,
  customer,
  lead,
  deal,
  handoff,
  goal,
  kudos,
  points,
  metrics,
  score,
  leaderboard,
  rewards,
  digest,
  award,
  settings,
  privacy,
  recognition,
  pulse,
  pulseLost,
  pulseQuestions,
  pulseResults,
};
