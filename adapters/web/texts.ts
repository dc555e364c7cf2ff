// The page's words, chosen by language.

import type { PageMessages } from '../../src/locales/en/page.ts';
import { page as en } from '../../src/locales/en/page.ts';
import { page as zh } from '../../src/locales/zh/page.ts';
import type { Language } from './wire.ts';

const TEXTS: Readonly<Record<Language, PageMessages>> = { en, zh };

/** The page's language for a BCP 47 tag; English when it is neither. */
export const languageOf = (locale: string): Language => (/^zh\b/i.test(locale) ? 'zh' : 'en');

export const textsOf = (locale: string): PageMessages => TEXTS[languageOf(locale)];

/** `{name}` in a sentence, filled in. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
