// English offsets from now: in two weeks, three days ago, after half an hour.
import { addDays } from '../time.ts';
import type { Rule } from './atoms.ts';
import { ahead, ask, N, number, shifted, UNIT } from './dates-en-words.ts';
import { offset } from './offsets.ts';

export const EN_OFFSETS: readonly Rule[] = [
  // Offsets.
  [/\bin (?:about |around )?half an hour\b/i, (_, now) => offset(now, 30, 'minute')],
  [/\bin (?:about )?an hour and a half\b/i, (_, now) => offset(now, 90, 'minute')],
  [
    /\bin (?:about )?(\d{1,2}(?:\.5)) h(?:ou)?rs?\b/i,
    (m, now) => offset(now, Number(m[1]), 'hour'),
  ],
  [
    /\bin (?:a|another) fortnight\b|\ba fortnight from (?:now|today)\b|\bfortnight'?s time\b/i,
    (_, now) => offset(now, 14, 'day'),
  ],
  [
    /\b(?:in |within )?(?:the next )?(?:a couple(?: of)?|a few|several|couple of|few|next few|next couple of|some|\d+ ?- ?\d+|\d+ (?:or|to) \d+) (?:more )?(?:minutes|mins|hours|days|weeks|months|(?:business|working) days)(?: from now| later|'? time)?\b/i,
    (m) =>
      /^(?:in|within|the next|next)/i.test(m[0]) || /from now|later|time$/i.test(m[0])
        ? ask()
        : null,
  ],
  [
    new RegExp(`\\b(?:a |the )?${N} ${UNIT} (?:ago|back)\\b`, 'i'),
    (m, now) => shifted(now, -number(m[1]), m[2]),
  ],
  [
    new RegExp(
      `\\b(?:in|within)(?: about| around| the next| another)? ${N}[ -]?(?:more )?${UNIT}(?:'? time)?`,
      'i',
    ),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
  [new RegExp(`\\bin(?: the)? next ${UNIT}`, 'i'), () => null],
  [
    new RegExp(`\\b${N}[ -]?${UNIT} (?:from (?:now|today)|later|out|hence)\\b`, 'i'),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
  [
    new RegExp(`\\b${N}[ -]?${UNIT} from (?:tomorrow)\\b`, 'i'),
    (m, now) => {
      const spec = shifted(now, number(m[1]), m[2]);
      return spec?.kind === 'day' ? ahead(addDays(spec.day, 1), now) : ask();
    },
  ],
  [new RegExp(`\\bafter ${N}[ -]?${UNIT}`, 'i'), (m, now) => shifted(now, number(m[1]), m[2])],
  [
    new RegExp(
      `(?<=(?:follow(?:ing)? ?up|call|remind|reply|respond|answer|f/u|due|chase|check)(?: back)?(?: in)? )${N}[ -]?((?:business|working) days?|days?|weeks?|months?)\\b(?! (?:ago|trial|pilot|contract))`,
      'i',
    ),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
  [
    new RegExp(`(?<![\\w-])${N} ((?:business|working) days?)\\b`, 'i'),
    (m, now) => shifted(now, number(m[1]), m[2]),
  ],
];
