// From what people type to the command they mean.
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import { understand } from '../../../src/commands/line.ts';
import { Refusal } from '../../../src/errors.ts';
import { botPerTest, cardOf, textOf } from '../../support/bot.ts';
import { everything, followups, lastFollowup, said } from '../state.ts';

const bot = botPerTest();

describe('ways to write /followup', () => {
  it.each([
    '/followup 电话联系晨光科技，谈了方案',
    '／followup 电话联系晨光科技，谈了方案',
    '／ｆｏｌｌｏｗｕｐ 电话联系晨光科技，谈了方案',
    '/FollowUp 电话联系晨光科技，谈了方案',
    '/ followup 电话联系晨光科技，谈了方案',
    '/fu 电话联系晨光科技，谈了方案',
    '/跟进 电话联系晨光科技，谈了方案',
    '/跟进电话联系晨光科技，谈了方案',
    '/跟进：电话联系晨光科技，谈了方案',
    '/跟進电话联系晨光科技，谈了方案',
    '跟进 电话联系晨光科技，谈了方案',
    '跟进电话联系晨光科技，谈了方案',
    '跟進，电话联系晨光科技，谈了方案',
    '  \u200b/followup\n电话联系晨光科技，谈了方案',
    'followup 电话联系晨光科技，谈了方案',
  ])('%j records at once', async (line) => {
    await bot.say('li', line);
    expect(lastFollowup(bot)).toMatchObject({
      text: '电话联系晨光科技，谈了方案',
      channel: 'phone',
      verdict: 'counted',
    });
  });

  it.each([
    '/待跟进',
    '/待跟進',
    '/待跟进 张总',
    '／待跟进张总',
    '待跟进',
    '/followup due',
    '/跟进 待办',
  ])('%j shows what is due and records nothing', async (line) => {
    const before = everything(bot);
    expect(said(await bot.say('li', line))).toMatch(/^待跟进\n/u);
    expect(everything(bot)).toBe(before);
  });

  it('of a word that begins a follow-up makes no command', async () => {
    await bot.say('bob', '/followup next week Acme Corp signs, called them today');
    await bot.say('bob', '/followup say hello: visited Acme Corp about the contract');
    await bot.say('bob', '/followup due diligence call with Acme Corp went well');
    expect(followups(bot)).toHaveLength(3);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'takes /followup %s for words, as any others',
    async (word) => {
      const card = cardOf(await bot.say('li', `/followup ${word}`));
      expect(textOf(card)).not.toContain('失效');
      expect(textOf(card)).toMatch(/已记录|记录之前/u);
    },
  );
});

describe('what is no command', () => {
  it.each([
    ['/folowup x', 'followup'],
    ['/followups x', 'followup'],
    ['/skore', 'score'],
    ['/leaderbord', 'leaderboard'],
    ['/跟近 晨光', 'followup'],
    ['/HELPP', 'help'],
  ])('%s is answered with the nearest one', async (line, nearest) => {
    const text = said(await bot.say('bob', line));
    expect(text).toContain(`Did you mean /${nearest}?`);
    expect(text).toContain(line.slice(1).split(' ')[0]);
  });

  it.each(['/xyzzyplugh', '/🙂', '/constructor', '/__proto__'])(
    '%s gets a pointer to the help',
    async (line) => {
      expect(said(await bot.say('bob', line))).toContain('/help lists everything');
    },
  );

  it.each(['/', '／', '   ', '', '\n\t', '/   '])(
    'an empty line (%j) gets an example',
    async (line) => {
      expect(said(await bot.say('bob', line))).toContain('/followup Called Acme');
    },
  );

  it('repeats no wall of text', async () => {
    const text = said(await bot.say('bob', `/${'a'.repeat(3000)}`));
    expect(text.length).toBeLessThan(300);
  });
});

it('every name and alias of every command leads to it, in any width and case', () => {
  for (const command of COMMANDS) {
    for (const word of [command.name, ...Object.keys(command.aliases)]) {
      for (const typed of [word, word.toUpperCase(), `／${word}`, `/${word}`, `/${word}：`]) {
        expect(understand(typed, true).command.name, typed).toBe(command.name);
      }
    }
  }
});

it('no alias is claimed twice', () => {
  const words = COMMANDS.flatMap(({ name, aliases }) => [name, ...Object.keys(aliases)]);
  expect(new Set(words).size).toBe(words.length);
});

it('any line is understood or refused, never a fault', () => {
  for (const line of ['\ud800', '/\ud800x', '\u0000', '/跟进\u0000', `/${'跟进'.repeat(1999)}`]) {
    try {
      expect(typeof understand(line, true).rest).toBe('string');
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
  }
});
