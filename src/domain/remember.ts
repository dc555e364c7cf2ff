// Remembers the answers of pure functions that are slow and asked the same over and over: calendar arithmetic.

/**
 * The same function, with up to `limit` answers remembered; all are forgotten when there would be more.
 * @param compute pure: its answer depends on the key alone and is never changed; what it throws is not remembered
 */
export const remembered = <K extends string | number, V>(
  limit: number,
  compute: (key: K) => V,
): ((key: K) => V) => {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    if (answers.size >= limit) answers.clear();
    answers.set(key, answer);
    return answer;
  };
};
