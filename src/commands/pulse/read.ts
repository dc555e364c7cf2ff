// Reads the forms of /pulse: what was filled in, and all that is wrong with it at once.

import { audienceValue } from '../../cards/pulse-start.ts';
import type { Values } from '../../chat/form.ts';
import type { Locale } from '../../locales/index.ts';
import type { Asked } from './authority.ts';

/** What was picked of several. */
export const chosenIn = (value: Values[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Whom was picked, of those the asker may ask. */
export const audienceIn = (
  of: readonly Asked[],
  value: Values[string] | undefined,
): Asked | undefined => of.find(({ teamId }) => audienceValue(teamId) === value);

/** Reads one input after the other and keeps what is wrong, by input. */
export class PulseReader {
  readonly errors: Record<string, string> = {};

  constructor(
    private readonly locale: Locale,
    private readonly values: Values,
  ) {}

  yes(name: string): boolean {
    return this.values[name] === 'yes';
  }

  /** A whole number of the range; the lowest where it is wrong, which is then among the errors. */
  whole(name: string, min: number, max: number): number {
    const value = this.numberIn(name);
    if (value >= min && value <= max) return value;
    this.errors[name] = this.locale.t.pulse.start.between({ min, max });
    return min;
  }

  /** Both thresholds: never below what is given, and the second never below the first. */
  thresholds(minMean: number, minFull: number): { minMean: number; minFull: number } {
    const texts = this.locale.t.pulse.start;
    const [mean, full] = [this.numberIn('minMean'), this.numberIn('minFull')];
    if (!(mean >= minMean)) this.errors.minMean = texts.atLeast({ min: minMean });
    if (!(full >= minFull)) this.errors.minFull = texts.atLeast({ min: minFull });
    else if (full < mean) this.errors.minFull = texts.notBelowMean;
    return { minMean: mean >= minMean ? mean : minMean, minFull: full >= minFull ? full : minFull };
  }

  private numberIn(name: string): number {
    const typed = this.values[name];
    if (typeof typed !== 'string') return Number.NaN;
    const text = typed.normalize('NFKC').trim();
    return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  }
}
