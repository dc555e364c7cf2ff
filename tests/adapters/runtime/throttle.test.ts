// Thirty requests a minute for a person, and nobody waits for another.
import { describe, expect, it } from 'vitest';
import { createThrottle } from '../../../adapters/runtime/throttle.ts';

const NOW = Date.parse('2026-03-11T10:00:00+08:00');
const lin = { platform: 'web', tenant: 'local', user: 'lin' };
const many = (count: number, ask: (n: number) => number | null): (number | null)[] =>
  Array.from({ length: count }, (_, n) => ask(n));

describe('the throttle', () => {
  it('lets thirty through at once and says how long to wait for the next', () => {
    const wait = createThrottle();
    expect(many(30, (n) => wait(lin, NOW + n))).toEqual(Array(30).fill(null));
    expect(wait(lin, NOW + 30)).toBe(60_000 - 30);
    expect(wait(lin, NOW + 59_999)).toBe(1);
  });

  it('lets the next through a minute after the first, and one for each that grew old', () => {
    const wait = createThrottle();
    many(30, (n) => wait(lin, NOW + n * 1_000));
    expect(wait(lin, NOW + 60_000)).toBeNull();
    expect(wait(lin, NOW + 60_000)).toBe(1_000);
    expect(wait(lin, NOW + 61_000)).toBeNull();
  });

  it('does not count what it refused', () => {
    const wait = createThrottle(2);
    many(2, () => wait(lin, NOW));
    expect(many(50, () => wait(lin, NOW + 30_000)).every((ms) => ms === 30_000)).toBe(true);
    expect(wait(lin, NOW + 60_000)).toBeNull();
  });

  it('counts each person alone, whatever is in their names', () => {
    const wait = createThrottle(1);
    const people = [
      lin,
      { ...lin, user: 'xu' },
      { ...lin, tenant: 'other' },
      { ...lin, platform: 'slack' },
      { platform: 'web', tenant: 'local","lin', user: '' },
      { platform: 'web', tenant: '__proto__', user: 'constructor' },
    ];
    expect(people.map((person) => wait(person, NOW))).toEqual(people.map(() => null));
    expect(people.map((person) => wait(person, NOW))).toEqual(people.map(() => 60_000));
  });

  it('makes nobody wait for a clock that went back', () => {
    const wait = createThrottle(1);
    wait(lin, NOW);
    expect(wait(lin, NOW - 3_600_000)).toBeNull();
    expect(wait(lin, NOW - 3_600_000)).toBe(60_000);
  });

  it('does not remember everybody for ever', () => {
    const wait = createThrottle(1);
    wait(lin, NOW);
    many(50_000, (n) => wait({ ...lin, user: `guest-${n}` }, NOW));
    expect(wait({ ...lin, user: 'guest-49999' }, NOW)).toBe(60_000);
    expect(wait(lin, NOW)).toBeNull();
  });
});
