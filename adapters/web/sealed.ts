// An answer on its way into a ballot: it passes through to the bot and back, and nothing of it is kept here.
import { z } from 'zod';
import { encodeIntent, type Intent } from '../../src/chat/intent.ts';
import type { Ask, Reply } from '../../src/chat/request.ts';
import { isSealed } from '../../src/commands/index.ts';
import { assertNever } from '../../src/errors.ts';
import type { WebDeps, WebPerson } from './deps.ts';
import { viewForm } from './form.ts';
import type { Messages, StoredPlace } from './messages.ts';
import { type Asked, toRequest } from './parse.ts';
import { Rejection } from './rejection.ts';
import { viewCard } from './render.ts';
import type { AskAnswer } from './wire.ts';

type SealedAsk = Extract<Asked['ask'], { kind: 'sealed' }>;

const encoded = z.tuple([
  z.string(),
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number()])),
]);

const gone = () => new Rejection(409, 'button_gone', 'no such button or form');

/** What the page holds, since no stored card does: its verb reads it and authorises it again. */
const intentIn = (text: string): Intent => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw gone();
  }
  const parsed = encoded.safeParse(json);
  if (!parsed.success) throw gone();
  const [command, verb, args] = parsed.data;
  const intent = { command, verb, args };
  if (!isSealed(intent)) throw gone();
  // Longer than any button may be: it was made by hand.
  try {
    encodeIntent(intent);
  } catch {
    throw gone();
  }
  return intent;
};

/** Takes an answer to the bot. The function given calls it; neither the request nor the replies are stored. */
export const askSealed = async (
  { deps, messages }: { readonly deps: WebDeps; readonly messages: Messages },
  body: Asked,
  ask: SealedAsk,
  actor: WebPerson,
  place: StoredPlace,
  answerOf: (deps: WebDeps, request: ReturnType<typeof toRequest>) => Promise<readonly Reply[]>,
): Promise<AskAnswer> => {
  const message = messages.find(ask.message);
  if (message === null || message.place !== place || message.audience !== actor.user) {
    throw new Rejection(403, 'message', 'that message is not yours to see');
  }
  const intent = intentIn(ask.intent);
  const asked: Ask =
    ask.values === null
      ? { kind: 'press', intent }
      : { kind: 'submit', intent, values: ask.values };
  const request = toRequest(body.delivery, actor, place, deps.clock.now(), asked);
  const answer: { -readonly [K in keyof AskAnswer]: AskAnswer[K] } = { messages: [], form: null };
  for (const reply of await answerOf(deps, request)) {
    switch (reply.kind) {
      case 'replace':
        answer.shown = { message: message.id, card: viewCard(reply.card) };
        break;
      case 'card':
        answer.said = reply.card.summary;
        break;
      case 'form':
        answer.form = viewForm('sealed', reply.form);
        break;
      case 'file':
        throw new TypeError('an answer is not answered with a file');
      default:
        assertNever(reply);
    }
  }
  return answer;
};
