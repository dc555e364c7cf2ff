import { expect, test } from 'vitest';
import {
  jaccard,
  maskNote,
  nearlySame,
  replaceNames,
  shinglesOf,
} from '../../../../src/domain/fairness/similarity.ts';

const similarity = (a: string, b: string): number => jaccard(shinglesOf(a), shinglesOf(b));

test.each([
  ['电话沟通客户,意向明确,下周二回访', '电话沟通客户，意向明确，下周二回访！', 12 / 12],
  ['电话沟通客户,意向明确,下周二回访', '电话沟通客户,意向明确,下周三回访', 10 / 14],
  ['打电话没人接', '打电话没有人接', 4 / 7],
  ['未接通', '无人接听', 0],
  [
    'Called Acme, interested, send quote next week',
    'Called Beta, interested, send quote next week',
    6 / 8,
  ],
  [
    'Discussed pricing with the CFO and agreed pilot',
    'Visited site and met the operations team',
    2 / 13,
  ],
])('the similarity of "%s" and "%s" is %d', (a, b, expected) => {
  expect(similarity(a, b)).toBe(expected);
});

test('masking makes a template the same for every customer', () => {
  const acme = maskNote('Called Acme, interested, send quote next week', ['Acme']);
  const beta = maskNote('Called Beta, interested, send quote next week', ['Beta']);
  expect(similarity(acme, beta)).toBe(1);
  const zh = (name: string, contact: string, amount: string, day: string): string =>
    maskNote(`给${name}${contact}打电话，报价${amount}，${day}回访`, [name, contact]);
  expect(
    similarity(zh('木鲸物流', '张总', '15万', '下周二'), zh('云灯', '李经理', '8.6万', '明天')),
  ).toBe(1);
});

test('case, width, punctuation and emoji do not matter', () => {
  expect([...shinglesOf('ＶＩＰ客户👍!! 很好。')]).toEqual(['vip', '客户', '很好']);
  expect([...shinglesOf('好, café x2')]).toEqual(['好', 'café', 'x2']);
  expect(shinglesOf('…！👍').size).toBe(0);
  expect(jaccard(new Set(), new Set())).toBe(0);
});

test('a Latin name is only replaced as a whole word, a CJK name anywhere, the longest first', () => {
  expect(replaceNames('Al also called; 给al回电', ['Al'], '#')).toBe('# also called; 给#回电');
  expect(replaceNames('拜访木鲸物流中心', ['木鲸', '木鲸物流', ''], '#')).toBe('拜访#中心');
  expect(replaceNames('A.B (x) was AxB', ['A.B (x)'], '#')).toBe('# was axb');
});

test('short notes are never near-duplicates', () => {
  const seven = shinglesOf('one two three four five six seven');
  const eight = shinglesOf('one two three four five six seven eight');
  expect(nearlySame(seven, seven, 0.8, 8)).toBe(false);
  expect(nearlySame(eight, eight, 0.8, 8)).toBe(true);
});

test('the threshold itself is a near-duplicate', () => {
  const a = shinglesOf('a b c d e f g h i');
  expect(jaccard(a, shinglesOf('a b c d e f g h x'))).toBe(0.8);
  expect(nearlySame(a, shinglesOf('a b c d e f g h x'), 0.8, 8)).toBe(true);
  expect(nearlySame(a, shinglesOf('a b c d e f g x y'), 0.8, 8)).toBe(false);
});
