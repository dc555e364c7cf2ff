// The dates of a line: both grammars, their atoms joined; the rest goes to chrono.
import * as en from 'chrono-node/en';
import { type Board, scan, TAKEN } from './atoms.ts';
import { asking, type DateHit, finish } from './date-hit.ts';
import { type Draft, isTime, joined } from './date-join.ts';
import { paired } from './date-pairs.ts';
import { EN_DAYS } from './dates-en.ts';
import { ZH_DAYS } from './dates-zh.ts';
import { matchesOf } from './matches.ts';
import { TIMES } from './times.ts';
import { type DaySpec, dayIn, type Now } from './when.ts';

const CHRONO_CUE =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:ago|hence|from now)\b/i;

/** Dates neither grammar knows, from chrono, which may only answer with a day it is certain of. */
export const otherDatesIn = (board: Board, now: Now): DateHit[] => {
  if (!CHRONO_CUE.test(board.text)) return [];
  const hits: DateHit[] = [];
  const instant = new Date(`${now.day}T${now.clock}:00Z`);
  const rest = board.text.slice(0, 600).replaceAll(TAKEN, '#');
  for (const result of en.parse(rest, { instant, timezone: 0 }, { forwardDate: true })) {
    const { start } = result;
    if (!start.isCertain('day') || !start.isCertain('month')) continue;
    const day = dayIn(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
    const from = result.index;
    const to = from + result.text.length;
    board.take(from, to);
    const spec: DaySpec | null =
      day === null || start.isCertain('hour') || result.end !== null
        ? { kind: 'ask', ask: 'date', candidates: day === null ? [] : [day] }
        : start.isCertain('year')
          ? { kind: 'day', day, tense: 'open' }
          : { kind: 'monthDay', month: start.get('month') ?? 0, dom: start.get('day') ?? 0 };
    const hit = finish({ start: from, end: to, day: spec, time: null }, board.text, now);
    if (hit !== null) hits.push(hit);
  }
  return hits;
};

const BETWEEN =
  /^ (?:[\w'&-]+ ){0,4}(?:demo|call|meeting|mtg|visit|review|lunch|dinner|coffee|kick-?off|appt|appointment|presentation|follow[- ]?up|catch[- ]?up|session|workshop|sign(?:ing)?)(?: (?:with|w\/|for|to|at)(?: (?!at\b)[\w'&-]+){1,3})? (?:(?:at|@|from|around) )?$/i;

// Pieces of dates no rule has read: better asked than lost.
const LEFT = new RegExp(`下下个?|(?<=${TAKEN})刻|[一三13]刻(?![录意画不钟])|大大后天`, 'g');

/** All dates of the text, in order; what they read is taken from the board. */
export const datesIn = (board: Board, text: string, now: Now): DateHit[] => {
  const atoms = [...scan(board, ZH_DAYS, now), ...scan(board, EN_DAYS, now)];
  atoms.push(...scan(board, TIMES, now));
  atoms.sort((a, b) => a.start - b.start);
  const drafts: Draft[] = [];
  for (const atom of atoms) {
    const last = drafts.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, atom.start);
    if (
      last !== undefined &&
      gap.length <= 16 &&
      joined(
        last,
        atom,
        gap,
        text.slice(atom.end, atom.end + 12),
        !/(?:demo|call|meeting|visit|review|sign|follow[- ]?up|reply|decision|kick-?off|live|payment|send|proposal)\s+(?:on )?$/i.test(
          text.slice(Math.max(0, last.start - 20), last.start),
        ),
        now,
      )
    ) {
      last.end = atom.end;
      continue;
    }
    // "Friday demo at 2": what is done stands between the day and its hour.
    if (
      last !== undefined &&
      last.day !== null &&
      last.day.kind !== 'none' &&
      last.day.kind !== 'moment' &&
      last.time === null &&
      isTime(atom.spec) &&
      BETWEEN.test(gap)
    ) {
      Object.assign(last, { start: atom.start, end: atom.end, time: atom.spec });
      continue;
    }
    drafts.push({
      start: atom.start,
      end: atom.end,
      day: isTime(atom.spec) ? null : atom.spec,
      time: isTime(atom.spec) ? atom.spec : null,
    });
  }
  const hits = drafts.map((draft) => finish(draft, text, now)).filter((hit) => hit !== null);
  for (const match of matchesOf(LEFT, board.text)) {
    hits.push(asking(match.index, match.index + match[0].length));
    board.take(match.index, match.index + match[0].length);
  }
  for (const hit of hits) board.take(hit.start, hit.end);
  return paired(
    hits.sort((a, b) => a.start - b.start),
    text,
  );
};
