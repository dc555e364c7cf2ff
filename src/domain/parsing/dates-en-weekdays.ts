// English days around today, and weekdays.
import { addDays, weekdayOf } from '../time.ts';
import type { Rule } from './atoms.ts';
import { ahead, ask, lower, open, stepOf, W, weekdayNamed } from './dates-en-words.ts';
import { weekdayAt } from './when.ts';

export const EN_WEEKDAYS: readonly Rule[] = [
  // Days around today.
  [
    /\b(?:the )?day after (?:tomorrow|tmrw?|tmw)\b|\bovermorrow\b/i,
    (_, now) => ahead(addDays(now.day, 2), now),
  ],
  [/\b(?:the )?day before yesterday\b/i, (_, now) => ahead(addDays(now.day, -2), now)],
  [
    /\b(?:tomorr?ow|tommorr?ow|tmrw?|tmrow|tmw|tomoz|2moro|2morrow|2mrw)\b/i,
    (_, now) => ahead(addDays(now.day, 1), now),
  ],
  [/\byesterday\b|\blast night\b/i, (_, now) => ahead(addDays(now.day, -1), now)],
  [/\btoday\b|\bthis (?=morning|afternoon|evening)|\bto(?=night\b)/i, (_, now) => open(now.day)],
  // Weekdays.
  [new RegExp(`\\b${W} (?:after next|week)\\b`, 'i'), () => ask()],
  [
    new RegExp(`\\b(?:(?:on|by) )?${W},?\\s+(?:of )?(next|nxt|this|last) (?:week|wk)\\b`, 'i'),
    (m, now) => ahead(weekdayAt(now, stepOf(m[2]), weekdayNamed(m[1])), now),
  ],
  [
    new RegExp(`\\b(next|nxt|this|last) (?:week|wk),?\\s+(?:on )?${W}`, 'i'),
    (m, now) => ahead(weekdayAt(now, stepOf(m[1]), weekdayNamed(m[2])), now),
  ],
  [
    new RegExp(`\\b${W}\\s*(?:-|to|through|thru)\\s*${W}`, 'i'),
    (m) => {
      // "moved from Thu to Fri": only Friday still holds.
      const moved =
        /(?:moved|pushed|postponed|rescheduled|changed|shifted)\s+(?:\w+\s+){0,2}?from\s*$/i;
      return moved.test(m.input.slice(Math.max(0, m.index - 40), m.index))
        ? { kind: 'weekday', weekday: weekdayNamed(m[2]) }
        : { kind: 'weekday', weekday: weekdayNamed(m[1]), last: weekdayNamed(m[2]) };
    },
  ],
  [
    /\b(next|this|last|coming)(?: coming)? week-?end\b/i,
    (m, now) => ahead(weekdayAt(now, stepOf(m[1]), 6), now),
  ],
  [/\b(?:over |at )?the week-?end\b|\bweek-?end\b/i, () => ({ kind: 'weekday', weekday: 6 })],
  [
    new RegExp(`\\b(?:this )?coming ${W}`, 'i'),
    (m) => ({ kind: 'weekday', weekday: weekdayNamed(m[1]) }),
  ],
  [
    new RegExp(`\\b(next|nxt|this|last|past) ${W}`, 'i'),
    (m, now) => {
      const step = lower(m[1]) === 'nxt' ? 1 : stepOf(m[1]);
      const weekday = weekdayNamed(m[2]);
      if (step >= 0) {
        const day = weekdayAt(now, step, weekday);
        return { kind: 'day', day, tense: step > 0 ? 'future' : 'open' };
      }
      // "last Tuesday" is the latest one gone by.
      const gap = (weekdayOf(now.day) - weekday + 7) % 7 || 7;
      return ahead(addDays(now.day, -gap), now);
    },
  ],
  [
    new RegExp(`(?<![\\w&'])(?:on )?${W}(?!')`, 'i'),
    (m) => {
      // Three letters may be a word or a name: take them in lower case or as "Fri", never "SUN".
      const word = m[1] ?? '';
      if (/^(?:SUN|SAT|MON|WED)$/.test(word)) return null;
      return { kind: 'weekday', weekday: weekdayNamed(word) };
    },
  ],
];
