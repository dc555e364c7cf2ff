// Forgetting a person: whole names in every script, cut ones, accounts, mentions and quoted words; nothing else.
import { describe, expect, it } from 'vitest';
import { type Forgotten, forgetting } from '../../../src/domain/forgetting.ts';

const of = (changes: Partial<Forgotten>) =>
  forgetting({ memberId: 7, name: 'Dan', accounts: [], notes: [], ...changes });

describe('names', () => {
  it.each([
    [
      'Dan',
      'Dan calls, dan writes; Danish, Jordan and DAN-1',
      '#7 calls, #7 writes; Danish, Jordan and #7-1',
    ],
    ['李雷', '请李雷跟进，不是李磊', '请#7跟进，不是李磊'],
    ['Bob Stone', 'Bob Stone’s and Bob', '#7’s and Bob'],
    ['José', 'josé, joséphine', '#7, joséphine'],
    ['a.b*(c)', 'a.b*(c) and aXb', '#7 and aXb'],
    ['王芳 Fang', '@王芳 Fang请', '@#7请'],
    ['李', '李子好吃', '李子好吃'],
  ])('%s', (name, text, expected) => {
    expect(of({ name }).unnamed(text)).toBe(expected);
  });

  it('are known where a card has cut them', () => {
    const name = 'Wolfeschlegelsteinhausen the Second';
    const { unnamed } = of({ name });
    expect(unnamed(`with ${name}.`)).toBe('with #7.');
    for (let kept = 16; kept < name.length; kept += 1) {
      expect(unnamed(`${name.slice(0, kept)}… left`)).toBe('#7… left');
    }
  });
});

describe('values', () => {
  const person = { platform: 'slack', tenant: 'T1', user: 'U0ABC-1_2' };
  const forget = of({ name: 'Dan Fox', accounts: [person], notes: ['said no to the price', 'ok'] });

  it('lose accounts, and mentions become text', () => {
    const mention = { kind: 'mention', person, name: 'Dan Fox' };
    expect(forget.unnamedIn({ text: ['hi ', mention], key: 'a:U0ABC-1_2:b' })).toEqual({
      text: ['hi ', '@#7'],
      key: 'a:#7:b',
    });
    expect(forget.unnamedIn({ target: { kind: 'person', ...person } })).toEqual({
      target: { kind: 'person', ...person, user: '#7' },
    });
    const other = { kind: 'person', platform: 'slack', tenant: 'T2', user: 'U9' };
    expect(forget.unnamedIn(other)).toBe(other);
  });

  it('lose quoted words, whole or cut, and only where that is asked for', () => {
    const value = { summary: 'Acme · said no to the price · Friday', note: 'ok', other: 'ok then' };
    expect(forget.emptiedIn(value)).toEqual({ summary: 'Acme · …', note: '', other: 'ok then' });
    expect(forget.unnamedIn(value)).toBe(value);
  });

  it('are the same object when there is nothing to take out', () => {
    const value = { a: [1, null, { b: 'Danish' }], c: true };
    expect(forget.emptiedIn(value)).toBe(value);
  });
});
