// All commands, in the order the help shows them.
import type { Command } from './command.ts';
import { customer } from './customer.ts';
import { followup } from './followup.ts';
import { handoff } from './handoff.ts';
import { helpFor } from './help.ts';
import { lead } from './lead.ts';
import { leaderboard } from './leaderboard.ts';
import { lost } from './lost.ts';
import { paid } from './paid.ts';
import { privacy } from './privacy.ts';
import { score } from './score.ts';
import { settings } from './settings.ts';
import { won } from './won.ts';

const WORKING: readonly Command[] = [
  followup,
  customer,
  lead,
  won,
  lost,
  paid,
  handoff,
  score,
  leaderboard,
  settings,
  privacy,
];

/** The help comes last, and lists all others. */
export const COMMANDS: readonly Command[] = [...WORKING, helpFor(WORKING)];
