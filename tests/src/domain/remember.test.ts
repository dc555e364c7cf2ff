// Remembered calendar arithmetic says what Temporal says, in odd zones and around every change of the clocks.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { remembered } from '../../../src/domain/remember.ts';
import { addDays, dayOf, daysBetween, instantOf, MINUTE } from '../../../src/domain/time.ts';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Pacific/Apia',
] as const;

const temporalDay = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

const instant = fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2060, 0) });

describe('the local day', () => {
  it('is the one Temporal knows, at any instant in any zone', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES, 'Africa/Monrovia'), (at, zone) => {
        expect(dayOf(at, zone)).toBe(temporalDay(at, zone));
      }),
    );
  });

  it('changes with the first millisecond of the day', () => {
    for (const zone of ZONES) {
      for (let day = '2011-12-20'; day < '2012-12-31'; day = addDays(day, 1)) {
        // Samoa left out the 30th of December 2011.
        if (zone === 'Pacific/Apia' && day === '2011-12-30') continue;
        const midnight = Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
        expect(dayOf(midnight, zone), `${day} in ${zone}`).toBe(day);
        expect(dayOf(midnight - 1, zone), `before ${day} in ${zone}`).toBe(
          temporalDay(midnight - 1, zone),
        );
      }
    }
  });
});

describe('days and instants', () => {
  it('add and subtract as Temporal does', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -5_000, max: 5_000 }), (at, days) => {
        const day = temporalDay(at, 'UTC');
        const later = Temporal.PlainDate.from(day).add({ days }).toString();
        expect(addDays(day, days)).toBe(later);
        expect(daysBetween(day, later)).toBe(days);
      }),
    );
  });

  it('find the instant of a clock time, skipped and repeated ones too', () => {
    const newYork = (day: string, clock: string) => instantOf(day, clock, 'America/New_York');
    expect(newYork('2027-03-14', '02:30')).toBe(Date.parse('2027-03-14T07:30:00Z'));
    expect(newYork('2027-11-07', '01:30')).toBe(Date.parse('2027-11-07T05:30:00Z'));
    expect(newYork('2027-11-07', '01:30')).toBe(newYork('2027-11-07', '01:29') + MINUTE);
    expect(() => newYork('2027-02-30', '01:30')).toThrow(RangeError);
    expect(() => newYork('2027-02-30', '01:30')).toThrow(RangeError);
  });
});

it('forgets everything when there is too much to remember', () => {
  const asked: number[] = [];
  const double = remembered(2, (n: number) => {
    asked.push(n);
    return n * 2;
  });
  expect([double(1), double(2), double(1), double(3), double(1)]).toEqual([2, 4, 2, 6, 2]);
  expect(asked).toEqual([1, 2, 3, 1]);
});
