// The languages. Adding one means its folder and a line here.
import { en } from './en/index.ts';
import { createFormat, type Format } from './format.ts';
import type { Messages } from './messages.ts';
import { zh } from './zh/index.ts';

const MESSAGES = { zh, en } satisfies Record<string, Messages>;

export type LocaleTag = keyof typeof MESSAGES;

/** A language's texts, with the way it writes numbers and dates. */
export interface Locale {
  readonly tag: LocaleTag;
  readonly t: Messages;
  readonly format: Format;
}

export const LOCALE_TAGS = Object.keys(MESSAGES) as readonly LocaleTag[];

const locales = Object.fromEntries(
  LOCALE_TAGS.map((tag): [LocaleTag, Locale] => {
    const t = MESSAGES[tag];
    return [tag, { tag, t, format: createFormat(t.formatTag) }];
  }),
) as Record<LocaleTag, Locale>;

/** The best language for a BCP 47 tag such as `zh-Hans-CN`; English for what we do not speak. */
export const localeFor = (tag: string | null | undefined): Locale => {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales[LOCALE_TAGS.find((known) => known === language) ?? 'en'];
};
