// A draft: a line that waits for its customer, or for a yes, before it is recorded.
import { z } from 'zod';
import { draftCard, draftForm, proposalCard } from '../../cards/followup-form.ts';
import { notice } from '../../cards/notice.ts';
import type { Reply } from '../../chat/request.ts';
import { parseFollowup } from '../../domain/parsing/parse.ts';
import { findCustomer, listRecent } from '../../store/customer.ts';
import { addDraft, type Draft, findDraft, removeDraft } from '../../store/draft.ts';
import { type Call, verb } from '../command.ts';
import { customerFor } from '../record.ts';
import { refuse } from '../refuse.ts';
import { contextOf, toldBy } from '../told.ts';
import { recordedCard } from './answer.ts';

/** Recent customers offered when a line does not say which. */
const OFFERED = 5;

const one = z.object({ draft: z.int().positive() });

const ask = (call: Call, { id, line }: Draft, seen: string): Reply[] => {
  const recent = listRecent(call.db, call.me.id, OFFERED);
  return [{ kind: 'card', to: 'actor', card: draftCard(call.locale, id, line, seen, recent) }];
};

/** Keeps a line and asks whom it is about. @param seen what might have been the customer's name */
export const askWho = (call: Call, line: string, seen: string): Reply[] =>
  ask(call, addDraft(call.db, call.me.id, line, call.now), seen);

const recordDraft = (
  call: Call,
  draft: Draft,
  name: string,
  customerId: number | null,
): Reply[] => {
  const parsed = parseFollowup(draft.line, contextOf(call));
  const found = customerFor(call, name, customerId);
  removeDraft(call.db, draft.id);
  return [{ kind: 'replace', card: recordedCard(call, toldBy(call, parsed, found)) }];
};

/** Does something with the asker's own draft, or says that it is gone. @throws Refusal `not_yours` */
const withDraft = (call: Call, draftId: number, run: (draft: Draft) => Reply[]): Reply[] => {
  const draft = findDraft(call.db, draftId);
  if (draft !== undefined) return draft.memberId === call.me.id ? run(draft) : refuse('not_yours');
  const { title, gone } = call.locale.t.followup.draft;
  return [{ kind: 'replace', card: notice(call.locale, title, [gone]) }];
};

/** Verbs of `/followup` about lines not yet recorded. */
export const DRAFT_VERBS = {
  /** Something said to the bot without a command: kept as a draft, recorded on one tap. */
  say: verb({
    effect: 'write',
    args: z.object({ line: z.string().min(1).max(4000) }),
    run: (call, { line }) => {
      const { customer } = parseFollowup(line, contextOf(call));
      if (customer === null) return askWho(call, line, '');
      const { id } = addDraft(call.db, call.me.id, line, call.now);
      return [{ kind: 'card', to: 'actor', card: proposalCard(call.locale, id, line) }];
    },
  }),

  accept: verb({
    effect: 'write',
    args: one,
    run: (call, { draft: draftId }) =>
      withDraft(call, draftId, (draft) => {
        const { customer } = parseFollowup(draft.line, contextOf(call));
        return customer === null
          ? ask(call, draft, '')
          : recordDraft(call, draft, customer.name, customer.id);
      }),
  }),

  choose: verb({
    effect: 'write',
    args: one.extend({ customer: z.int().positive() }),
    run: (call, { draft: draftId, customer }) =>
      withDraft(call, draftId, (draft) => {
        const chosen = findCustomer(call.db, customer) ?? refuse('bad_id');
        return recordDraft(call, draft, chosen.name, chosen.id);
      }),
  }),

  which: verb({
    effect: 'read',
    args: one,
    run: (call, { draft: draftId }) =>
      withDraft(call, draftId, ({ id }) => [{ kind: 'form', form: draftForm(call.locale, id) }]),
  }),

  named: verb({
    effect: 'write',
    args: one,
    run: (call, { draft: draftId }, values) =>
      withDraft(call, draftId, (draft) => {
        const name = String(values.customer ?? '').trim();
        return name === '' || name.length > 200
          ? [{ kind: 'form', form: draftForm(call.locale, draftId, true) }]
          : recordDraft(call, draft, name, null);
      }),
  }),
};
