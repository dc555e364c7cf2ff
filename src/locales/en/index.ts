// English.
import { codes } from './codes.ts';
import { common } from './common.ts';
import { customer } from './customer.ts';
import { deal } from './deal.ts';
import { followup } from './followup.ts';
import { form } from './form.ts';
import { handoff } from './handoff.ts';
import { help } from './help.ts';
import { lead } from './lead.ts';
import { leaderboard } from './leaderboard.ts';
import { metrics } from './metrics.ts';
import { page } from './page.ts';
import { privacy } from './privacy.ts';
import { refusals } from './refusals.ts';
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
  metrics,
  score,
  leaderboard,
  settings,
  privacy,
};
