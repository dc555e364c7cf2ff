// Acceptance: the way of a rep and of a manager through the page, from a line to the evening's leaderboard.
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveOnNode } from '../../adapters/runtime/node.ts';
import { cleanUp, look, temporary, visit, webFile, workspaceFile } from '../support/app.ts';
import { closePages, openAs } from './watched.ts';

const LINE = '/followup 给华为张总打了电话,聊了25分钟,意向A,报价15万,明天下午3点去演示';
/** A Wednesday morning; the time runs on from here. */
const MORNING = Date.parse('2026-03-11T10:00:00+08:00');
const started = Date.now();
const real = (): number => MORNING + Date.now() - started;
const data = temporary();
const log = pino({ level: 'silent' });
let app: Served;

const start = (port: number): Promise<Served> => serveOnNode({ data, demo: true, log, port, real });

beforeAll(async () => {
  app = await start(0);
}, 240_000);
afterAll(async () => {
  await closePages();
  await app.close();
  await cleanUp();
});

const say = async (page: Page, line: string): Promise<void> => {
  await page.fill('#line', line);
  await page.press('#line', 'Enter');
};
const lastCard = (page: Page) => page.locator('article.card').last();
const goTo = (page: Page, name: string) =>
  page
    .locator('nav')
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
const boards = (): number =>
  look(webFile(data), (client) => {
    const row = client
      .prepare<[], { n: number }>(
        "SELECT count(*) AS n FROM messages WHERE place = 'channel:east' AND author IS NULL",
      )
      .get();
    return row?.n ?? 0;
  });

it('takes a rep from a line to the leaderboard', { timeout: 180_000 }, async () => {
  const { page, wrong } = await openAs(app.url, 'lin');
  await goTo(page, '跟进');
  await say(page, LINE);
  const card = page.getByRole('article', { name: /华为/ }).last();
  await card.waitFor();
  const text = await card.textContent();
  for (const part of ['张总', '电话', 'A', '150,000', '25', '演示', '15:00', '3月12日']) {
    expect([part, text?.includes(part)]).toEqual([part, true]);
  }

  // Fix it.
  await card.getByRole('button', { name: '修改' }).click();
  const fix = page.getByRole('dialog');
  await fix.waitFor();
  expect(await fix.getByLabel('客户').first().inputValue()).toBe('华为');
  await fix.getByLabel('联系人').first().fill('李总');
  await fix.locator('button[type=submit]').click();
  await fix.waitFor({ state: 'detached' });
  await page.getByRole('article', { name: /华为/ }).filter({ hasText: '李总' }).last().waitFor();

  // Take it back.
  const fixed = page.getByRole('article', { name: /华为/ }).last();
  await fixed.getByRole('button', { name: '撤销' }).click();
  await page
    .getByRole('article', { name: /撤销|撤回/ })
    .last()
    .waitFor();
  const undone = look(workspaceFile(data), (client) =>
    client
      .prepare<[], { text: string; contact: string; undone_at: number | null }>(
        'SELECT text, contact, undone_at FROM followup ORDER BY id DESC LIMIT 1',
      )
      .get(),
  );
  expect(undone?.contact).toBe('李总');
  expect(undone?.undone_at).not.toBeNull();

  // By form.
  await say(page, '/followup');
  const form = page.getByRole('dialog');
  await form.waitFor();
  await form.getByLabel('客户').first().fill('青松贸易');
  const channel = form.locator('select[name=channel]');
  await channel.selectOption('phone');
  await form.locator('select[name=outcome]').selectOption('connected');
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
  await page
    .getByRole('article', { name: /青松贸易/ })
    .last()
    .waitFor();

  // Why the score is what it is, and where one stands.
  for (const line of ['/score why', '/leaderboard']) {
    const before = await page.locator('article.card').count();
    await say(page, line);
    await page.waitForFunction(
      (count) => document.querySelectorAll('article.card').length > count,
      before,
    );
    expect((await lastCard(page).textContent())?.length).toBeGreaterThan(40);
  }
  expect(wrong).toEqual([]);
});

it('lets a manager post and set, and posts once when the time comes', {
  timeout: 180_000,
}, async () => {
  const rep = await openAs(app.url, 'xu');
  const manager = await openAs(app.url, 'zhou');
  await goTo(rep.page, '华东销售一部');
  const inChannel = rep.page.locator('article.card');
  expect(boards()).toBe(0);

  await goTo(manager.page, '跟进');
  await say(manager.page, '/leaderboard post');
  await inChannel.first().waitFor();
  expect(await inChannel.count()).toBe(1);
  await say(manager.page, '/settings');
  await manager.page.getByRole('article', { name: /设置/ }).last().waitFor();

  // Half past six: the post comes while the rep looks on.
  const { clock } = await visit(app.url, 'zhou').state();
  expect(clock.demo?.next).toBe(Date.parse('2026-03-11T18:30:00+08:00'));
  await manager.page.locator('button.clock').click();
  await manager.page.getByRole('button', { name: /到下一次发布/ }).click();
  await rep.page.waitForFunction(() => document.querySelectorAll('article.card').length === 2);
  expect(boards()).toBe(2);
  await manager.page.locator('button.clock').click();
  await manager.page.getByRole('button', { name: '+1' }).click();
  await rep.page.waitForFunction(
    (from) => Number(document.querySelectorAll('article.card').length) === from,
    2,
  );
  expect([rep.wrong, manager.wrong]).toEqual([[], []]);

  // A restart changes nothing: still one.
  const port = Number(new URL(app.url).port);
  await rep.page.close();
  await manager.page.close();
  await app.close();
  app = await start(port);
  const again = await openAs(app.url, 'xu');
  await goTo(again.page, '华东销售一部');
  await again.page.locator('article.card').nth(1).waitFor();
  expect(await again.page.locator('article.card').count()).toBe(2);
  expect(boards()).toBe(2);
  const { now } = (await visit(app.url, 'xu').state()).clock;
  expect(now).toBeGreaterThan(Date.parse('2026-03-11T19:30:00+08:00'));
  expect(again.wrong).toEqual([]);
});
