// How often a person may ask: thirty requests in any minute, counted in memory.
import type { Person } from '../../src/chat/text.ts';
import { type Instant, MINUTE } from '../../src/domain/time.ts';

const PER_MINUTE = 30;
/** People remembered at once; the longest silent are forgotten first. */
const REMEMBERED = 50_000;

/** Says for each request how many milliseconds to wait first; null to go on. */
export const createThrottle = (
  perMinute = PER_MINUTE,
): ((person: Person, now: Instant) => number | null) => {
  const recent = new Map<string, Instant[]>();
  return ({ platform, tenant, user }, now) => {
    const key = JSON.stringify([platform, tenant, user]);
    // A clock that went back would make a person wait for it: what lies ahead is forgotten.
    const times = (recent.get(key) ?? []).filter((at) => at > now - MINUTE && at <= now);
    recent.delete(key);
    recent.set(key, times);
    if (recent.size > REMEMBERED) {
      const [oldest] = recent.keys();
      if (oldest !== undefined) recent.delete(oldest);
    }
    const [first] = times;
    if (times.length >= perMinute && first !== undefined) return first + MINUTE - now;
    times.push(now);
    return null;
  };
};
