// The demo clock: runs with the real one, goes forward only, and stays where it was put.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDemoClock } from '../../../adapters/runtime/clock.ts';
import { cleanUp, temporary } from '../../support/app.ts';

const NOW = Date.parse('2026-03-11T10:00:00+08:00');
const HOUR = 3_600_000;
const fileIn = (): string => join(temporary(), 'demo-clock.json');

afterEach(cleanUp);

describe('the demo clock', () => {
  it('is the real one until it is moved, and writes nothing', () => {
    const file = fileIn();
    let real = NOW;
    const clock = createDemoClock(file, () => real);
    expect(clock.now()).toBe(NOW);
    real += 7;
    expect(clock.now()).toBe(NOW + 7);
    expect(existsSync(file)).toBe(false);
  });

  it('goes on from where it was put, over restarts', () => {
    const file = fileIn();
    let real = NOW;
    const clock = createDemoClock(file, () => real);
    clock.jump(NOW + 9 * HOUR);
    expect(clock.now()).toBe(NOW + 9 * HOUR);
    real += 60_000;
    expect(clock.now()).toBe(NOW + 9 * HOUR + 60_000);
    const again = createDemoClock(file, () => real);
    expect(again.now()).toBe(NOW + 9 * HOUR + 60_000);
    again.jump(NOW + 10 * HOUR);
    expect(createDemoClock(file, () => real).now()).toBe(NOW + 10 * HOUR);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('never goes back', () => {
    const file = fileIn();
    const clock = createDemoClock(file, () => NOW);
    clock.jump(NOW + HOUR);
    expect(() => clock.jump(NOW)).toThrow(RangeError);
    expect(clock.now()).toBe(NOW + HOUR);
    expect(createDemoClock(file, () => NOW).now()).toBe(NOW + HOUR);
  });

  it('takes the old place when a crash left a half-written file beside it', () => {
    const file = fileIn();
    createDemoClock(file, () => NOW).jump(NOW + HOUR);
    writeFileSync(`${file}.new`, '{"ahea');
    expect(createDemoClock(file, () => NOW).now()).toBe(NOW + HOUR);
  });

  it.each([
    ['empty', ''],
    ['cut off', '{"aheadMs":36'],
    ['another shape', '{"ahead":5}'],
    ['text for a number', '{"aheadMs":"5"}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no finite number', '{"aheadMs":1e999}'],
  ])('refuses a file that is %s, and names it', (_name, text) => {
    const file = fileIn();
    writeFileSync(file, text);
    expect(() => createDemoClock(file, () => NOW)).toThrow(file);
    expect(() => createDemoClock(file, () => NOW)).toThrow(/does not hold a clock/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
