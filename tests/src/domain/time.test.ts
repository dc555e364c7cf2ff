// Local times and instants where clocks change.
import { describe, expect, it } from 'vitest';
import { addDays, clockOf, dayOf, HOUR, instantOf } from '../../../src/domain/time.ts';

const NEW_YORK = 'America/New_York';

describe('instantOf', () => {
  it('moves a time that daylight saving leaves out by as much as was left out', () => {
    const at = instantOf('2026-03-08', '02:30', NEW_YORK);
    expect(clockOf(at, NEW_YORK)).toBe('03:30');
    expect(at).toBe(instantOf('2026-03-08', '03:30', NEW_YORK));
  });

  it('takes a repeated time the first time it comes', () => {
    const at = instantOf('2026-11-01', '01:30', NEW_YORK);
    expect(at).toBe(Date.parse('2026-11-01T01:30:00-04:00'));
    expect(clockOf(at + HOUR, NEW_YORK)).toBe('01:30');
  });
});

it('gives the same answers and the same errors however often it is asked', () => {
  for (let time = 0; time < 3; time += 1) {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayOf(Date.parse('2026-03-11T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-03-12');
    expect(dayOf(Date.parse('2026-03-11T16:00:00Z'), NEW_YORK)).toBe('2026-03-11');
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => dayOf(0, 'Nowhere/Land')).toThrow(RangeError);
  }
});
