// The demo's clock: what time it is there, and the ways to move it forward.
import type { ClockView, Move } from '../wire.ts';
import { ApiError, postClock } from './api.ts';
import { freshId, h } from './dom.ts';
import { fill } from './format.ts';
import { icon } from './icons.ts';
import type { Session } from './session.ts';
import { toast } from './toast.ts';

const MINUTE = 60_000;

export interface DemoClock {
  readonly element: HTMLElement;
  /** Sets it by the server's. */
  set(clock: ClockView): void;
  close(): void;
}

/** The clock of a demo; the time runs on between the server's signs of life. */
export const createClock = (session: Session, changed: (clock: ClockView) => void): DemoClock => {
  const { dates, me, state } = session;
  const words = state.texts.clock;
  const id = freshId('clock');
  const shown = h('span', { class: 'full' });
  const brief = h('span', { class: 'brief' });
  const button = h(
    'button',
    { type: 'button', class: 'clock', popovertarget: id },
    icon('clock'),
    shown,
    brief,
  );
  const full = h('p', { class: 'now' });
  const day = h('input', { type: 'date', 'aria-label': words.day, required: true });
  const time = h('input', { type: 'time', 'aria-label': words.time, required: true });
  const next = h('button', {
    type: 'button',
    class: 'button primary',
    onclick: () => move({ kind: 'next' }),
  });
  const status = h('p', { class: 'note', role: 'status' });
  const panel = h(
    'div',
    { id, class: 'panel clocks', popover: 'auto', role: 'dialog', 'aria-label': words.title },
    h('h2', {}, words.title),
    full,
    h('p', { class: 'note' }, words.text),
    next,
    h(
      'div',
      { class: 'pair' },
      h(
        'button',
        { type: 'button', class: 'button plain', onclick: () => move({ kind: 'hours', hours: 1 }) },
        words.hour,
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'button plain',
          onclick: () => move({ kind: 'tomorrow', time: '09:00' }),
        },
        words.tomorrow,
      ),
    ),
    h(
      'form',
      {
        class: 'at',
        onsubmit: (event) => {
          event.preventDefault();
          move({ kind: 'at', day: day.value, time: time.value });
        },
      },
      day,
      time,
      h('button', { type: 'submit', class: 'button plain' }, words.go),
    ),
    status,
  );

  let base = { clock: state.clock, at: performance.now() };
  const now = () => base.clock.now + performance.now() - base.at;
  const draw = () => {
    const at = now();
    const text = dates.moment(at);
    shown.textContent = text;
    brief.textContent = dates.brief(at);
    button.setAttribute('aria-label', fill(words.open, { time: text }));
    full.textContent = `${dates.day(at, 0)} ${dates.time(at)}`;
    const due = base.clock.demo?.next ?? null;
    next.disabled = due === null;
    next.textContent = due === null ? words.next : fill(words.nextAt, { time: dates.moment(due) });
  };
  const set = (clock: ClockView) => {
    base = { clock, at: performance.now() };
    draw();
  };
  const move = (to: Move) => void jump(to);
  const jump = async (to: Move): Promise<void> => {
    panel.inert = true;
    status.textContent = words.jumping;
    try {
      const clock = await postClock(me.user, to);
      set(clock);
      changed(clock);
      panel.hidePopover();
      toast(fill(words.jumped, { time: dates.moment(clock.now) }));
      status.textContent = '';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      status.textContent = state.texts.errors[error.code];
    } finally {
      panel.inert = false;
    }
  };
  panel.addEventListener('beforetoggle', () => {
    day.value = dates.key(now());
    day.min = day.value;
    time.value = dates.time(now());
    status.textContent = '';
  });
  draw();
  const timer = setInterval(draw, MINUTE / 6);
  return {
    element: h('div', { class: 'demo' }, button, panel),
    set,
    close: () => clearInterval(timer),
  };
};
