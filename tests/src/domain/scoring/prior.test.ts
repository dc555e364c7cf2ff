// Fitting a segment's prior.
import { describe, expect, it } from 'vitest';
import { fitPrior } from '../../../../src/domain/scoring/prior.ts';

const rows = (...pairs: [number, number][]) => pairs.map(([k, n]) => ({ k, n }));
const fallback = { mean: 0.3, strength: 15 };

describe('method of moments', () => {
  it('E5: real differences give a weak prior', () => {
    const fitted = fitPrior(
      rows([2, 20], [10, 25], [5, 20], [12, 24], [3, 30], [9, 20], [1, 15], [8, 26]),
      fallback,
    );
    expect(fitted.mean).toBeCloseTo(0.2778, 4);
    expect(fitted.strength).toBeCloseTo(8.8924, 4);
  });

  it('E5: differences no larger than chance give the strongest', () => {
    const fitted = fitPrior(
      rows([2, 10], [3, 12], [5, 20], [1, 8], [6, 15], [4, 25], [0, 6], [8, 30]),
      fallback,
    );
    expect(fitted.strength).toBe(50);
  });

  it('is never weaker than 5 nor undefined when everyone is alike', () => {
    const split = rows(
      ...Array.from({ length: 8 }, (_, i): [number, number] => [i % 2 ? 20 : 0, 20]),
    );
    expect(fitPrior(split, fallback)).toEqual({ mean: 0.5, strength: 5 });
    const never = rows(...Array.from({ length: 8 }, (): [number, number] => [0, 20]));
    expect(fitPrior(never, fallback)).toEqual({ mean: 0, strength: 50 });
  });
});

describe('too few members', () => {
  it('keeps the strength and draws the pooled rate towards the fallback', () => {
    expect(fitPrior(rows([10, 20], [5, 10]), fallback)).toEqual({
      mean: (15 + 4.5) / 45,
      strength: 15,
    });
    expect(fitPrior([], fallback)).toEqual(fallback);
    expect(fitPrior([], { mean: 0.8, strength: 0 })).toEqual({ mean: 0.8, strength: 0 });
  });

  it('counts only members with five cases', () => {
    const thin = rows(...Array.from({ length: 20 }, (): [number, number] => [1, 4]));
    expect(fitPrior(thin, fallback).strength).toBe(15);
  });
});
