// Padding: a note pasted again for the same customer, as some people do when only the number counts.
import { dayOf, MINUTE, type Zone } from '../../../src/domain/time.ts';
import type { DemoFollowup } from './model.ts';
import { streamOf } from './random.ts';
import { chance, integer, pick } from './sample.ts';

/** The share of notes that are pasted again. */
const RATE = 0.4;

/**
 * The copy of a note, an hour or so later on the same day; null when this one is not copied. Amounts never are:
 * even a padder does not invent money.
 */
export const copyOf = (
  seed: string,
  zone: Zone,
  original: DemoFollowup,
  key: string,
): DemoFollowup | null => {
  const random = streamOf(seed, 'copy', original.key);
  if (!chance(random, RATE) || original.text.length < 16 || original.amountRole !== null)
    return null;
  const occurredAt = original.occurredAt + integer(random, 35, 120) * MINUTE;
  const loggedAt = Math.max(original.loggedAt, occurredAt) + integer(random, 1, 5) * MINUTE;
  if (dayOf(loggedAt, zone) !== dayOf(original.loggedAt, zone)) return null;
  const text = `${original.text}${pick(random, ['', '。', '！'])}`;
  return { ...original, key, text, occurredAt, loggedAt, copyOf: original.key };
};
