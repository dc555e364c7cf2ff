// A place without messages: a greeting and three things to try.
import type { PlaceView } from '../wire.ts';
import { h } from './dom.ts';
import { fill } from './format.ts';
import { seal } from './icons.ts';
import type { Session } from './session.ts';

/** @param choose is given the example that was tapped */
export const emptyState = (
  { state, me }: Session,
  place: PlaceView,
  choose: (line: string) => void,
): HTMLElement => {
  const { empty } = state.texts;
  const direct = place.id === 'direct';
  const title = direct
    ? fill(empty.directTitle, { name: me.name })
    : fill(empty.channelTitle, { name: place.name });
  return h(
    'section',
    { class: 'empty' },
    h('span', { class: 'avatar bot large' }, seal()),
    h('h2', { dir: 'auto' }, title),
    h('p', {}, direct ? empty.directText : empty.channelText),
    h('h3', {}, empty.examples),
    h(
      'ul',
      {},
      ...[empty.first, empty.second, empty.third].map((line) =>
        h(
          'li',
          {},
          h('button', { type: 'button', class: 'example', onclick: () => choose(line) }, line),
        ),
      ),
    ),
  );
};
