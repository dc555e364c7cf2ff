// One message in the list: who, when, what, and how its sending went.
import type { PageMessages } from '../../../src/locales/en/page.ts';
import type { MessageView } from '../wire.ts';
import { avatar } from './avatar.ts';
import { type CardContext, cardElement } from './card.ts';
import { append, h } from './dom.ts';
import { fileElement } from './file.ts';
import { icon } from './icons.ts';
import type { Session } from './session.ts';

/** A stored message; `compact` leaves out who and when because the one before says it. */
export const messageElement = (
  message: MessageView,
  compact: boolean,
  session: Session,
  context: CardContext,
): HTMLLIElement => {
  const item = frame(message.author, message.at, compact, session);
  item.dataset.id = String(message.id);
  const body = item.querySelector('.body') ?? item;
  if (message.private && message.place !== 'direct') append(body, [onlyYou(session.state.texts)]);
  append(body, [bodyElement(message.body, context)]);
  return item;
};

const bodyElement = (body: MessageView['body'], context: CardContext): HTMLElement => {
  switch (body.kind) {
    case 'line':
      return h('p', { class: 'line', dir: 'auto' }, body.text);
    case 'card':
      return cardElement(body.card, context);
    case 'file':
      return fileElement(body.file);
    default:
      return body satisfies never;
  }
};

/** What a message says, in plain text. */
export const spoken = (body: MessageView['body']): string => {
  switch (body.kind) {
    case 'line':
      return body.text;
    case 'card':
      return body.card.summary;
    case 'file':
      return `${body.file.title} · ${body.file.text}`;
    default:
      return body satisfies never;
  }
};

/** A line on its way. */
export const pendingElement = (text: string, session: Session): HTMLLIElement => {
  const item = frame(session.me, session.state.clock.now, false, session);
  item.classList.add('pending');
  append(item.querySelector('.body') ?? item, [h('p', { class: 'line', dir: 'auto' }, text)]);
  return item;
};

/** Says at a message how its sending goes, with a way to try again when it failed; null says nothing. */
export const setFate = (
  item: HTMLElement,
  fate: { readonly what: string; readonly retry: (() => void) | null } | null,
  retryLabel: string,
): void => {
  item.querySelector('.fate')?.remove();
  const retry = fate?.retry ?? null;
  item.classList.toggle('failed', retry !== null);
  if (fate === null) return;
  const button =
    retry === null
      ? null
      : h(
          'button',
          { type: 'button', class: 'link', onclick: () => retry() },
          icon('retry'),
          retryLabel,
        );
  append(item.querySelector('.body') ?? item, [
    h('p', { class: 'fate', role: 'status' }, fate.what, ' ', button),
  ]);
};

const frame = (
  author: { readonly user: string; readonly name: string } | null,
  at: number,
  compact: boolean,
  { state, dates, me }: Session,
): HTMLLIElement => {
  const { texts } = state;
  const stamp = h(
    'time',
    { datetime: new Date(at).toISOString(), title: dates.moment(at) },
    dates.time(at),
  );
  if (compact) {
    return h(
      'li',
      { class: 'message compact' },
      h('span', { class: 'margin' }, stamp),
      h('div', { class: 'body' }),
    );
  }
  return h(
    'li',
    { class: 'message' },
    h('span', { class: 'margin' }, avatar(author)),
    h(
      'div',
      { class: 'body' },
      h(
        'p',
        { class: 'who' },
        h('b', { dir: 'auto' }, author?.name ?? texts.bot),
        author === null ? h('span', { class: 'tag' }, texts.botBadge) : null,
        author?.user === me.user ? h('span', { class: 'tag' }, texts.you) : null,
        stamp,
      ),
    ),
  );
};

const onlyYou = (texts: PageMessages): HTMLElement =>
  h('p', { class: 'only-you' }, icon('eye'), texts.message.onlyYou);
