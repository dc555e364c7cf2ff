// /privacy: what is stored about the asker, counted, and nothing about anybody else.
import { describe, expect, it } from 'vitest';
import { LOCALE_TAGS, localeFor } from '../../../src/locales/index.ts';
import { storedAbout } from '../../../src/store/privacy.ts';
import { botPerTest, cardOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();

const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));

describe('/privacy', () => {
  it('counts the asker’s own rows and no others', async () => {
    await bot.say('bob', '/followup Called Acme, spoke with Jane 20 min, demo tomorrow 3pm');
    await bot.say('bob', '/settings leave 2026-03-12 2026-03-13');
    const text = await said('bob', '/privacy');
    expect(text).toContain('Follow-ups, with your words: 1');
    expect(text).toContain('Customers you own: 1');
    expect(text).toContain('Days of leave: 2');
    expect(await said('li', '/隐私')).not.toContain('跟进记录');
  });

  it('counts what was taken back as well: it is still stored', async () => {
    const card = cardOf(await bot.say('bob', '/followup Called Acme, talked pricing'));
    const undo = { command: 'followup', verb: 'undo', args: { id: 1 } };
    expect(textOf(card)).toContain('#1');
    await bot.press('bob', undo);
    expect(await said('bob', '/privacy')).toContain('Follow-ups, with your words: 1');
  });

  it('names whom to ask, and says how the leaderboard is set', async () => {
    expect(await said('li', '/privacy')).toContain('请找管理员：安然');
    await bot.say('li', '/settings opt-out');
    expect(await said('li', '/privacy')).toContain('已选择不上公开排行榜');
  });

  it('has words for every count, in each language', () => {
    const stored = bot.workspace.read((db) => storedAbout(db, 1));

    for (const tag of LOCALE_TAGS) {
      expect(Object.keys(localeFor(tag).t.privacy.stored)).toEqual(Object.keys(stored));
    }
  });
});
