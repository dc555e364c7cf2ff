// What the browser remembers: who one was, the language and the look. Nothing anybody wrote.
import type { Language } from '../wire.ts';

const PERSON = 'genjin.as';
const LANGUAGE = 'genjin-language';
const THEME = 'genjin-theme';
const YEAR = 31_536_000;

export type Theme = 'auto' | 'light' | 'dark';

/** Each tab may be someone else; a new tab starts as whoever was chosen last. */
export const rememberedPerson = (): string | null =>
  sessionStorage.getItem(PERSON) ?? localStorage.getItem(PERSON);

export const rememberPerson = (user: string): void => {
  sessionStorage.setItem(PERSON, user);
  localStorage.setItem(PERSON, user);
};

export const forgetPerson = (): void => {
  sessionStorage.removeItem(PERSON);
  localStorage.removeItem(PERSON);
};

// Language and look are cookies, so that the server's first answer has them and nothing flashes.
const cookie = (name: string): string | null =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null;

const setCookie = (name: string, value: string): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox ESR
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=strict`;
};

/** The language chosen by hand; null follows the person. */
export const rememberedLanguage = (): Language | null => {
  const value = cookie(LANGUAGE);
  return value === 'en' || value === 'zh' ? value : null;
};
export const rememberLanguage = (language: Language): void => setCookie(LANGUAGE, language);

export const rememberedTheme = (): Theme => {
  const value = cookie(THEME);
  return value === 'light' || value === 'dark' ? value : 'auto';
};
/** Applies a look and keeps it. */
export const rememberTheme = (theme: Theme): void => {
  setCookie(THEME, theme);
  document.documentElement.dataset.theme = theme;
};
