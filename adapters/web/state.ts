// What the page needs to know at its start: who, where, which words, what time.
import { createHash } from 'node:crypto';
import type { Instant } from '../../src/domain/time.ts';
import { addDays, dayOf, instantOf, isDay } from '../../src/domain/time.ts';
import type { WebDeps, WebPerson } from './deps.ts';
import { LIMITS } from './limits.ts';
import type { Messages } from './messages.ts';
import { Rejection } from './rejection.ts';
import { languageOf, textsOf } from './texts.ts';
import type { ClockView, Language, Move, PersonView, StateView } from './wire.ts';

/** The member by id. @throws Rejection 403 when there is none */
export const memberOf = (people: readonly WebPerson[], user: string): WebPerson => {
  const person = people.find((one) => one.user === user);
  if (person === undefined) {
    throw new Rejection(403, 'unknown_person', 'no such person in this workspace');
  }
  return person;
};

/** The page's state for `me`, or for nobody yet. */
export const viewState = (
  deps: WebDeps,
  messages: Messages,
  people: readonly WebPerson[],
  me: WebPerson | null,
  wanted: Language | undefined,
): StateView => {
  const language = wanted ?? languageOf(me?.locale ?? people[0]?.locale ?? 'en');
  const texts = textsOf(language);
  const places =
    me === null
      ? []
      : [
          ...me.channels.map(({ channel, name }) => ({
            id: `channel:${channel}` as const,
            name,
            unread: messages.unread(me.user, `channel:${channel}`),
          })),
          {
            id: 'direct' as const,
            name: texts.rail.direct,
            unread: messages.unread(me.user, `person:${me.user}`),
          },
        ];
  return {
    language,
    texts,
    me: me === null ? null : viewPerson(me),
    people: people.map(viewPerson),
    places,
    commands: deps.commands(language),
    clock: viewClock(deps, people),
    ...messages.last(),
  };
};

const viewPerson = ({ user, name, role, team }: WebPerson): PersonView => ({
  user,
  name,
  role,
  team,
});

/** The time, and a mark that changes with the people. */
export const viewClock = (
  { clock }: Pick<WebDeps, 'clock'>,
  people: readonly WebPerson[],
): ClockView => ({
  now: clock.now(),
  zone: clock.zone,
  demo: clock.demo === null ? null : { next: clock.demo.nextPost() },
  roster: createHash('sha256').update(JSON.stringify(people)).digest('hex').slice(0, 12),
});

/** The instant a move of the demo clock leads to. @throws Rejection when it leads nowhere */
export const targetOf = ({ clock }: Pick<WebDeps, 'clock'>, move: Move): Instant => {
  if (clock.demo === null) throw new Rejection(409, 'no_demo', 'the clock is real here');
  const now = clock.now();
  const to = landing(move, now, clock.zone, clock.demo.nextPost());
  if (to <= now) throw new Rejection(409, 'clock_back', 'the demo clock goes forward only');
  if (to - now > LIMITS.jumpDays * 86_400_000) {
    throw new Rejection(409, 'clock_far', `at most ${LIMITS.jumpDays} days at once`);
  }
  return to;
};

const landing = (move: Move, now: Instant, zone: string, next: Instant | null): Instant => {
  switch (move.kind) {
    case 'next':
      if (next === null) throw new Rejection(409, 'clock_idle', 'no post is scheduled');
      return next;
    case 'hours':
      return now + move.hours * 3_600_000;
    case 'tomorrow':
      return instantOf(addDays(dayOf(now, zone), 1), move.time, zone);
    case 'at':
      if (!isDay(move.day)) throw new Rejection(400, 'bad_shape', 'move.day: not a day');
      return instantOf(move.day, move.time, zone);
    default:
      return move satisfies never;
  }
};
