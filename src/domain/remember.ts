// Remembers what slow pure functions gave: the same few days, times and zones are asked for over and over.

/** Entries of one function; when they are full it begins anew. */
const REMEMBERED = 20_000;

/**
 * The same function of strings and numbers, asked once for each of its arguments. Only for pure functions; what it
 * throws is thrown again the next time.
 */
export const remembered = <A extends readonly (string | number)[], R>(
  compute: (...args: A) => R,
): ((...args: A) => R) => {
  const known = new Map<string, R>();
  return (...args) => {
    const key = args.join(' ');
    let found = known.get(key);
    if (found === undefined) {
      found = compute(...args);
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, found);
    }
    return found;
  };
};
