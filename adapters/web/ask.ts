// One request of the page: checked against what the person really sees, handed to the bot, its replies kept.

import type { Card } from '../../src/chat/card.ts';
import { encodeIntent } from '../../src/chat/intent.ts';
import type { Ask, Reply, Request } from '../../src/chat/request.ts';
import { isSealed } from '../../src/commands/index.ts';
import { assertNever } from '../../src/errors.ts';
import type { Deliveries } from './deliveries.ts';
import type { WebDeps, WebPerson } from './deps.ts';
import type { Hub } from './events.ts';
import type { Files } from './files.ts';
import { type Forms, readValues, viewForm } from './form.ts';
import type { Draft, Message, Messages, StoredPlace } from './messages.ts';
import { type Asked, addressedLine, findMentions, storedPlace, toRequest } from './parse.ts';
import { Rejection } from './rejection.ts';
import { viewMessage } from './render.ts';
import { askSealed } from './sealed.ts';
import type { AskAnswer, FormView } from './wire.ts';

interface Rooms {
  readonly deps: WebDeps;
  readonly messages: Messages;
  readonly deliveries: Deliveries;
  readonly forms: Forms;
  readonly files: Files;
  readonly hub: Hub;
  /** Makes the changes in one commit, or none of them. */
  readonly together: <T>(change: () => T) => T;
}

/** What is asked of the bot, and the message whose button led to it. */
interface Resolved {
  readonly ask: Ask;
  readonly origin: number | null;
}

/** Answers the checked body of `POST /web/ask`. The function it gives throws Rejection. */
export const createAsk =
  (rooms: Rooms) =>
  async (body: Asked): Promise<AskAnswer> => {
    const { deps, messages, deliveries, hub, together } = rooms;
    const people = await deps.people();
    const actor = people.find((one) => one.user === body.as) ?? newcomer(body);
    const place = storedPlace(actor, body.place);

    if (body.ask.kind === 'sealed') {
      return askSealed(rooms, body, body.ask, actor, place, answerOf);
    }
    const talk = await teamTalk(rooms, body, actor, place);
    if (talk !== null) return talk;

    const probe = toRequest(body.delivery, actor, place, deps.clock.now(), { kind: 'opened' });
    const before = deliveries.find(probe.id);
    const { ask, origin } =
      before === null
        ? resolve(rooms, body, actor, place, people)
        : { ask: before.request.ask, origin: before.origin };
    const request: Request = before?.request ?? { ...probe, ask };

    const shown: Message[] = [];
    together(() => {
      if (before === null) deliveries.remember(request, origin);
      if (request.ask.kind !== 'command' || body.ask.kind !== 'command') return;
      const draft = lineDraft(body, actor, place, request.at, actor.user);
      shown.push(messages.post(draft, `${request.id}:line`));
    });
    if (shown.length > 0) hub.wake();
    const replies = await answerOf(deps, request);
    const { posted, form } = together(() => {
      const delivery = { origin, answered: before?.answered ?? false };
      const kept = keepReplies(rooms, replies, request, place, delivery);
      if (!replies.some(isRefusal)) deliveries.answered(request.id);
      return kept;
    });
    hub.wake();
    return { messages: [...shown, ...posted].map((one) => viewMessage(one, actor.user)), form };
  };

/** A person nobody knows yet may do one thing: introduce themselves. */
const newcomer = (body: Asked): WebPerson => {
  const { ask } = body;
  if (ask.kind !== 'opened' || ask.name === undefined || !/^[A-Za-z0-9_-]{4,64}$/.test(body.as)) {
    throw new Rejection(403, 'unknown_person', 'no such person in this workspace');
  }
  return {
    user: body.as,
    name: ask.name.trim(),
    role: 'rep',
    team: null,
    locale: ask.locale ?? 'en',
    channels: [],
  };
};

const lineDraft = (
  body: Asked,
  actor: WebPerson,
  place: StoredPlace,
  at: number,
  audience: string | null,
) => ({
  place,
  audience,
  author: { user: actor.user, name: actor.name },
  at,
  delivery: body.delivery,
  content: { kind: 'line' as const, text: body.ask.kind === 'command' ? body.ask.line.trim() : '' },
});

/** Talk among the team is shown to the team and not taken to the bot; null when it was not that. */
const teamTalk = async (
  { deps, messages, hub }: Rooms,
  body: Asked,
  actor: WebPerson,
  place: StoredPlace,
): Promise<AskAnswer | null> => {
  if (body.ask.kind !== 'command') return null;
  const commands = [...deps.commands('en'), ...deps.commands('zh')];
  if (addressedLine(body.ask.line, place, commands) !== null) return null;
  const draft = lineDraft(body, actor, place, deps.clock.now(), null);
  const said = messages.post(draft, `web:${actor.user}:${body.delivery}:line`);
  hub.wake();
  return { messages: [viewMessage(said, actor.user)], form: null };
};

const resolve = (
  { deps, messages, forms }: Rooms,
  body: Asked,
  actor: WebPerson,
  place: StoredPlace,
  people: readonly WebPerson[],
): Resolved => {
  const { ask } = body;
  switch (ask.kind) {
    case 'command': {
      const commands = [...deps.commands('en'), ...deps.commands('zh')];
      const line = addressedLine(ask.line, place, commands) ?? ask.line.trim();
      const mentions = findMentions(line, people, ask.mentions);
      return { ask: { kind: 'command', line, mentions }, origin: null };
    }
    case 'press': {
      const intent = offeredIntent(messages, ask.message, ask.action, actor, place);
      return { ask: { kind: 'press', intent }, origin: ask.message };
    }
    case 'submit': {
      const open = forms.find(ask.form, actor.user);
      if (open === null || open.place !== place) {
        throw new Rejection(409, 'form_gone', 'that form is not open for you here');
      }
      const values = readValues(open.form, ask.values);
      return { ask: { kind: 'submit', intent: open.form.intent, values }, origin: open.origin };
    }
    case 'opened':
      return { ask: { kind: 'opened' }, origin: null };
    case 'sealed':
      throw new TypeError('an answer on its way into a ballot is not kept as a delivery');
    default:
      return assertNever(ask);
  }
};

/** The intent of a button that this person really sees; a forged or a vanished one is refused. */
const offeredIntent = (
  messages: Messages,
  id: number,
  action: string,
  actor: WebPerson,
  place: StoredPlace,
) => {
  const message = messages.find(id);
  const seen =
    message !== null &&
    message.place === place &&
    (message.audience === null || message.audience === actor.user);
  if (!seen) throw new Rejection(403, 'message', 'that message is not yours to see');
  const blocks = message.content.kind === 'card' ? message.content.card.blocks : [];
  const offered = blocks
    .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
    .find((one) => encodeIntent(one.intent) === action);
  // Kept as a delivery it would stay: it has its own way.
  if (offered === undefined || isSealed(offered.intent)) {
    throw new Rejection(409, 'button_gone', 'the message has no such button');
  }
  return offered.intent;
};

const answerOf = async (deps: WebDeps, request: Request): Promise<readonly Reply[]> => {
  try {
    return await deps.bot.handle(request);
  } catch (error) {
    // The message of an error may quote what was typed; its name and place in the code do not.
    const frame = error instanceof Error ? error.stack?.split('\n    at ')[1] : undefined;
    const name = error instanceof Error ? error.name : typeof error;
    deps.log.error({ request: request.id, ask: request.ask.kind, name, frame }, 'bot failed');
    throw new Rejection(500, 'bot', 'Genjin could not answer; try again with the same delivery');
  }
};

/** Why nothing was done: a card that says so, with nothing to press that could have changed it since. */
const refuses = ({ tone, blocks }: Card): boolean =>
  (tone === 'warning' || tone === 'bad') && !blocks.some(({ kind }) => kind === 'actions');

const isRefusal = (reply: Reply): boolean => reply.kind === 'card' && refuses(reply.card);

/** Keeps an answer once. What was refused before gives way to what the same delivery is answered now. */
const keepAnswer = (
  messages: Messages,
  to: Pick<Draft, 'place' | 'audience' | 'at'>,
  content: Draft['content'],
  key: string,
): Message => {
  const draft: Draft = { ...to, author: null, delivery: null, content };
  const kept = messages.post(draft, key);
  if (kept.content.kind !== 'card' || !refuses(kept.content.card)) return kept;
  return content.kind === 'card' && kept.audience === to.audience
    ? (messages.replace(kept.id, content.card) ?? kept)
    : messages.post(draft, `${key}:again`);
};

const keepReplies = (
  { deps, messages, forms, files }: Rooms,
  replies: readonly Reply[],
  request: Request,
  place: StoredPlace,
  { origin, answered }: { readonly origin: number | null; readonly answered: boolean },
): { readonly posted: readonly Message[]; readonly form: FormView | null } => {
  const { user } = request.actor;
  const posted: Message[] = [];
  let form: FormView | null = null;
  const keep = (key: string, audience: string | null, content: Draft['content']): void => {
    const to = { place, audience, at: deps.clock.now() };
    posted.push(keepAnswer(messages, to, content, key));
  };
  replies.forEach((reply, index) => {
    const key = `${request.id}:${index}`;
    switch (reply.kind) {
      case 'form':
        forms.open({ id: key, user, place, origin, form: reply.form });
        form = viewForm(key, reply.form);
        return;
      case 'replace': {
        if (origin === null) {
          keep(key, user, { kind: 'card', card: reply.card });
          return;
        }
        // A retry of an old press must not undo what happened to the message since.
        const kept = answered ? messages.find(origin) : messages.replace(origin, reply.card);
        if (kept !== null) posted.push(kept);
        return;
      }
      case 'card': {
        const everybody = reply.to === 'channel' && !place.startsWith('person:');
        keep(key, everybody ? null : user, { kind: 'card', card: reply.card });
        return;
      }
      case 'file': {
        const { locale, title, text, table, needs } = reply.file;
        const kept = files.keep(key, {
          user,
          name: `${table.name}.csv`,
          needs,
          content: deps.csv(table),
        });
        const bytes = Buffer.byteLength(kept.content);
        const { id, name } = kept;
        keep(key, user, { kind: 'file', id, locale, title, text, name, bytes });
        return;
      }
      default:
        assertNever(reply);
    }
  });
  return { posted, form };
};
