// The known word nearest to a mistyped one.

/** Single-character edits (insert, delete, replace, swap neighbours) from one word to the other. */
const distance = (a: string, b: string): number => {
  const [x, y] = [[...a], [...b]];
  let before: number[] = [];
  let row = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++) {
      const same = x[i - 1] === y[j - 1];
      let best = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[y.length] ?? 0;
};

/** The nearest of `words`, or null when none is near enough to be what was meant. */
export const nearest = (typed: string, words: readonly string[]): string | null => {
  const word = typed.toLowerCase().slice(0, 32);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    const edits = candidate.startsWith(word) && word.length >= 2 ? 1 : distance(word, candidate);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
};
