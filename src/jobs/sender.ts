// Posts what the outbox holds: each message once, at the platforms' pace, and gives up loudly.
import type { MessageRef, Platform, Target } from '../chat/platform.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import { assertNever, PlatformError } from '../errors.ts';
import {
  type Claimed,
  claimDue,
  nextAt,
  PACE_MS,
  settleDead,
  settleRetry,
  settleSent,
  settleUnknown,
} from '../store/outbox.ts';
import { dropNote, type Replaced, replacedBy } from '../store/withdrawal.ts';
import type { Db, Workspace } from '../store/workspace.ts';
import { tellAdmins } from './undelivered.ts';

/** Posts under way at once; each goes to another target. */
const LANES = 8;
/** Longer than any adapter waits for its platform. */
const LEASE_MS = MINUTE;
/** The first wait; each later one is up to twice as long: 8 tries within 127 minutes. */
const BACKOFF_MS = MINUTE;
const MAX_TRIES = 8;
/**
 * Platforms that know a key again forget it after an hour (Feishu's `uuid`), so an uncertain post is repeated only
 * while that is certain: the 5th try comes at most 15 minutes after the first, and the 6th at most 31.
 */
const MAX_UNCERTAIN_TRIES = 5;
const MAX_ORPHANED_MS = 20 * MINUTE;

interface Outcome {
  readonly id: number;
  readonly key: string;
  /**
   * `due`: to be tried again; `stale`: the claim ran out meanwhile, and what came of it is not recorded; `dropped`: a
   * note with nothing to take the place of.
   */
  readonly state: 'sent' | 'due' | 'unknown' | 'dead' | 'stale' | 'dropped';
  readonly error?: string;
}

export interface SendReport {
  readonly outcomes: readonly Outcome[];
  /** When to come back; null when nothing waits. */
  readonly next: Instant | null;
}

type Settlement =
  | { readonly state: 'sent'; readonly remote: string }
  | {
      readonly state: 'due';
      readonly afterMs: number;
      readonly counts: boolean;
      readonly error: string;
    }
  | { readonly state: 'unknown' | 'dead'; readonly error: string }
  | { readonly state: 'dropped'; readonly replaced: Replaced | 'gone' };

/** A message under way, with the one whose place it is to take; null for one that is posted. */
interface Taken extends Claimed {
  readonly replaced: Replaced | 'gone' | null;
}

/**
 * Posts all that is due. May run at the same time as others of its kind: nothing is posted twice.
 * @param platforms by name
 * @param now the clock; asked again after each post, since Retry-After counts from the answer
 * @param random 0 ≤ x < 1, for the jitter
 * @throws AggregateError when outcomes could not be recorded; those messages are taken up again when their lease ends
 */
export const sendDue = async (
  workspace: Workspace,
  platforms: ReadonlyMap<string, Platform>,
  now: () => Instant,
  random: () => number,
): Promise<SendReport> => {
  const outcomes: Outcome[] = [];

  const lane = async (): Promise<void> => {
    for (;;) {
      const claimedAt = now();
      const claim = { now: claimedAt, leaseMs: LEASE_MS, limit: 1 };
      const [message] = await workspace.write((db) => take(db, claim));
      if (message === undefined) return;
      const platform = platforms.get(message.target.platform);
      const settlement = await deliver(message, platform, claimedAt, random);
      const settledAt = now();
      const ours = await workspace.write((db) => record(db, message, settlement, settledAt));
      outcomes.push({
        id: message.id,
        key: message.key,
        state: ours ? settlement.state : 'stale',
        ...('error' in settlement && { error: settlement.error }),
      });
    }
  };

  const before = next(workspace, now());
  if (before === null || before > now()) return { outcomes, next: before };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failures = lanes.filter((result) => result.status === 'rejected');
  if (failures.length > 0) {
    throw new AggregateError(
      failures.map(({ reason }) => reason),
      'outcomes of the sender could not be recorded',
    );
  }
  const after = now();
  const then = next(workspace, after);
  // What is still due is held back by its target's pace or its tenant's Retry-After.
  return { outcomes, next: then !== null && then <= after ? after + PACE_MS : then };
};

const next = (workspace: Workspace, now: Instant): Instant | null =>
  workspace.read((db) => nextAt(db, { now, leaseMs: LEASE_MS }));

const take = (db: Db, claim: Parameters<typeof claimDue>[1]): readonly Taken[] =>
  claimDue(db, claim).map((message) => ({ ...message, replaced: replacedBy(db, message.key) }));

const deliver = (
  message: Taken,
  platform: Platform | undefined,
  now: Instant,
  random: () => number,
): Settlement | Promise<Settlement> => {
  const { replaced } = message;
  if (replaced === null) return post(message, platform, now, random);
  if (replaced === 'gone' || replaced.remote === null) {
    return { state: 'dropped', replaced };
  }
  if (platform === undefined || platform.capabilities.replace) {
    return replace(message, replaced.remote, platform, random);
  }
  return replaced.otherwise === 'post'
    ? post(message, platform, now, random)
    : { state: 'dropped', replaced };
};

/** Replacing twice is no harm, so it is tried again whatever became of the last try. */
const replace = async (
  { target, card, attempts }: Claimed,
  remote: MessageRef,
  platform: Platform | undefined,
  random: () => number,
): Promise<Settlement> => {
  if (platform === undefined) return notConfigured(target);
  try {
    await platform.replace(remote, card);
    return { state: 'sent', remote };
  } catch (error) {
    // Somebody has taken it away already, or its channel.
    if (error instanceof PlatformError && error.reason === 'gone') return { state: 'sent', remote };
    return afterFailure(error, attempts, true, random);
  }
};

const notConfigured = ({ platform }: Target): Settlement => ({
  state: 'dead',
  error: `refused: ${platform} is not configured`,
});

const post = async (
  { key, target, card, attempts, orphanedAt }: Claimed,
  platform: Platform | undefined,
  now: Instant,
  random: () => number,
): Promise<Settlement> => {
  if (platform === undefined) return notConfigured(target);
  const { idempotentPost } = platform.capabilities;
  if (orphanedAt !== null && !(idempotentPost && now - orphanedAt <= MAX_ORPHANED_MS)) {
    return { state: 'unknown', error: 'unknown_outcome: the process ended while posting' };
  }
  try {
    return { state: 'sent', remote: await platform.post(target, card, key) };
  } catch (error) {
    return afterFailure(error, attempts, idempotentPost, random);
  }
};

const afterFailure = (
  error: unknown,
  attempts: number,
  idempotentPost: boolean,
  random: () => number,
): Settlement => {
  // A fault of ours says nothing about whether the platform got the message.
  const failure =
    error instanceof PlatformError ? error : new PlatformError('unknown_outcome', String(error));
  const { reason, retryAfterMs } = failure;
  const text = `${reason}: ${failure.message}`;
  switch (reason) {
    case 'rate_limited':
      return retryAfterMs === undefined
        ? backOff(attempts, text, random)
        : {
            state: 'due',
            afterMs: Math.max(PACE_MS, retryAfterMs),
            counts: false,
            error: text,
          };
    case 'unavailable':
      return backOff(attempts, text, random);
    case 'unknown_outcome':
      return idempotentPost && attempts <= MAX_UNCERTAIN_TRIES
        ? backOff(attempts, text, random)
        : { state: 'unknown', error: text };
    case 'unauthorized':
    case 'gone':
    case 'refused':
      return { state: 'dead', error: text };
    default:
      return assertNever(reason);
  }
};

/** Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"). */
const backOff = (attempts: number, error: string, random: () => number): Settlement =>
  attempts >= MAX_TRIES
    ? { state: 'dead', error }
    : {
        state: 'due',
        afterMs: Math.max(PACE_MS, Math.floor(random() * BACKOFF_MS * 2 ** (attempts - 1))),
        counts: true,
        error,
      };

const record = (db: Db, message: Claimed, settlement: Settlement, at: Instant): boolean => {
  const { id, fence } = message;
  switch (settlement.state) {
    case 'sent':
      return settleSent(db, id, fence, { remote: settlement.remote, at });
    case 'due': {
      const { afterMs, counts, error } = settlement;
      return settleRetry(db, id, fence, { notBefore: at + afterMs, counts, error });
    }
    case 'unknown':
      return settleUnknown(db, id, fence, { error: settlement.error, at });
    case 'dead': {
      const { error } = settlement;
      const isOurs = settleDead(db, id, fence, { error, at });
      if (isOurs) tellAdmins(db, message, at);
      return isOurs;
    }
    case 'dropped':
      return dropNote(db, { id, fence }, settlement.replaced);
    default:
      return assertNever(settlement);
  }
};
