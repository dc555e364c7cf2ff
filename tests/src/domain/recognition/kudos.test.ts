// Reading a line of thanks, and whether it says what it is for.
import { describe, expect, it } from 'vitest';
import { readKudos } from '../../../../src/domain/recognition/kudos.ts';
import { lackOf, lettersIn } from '../../../../src/domain/recognition/reason.ts';
import { windowOf, worthOf } from '../../../../src/domain/recognition/value.ts';

const VALUES = ['客户第一', '客户', 'Customer First', 'Candour'];
/** `<王芳>` is somebody named. */
const read = (line: string, values: readonly string[] = VALUES) =>
  readKudos(
    line.split(/[<>]/u).map((part, i) => (i % 2 === 1 ? { name: `@${part}` } : part)),
    values,
  );

describe('reading', () => {
  it.each([
    ['<王芳> 帮我整理了客户资料', '帮我整理了客户资料'],
    ['<王芳>、<李雷> 和 <Bob Stone>：帮我整理了客户资料', '帮我整理了客户资料'],
    ['<Ann> and <Bob> saved the demo', 'saved the demo'],
    // Whoever is named within the sentence stays in it.
    ['感谢<王芳>帮我整理了客户资料', '感谢@王芳帮我整理了客户资料'],
    ['Thanks to <Ann> and <Bob>', 'Thanks to @Ann and @Bob'],
    ['and then <Ann> called', 'and then @Ann called'],
  ])('%s: the reason is %s', (line, reason) => {
    expect(read(line)).toMatchObject({ reason, values: [], strangers: [], points: [] });
  });

  it.each([
    ['<王芳> #客户第一 帮我整理了资料', '帮我整理了资料', ['客户第一'], []],
    ['<王芳> 帮我整理了资料 #客户第一', '帮我整理了资料', ['客户第一'], []],
    ['<王芳> 帮我整理了资料。#客户第一。', '帮我整理了资料。', ['客户第一'], []],
    ['#客户第一 <王芳> 帮我整理了资料', '帮我整理了资料', ['客户第一'], []],
    // Chinese goes on without a blank, and the longest value wins.
    ['<王芳> #客户第一帮我整理了资料', '帮我整理了资料', ['客户第一'], []],
    ['<Ann> you said it plainly #candour', 'you said it plainly', ['Candour'], []],
    ['<Ann> ＃customer-first you called at night', 'you called at night', ['Customer First'], []],
    ['<Ann> you called #custmer-first', 'you called', [], ['custmer-first']],
    ['<Ann> you called #candour #客户', 'you called', ['客户', 'Candour'], []],
    ['<Ann> you called #candour #Candour', 'you called', ['Candour'], []],
    // Within the sentence it is one of its words.
    ['<Ann> your #candour helped us', 'your #candour helped us', ['Candour'], []],
    ['<Ann> asked in #general for help', 'asked in #general for help', [], []],
    ['<Ann> closed ticket #123', 'closed ticket #123', [], []],
    ['<Ann> wrote it in C# for us', 'wrote it in C# for us', [], []],
  ])('%s: %s with %s and %s', (line, reason, values, strangers) => {
    expect(read(line)).toMatchObject({ reason, values, strangers });
  });

  it('takes any tag where the team has no values, at either end', () => {
    expect(read('<Ann> you called at night #grit', [])).toMatchObject({ values: ['grit'] });
    expect(read('<Ann> asked in #general for help', [])).toMatchObject({ values: [] });
  });

  it.each([
    ['<王芳> +2 帮我整理了资料', '帮我整理了资料', ['2']],
    ['<王芳> 帮我整理了资料 +2', '帮我整理了资料', ['2']],
    ['<王芳> +2分 帮我整理了资料', '帮我整理了资料', ['2']],
    ['<王芳> +2感谢你整理了资料', '感谢你整理了资料', ['2']],
    ['<王芳>+2', '', ['2']],
    ['<Ann> you called ＋3 #candour', 'you called', ['3']],
    ['+3 points <Ann> you called', 'you called', ['3']],
    ['<Ann> you called +1.5', 'you called', ['1.5']],
    ['<Ann> +1 you called +2', 'you called', ['1', '2']],
    // Counted, not given.
    ['<王芳> +2个客户都是你谈下来的', '+2个客户都是你谈下来的', []],
    ['<王芳> 业绩 +20% 全靠你', '业绩 +20% 全靠你', []],
    ['<Ann> you won +3 accounts for us', 'you won +3 accounts for us', []],
    ['<Ann> call me under +4917012345', 'call me under', ['4917012345']],
  ])('%s: %s with the points %s', (line, reason, points) => {
    expect(read(line)).toMatchObject({ reason, points });
  });

  it('does not count names as a part of what is said', () => {
    expect(read('thanks <Maximilian Archibald>').said.trim()).toBe('thanks');
  });

  it('is not fooled by the signs that stand for names', () => {
    expect(read('\ue000\ue001<Ann> you called')).toMatchObject({ reason: 'you called' });
  });
});

describe('a reason', () => {
  it.each([
    ['帮我整理了客户资料啊', 20],
    ['帮我整理了客户资料', 18],
    ['You stayed late to fix it', 20],
    ['Thanks 王芳 for help', 17],
    ['🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉', 0],
    ['1234567890 1234567890', 0],
    ['哈哈哈哈哈哈哈哈哈哈哈哈', 4],
    ['好的好的好的好的好的好的', 8],
    ['thanks thanks thanks thanks', 12],
    ['aaaaaaaaaaaaaaaaaaaaaaaaa', 2],
    ['good job! good job! good job!', 14],
    ['ｔｈａｎｋｓ', 6],
    ['ありがとうございます', 20],
  ])('%s counts %i letters', (reason, letters) => {
    expect(lettersIn(reason)).toBe(letters);
  });

  it('says how much is missing', () => {
    expect(lackOf('帮我整理了客户资料')).toEqual({ letters: 2, characters: 1 });
    expect(lackOf('thanks a lot, Jane')).toEqual({ letters: 6, characters: 3 });
    expect(lackOf('帮我整理了客户的资料')).toBeNull();
  });
});

describe('what it is worth', () => {
  it('E23: three of a point each from the same giver are worth 1.8333, in thousandths rounded down', () => {
    const worths = [1, 2, 3].map((nth) => worthOf(1, nth));
    expect(worths).toEqual([1000, 500, 333]);
    expect([1, 2, 3].reduce((sum, nth) => sum + 1 / nth, 0)).toBeCloseTo(1.8333, 4);
  });

  it('counts thirty days, the day itself included', () => {
    expect(windowOf('2026-03-11')).toEqual({ from: '2026-02-10', to: '2026-03-11' });
  });
});
