// /help: made from the list of commands, for whoever asks.
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import { LOCALE_TAGS, localeFor } from '../../../src/locales/index.ts';
import { actionsOf, botPerTest, cardOf, formOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();

const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));

describe('/help', () => {
  it.each(['/help', '/帮助', '？', '?', '/?', '幫助'])('%s lists every command', async (line) => {
    const text = await said('ann', line);
    for (const { name } of COMMANDS) expect(text).toContain(`/${name}`);
  });

  it('is in the asker’s language', async () => {
    expect(await said('bob', '/help')).not.toMatch(/\p{Script=Han}/u);
    expect(await said('li', '/help')).toContain('我会做什么');
  });

  it('lists what the role may use', async () => {
    const text = await said('li', '/help');
    for (const { name, role } of COMMANDS) {
      expect(text.includes(`\n/${name}`), name).toBe(role === 'rep');
    }
  });

  it('has three buttons that work', async () => {
    const card = cardOf(await bot.say('li', '/help'));
    const actions = actionsOf(card);
    expect(actions).toHaveLength(3);
    const [first, ...others] = actions;
    if (first === undefined) throw new Error('no button');
    expect(formOf(await bot.press('li', first.intent)).title).toBe('记录跟进');
    for (const { intent } of others) {
      expect(textOf(cardOf(await bot.press('li', intent)))).not.toContain('没有成功');
    }
  });

  it.each(COMMANDS.map(({ name }) => name))('shows examples and aliases of %s', async (name) => {
    const command = COMMANDS.find((candidate) => candidate.name === name);
    for (const tag of LOCALE_TAGS) {
      const user = tag === 'zh' ? 'li' : 'bob';
      const text = await said(user, `/help ${name}`);
      const { usage, examples } = command?.texts(localeFor(tag).t) ?? { usage: '', examples: [] };
      for (const part of [usage, ...examples, ...Object.keys(command?.aliases ?? {})]) {
        expect(text).toContain(part);
      }
    }
  });

  it('knows a command by its slash and by its aliases', async () => {
    expect((await said('li', '/help /跟进')).startsWith('/followup')).toBe(true);
    expect((await said('li', '/help ／SETTINGS')).startsWith('/settings')).toBe(true);
  });

  it('suggests the nearest of an unknown word', async () => {
    expect(await said('bob', '/help setings')).toContain('Did you mean /settings?');
    const far = await said('bob', '/help qqqqqqqq');
    expect(far).toContain('/help lists everything');
    expect(await said('bob', `/help ${'x'.repeat(3000)}`)).toContain('did not work');
    expect(await said('bob', '/help constructor')).toContain('did not work');
  });
});
