// Messages that were given up or may not have arrived: an admin has them sent again, or discards them.
import { z } from 'zod';
import { messageTitle, undeliveredCard } from '../../cards/settings-undelivered.ts';
import type { Card } from '../../chat/card.ts';
import {
  countUndelivered,
  destinationOf,
  discard,
  type Fate,
  findUndelivered,
  listUndelivered,
  reasonOf,
  resend,
  type Undelivered,
} from '../../store/undelivered.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { audited } from './change.ts';

/** Each has its fields and buttons. */
const SHOWN = 5;

const list = (call: Call, before: number | null, done: string | null): Card => {
  const { db, locale, zone, today } = call;
  const found = listUndelivered(db, SHOWN + 1, before);
  const shown = found.slice(0, SHOWN);
  const rows = shown.map((message) => ({
    ...message,
    to: destinationOf(db, message.target),
    reason: reasonOf(message),
  }));
  const older = found.length > SHOWN ? (shown.at(-1)?.id ?? null) : null;
  return undeliveredCard(locale, { rows, total: countUndelivered(db), older, done }, zone, today);
};

/** The message whose button was pressed, unless something has become of it since. @throws Refusal `message_moved` */
const pressed = (call: Call, fate: Fate): Undelivered & { readonly name: string } => {
  const message = findUndelivered(call.db, fate) ?? refuse('message_moved');
  return { ...message, name: messageTitle(call.locale, message.title) };
};

const fate = z.object({ key: z.string(), fence: z.int().nonnegative() });

export const UNDELIVERED_VERBS = {
  undelivered: verb({
    effect: 'read',
    role: 'admin',
    args: z.object({ before: z.int().positive().optional() }),
    run: (call, { before = null }) => [
      { kind: 'card', to: 'actor', card: list(call, before, null) },
    ],
  }),

  resend: verb({
    effect: 'write',
    role: 'admin',
    args: fate,
    run: (call, args) => {
      const { name, state } = pressed(call, args);
      resend(call.db, args, call.now);
      audited(call, 'message.resent', `message:${args.key}`, { state }, null);
      const done = call.locale.t.settings.undelivered.resent({ name });
      return [{ kind: 'replace', card: list(call, null, done) }];
    },
  }),

  discard: verb({
    effect: 'write',
    role: 'admin',
    args: fate,
    run: (call, args) => {
      const { name, state } = pressed(call, args);
      discard(call.db, args);
      audited(call, 'message.discarded', `message:${args.key}`, { state }, null);
      const done = call.locale.t.settings.undelivered.discarded({ name });
      return [{ kind: 'replace', card: list(call, null, done) }];
    },
  }),
};
