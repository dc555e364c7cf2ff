// The outbound side: the web page as a Platform, over its own message store.
import type { Platform, Target } from '../../src/chat/platform.ts';
import { PlatformError } from '../../src/errors.ts';
import { PLATFORM, TENANT, type WebDeps, type WebPerson } from './deps.ts';
import type { Hub } from './events.ts';
import { LIMITS } from './limits.ts';
import type { Messages, StoredPlace } from './messages.ts';
import { webPerson } from './parse.ts';

/** The page as a platform: what it posts is stored under its key, then shown live. */
export const createPlatform = (
  deps: Pick<WebDeps, 'people' | 'clock'>,
  messages: Messages,
  hub: Hub,
): Platform => {
  const audience = async (target: Target): Promise<readonly WebPerson[]> => {
    if (target.platform !== PLATFORM || target.tenant !== TENANT) {
      throw new PlatformError('gone', 'not a place of this web page');
    }
    const people = await deps.people();
    return target.kind === 'person'
      ? people.filter((one) => one.user === target.user)
      : people.filter((one) => one.channels.some((seen) => seen.channel === target.channel));
  };

  return {
    name: PLATFORM,
    capabilities: {
      ephemeral: true,
      forms: true,
      replace: true,
      mentions: true,
      chart: true,
      maxBytes: LIMITS.card,
      answerWithinMs: LIMITS.answer,
      idempotentPost: true,
    },
    async post(target, card, key) {
      refuseOversize(card);
      const seenBy = await audience(target);
      if (seenBy.length === 0) throw new PlatformError('gone', 'nobody sees that place');
      const place: StoredPlace =
        target.kind === 'person' ? `person:${target.user}` : `channel:${target.channel}`;
      const { id } = messages.post(
        {
          place,
          audience: target.kind === 'person' ? target.user : null,
          author: null,
          at: deps.clock.now(),
          delivery: null,
          content: { kind: 'card', card },
        },
        `post:${key}`,
      );
      hub.wake();
      return String(id);
    },
    async replace(message, card) {
      refuseOversize(card);
      const known = /^\d{1,15}$/.test(message) && messages.replace(Number(message), card);
      if (!known) throw new PlatformError('gone', 'no such message');
      hub.wake();
    },
    async profile(person) {
      const [found] = await audience({ kind: 'person', ...person });
      if (found === undefined) throw new PlatformError('gone', 'no such person');
      return { name: found.name, locale: found.locale, zone: deps.clock.zone };
    },
    async members(target) {
      return (await audience(target)).map((one) => webPerson(one.user));
    },
  };
};

const refuseOversize = (card: unknown): void => {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > LIMITS.card) {
    throw new PlatformError('refused', `a card of ${bytes} bytes; ${LIMITS.card} is the most`);
  }
};
