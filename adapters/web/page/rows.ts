// How a message stands to the one before it: a new day, or one more line of the same person.
import type { MessageView } from '../wire.ts';
import { h } from './dom.ts';
import type { Session } from './session.ts';

/** Lines of one person within this time are shown as one block. */
const TOGETHER = 5 * 60_000;
const DAY = 86_400_000;

/** The line that begins a day; null within one. */
export const daySeparator = (
  message: MessageView,
  previous: MessageView | null,
  session: Session,
): HTMLElement | null => {
  const { dates } = session;
  if (previous !== null && dates.key(previous.at) === dates.key(message.at)) return null;
  const label = dayLabel(message.at, session);
  return h('li', { class: 'day', role: 'separator', 'aria-label': label }, h('span', {}, label));
};

/** Whether the message goes on where the one before it stopped, and need not say who and when. */
export const isCompact = (message: MessageView, previous: MessageView | null): boolean =>
  previous !== null &&
  previous.author?.user === message.author?.user &&
  previous.private === message.private &&
  message.at - previous.at < TOGETHER &&
  message.body.kind === 'line';

const dayLabel = (at: number, { dates, state }: Session): string => {
  const { now } = state.clock;
  const key = dates.key(at);
  if (key === dates.key(now)) return state.texts.message.today;
  if (key === dates.key(now - DAY)) return state.texts.message.yesterday;
  return dates.day(at, now);
};
