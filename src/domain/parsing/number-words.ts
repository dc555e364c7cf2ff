// English sums in words: half a million, two and a half million, twenty-five thousand.

const ONES: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10]),
);
const PARTS: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25 };
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  grand: 1e3,
  million: 1e6,
  mil: 1e6,
  mn: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const FIRST = ['an', 'a', 'half', ...Object.keys(ONES), ...Object.keys(TENS)].join('|');
const INNER = `${FIRST}|hundred|and|of|point|quarters?|thousand|million|billion`;
const SCALE = Object.keys(SCALES).join('|');

/** A sum in words, as a pattern without capture groups. */
export const SPELT = `\\b(?:\\d{1,3} and an? (?:half|quarter)|(?:${FIRST})(?:[ -](?:${INNER}))*?)[ -](?:${SCALE})(?:[ -](?:${INNER}|${SCALE}))*(?![a-z])`;

/** The value of a sum in words; null when it is none or not plain. */
export const spelt = (text: string): number | null => {
  let total = 0;
  let section = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const word of text.split(/[ -]/)) {
    const one = ONES[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
    const ten = TENS[word];
    const part = PARTS[word];
    const scale = SCALES[word];
    if (one !== undefined) {
      if (section % (one < 10 ? 10 : 100) !== 0) return null;
      section += one;
    } else if (ten !== undefined) {
      if (section % 100 !== 0) return null;
      section += ten;
    } else if (part !== undefined) {
      section += part;
    } else if (word === 'quarters') {
      section *= 0.25;
    } else if (word === 'hundred') {
      section = (section || 1) * 100;
    } else if (scale !== undefined) {
      if (scale >= last) return null;
      total += (section || 1) * scale;
      section = 0;
      last = scale;
    } else if (!/^(?:an?|and|of)$/.test(word)) {
      return null;
    }
  }
  // A million and a half; "two million five" is not plain.
  if (section === 0) return total;
  return section === 0.5 || section === 0.25 ? total + section * last : null;
};
