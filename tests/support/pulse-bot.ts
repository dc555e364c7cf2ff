// A survey through the bot: twelve members, as they type, tap and submit.
import type { Card } from '../../src/chat/card.ts';
import type { Intent } from '../../src/chat/intent.ts';
import type { Reply } from '../../src/chat/request.ts';
import { advancePulse } from '../../src/jobs/pulse.ts';
import { findSurvey, listSurveys, type Survey } from '../../src/store/survey.ts';
import { mailOf } from './book.ts';
import { cardOf, formOf, intentOf, type TestBot, type TestMember } from './bot.ts';

/** Every other one reads English. */
export const TWELVE: readonly TestMember[] = [
  { user: 'ann', name: '安然', role: 'admin' },
  { user: 'mei', name: '梅琳', role: 'manager' },
  ...Array.from(
    { length: 10 },
    (_, i): TestMember => ({
      user: `rep${i}`,
      name: `Rep ${i}`,
      locale: i % 2 === 0 ? 'zh' : 'en',
    }),
  ),
];
export const USERS = TWELVE.map(({ user }) => user);

const quiet = { info: () => {}, error: () => {} };

/** Runs the machine of surveys at the bot's time. */
export const advance = async (bot: TestBot): Promise<void> => {
  await advancePulse(bot.workspace, bot.vault, bot.now, () => bot.vault.random(), quiet);
};

/** What the start form has to begin with, filled in; with other values where given. */
export const startValues = async (
  bot: TestBot,
  user: string,
  other: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<[Intent, Record<string, string | readonly string[]>]> => {
  const form = formOf(await bot.say(user, '/pulse start'));
  const filled = form.inputs.flatMap((input): [string, string | readonly string[]][] =>
    'value' in input && input.value !== undefined ? [[input.name, input.value]] : [],
  );
  return [form.intent, { ...Object.fromEntries(filled), ...other }];
};

/** Starts a survey by the form and opens it. */
export const startSurvey = async (
  bot: TestBot,
  user: string,
  other: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Survey> => {
  const [intent, values] = await startValues(bot, user, other);
  cardOf(await bot.submit(user, intent, values));
  await advance(bot);
  return newestSurvey(bot);
};

export const newestSurvey = (bot: TestBot): Survey => {
  const [newest] = bot.workspace.read((db) => listSurveys(db, undefined, 1));
  if (newest === undefined) throw new Error('no survey');
  return newest;
};

export const surveyOf = (bot: TestBot, id: number): Survey => {
  const found = bot.workspace.read((db) => findSurvey(db, id));
  if (found === undefined) throw new Error(`no survey ${id}`);
  return found;
};

/** The newest invitation the user has. */
export const invitationOf = (bot: TestBot, user: string): Card => {
  const card = mailOf(bot, user).findLast(({ key }) => key.startsWith('pulse:'))?.card;
  if (card === undefined) throw new Error(`no invitation for ${user}`);
  return card;
};

/** The button that begins, in either language. */
export const beginOf = (card: Card): Intent => {
  for (const label of ['Begin', '开始作答']) {
    try {
      return intentOf(card, label);
    } catch {
      // The other language, then.
    }
  }
  throw new Error('no button to begin');
};

/** Taps through from the invitation to the summary: labels begin with what is tapped. */
export const tapThrough = async (
  bot: TestBot,
  user: string,
  taps: readonly (string | number)[],
): Promise<Card> => {
  let card = cardOf(await bot.press(user, beginOf(invitationOf(bot, user))));
  for (const tap of taps) card = cardOf(await bot.press(user, intentOf(card, String(tap))));
  return card;
};

/** Answers everything, with words if given, and submits. */
export const answerAll = async (
  bot: TestBot,
  user: string,
  taps: readonly (string | number)[],
  words: string | null = null,
  id?: string,
): Promise<readonly Reply[]> => {
  const summary = await tapThrough(bot, user, taps);
  const english = summary.locale.startsWith('en');
  if (words === null) return bot.press(user, intentOf(summary, english ? 'Submit' : '提交'), id);
  const label = english ? 'Add words' : '写几句';
  const form = formOf(await bot.press(user, intentOf(summary, label)));
  const name = form.inputs[0]?.name ?? '';
  return bot.submit(user, form.intent, { [name]: words }, id);
};
