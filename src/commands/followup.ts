// /followup: record a contact in one line or by form, correct it, take it back, share it.
import { z } from 'zod';
import { notice } from '../cards/notice.ts';
import { parseFollowup } from '../domain/parsing/parse.ts';
import { MINUTE } from '../domain/time.ts';
import { type Command, verb } from './command.ts';
import { DUE_VERBS } from './due.ts';
import { recordedCard } from './followup/answer.ts';
import { CLARIFY_VERBS } from './followup/clarify.ts';
import { askWho, DRAFT_VERBS } from './followup/draft.ts';
import { FORM_VERBS } from './followup/form.ts';
import { customerOf, ownFollowup } from './followup/own.ts';
import { SHARE_VERBS } from './followup/share.ts';
import { customerFor, takeBack } from './record.ts';
import { refuse } from './refuse.ts';
import { contextOf, toldBy } from './told.ts';

/** How long a follow-up can be taken back. */
const UNDO_MINUTES = 10;

/** Words that are not the beginning of a follow-up. */
const SUBCOMMANDS: ReadonlyMap<string, string> = new Map([
  ['due', 'due'],
  ['待办', 'due'],
  ['到期', 'due'],
  ['待跟进', 'due'],
  ['list', 'list'],
  ['最近', 'list'],
  ['next', 'next'],
  ['建议', 'next'],
  ['form', 'form'],
  ['表单', 'form'],
]);

export const followup: Command = {
  name: 'followup',
  aliases: {
    fu: '',
    跟进: '',
    跟進: '',
    待跟进: 'due',
    待跟進: 'due',
  },
  role: 'rep',
  texts: (t) => t.followup,

  grammar(rest) {
    const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(rest) ?? [];
    if (rest === '') return { verb: 'form', args: {} };
    const sub = after === '' ? SUBCOMMANDS.get(word.toLowerCase()) : undefined;
    if (sub !== undefined) return { verb: sub, args: {} };
    return { verb: 'record', args: { line: rest } };
  },

  verbs: {
    ...DUE_VERBS,
    ...DRAFT_VERBS,
    ...FORM_VERBS,
    ...CLARIFY_VERBS,
    ...SHARE_VERBS,

    record: verb({
      effect: 'write',
      args: z.object({ line: z.string().min(1).max(4000) }),
      run: (call, { line }) => {
        const parsed = parseFollowup(line, contextOf(call));
        const { customer, clarify, truncated } = parsed;
        if (customer === null) {
          return askWho(call, line, clarify.find(({ kind }) => kind === 'customer')?.seen ?? '');
        }
        const told = toldBy(call, parsed, customerFor(call, customer.name, customer.id));
        return [{ kind: 'card', to: 'actor', card: recordedCard(call, told, truncated) }];
      },
    }),

    undo: verb({
      effect: 'write',
      args: z.object({ id: z.int().positive() }),
      run: (call, { id }) => {
        const row = ownFollowup(call, id);
        if (call.now - row.loggedAt > UNDO_MINUTES * MINUTE) {
          refuse('undo_late', { minutes: UNDO_MINUTES });
        }
        takeBack(call, row);
        const { t } = call.locale;
        const title = t.followup.undone({ customer: customerOf(call, row).name });
        return [{ kind: 'replace', card: notice(call.locale, title, [t.followup.undoneText]) }];
      },
    }),
  },
};
