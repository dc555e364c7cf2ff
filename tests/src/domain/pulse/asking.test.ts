import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsAmong, questionsOf } from '../../../../src/domain/pulse/asking.ts';
import { askedAs, faultsOf, optionsIn } from '../../../../src/domain/pulse/own-question.ts';
import {
  answersOf,
  openAt,
  readProgress,
  withAnswer,
  writeProgress,
} from '../../../../src/domain/pulse/progress.ts';
import { ITEMS, type Item } from '../../../../src/domain/pulse/question.ts';
import { nextItems } from '../../../../src/domain/pulse/rotation.ts';
import { nextRound, onWorkday } from '../../../../src/domain/pulse/schedule.ts';

const QUESTIONS = questionsOf({
  items: ['fair', 'satisfied'],
  own: [askedAs(7, { kind: 'choice', text: 'Where?', options: ['a', 'b', 'c'] })],
  recommend: true,
  comment: true,
});

describe('rotation', () => {
  it('asks every item in turn, and satisfaction every time', () => {
    const asked: (readonly Item[])[] = [];
    for (let wave = 0; wave < 7; wave += 1) asked.push(nextItems(asked, 3));
    expect(asked[0]).toEqual(['expected', 'reachable', 'satisfied']);
    for (const items of asked) expect(items.length).toBe(3);
    expect(asked.every((items) => items.includes('satisfied'))).toBe(true);
    expect(new Set(asked.flat()).size).toBe(ITEMS.length);
    expect(nextItems(asked, 3)).toEqual(['expected', 'reachable', 'satisfied']);
  });
  it('asks one, or all', () => {
    expect(nextItems([], 1)).toEqual(['satisfied']);
    expect(nextItems([], 15)).toEqual([...ITEMS]);
  });
});

describe('rounds', () => {
  it.each([
    ['fortnight', '2026-03-02', '2026-03-02', '2026-03-16'],
    ['month', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['quarter', '2026-01-15', '2026-01-15', '2026-04-15'],
    ['month', '2026-01-05', '2026-05-20', '2026-06-05'],
  ] as const)('%s from %s, on %s: %s', (every, from, today, next) => {
    expect(nextRound(every, from, today)).toBe(next);
  });
  it('come on working days', () => {
    const calendar = { kind: 'weekends', exceptions: { '2026-03-09': 'off' }, shifts: [] } as const;
    expect(onWorkday(calendar, '2026-03-07')).toBe('2026-03-10');
    expect(onWorkday(calendar, '2026-03-11')).toBe('2026-03-11');
  });
});

describe('progress', () => {
  it('is carried as a short text', () => {
    expect(readProgress(QUESTIONS, '')).toEqual([undefined, undefined, undefined, undefined]);
    expect(readProgress(QUESTIONS, '4-?-x-10')).toEqual([4, undefined, null, 10]);
    expect(writeProgress([4, undefined, null, 10])).toBe('4-?-x-10');
    expect(writeProgress([4, undefined, undefined, undefined])).toBe('4');
    expect(openAt([4, undefined, null, 10])).toBe(1);
    expect(withAnswer([4, undefined], 1, 5)).toEqual([4, 5]);
  });
  it.each(['6', '0', '4-4-3', '4-4-2-11', '4-4-2-10-1', '4--2', 'a', '-1', '4-4-2-1x'])(
    'refuses %s',
    (text) => expect(readProgress(QUESTIONS, text)).toBeNull(),
  );
  it('reads back whatever was written', () => {
    const given = (max: number, min = 0) =>
      fc.oneof(fc.integer({ min, max }), fc.constantFrom(null, undefined));
    fc.assert(
      fc.property(given(5, 1), given(5, 1), given(2), given(10), (...progress) => {
        expect(readProgress(QUESTIONS, writeProgress(progress))).toEqual(progress);
      }),
    );
  });
  it('becomes answers in the order of the questions', () => {
    expect(answersOf(QUESTIONS, [4, 5, null, 10], (at) => `w${at}`)).toEqual([
      4,
      5,
      null,
      10,
      'w4',
    ]);
  });
});

describe('own questions', () => {
  const own = (over: object) =>
    ({ kind: 'choice', text: 'Which?', options: ['a', 'b'], ...over }) as const;
  it.each([
    [own({}), []],
    [own({ text: '' }), ['text']],
    [own({ text: 'x'.repeat(201) }), ['textLong']],
    [own({ options: ['a'] }), ['optionsFew']],
    [own({ options: [...'abcdefgh'] }), ['optionsMany']],
    [own({ options: ['a', 'x'.repeat(61)] }), ['optionLong']],
    [own({ options: ['Yes', 'ＹＥＳ'] }), ['optionTwice']],
    [own({ text: '', options: [] }), ['text', 'optionsFew']],
    [{ kind: 'rating', text: 'Good?', options: [] }, []],
  ] as const)('%j: %j', (question, faults) => {
    expect(faultsOf(question)).toEqual(faults);
  });
  it('take their options one a line', () => {
    expect(optionsIn(' a \r\n\n b b \n')).toEqual(['a', 'b b']);
  });
  it('are asked between the bank and the recommendation', () => {
    expect(QUESTIONS.map(({ kind }) => kind)).toEqual([
      'rating',
      'rating',
      'choice',
      'scale',
      'text',
    ]);
    expect(itemsAmong(QUESTIONS)).toEqual(['fair', 'satisfied']);
  });
});
