// /kudos: a colleague is thanked for something specific, in public; it takes from the day's points.
import { z } from 'zod';
import { refusedCard } from '../cards/kudos-refused.ts';
import type { Reply } from '../chat/request.ts';
import { type Call, type Command, verb } from './command.ts';
import { draftOf, faultsOf, groundOf } from './kudos/draft.ts';
import { opened, submitted } from './kudos/form.ts';
import { give } from './kudos/give.ts';
import { TEAM_VERBS, teamAsked } from './kudos/team.ts';
import { UNDO_VERBS } from './kudos/undo.ts';

const typed = (call: Call, line: string): Reply[] => {
  const ground = groundOf(call);
  const draft = draftOf(call, line, ground);
  const faults = faultsOf(call, draft, ground);
  return faults.length === 0
    ? give(call, draft, ground)
    : [{ kind: 'card', to: 'actor', card: refusedCard(call.locale, faults) }];
};

export const kudos: Command = {
  name: 'kudos',
  aliases: { 表扬: '', 表揚: '', 点赞: '' },
  role: 'rep',
  texts: (t) => t.kudos,
  grammar(rest) {
    if (rest === '') return { verb: 'form', args: {} };
    const name = teamAsked(rest);
    return name === null
      ? { verb: 'give', args: { line: rest } }
      : { verb: 'team', args: { name } };
  },

  verbs: {
    ...UNDO_VERBS,
    ...TEAM_VERBS,

    form: verb({ effect: 'read', args: z.object({}), run: opened }),

    give: verb({
      effect: 'write',
      args: z.object({ line: z.string().max(4000) }),
      run: (call, { line }) => typed(call, line),
    }),

    submit: verb({
      effect: 'write',
      args: z.object({}),
      run: (call, _args, values) => submitted(call, values),
    }),
  },
};
