// The lines sent before in a place, for the arrow keys; kept while the page is open.

const MOST = 50;
const kept = new Map<string, string[]>();

/** The history under `key`. */
export const createHistory = (key: string) => {
  const lines = kept.get(key) ?? [];
  kept.set(key, lines);
  /** How far back one is; 0 is the present. */
  let back = 0;
  return {
    add(line: string): void {
      back = 0;
      if (lines.at(-1) !== line) lines.push(line);
      if (lines.length > MOST) lines.shift();
    },
    get browsing(): boolean {
      return back > 0;
    },
    leave(): void {
      back = 0;
    },
    /** The line before; null at the first. */
    earlier(): string | null {
      if (back >= lines.length) return null;
      back += 1;
      return lines.at(-back) ?? null;
    },
    /** The line after; empty at the present. */
    later(): string {
      back = Math.max(0, back - 1);
      return back === 0 ? '' : (lines.at(-back) ?? '');
    },
  };
};
