// Every language says everything, and says it whole.
import { describe, expect, it } from 'vitest';
import { roundForRank } from '../../src/domain/scoring/score.ts';
import { LOCALE_TAGS, localeFor } from '../../src/locales/index.ts';

type Kind = 'text' | 'function' | 'list' | 'other';

const kindOf = (value: unknown): Kind => {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'function') return 'function';
  return Array.isArray(value) ? 'list' : 'other';
};

/** All texts by their path. */
const leaves = (value: unknown, path = ''): [string, unknown][] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, path === '' ? key : `${path}.${key}`),
  );
};

const kinds = (tag: (typeof LOCALE_TAGS)[number]) =>
  Object.fromEntries(leaves(localeFor(tag).t).map(([path, value]) => [path, kindOf(value)]));

it('there are Chinese and English', () => {
  expect([...LOCALE_TAGS].sort()).toEqual(['en', 'zh']);
});

it('all languages have the same texts of the same kinds', () => {
  expect(kinds('zh')).toEqual(kinds('en'));
  expect(Object.keys(kinds('zh')).length).toBeGreaterThan(300);
});

/** Stands for any parameters: every name is a value that can be seen on the page. */
const anything = (seen: Set<string>, value: (name: string) => unknown): Record<string, unknown> =>
  new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name === 'symbol') return undefined;
        seen.add(name);
        return value(name);
      },
      has: () => true,
    },
  );

/** Texts that say the same whatever the values, e.g. a fixed plural: what they do not name. */
const render = (
  path: string,
  text: (params: unknown) => unknown,
  value: (name: string) => unknown,
) => {
  const seen = new Set<string>();
  const said = text(anything(seen, value));
  expect(['string', 'number'], path).toContain(typeof said);
  return { said: String(said), seen };
};

describe.each(LOCALE_TAGS)('%s', (tag) => {
  const texts = leaves(localeFor(tag).t);

  it('has no empty text', () => {
    // Some words are only there in one of the languages.
    for (const [path, value] of texts) {
      if (typeof value === 'string') expect(value.trim(), path).not.toBe('');
      if (Array.isArray(value))
        for (const part of value) expect(String(part).trim(), path).not.toBe('');
    }
  });

  it('renders every sentence without a hole', () => {
    for (const [path, value] of texts) {
      if (typeof value !== 'function') continue;
      for (const make of [() => 1, () => 2, () => 'x', () => 'Acme Corp']) {
        const { said } = render(path, value as (params: unknown) => unknown, make);
        expect(said, path).not.toMatch(/undefined|NaN|\[object|null/u);
        expect(said.trim(), path).not.toBe('');
      }
    }
  });

  it('has no doubled blanks and no blank before punctuation', () => {
    for (const [path, value] of texts) {
      if (typeof value === 'string') expect(value, path).not.toMatch(/ {2}| [,.!?，。！？]/u);
    }
  });

  it('is written in its own script', () => {
    for (const [path, value] of texts) {
      if (
        typeof value !== 'string' ||
        /^(?:formatTag|.*\.(?:usage|examples|aliases)|page\..*)$/u.test(path)
      )
        continue;
      const han = /\p{Script=Han}/u.test(value.replaceAll('简体中文', '').replaceAll('中文', ''));
      if (tag === 'en') expect(han, `${path}: ${value}`).toBe(false);
    }
  });
});

it('the same sentence names the same things in every language', () => {
  const en = new Map(leaves(localeFor('en').t));
  for (const [path, zh] of leaves(localeFor('zh').t)) {
    const other = en.get(path);
    if (typeof zh !== 'function' || typeof other !== 'function') continue;
    const named = (text: unknown) => {
      const { seen } = render(path, text as (params: unknown) => unknown, () => 2);
      return [...seen].sort();
    };
    // English has plurals to choose from, so it may look at a number more than once, never at fewer names.
    expect(named(zh), path).toEqual(named(other));
  }
});

describe('numbers people compare', () => {
  const { format } = localeFor('en');

  it('change by the difference of what is shown', () => {
    expect(format.moved(76.34, 76.35)).toBe('+0.1');
    expect(format.moved(76.31, 76.34)).toBe('±0');
    expect(format.moved(76.36, 76.34)).toBe('−0.1');
    expect(format.moved(0, 50.66)).toBe('+50.7');
    for (let before = 0; before < 30; before += 0.37) {
      for (let after = 0; after < 30; after += 0.41) {
        const shown = Number(format.score(after)) - Number(format.score(before));
        const text = format.moved(before, after).replace('−', '-').replace('±', '');
        expect(Number(text)).toBeCloseTo(shown, 9);
      }
    }
  });

  it('are rounded half up as they are ranked', () => {
    for (const value of [0, 0.05, 0.25, 75.85, 75.85 - 2e-11, 75.8499, 99.96, 100]) {
      expect(format.score(value)).toBe(roundForRank(value).toFixed(1));
    }
  });

  it('money is in full digits, days have weekdays, and the year when it is another', () => {
    expect(format.money({ minor: 15_000_000, currency: 'USD' })).toBe('$150,000');
    expect(format.money({ minor: 1050, currency: 'USD' })).toBe('$10.50');
    expect(format.money({ minor: 15_000, currency: 'JPY' })).toBe('¥15,000');
    expect(format.day('2026-03-12', '2026-03-11')).toBe('Thu, Mar 12');
    expect(format.day('2025-12-31', '2026-03-11')).toBe('Wed, Dec 31, 2025');
    const zh = localeFor('zh').format;
    expect(zh.money({ minor: 15_000_000, currency: 'CNY' })).toBe('¥150,000');
    expect(zh.day('2026-03-12', '2026-03-11')).toBe('3月12日周四');
  });
});

it.each([
  ['zh-CN', 'zh'],
  ['zh_TW', 'zh'],
  ['zh-Hans-CN', 'zh'],
  ['ZH', 'zh'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [null, 'en'],
  [undefined, 'en'],
  ['constructor', 'en'],
])('%s is read in %s', (asked, tag) => {
  expect(localeFor(asked).tag).toBe(tag);
});
