// Files in the thread: a link that lasts, for one person only.
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { AskAnswer, ErrorBody, PageOfMessages } from '../../../adapters/web/wire.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { File } from '../../../src/chat/file.ts';
import { cleanUp, temporary } from '../../support/app.ts';
import { closeBrowser, sharedBrowser } from '../../support/browser.ts';
import { serveWeb } from './serve.ts';
import { createStub, knock, PEOPLE, type Stub } from './stub.ts';

const file = (needs: File['needs'] = { role: 'rep', teamId: null }): File => ({
  locale: 'en',
  title: 'Your customers <b>',
  text: '3 customers.',
  table: {
    name: 'customers',
    columns: ['id', 'name'],
    rows: [
      [1, '晨光科技'],
      [2, '=HYPERLINK("http://evil.example")'],
      [3, null],
    ],
  },
  needs,
});
const CSV = '\ufeffid,name\r\n1,晨光科技\r\n2,"\'=HYPERLINK(""http://evil.example"")"\r\n3,\r\n';

let stub: Stub;
const start = (options: Parameters<typeof createStub>[0] = {}, needs?: File['needs']) => {
  stub = createStub(options);
  stub.answer = () => [{ kind: 'file', file: file(needs) }];
};
afterEach(() => stub.web.close());
afterAll(async () => {
  await closeBrowser();
  await cleanUp();
});

const say = async (as: string, place = 'direct', delivery = 'delivery-1'): Promise<AskAnswer> => {
  const ask = { kind: 'command', line: '/customer export' };
  const response = await knock(stub, '/web/ask', { as, delivery, place, ask });
  return (await response.json()) as AskAnswer;
};
const kept = (answer: AskAnswer) => {
  const body = answer.messages.at(-1)?.body;
  if (body?.kind !== 'file') throw new Error(`expected a file: ${JSON.stringify(answer)}`);
  return body.file;
};
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as ErrorBody).error.code;
const as = (href: string, user: string): string => href.replace(/as=.*/, `as=${user}`);

describe('a file', () => {
  it('takes the place of nothing when it was refused at first and comes on a retry', async () => {
    start();
    const carriedOut = stub.answer;
    const refusal: Card = {
      locale: 'en',
      title: 'Not now',
      tone: 'warning',
      summary: 'Too often',
      blocks: [{ kind: 'text', text: ['Too often'] }],
    };
    stub.answer = () => [{ kind: 'card', to: 'actor', card: refusal }];
    await say('maya');
    stub.answer = carriedOut;
    const first = kept(await say('maya'));
    expect(first.name).toBe('customers.csv');
    expect(kept(await say('maya'))).toEqual(first);
  });

  it('is a message with a link, and the link a download for a spreadsheet', async () => {
    start();
    const found = kept(await say('maya'));
    expect(found).toMatchObject({ name: 'customers.csv', bytes: Buffer.byteLength(CSV) });
    const response = await knock(stub, found.href);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="customers.csv"',
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    // As bytes: reading as text would take the mark off.
    expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toBe(CSV);
  });

  it('is the same file when the same was asked again', async () => {
    start();
    const [first, second] = [await say('maya'), await say('maya')];
    expect(kept(second)).toEqual(kept(first));
  });

  it('outlives a restart', async () => {
    const store = join(temporary(), 'web.sqlite');
    start({ file: store });
    const { href } = kept(await say('maya'));
    stub.web.close();
    start({ file: store });
    expect((await knock(stub, href)).status).toBe(200);
    const response = await knock(stub, '/web/messages?as=maya&place=direct');
    const { messages } = (await response.json()) as PageOfMessages;
    expect(messages.at(-1)?.body).toMatchObject({ kind: 'file', file: { href } });
  });

  it('asked for in a channel is seen by nobody else there', async () => {
    start();
    const { href } = kept(await say('maya', 'channel:east'));
    const response = await knock(stub, '/web/messages?as=lin-xiaoyu&place=channel:east');
    expect(JSON.stringify(await response.json())).not.toContain('file');
    const other = await knock(stub, as(href, 'lin-xiaoyu'));
    expect([other.status, await codeOf(other)]).toEqual([403, 'file']);
    for (const user of ['ma-li', 'root']) {
      expect((await knock(stub, as(href, user))).status, user).toBe(403);
    }
    expect((await knock(stub, as(href, 'nobody'))).status).toBe(403);
    expect((await knock(stub, '/web/files/1')).status).toBe(400);
  });

  it('is not opened any more by who lost the role, or left', async () => {
    start({}, { role: 'manager', teamId: 1 });
    const { href } = kept(await say('ma-li'));
    expect((await knock(stub, href)).status).toBe(200);
    const at = stub.people.findIndex(({ user }) => user === 'ma-li');
    const [manager] = stub.people.splice(at, 1);
    expect((await knock(stub, href)).status).toBe(403);
    if (manager !== undefined) stub.people.push({ ...manager, role: 'rep' });
    const refused = await knock(stub, href);
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'file']);
  });

  it.each(['99', '0', '-1', '1e3', 'x'])('%s that is not there is gone', async (id) => {
    start();
    const response = await knock(stub, `/web/files/${id}?as=maya`);
    expect([response.status, await codeOf(response)]).toEqual([410, 'file_gone']);
  });
});

describe('the page', () => {
  it('shows it with its link, also after a reload, and downloads it', async () => {
    start({ people: PEOPLE });
    const served = await serveWeb(stub.web);
    const browser = await sharedBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
    });
    const wrong: string[] = [];
    try {
      const page = await context.newPage();
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      await page.addInitScript(() => sessionStorage.setItem('genjin.as', 'maya'));
      await page.goto(served.url);
      await page.fill('#line', '/customer export');
      await page.press('#line', 'Enter');
      const article = page.getByRole('article', { name: 'Your customers <b>' });
      await article.waitFor();
      await page.reload();
      await article.waitFor();
      const link = article.getByRole('link', { name: 'customers.csv' });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe('customers.csv');
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString('utf8')).toBe(CSV);
      const shot = process.env.GENJIN_SHOT;
      if (shot !== undefined) await page.screenshot({ path: shot });
      expect(wrong).toEqual([]);
    } finally {
      await context.close();
      await served.close();
    }
  });
});
