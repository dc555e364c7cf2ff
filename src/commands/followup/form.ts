// The follow-up as a form: a new one, and one to be corrected.
import { z } from 'zod';
import { followupForm } from '../../cards/followup-form.ts';
import type { Values } from '../../chat/form.ts';
import type { Reply } from '../../chat/request.ts';
import type { Followup } from '../../store/followup.ts';
import { listFields } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { type Told, teamOf } from '../record.ts';
import { corrected, recordedCard } from './answer.ts';
import { ownFollowup, toldAgain } from './own.ts';
import { readForm } from './values.ts';

const one = z.object({ id: z.int().positive() });
const nothing = z.object({});

/** A submitted form: what it tells, or the form again with what is wrong. */
const submitted = (
  call: Call,
  values: Values,
  row: Followup | null,
  finish: (told: Told) => Reply[],
): Reply[] => {
  const fields = listFields(call.db, teamOf(call).id);
  const read = readForm(call, values, fields, row === null ? null : toldAgain(call, row));
  if ('told' in read) return finish(read.told);
  const form = followupForm(call.locale, { fields, values, id: row?.id ?? null });
  return [{ kind: 'form', form: { ...form, errors: read.errors } }];
};

/** Verbs of `/followup` that show or read its form. */
export const FORM_VERBS = {
  form: verb({
    effect: 'read',
    args: nothing,
    run: (call) => {
      const fields = listFields(call.db, teamOf(call).id);
      return [{ kind: 'form', form: followupForm(call.locale, { fields, values: {}, id: null }) }];
    },
  }),

  submit: verb({
    effect: 'write',
    args: nothing,
    run: (call, _args, values) =>
      submitted(call, values, null, (told) => [
        { kind: 'card', to: 'actor', card: recordedCard(call, told) },
      ]),
  }),

  fix: verb({
    effect: 'read',
    args: one,
    run: (call, { id }) => {
      const row = ownFollowup(call, id);
      const told = { ...toldAgain(call, row), zone: call.zone };
      const fields = listFields(call.db, teamOf(call).id);
      return [{ kind: 'form', form: followupForm(call.locale, { fields, told, values: {}, id }) }];
    },
  }),

  fixed: verb({
    effect: 'write',
    args: one,
    run: (call, { id }, values) => {
      const row = ownFollowup(call, id);
      return submitted(call, values, row, (told) => corrected(call, row, told));
    },
  }),
};
