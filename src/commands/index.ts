// All commands, in the order the help shows them.
import type { Intent } from '../chat/intent.ts';
import { award } from './award.ts';
import type { Command, Verb } from './command.ts';
import { customer } from './customer.ts';
import { followup } from './followup.ts';
import { goal } from './goal.ts';
import { handoff } from './handoff.ts';
import { helpFor } from './help.ts';
import { kudos } from './kudos.ts';
import { lead } from './lead.ts';
import { leaderboard } from './leaderboard.ts';
import { lost } from './lost.ts';
import { paid } from './paid.ts';
import { points } from './points.ts';
import { privacy } from './privacy.ts';
import { pulse } from './pulse.ts';
import { rewards } from './rewards.ts';
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
  goal,
  kudos,
  points,
  rewards,
  award,
  pulse,
  settings,
  privacy,
];

/** The help comes last, and lists all others. */
export const COMMANDS: readonly Command[] = [...WORKING, helpFor(WORKING)];

/** The verb an intent names, with its command; null when there is none. */
export const findVerb = ({
  command: name,
  verb,
}: Pick<Intent, 'command' | 'verb'>): { readonly command: Command; readonly verb: Verb } | null => {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  const found =
    command !== undefined && Object.hasOwn(command.verbs, verb) ? command.verbs[verb] : undefined;
  return command === undefined || found === undefined ? null : { command, verb: found };
};

/** Whether what comes with the intent may be an answer on its way into a ballot: nobody may keep it. */
export const isSealed = (intent: Intent): boolean => findVerb(intent)?.verb.sealed === true;
