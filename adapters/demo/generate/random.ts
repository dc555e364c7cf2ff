// Seeded randomness: one independent stream for each entity, so that one more entity changes no other.

/** Draws a number ≥ 0 and < 1. */
export type Random = () => number;

/** The first state of a stream: four 32-bit words mixed from the text (cyrb128). */
const seedWords = (text: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
};

/**
 * The stream of one entity, seeded by the hash of seed, kind and id (domain method: generating realistic sales
 * data). The generator is sfc32: 128 bits of state, the same numbers on every machine.
 */
export const streamOf = (seed: string, kind: string, id: string): Random => {
  let [a, b, c, d] = seedWords(`${seed}\n${kind}\n${id}`);
  const next: Random = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Similar seeds give similar first states; a few rounds tell them apart.
  for (let i = 0; i < 12; i++) next();
  return next;
};
