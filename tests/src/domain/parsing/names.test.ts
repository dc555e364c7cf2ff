// Names put together from words of the calendar, numbers and states: read as one name, never as a date or a sum.
import { expect, it } from 'vitest';
import { parseFollowup } from '../../../../src/domain/parsing/parse.ts';
import { toWorkbench } from '../../../../src/domain/parsing/workbench.ts';
import { contextOf } from './context.ts';

const HEADS =
  'Monday|Tuesday|Thursday|Friday|Sunday|January|March|April|May|June|October|December|Noon|Midnight|7K|24/7|Level 3|Studio 12|Gate 9|First Harbour|Blue Monday'.split(
    '|',
  );
const TAILS = 'Foods|Logistics|Dental|Robotics|Textiles|Bakery|Kilns|Yachts|Media Group'.split('|');
const FRAMES = [
  '@: left a voicemail',
  '@ - quiet for now',
  'called @, no answer',
  'Visited @ and talked for 20 min',
  'spoke with Nadia at @',
  'emailed the brochure to @',
  'Tomas from @ wants a callback',
  '@ signed',
  '@, not interested',
  '给@打了电话',
  '@ 已签约',
];

it('a name that looks like a date or a sum is a name', () => {
  const wrong: string[] = [];
  for (const head of HEADS)
    for (const tail of TAILS)
      for (const frame of FRAMES) {
        const name = `${head} ${tail}`;
        const text = frame.replace('@', name);
        const row = toWorkbench(parseFollowup(text, contextOf()));
        if (row.customer !== name || row.next?.at || row.occurred || row.amount || row.clarify)
          wrong.push(`${text}: ${JSON.stringify(row)}`);
      }
  expect(wrong).toEqual([]);
});

const DATES: readonly (readonly [string, string])[] = [
  ['Friday 3pm', '2026-03-13T15:00'],
  ['by Friday', '2026-03-13'],
  ['May 5', '2026-05-05'],
  ['next Monday', '2026-03-16'],
  ['on Thursday', '2026-03-12'],
  ['March 20', '2026-03-20'],
  ['7 April', '2026-04-07'],
  ['Sunday', '2026-03-15'],
  ['tomorrow noon', '2026-03-12T12:00'],
];
const NAMES = 'Acme|Fenwick Tiles|Globex|Sable Ridge Wines|Kessler Pumps GmbH'.split('|');

it('a date beside a name stays a date', () => {
  for (const [words, at] of DATES)
    for (const name of NAMES)
      for (const text of [
        `Called ${name}, demo ${words}`,
        `${name}: demo ${words}`,
        `demo with ${name} ${words}`,
        `${name} demo ${words}`,
        `Spoke to Jane at ${name}, 20 min, demo ${words}`,
      ]) {
        const row = toWorkbench(parseFollowup(text, contextOf()));
        expect([row.customer, row.next?.action, row.next?.at], text).toEqual([name, 'demo', at]);
      }
});
