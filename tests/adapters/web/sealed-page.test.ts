// Answering in a real Chromium: cards in the place of the invitation, words in a dialog, and nothing after a reload.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { notice } from '../../../src/cards/notice.ts';
import { answeringCard, wordsForm } from '../../../src/cards/pulse-answering.ts';
import { invitationCard } from '../../../src/cards/pulse-invitation.ts';
import type { Reply, Request } from '../../../src/chat/request.ts';
import { questionsOf } from '../../../src/domain/pulse/asking.ts';
import { readProgress } from '../../../src/domain/pulse/progress.ts';
import { localeFor } from '../../../src/locales/index.ts';
import { closeBrowser, sharedBrowser } from '../../support/browser.ts';
import { type Served, serveWeb } from './serve.ts';
import { createStub, type Stub } from './stub.ts';

const locale = localeFor('en');
const QUESTIONS = questionsOf({ items: ['satisfied'], own: [], recommend: true, comment: true });

/** What the product would answer, without its store. */
const answer = ({ ask }: Request): Reply[] => {
  if (ask.kind !== 'press' && ask.kind !== 'submit') {
    const card = invitationCard(locale, {
      surveyId: 1,
      teamName: 'East team',
      questions: 3,
      closes: 'Friday 18:00',
      minMean: 5,
      minFull: 8,
      seal: '0123456789abcdef',
      isReminder: false,
      lastAction: null,
    });
    return [{ kind: 'card', to: 'actor', card }];
  }
  const { verb, args } = ask.intent;
  const progress = readProgress(QUESTIONS, String(args.answers)) ?? [];
  const view = { surveyId: 1, questions: QUESTIONS, progress, minFull: 8 };
  if (verb === 'answer') return [{ kind: 'replace', card: answeringCard(locale, view) }];
  if (verb === 'words') return [{ kind: 'form', form: wordsForm(locale, view) }];
  return [{ kind: 'replace', card: notice(locale, 'Counted. Thank you!', [], 'good') }];
};

let stub: Stub;
let served: Served;
let context: BrowserContext;
const wrong: string[] = [];

beforeEach(async () => {
  stub = createStub();
  stub.answer = answer;
  served = await serveWeb(stub.web);
  context = await (await sharedBrowser()).newContext({ reducedMotion: 'reduce' });
});
afterEach(async () => {
  await context.close();
  stub.web.close();
  await served.close();
  expect(wrong).toEqual([]);
});
afterAll(closeBrowser);

const card = (page: Page, title: string) => page.getByRole('article', { name: title });
const press = (page: Page, label: string) =>
  page.getByRole('button', { name: label, exact: true }).click();

it('answers in the place of the invitation, with the keyboard kept, and begins anew after a reload', async () => {
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.addInitScript(() => sessionStorage.setItem('genjin.as', 'maya'));
  await page.goto(served.url);
  await page.fill('#line', '/pulse answer');
  await page.press('#line', 'Enter');
  const title = 'How are things? A short anonymous survey for East team';
  await card(page, title).waitFor();
  const promise = await card(page, title).textContent();
  expect(promise).toContain('nobody - manager, administrator or operator');

  await press(page, 'Begin');
  await card(page, 'Question 1 of 2').waitFor();
  expect(await card(page, title).count()).toBe(0);
  // The button that was pressed is gone; the keyboard goes on with the first answer.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    '1 Strongly disagree',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await card(page, 'Question 2 of 2').waitFor();
  await press(page, 'Back');
  await card(page, 'Question 1 of 2').waitFor();
  await press(page, '4 Agree');
  await press(page, '10');
  await card(page, 'Your answers').waitFor();

  // Half-way through, a reload forgets it all.
  await page.reload();
  await card(page, title).waitFor();
  await press(page, 'Begin');
  await press(page, '4 Agree');
  await press(page, '9');
  await press(page, 'Add words and submit');
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toContain('Your style may be recognised');
  await dialog.getByRole('textbox').fill('a plover');
  await dialog.getByRole('button', { name: 'Submit all' }).click();
  await card(page, 'Counted. Thank you!').waitFor();
  expect(stub.asked.at(-1)?.ask).toEqual({
    kind: 'submit',
    intent: { command: 'pulse', verb: 'submit', args: { survey: 1, answers: '4-9' } },
    values: { w2: 'a plover' },
  });
  await page.reload();
  await card(page, title).waitFor();
  expect(await page.content()).not.toContain('plover');
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept).not.toContain('plover');
}, 60_000);
