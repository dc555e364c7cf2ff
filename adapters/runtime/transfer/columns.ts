// Rows as columns of a terminal, where Chinese takes two cells a character.

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const UNSEEN = /^[\p{M}\p{C}]+$/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Cells of a terminal that a text takes. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (!UNSEEN.test(segment)) width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
};

/** What would move the cursor or colour the terminal is shown as a sign. */
const tame = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd');

/** Lines of aligned columns. @param ends which columns end together, as numbers do */
export const alignedLines = (
  rows: readonly (readonly string[])[],
  ends: ReadonlySet<number>,
): string[] => {
  const tamed = rows.map((row) => row.map(tame));
  const widths = (tamed[0] ?? []).map((_, at) =>
    Math.max(...tamed.map((row) => widthOf(row[at] ?? ''))),
  );
  return tamed.map((row) =>
    row
      .map((cell, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return ends.has(at) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
};
