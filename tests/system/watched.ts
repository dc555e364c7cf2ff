// A browser page that is watched: it may not break, open a dialog, leave its server or gain active content.
import type { BrowserContext, Page } from 'playwright-core';
import { closeBrowser, sharedBrowser } from '../support/browser.ts';

export interface Watched {
  readonly page: Page;
  /** What it did that it may not do. */
  readonly wrong: string[];
}

const contexts: BrowserContext[] = [];

/** Opens the application as one of its people. */
export const openAs = async (url: string, user: string): Promise<Watched> => {
  const browser = await sharedBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  contexts.push(context);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => wrong.push(`popup: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) wrong.push(`frame: ${frame.url()}`);
  });
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(`${url}/`) && !to.startsWith('data:')) wrong.push(`request: ${to}`);
  });
  await page.addInitScript(
    (who) => sessionStorage.setItem('genjin.as', sessionStorage.getItem('genjin.as') ?? who),
    user,
  );
  await page.goto(`${url}/`);
  await page.locator('#line').waitFor();
  return { page, wrong };
};

/** Closes all that was opened. */
export const closePages = async (): Promise<void> => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await closeBrowser();
};

/** Elements and attributes through which text could act, as a sorted list. */
export const activeContent = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .flatMap((element) => {
        const name = element.tagName.toLowerCase();
        const found =
          /^(script|img|iframe|object|embed|base|link|meta|style|frame|audio|video|math|template|marquee)$/.test(
            name,
          )
            ? [name]
            : [];
        for (const { name: attribute, value } of element.attributes) {
          if (/^on/i.test(attribute) || /^\s*(javascript|vbscript|data:text)/i.test(value)) {
            found.push(`${name}[${attribute}]`);
          }
          if (attribute === 'href' && /^https?:/i.test(value)) found.push(`${name} to ${value}`);
        }
        return found;
      })
      .sort(),
  );
