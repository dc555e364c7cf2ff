// The page in a real Chromium, against a real server on a loopback port.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, sharedBrowser } from '../../support/browser.ts';
import { followupCard } from './cards.ts';
import { type Served, serveWeb } from './serve.ts';
import { createStub, PEOPLE, type Stub } from './stub.ts';

const LONG = 60_000;
let stub: Stub;
let served: Served;
let contexts: BrowserContext[] = [];
/** What no page may do: break, be stopped by its own policy, open a dialog, or call another server. */
let wrong: string[] = [];
let requested: string[] = [];

const start = async (options: Parameters<typeof createStub>[0] = {}) => {
  stub = createStub(options);
  served = await serveWeb(stub.web);
};
beforeEach(() => start());
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  stub.web.close();
  await served.close();
  const seen = wrong;
  wrong = [];
  requested = [];
  expect(seen).toEqual([]);
});
afterAll(closeBrowser);

const openPage = async (
  as: string | null,
  options: Parameters<Awaited<ReturnType<typeof sharedBrowser>>['newContext']>[0] = {},
) => {
  const browser = await sharedBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !/status of 4\d\d|status of 500|ERR_|Failed to load/.test(message.text())
    )
      wrong.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    requested.push(request.url());
    if (!request.url().startsWith(served.url) && !request.url().startsWith('data:'))
      wrong.push(`request: ${request.url()}`);
  });
  if (as !== null)
    await page.addInitScript(
      (user) => sessionStorage.setItem('genjin.as', sessionStorage.getItem('genjin.as') ?? user),
      as,
    );
  await page.goto(served.url);
  return page;
};
const ready = async (as = 'maya', options = {}) => {
  const page = await openPage(as, options);
  await page.locator('#line').waitFor();
  return page;
};
const say = async (page: Page, line: string) => {
  await page.fill('#line', line);
  await page.press('#line', 'Enter');
};
const card = (page: Page, title: string) => page.getByRole('article', { name: title });
const scrollsSideways = (page: Page) =>
  page.evaluate(
    () =>
      document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth,
  );

describe('the page', () => {
  it(
    'takes a command typed with the keyboard alone, from the suggestions',
    async () => {
      const page = await ready();
      const line = page.locator('#line');
      await line.pressSequentially('/');
      await page.getByRole('option').first().waitFor();
      expect(await page.getByRole('option').count()).toBe(6);
      expect(await line.getAttribute('aria-expanded')).toBe('true');
      await line.press('ArrowDown');
      const active = await line.getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).textContent()).toContain('/score');
      expect(await page.getByRole('option', { selected: true }).count()).toBe(1);
      await line.press('Escape');
      expect(await page.getByRole('option').count()).toBe(0);
      await line.pressSequentially('fol');
      await line.press('Tab');
      expect(await line.inputValue()).toBe('/followup ');
      await line.pressSequentially('Northwind @Sa');
      await line.press('Enter');
      expect(await line.inputValue()).toBe('/followup Northwind @Sam Okafor ');
      await line.press('Enter');
      await card(page, 'Recorded: Northwind Traders').waitFor();
      expect(stub.asked[0]?.ask).toMatchObject({
        line: '/followup Northwind @Sam Okafor',
        mentions: [{ person: { user: 'root' } }],
      });
      await line.press('ArrowUp');
      expect(await line.inputValue()).toBe('/followup Northwind @Sam Okafor');
      await line.fill('/score');
      await line.press('Enter');
      await card(page, 'Your score this week: 78.4').waitFor();
      expect(await page.locator('.chart svg').count()).toBe(2);
      expect(await page.getByRole('meter', { name: 'Result' }).getAttribute('aria-valuetext')).toBe(
        '28.9 / 40',
      );
    },
    LONG,
  );

  it(
    'presses buttons: a replaced card, and a form with errors that keeps what was typed',
    async () => {
      const page = await ready();
      await say(page, '/followup Northwind');
      await page.getByRole('button', { name: 'Fix' }).click();
      const dialog = page.getByRole('dialog', { name: 'Fix the follow-up' });
      await dialog.waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
        'customer',
      );
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Please fill this in.').waitFor();
      await dialog.getByLabel('B', { exact: true }).check({ force: true });
      await dialog.getByLabel('Price').check({ force: true });
      await dialog.getByLabel('4 of 5').check({ force: true });
      await dialog.getByLabel('Who helped').selectOption('ma-li');
      await dialog.getByLabel('Next step on').fill('2026-11-27');
      await dialog.getByLabel('At optional').fill('15:30');
      await dialog.getByLabel('Amount').fill('much');
      await dialog.getByLabel('Note').fill('“call me” <b>');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Write a number, e.g. 120000').waitFor();
      expect(stub.asked.at(-1)?.ask).toMatchObject({
        values: {
          customer: 'Northwind Traders',
          amount: 'much',
          grade: 'B',
          topics: ['price'],
          mood: '4',
          helper: 'ma-li',
          day: '2026-11-27',
          time: '15:30',
          note: '“call me” <b>',
        },
      });
      expect(await dialog.getByLabel('Note').inputValue()).toBe('“call me” <b>');
      expect(await dialog.getByLabel('Amount').getAttribute('aria-invalid')).toBe('true');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
        'amount',
      );
      await dialog.getByLabel('Amount').fill('120000');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await card(page, 'Undone: Northwind Traders').waitFor();
      expect(await card(page, 'Recorded: Northwind Traders').count()).toBe(0);
    },
    LONG,
  );

  it(
    'executes and requests nothing that anybody wrote',
    async () => {
      const payloads = [
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<svg onload=alert(1)>',
        '"><iframe src="javascript:alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        '<style>@import "https://evil.example/x.css"</style>',
        '<img src="https://evil.example/pixel.png">',
        '<link rel=stylesheet href=https://evil.example>',
        '<math><mtext><img src=x onerror=alert(1)>',
        '${alert(1)} {{alert(1)}}',
      ];
      const evil = payloads.join(' ');
      stub.people.push({
        user: 'evil',
        name: `Eve ${payloads[1]}`,
        role: 'rep',
        locale: 'en',
        team: evil,
        channels: [{ channel: 'east', name: `east ${payloads[2]}` }],
      });
      stub.answer = () => [
        {
          kind: 'card',
          to: 'actor',
          card: {
            locale: '"><script>alert(1)</script>',
            title: evil,
            tone: 'good',
            summary: evil,
            blocks: [
              {
                kind: 'text',
                text: [
                  evil,
                  { kind: 'bold', text: evil },
                  {
                    kind: 'mention',
                    person: { platform: 'web', tenant: 'local', user: 'evil' },
                    name: evil,
                  },
                  { kind: 'link', text: evil, url: 'javascript:alert(1)' },
                  { kind: 'link', text: 'ok', url: 'https://evil.example/"onclick="alert(1)' },
                ],
              },
              { kind: 'fields', fields: [{ label: evil, value: [evil] }] },
              { kind: 'rows', columns: [{ label: evil, align: 'start' }], rows: [[[evil]]] },
              { kind: 'progress', label: evil, ratio: 0.5, text: evil },
              {
                kind: 'chart',
                alt: evil,
                chart: {
                  kind: 'bar',
                  title: evil,
                  labels: payloads,
                  series: payloads
                    .slice(0, 3)
                    .map((name) => ({ name, values: payloads.map((_, index) => index) })),
                  mark: { label: evil, value: 3 },
                },
              },
              { kind: 'note', text: [evil] },
              {
                kind: 'actions',
                actions: [
                  {
                    label: evil,
                    style: 'plain',
                    intent: { command: 'followup', verb: 'fix', args: {} },
                  },
                ],
              },
            ],
          },
        },
        {
          kind: 'form',
          form: {
            locale: 'en',
            title: evil,
            submit: evil,
            cancel: evil,
            intro: evil,
            intent: { command: 'c', verb: 'v', args: {} },
            errors: { a: evil, ghost: evil },
            inputs: [
              {
                kind: 'text',
                name: 'a',
                label: evil,
                hint: evil,
                placeholder: evil,
                value: evil,
                required: true,
                multiline: true,
                maxLength: 900,
              },
              {
                kind: 'choice',
                name: 'b',
                label: evil,
                required: false,
                options: payloads.map((value) => ({ value, label: value })),
              },
            ],
          },
        },
      ];
      const page = await ready('evil');
      await say(page, `/followup ${evil}`);
      await page.getByRole('dialog').first().waitFor();
      await page.waitForTimeout(300);
      expect(
        await page
          .locator(
            'dialog script, #app script, #app iframe, #app img, #app style, #app link, #app [onerror], #app [onload], #app [onclick]',
          )
          .count(),
      ).toBe(0);
      expect(await page.locator('#app a[href^="javascript"]').count()).toBe(0);
      expect(await page.locator('#app .line').first().textContent()).toBe(`/followup ${evil}`);
      expect(await page.locator('.chart svg').count()).toBe(2);
      expect(
        await page.evaluate(
          () => document.querySelectorAll('svg script, svg foreignObject, svg image, svg a').length,
        ),
      ).toBe(0);
    },
    LONG,
  );

  it(
    'shows the same channel live in two windows, private answers in one',
    async () => {
      const maya = await ready('maya');
      const lin = await ready('lin-xiaoyu');
      await say(maya, 'nothing yet');
      for (const page of [maya, lin]) await page.locator('.place').first().click();
      await lin.locator('.empty').waitFor();
      await say(maya, 'Hello team!');
      await lin.locator('.line', { hasText: 'Hello team!' }).waitFor();
      expect(await lin.locator('[aria-live=polite]:not(.toasts)').textContent()).toBe(
        'Maya Chen：Hello team!',
      );
      await say(lin, '/跟进 星河科技');
      await card(lin, '已记录：星河科技').waitFor();
      await lin.getByText('仅自己可见').first().waitFor();
      const ref = await stub.web.platform.post(
        { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' },
        { ...followupCard('en'), title: 'First face' },
        'k1',
      );
      await card(maya, 'First face').waitFor();
      await stub.web.platform.replace(ref, { ...followupCard('en'), title: 'Second face' });
      await card(lin, 'Second face').waitFor();
      expect(await card(maya, '已记录：星河科技').count()).toBe(0);
      await maya.locator('.place').last().click();
      await stub.web.platform.post(
        { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' },
        followupCard('en'),
        'k2',
      );
      await maya.locator('.unread', { hasText: '1' }).first().waitFor();
      await expect.poll(() => maya.title()).toBe('(1) Genjin');
    },
    LONG,
  );

  it(
    'keeps a line when the server is gone, tries again with the same delivery, and catches up',
    async () => {
      const page = await ready();
      const port = Number(new URL(served.url).port);
      await served.close();
      await say(page, '/score');
      await page.getByText('Not sent').waitFor();
      await page.getByText('No connection. Trying again…').waitFor();
      served = await serveWeb(stub.web, port);
      await page.getByRole('button', { name: 'Try again' }).click();
      await card(page, 'Your score this week: 78.4').waitFor();
      expect(await page.locator('.line', { hasText: '/score' }).count()).toBe(1);
      await page.locator('.banner').waitFor({ state: 'hidden' });
      stub.answer = () => {
        throw new Error('broken');
      };
      await say(page, '/goal');
      await page.getByText('Genjin did not answer').waitFor();
      stub.answer = null;
      await page.getByRole('button', { name: 'Try again' }).click();
      await card(page, '/goal').waitFor();
      expect(new Set(stub.asked.slice(1).map((one) => one.id)).size).toBe(1);
      expect(await page.getByText('Genjin did not answer').count()).toBe(0);
    },
    LONG,
  );

  it(
    'changes person, language and look, and remembers them',
    async () => {
      const page = await ready('maya', { colorScheme: 'light' });
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.locator('.switcher > .person').click();
      await page.getByRole('button', { name: /马丽/ }).click();
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(await page.locator('.switcher > .person').textContent()).toContain('主管');
      const words = await page.evaluate(() => document.body.innerText);
      expect(
        words.replace(/English|Shift|EN|SO|MC|NN|Maya Chen|Sam Okafor|Nora North|East team/g, ''),
      ).not.toMatch(/[A-Za-z]{2,}/);
      await page.getByRole('button', { name: 'English' }).click();
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      await page.getByRole('button', { name: /^Appearance/ }).click();
      await page.getByRole('button', { name: /^Appearance/ }).click();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await background()).not.toBe(light);
      await page.reload();
      await page.locator('#line').waitFor();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('.switcher > .person').textContent()).toContain('马丽');
    },
    LONG,
  );

  it(
    'jumps the demo clock to the evening post',
    async () => {
      const page = await ready('maya');
      await page.locator('.place').first().click();
      await page.getByText('Demo data').waitFor();
      await page.getByRole('button', { name: /Demo clock: Mon.* 16:42/ }).click();
      await page.getByRole('button', { name: /To the next post, Mon.* 18:30/ }).click();
      await card(page, '今日排行 · 11月23日 周一').waitFor();
      await page.getByRole('button', { name: /Demo clock: Mon.* 18:30/ }).waitFor();
      await page.getByRole('button', { name: /Demo clock/ }).click();
      expect(await page.getByRole('button', { name: 'To the next post' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Tomorrow 09:00' }).click();
      await page.getByRole('button', { name: /Demo clock: Tue.* 09:00/ }).waitFor();
    },
    LONG,
  );

  it(
    'fits 390 px: drawer, tables, long words, dialogs',
    async () => {
      const name = 'W'.repeat(100) + '名'.repeat(100);
      stub.people.push({
        user: 'long',
        name,
        role: 'manager',
        locale: 'zh',
        team: name,
        channels: [{ channel: 'east', name }],
      });
      const page = await ready('long', {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      });
      expect(await scrollsSideways(page)).toBe(false);
      for (const line of ['/跟进', '/积分', '/排行', 'x'.repeat(600)]) {
        await say(page, line);
        await page.locator('.pending').waitFor({ state: 'detached' });
      }
      expect(await scrollsSideways(page)).toBe(false);
      const outside = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.messages *'))
          .filter(
            (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.wide'),
          )
          .map((one) => one.className.toString()),
      );
      expect(outside).toEqual([]);
      await page.getByRole('button', { name: '修改' }).click();
      await page.getByRole('dialog').first().waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await page.keyboard.press('Escape');
      expect(await page.locator('.rail').isVisible()).toBe(false);
      await page.getByRole('button', { name: '打开菜单' }).click();
      expect(await page.locator('.rail').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('menu');
      await page.getByRole('button', { name: '打开菜单' }).click();
      await page.locator('.place').first().click();
      await page.locator('.rail').waitFor({ state: 'hidden' });
      expect(await page.locator('h1').textContent()).toContain('名');
    },
    LONG,
  );

  it(
    'is reachable by keyboard from the skip link on, with a visible focus',
    async () => {
      const page = await ready();
      await say(page, '/followup x');
      await card(page, 'Recorded: Northwind Traders').waitFor();
      await page.locator('.skip').focus();
      expect(
        await page.locator('.skip').evaluate((skip) => skip.getBoundingClientRect().top),
      ).toBeGreaterThan(0);
      const reached = new Set<string>();
      const bare: string[] = [];
      for (let step = 0; step < 40; step += 1) {
        const focus = await page.evaluate(() => {
          const one = document.activeElement as HTMLElement;
          const style = getComputedStyle(one);
          const ringed =
            style.outlineStyle !== 'none' ||
            getComputedStyle(one.closest('.box') ?? one).boxShadow !== 'none';
          return {
            name: one.getAttribute('aria-label') ?? one.textContent ?? '',
            ringed,
            body: one === document.body,
          };
        });
        reached.add(focus.name.trim());
        if (!focus.ringed && !focus.body) bare.push(focus.name);
        await page.keyboard.press('Tab');
      }
      const names = [...reached].join('\n');
      for (const name of [
        'East team',
        'English',
        'Appearance',
        'Maya Chen',
        'Demo clock',
        'Fix',
        'Undo',
        'Message',
      ])
        expect(names).toContain(name);
      expect(bare).toEqual([]);
    },
    LONG,
  );

  it.each(['light', 'dark'] as const)(
    'has enough contrast everywhere, %s',
    async (colorScheme) => {
      const page = await ready('ma-li', { colorScheme });
      await say(page, '/跟进 x');
      await say(page, '/排行');
      await card(page, '今日排行 · 11月23日 周一').waitFor();
      stub.answer = () => {
        throw new Error('x');
      };
      await say(page, '/目标');
      await page.getByRole('button', { name: '重试' }).waitFor();
      await page.fill('#line', '/');
      await page.getByRole('option').first().waitFor();
      const faint = await page.evaluate(() => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        if (canvas === null) throw new Error('no canvas');
        const rgb = (colors: readonly string[]): number[] => {
          canvas.clearRect(0, 0, 1, 1);
          for (const color of colors) {
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
          }
          return Array.from(canvas.getImageData(0, 0, 1, 1).data).slice(0, 3);
        };
        const light = (color: readonly number[]): number => {
          const [r = 0, g = 0, b = 0] = color.map((part) =>
            part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() !== null) {
          const element = walker.currentNode.parentElement;
          const text = walker.currentNode.nodeValue?.trim() ?? '';
          if (
            element === null ||
            text === '' ||
            !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
          )
            continue;
          if (element.closest('.hidden-text, .wide svg, .narrow svg, [disabled]') !== null)
            continue;
          const grounds: string[] = [];
          for (let one: Element | null = element; one !== null; one = one.parentElement)
            grounds.unshift(getComputedStyle(one).backgroundColor);
          const ground = light(rgb(['#fff', ...grounds]));
          const ink = light(rgb(['#fff', ...grounds, getComputedStyle(element).color]));
          const ratio = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
          if (ratio < 4.5) found.push(`${text} ${ratio.toFixed(2)}`);
        }
        return found;
      });
      expect(faint).toEqual([]);
    },
    LONG,
  );

  it('stays quick with 10,000 messages', async () => {
    const { platform } = stub.web;
    const target = { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' } as const;
    for (let index = 0; index < 10_000; index += 1) {
      await platform.post(
        target,
        { locale: 'en', title: `Message ${index}`, tone: 'neutral', summary: 's', blocks: [] },
        `m${index}`,
      );
    }
    const page = await ready();
    await page.locator('.unread', { hasText: '99+' }).waitFor();
    const opened = Date.now();
    await page.locator('.place').first().click();
    await card(page, 'Message 9999').waitFor();
    expect(Date.now() - opened).toBeLessThan(3_000);
    for (let round = 0; round < 12; round += 1) {
      await page.locator('.scroller').evaluate((scroller) => {
        scroller.scrollTop = 0;
      });
      await card(page, `Message ${9_950 - (round + 1) * 50}`).waitFor({ state: 'attached' });
    }
    expect(await page.locator('.message').count()).toBeLessThanOrEqual(400);
    await page.getByRole('button', { name: 'Jump to the latest' }).click();
    await card(page, 'Message 9999').waitFor();
    expect(await page.locator('.message').count()).toBe(50);
  }, 120_000);
});

describe('an empty workspace', () => {
  it(
    'asks who one is, makes that person the first, and lets a second join',
    async () => {
      stub.web.close();
      await served.close();
      await start({ people: [], demo: false });
      stub.answer = (request) => {
        if (
          request.ask.kind === 'opened' &&
          !stub.people.some((one) => one.user === request.actor.user)
        ) {
          const role = stub.people.length === 0 ? 'admin' : 'rep';
          stub.people.push({
            user: request.actor.user,
            name: request.actor.name,
            role,
            team: null,
            locale: request.actor.locale ?? 'en',
            channels: [],
          });
        }
        return [{ kind: 'card', to: 'actor', card: followupCard('zh') }];
      };
      const page = await openPage(null);
      const dialog = page.getByRole('dialog', { name: 'Welcome to Genjin' });
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'Start the workspace' }).click();
      await dialog.getByText('Please give a name.').waitFor();
      await dialog.getByLabel('Name').fill('林晓雨');
      await dialog.getByLabel('中文').check({ force: true });
      await dialog.getByRole('button', { name: 'Start the workspace' }).click();
      await card(page, '已记录：星河科技').waitFor();
      expect(await page.locator('.switcher > .person').textContent()).toContain('管理员');
      expect(await page.getByText('演示数据').count()).toBe(0);
      await page.locator('.switcher > .person').click();
      await page.getByRole('button', { name: '添加成员' }).click();
      await page.getByLabel('姓名').fill('Ann');
      await page.getByLabel('English').check({ force: true });
      await page.getByRole('button', { name: '加入' }).click();
      await expect.poll(() => page.locator('.switcher > .person').textContent()).toContain('Ann');
      expect(stub.people.map((one) => one.role)).toEqual(['admin', 'rep']);
    },
    LONG,
  );
});

describe('weight', () => {
  it(
    'is small, and all of it from here',
    async () => {
      const page = await ready(PEOPLE[1]?.user);
      const sizes = await page.evaluate(() =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
          (one) => [new URL(one.name).pathname, one.decodedBodySize] as const,
        ),
      );
      const total = (ending: string) =>
        sizes.filter(([path]) => path.endsWith(ending)).reduce((sum, [, size]) => sum + size, 0);
      expect(total('.js')).toBeLessThan(150_000);
      expect(total('.css')).toBeLessThan(150_000);
      expect(requested.every((url) => url.startsWith(served.url) || url.startsWith('data:'))).toBe(
        true,
      );
    },
    LONG,
  );
});
