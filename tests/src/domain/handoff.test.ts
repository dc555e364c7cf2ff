import { describe, expect, it } from 'vitest';
import { noteCompletenessOf } from '../../../src/domain/handoff.ts';

const EMPTY = {
  text: '',
  names: ['晨光科技', '张总'],
  contact: false,
  grade: false,
  nextStep: false,
  nextDate: false,
};

describe('the completeness of a handoff note', () => {
  it('is nothing of nothing, and all of all', () => {
    expect(noteCompletenessOf(EMPTY)).toEqual({
      millionths: 0,
      missing: ['summary', 'contact', 'grade', 'nextStep', 'nextDate'],
    });
    const full = {
      ...EMPTY,
      text: '四月拍板，倾向年付方案',
      contact: true,
      grade: true,
      nextStep: true,
      nextDate: true,
    };
    expect(noteCompletenessOf(full)).toEqual({ millionths: 1_000_000, missing: [] });
  });

  it.each([
    [{ text: '四月拍板，倾向年付方案' }, 250_000],
    [{ text: 'decides in April, annual plan' }, 250_000],
    [{ text: 'decides in April' }, 0],
    [{ text: '晨光科技张总晨光科技张总' }, 0],
    [{ contact: true }, 125_000],
    [{ grade: true }, 125_000],
    [{ nextStep: true }, 250_000],
    [{ nextStep: true, nextDate: true }, 500_000],
    [{ nextDate: true }, 0],
  ])('weighs %o', (part, millionths) => {
    expect(noteCompletenessOf({ ...EMPTY, ...part }).millionths).toBe(millionths);
  });
});
