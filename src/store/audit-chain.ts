// The chain of the audit trail: how an entry is sealed, and where a trail stops being the one that was written.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../domain/time.ts';

/** What an entry's hash covers beside the entry before it. */
export interface Sealed {
  readonly id: number;
  readonly at: Instant;
  readonly actorId: number | null;
  readonly action: string;
  readonly subject: string;
  readonly digest: string;
}

/** An entry as it is stored; `before` and `after` are JSON text. */
export interface ChainedEntry extends Omit<Sealed, 'digest'> {
  readonly before: string | null;
  readonly after: string | null;
  readonly salt: string | null;
  readonly digest: string | null;
  readonly hash: string | null;
}

const sha = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The value as JSON with the members of every object in order, so that equal values are equal texts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** SHA-256, in hex, of the salt and of what was so before and after. */
export const digestOf = (salt: string, before: unknown, after: unknown): string =>
  // Through JSON once, since that is what will be read back.
  sha(canonical(JSON.parse(JSON.stringify([salt, before, after]))));

/** SHA-256, in hex, of the hash before (null for the first) and of all of the entry but what `digest` stands for. */
export const hashOf = (
  previous: string | null,
  { id, at, actorId, action, subject, digest }: Sealed,
): string => sha(JSON.stringify([previous, id, at, actorId, action, subject, digest]));

/** What is wrong with an entry. */
export type Fault =
  /** It, or the order of the entries, is not what was written. */
  | 'changed'
  /** Entries with lower ids were here. */
  | 'missing'
  /** It was added without being sealed. */
  | 'unsealed'
  /** It was emptied and no erasure says so. */
  | 'emptied';

export interface Verdict {
  readonly entries: number;
  /** Entries from before there was a chain; only at the beginning. */
  readonly unchained: number;
  /** Emptied by erasures that the trail tells of. */
  readonly erased: number;
  /** The newest hash; null when there is no chain yet. Kept elsewhere, it shows later whether the end was cut off. */
  readonly head: string | null;
  /** The first entry that is wrong; null when none is. */
  readonly broken: { readonly id: number; readonly fault: Fault } | null;
  /** Whether the hash asked for is in the chain; null when none was asked for. */
  readonly anchored: boolean | null;
}

/** What the JSON text says; null when it is none. No text says null. */
export const parsed = (text: string | null): { readonly value: unknown } | null => {
  if (text === null) return { value: null };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
};

const isIntact = ({ salt, before, after, digest }: ChainedEntry): boolean => {
  const [was, is] = [parsed(before), parsed(after)];
  return (
    salt !== null && was !== null && is !== null && digestOf(salt, was.value, is.value) === digest
  );
};

const idsIn = (after: string | null): readonly unknown[] => {
  const value = parsed(after)?.value;
  const entries =
    typeof value === 'object' && value !== null && 'entries' in value ? value.entries : [];
  return Array.isArray(entries) ? entries : [];
};

/**
 * Checks a whole trail. What cannot be seen from inside it: that its end was cut off, and that all of it was made
 * anew; for both, keep `head` elsewhere and ask for it later as `anchor`.
 * @param entries oldest first
 * @param erasure the action whose entries list, as `after.entries`, the ids emptied before them
 */
export const verifyChain = (
  entries: Iterable<ChainedEntry>,
  erasure: string,
  anchor: string | null,
): Verdict => {
  let [count, unchained, erased] = [0, 0, 0];
  let last: ChainedEntry | null = null;
  let head: string | null = null;
  let anchored = false;
  let broken: Verdict['broken'] = null;
  /** Emptied, and not yet listed by an erasure. */
  const unlisted = new Set<number>();

  const faultOf = (entry: ChainedEntry): Fault | null => {
    const { digest, hash, id } = entry;
    if (digest === null || hash === null) return head === null ? null : 'unsealed';
    if (last !== null && id !== last.id + 1) return 'missing';
    if (last === null && id !== 1) return 'missing';
    if (hashOf(head, { ...entry, digest }) !== hash) return 'changed';
    const isEmpty = entry.salt === null && entry.before === null && entry.after === null;
    return isEmpty || isIntact(entry) ? null : 'changed';
  };

  for (const entry of entries) {
    count += 1;
    broken ??= ((fault) => (fault === null ? null : { id: entry.id, fault }))(faultOf(entry));
    if (entry.hash === null) unchained += 1;
    else {
      if (entry.salt === null) unlisted.add(entry.id);
      if (entry.action === erasure) {
        for (const id of idsIn(entry.after)) if (unlisted.delete(Number(id))) erased += 1;
      }
      head = entry.hash;
      if (entry.hash === anchor) anchored = true;
    }
    last = entry;
  }
  const [emptied] = unlisted;
  if (emptied !== undefined && (broken === null || emptied < broken.id)) {
    broken = { id: emptied, fault: 'emptied' };
  }
  return {
    entries: count,
    unchained,
    erased,
    head,
    broken,
    anchored: anchor === null ? null : anchored,
  };
};
