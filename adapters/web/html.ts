// The one HTML document: its language and theme come from the page's own cookies, the rest from scripts.
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Assets } from './assets.ts';
import { languageOf, textsOf } from './texts.ts';

/** The document, ready to send. */
export const renderHtml = (c: Context, assets: Assets): string => {
  const wanted = getCookie(c, 'genjin-language') ?? c.req.header('accept-language') ?? 'en';
  const language = languageOf(wanted);
  const cookie = getCookie(c, 'genjin-theme');
  const theme = cookie === 'dark' || cookie === 'light' ? cookie : 'auto';
  const folder = `/web/assets/${assets.version}`;
  const values: Readonly<Record<string, string>> = {
    title: textsOf(language).title,
    noscript: textsOf(language).noscript,
    styles: assets.styles
      .map((name) => `<link rel="stylesheet" href="${folder}/${name}">`)
      .join('\n    '),
    modules: assets.modules
      .map((name) => `<link rel="modulepreload" href="${folder}/${name}">`)
      .join('\n    '),
    main: `${folder}/main.js`,
  };
  const root = `lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-theme="${theme}"`;
  return assets.html
    .replace('lang="en" data-theme="auto"', root)
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
};
