// The answer to a question of the confirmation card.
import { z } from 'zod';
import { moneyOf } from '../../domain/money.ts';
import { CHANNELS } from '../../domain/parsing/codes.ts';
import { parseAmount, parseFollowup } from '../../domain/parsing/parse.ts';
import type { Clarify } from '../../domain/parsing/parsed.ts';
import { dayOf } from '../../domain/time.ts';
import type { Followup } from '../../store/followup.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { contextOf, occurredOn } from '../told.ts';
import { corrected } from './answer.ts';
import { ownFollowup, toldAgain } from './own.ts';
import { roleOf } from './values.ts';

/** Whether the chosen reading of a date is the day of the contact: a next step never lies behind. */
const isPast = (call: Call, { candidates }: Clarify, { loggedAt }: Followup, value: string) => {
  const today = dayOf(loggedAt, call.zone);
  const day = value.slice(0, 10);
  return day < today || (day === today && candidates.every((each) => each.slice(0, 10) <= today));
};

/** The verb of `/followup` that takes the channel, date or currency asked for. */
export const CLARIFY_VERBS = {
  clarify: verb({
    effect: 'write',
    args: z.object({
      id: z.int().positive(),
      kind: z.enum(['channel', 'date', 'currency']),
      value: z.string().max(40),
    }),
    run: (call, { id, kind, value }) => {
      const row = ownFollowup(call, id);
      const told = toldAgain(call, row);
      if (kind === 'channel') {
        const channel = CHANNELS.find((known) => known === value) ?? refuse('bad_id');
        return corrected(call, row, { ...told, channel });
      }
      // Only what was asked can be answered: the value comes from outside.
      const asked = row.clarify.find(
        (open) => open.kind === kind && open.candidates.includes(value),
      );
      if (asked === undefined) return refuse('stale_button');
      const clarify = row.clarify.filter((open) => open !== asked);
      if (kind === 'currency') {
        const context = { ...contextOf(call), currency: value };
        const whole = parseFollowup(row.text, context).amount;
        const amount = whole ?? parseAmount(asked.seen, { ...context, settled: true });
        if (amount === null) return refuse('stale_button');
        const money = moneyOf(amount.value, value);
        const max = amount.max === undefined ? null : moneyOf(amount.max, value);
        const role = roleOf(row.outcome, amount.role);
        return corrected(call, row, { ...told, clarify, amount: { money, max, role } });
      }
      if (isPast(call, asked, row, value)) {
        const occurredAt = occurredOn(call, value);
        return corrected(call, row, { ...told, clarify, occurredAt });
      }
      const next = {
        action: told.next?.action ?? null,
        dueOn: value.slice(0, 10),
        dueTime: value.includes('T') ? value : null,
        precision: value.includes('T') ? ('minute' as const) : ('day' as const),
      };
      return corrected(call, row, { ...told, clarify, next });
    },
  }),
};
