// The dates of a line: atoms of both grammars joined into days with times, ranges and deadlines.
import * as en from 'chrono-node/en';
import { addDays } from '../time.ts';
import { type Atom, type Board, scan, TAKEN } from './atoms.ts';
import { EN_DAYS } from './dates-en.ts';
import { ZH_DAYS } from './dates-zh.ts';
import { TIMES } from './times.ts';
import {
  backward,
  clock,
  type DaySpec,
  dayIn,
  forward,
  lastDayOf,
  type Now,
  type Reading,
  type Tense,
  type TimeSpec,
  unclear,
  weekdayAt,
} from './when.ts';

/** One date of a line, before it is known whether it is behind or ahead. */
export interface DateHit {
  readonly start: number;
  readonly end: number;
  /** Where the date itself begins, without the preposition before it. */
  readonly core: number;
  readonly tense: Tense;
  /** 之前, 内, by, due: the day is a deadline. */
  readonly deadline: boolean;
  /** Words such as 尽快 or 国庆后: a date only beside a next step. */
  readonly vague: boolean;
  /** Whether it names today and nothing more. */
  readonly today: boolean;
  /** Whether a clock time or daypart is said. */
  readonly timed: boolean;
  /** What it means as a date to come. */
  readonly ahead: () => Reading;
  /** What it means as the time of a contact that has been. */
  readonly behind: () => Reading;
}

interface Draft {
  start: number;
  end: number;
  day: DaySpec | null;
  time: TimeSpec | null;
}

const TO_TIME =
  /^\s*[)]?\s*(?:,?\s*(?:at|@|around|about|from|by|before|after|in the|no later than|-|的|吧|,)?)\s*$/i;
const TO_DAY = /^\s*(?:,?\s*(?:on|of|the)?)\s*$/i;
const BESIDE = /^\s*[(（]?\s*$/;
const OR = /^\s*(?:或者?|还是|or|\/|、)\s*(?:on |at )?$/i;
const RANGE = /^\s*(?:到|至|-|~|to|until|till|through|thru)\s*$/i;

const isTime = (spec: DaySpec | TimeSpec): spec is TimeSpec => spec.kind === 'time';

/** A daypart and an hour said apart: "tomorrow afternoon at 3". */
const refine = (part: TimeSpec, exact: TimeSpec): TimeSpec => {
  const hour = Number(exact.clock.slice(0, 2));
  const late = part.clock >= '14:00' || (part.clock === '12:00' && hour < 3);
  return late && hour < 12
    ? { ...exact, bare: false, clock: clock(hour + 12, Number(exact.clock.slice(3))) }
    : { ...exact, bare: false };
};

const joinTimes = (a: TimeSpec, b: TimeSpec): TimeSpec | null => {
  if (a.precision === 'daypart' && b.precision === 'minute') return refine(a, b);
  if (a.precision === 'minute' && b.precision === 'daypart') return refine(b, a);
  return a.clock === b.clock ? a : null;
};

const forwardDay = (spec: DaySpec, now: Now): string | null => {
  const reading = forward(spec, null, now);
  return reading.ok ? reading.when.at : null;
};

/** Two names of one day (明天周四, next Tue (17th)); null when they are two days. */
const sameDay = (a: DaySpec, b: DaySpec, now: Now): DaySpec | null => {
  if (a.kind === 'period' && a.precision === 'week' && b.kind === 'weekday') {
    const day = addDays(lastDayOf(a.at), b.weekday - 7);
    return { kind: 'day', day, tense: a.tense };
  }
  if (a.kind === 'weekday' && b.kind === 'period' && b.precision === 'week')
    return sameDay(b, a, now);
  const certain = (spec: DaySpec): boolean => spec.kind === 'day' || spec.kind === 'monthDay';
  const [main, other] = certain(a) || !certain(b) ? [a, b] : [b, a];
  for (const read of [forward, backward]) {
    const left = read(main, null, now);
    if (!left.ok || left.when.precision !== 'day') continue;
    const day = left.when.at;
    if (other.kind === 'weekday') {
      const weeks = [0, 1, -1, 2, -2, 3, -3, 4, 5, 6, 7, 8];
      if (weeks.some((n) => weekdayAt(now, n, other.weekday) === day)) return main;
    } else {
      const right = read(other, null, now);
      if (right.ok && right.when.at === day) return main;
    }
  }
  return null;
};

const joined = (draft: Draft, atom: Atom, gap: string, rest: string, now: Now): boolean => {
  const { spec } = atom;
  if (isTime(spec)) {
    if (draft.day?.kind === 'moment' || draft.day?.kind === 'ask' || draft.day?.kind === 'none') {
      if (draft.day.kind !== 'ask' || !TO_TIME.test(gap)) return false;
      return !draft.day.vague;
    }
    if (draft.time === null) {
      if (!TO_TIME.test(gap)) return false;
      draft.time = spec;
      return true;
    }
    if (!TO_TIME.test(gap)) return false;
    const time = joinTimes(draft.time, spec);
    if (time === null) return false;
    draft.time = time;
    return true;
  }
  if (draft.day === null) {
    if (spec.kind === 'none' || spec.kind === 'moment' || !TO_DAY.test(gap)) return false;
    draft.day = spec;
    return true;
  }
  if (spec.kind === 'none' || draft.day.kind === 'none') return false;
  const beside = BESIDE.test(gap);
  const comma = /^\s*,\s*$/.test(gap);
  const of = /^的$/.test(gap);
  if (!beside && !comma && !of) return false;
  if (draft.day.kind === 'ask' || spec.kind === 'ask') {
    // An unclear day beside a plain one stays unclear, unless it is only 尽快 or a festival's name.
    if (comma || (spec.kind === 'ask' && spec.vague)) return false;
    if (draft.day.kind === 'ask' && !draft.day.vague) return true;
    if (spec.kind === 'ask') draft.day = spec;
    return spec.kind === 'ask';
  }
  const same = sameDay(draft.day, spec, now);
  if (same !== null) {
    draft.day = same;
    return true;
  }
  // "Thursday, March 13" names one day twice; "demo Thursday, March 20 review" names two.
  const pair = [draft.day.kind, spec.kind].sort().join();
  const twice =
    comma && /^(?:monthDay|dom),weekday$/.test(pair) && /^\s*(?:$|[,.;)]|at\b|@)/i.test(rest);
  if ((comma && !twice) || of) return false;
  const apart =
    draft.day.kind === 'day' && draft.day.tense === 'past'
      ? true
      : spec.kind === 'day' && spec.tense === 'past';
  if (apart) return false;
  const candidates = [forwardDay(draft.day, now), forwardDay(spec, now)].filter(
    (day) => day !== null,
  );
  draft.day = { kind: 'ask', ask: 'date', candidates };
  return true;
};

const FOREIGN =
  /^\s*\(?(?:EST|EDT|PST|PDT|CST|CDT|MST|MDT|GMT|UTC|BST|CET|CEST|IST|JST|KST|SGT|HKT|AEST|AEDT|ET|PT)\b|^\s*\(?(?:their|your|local|US|UK|EU|New York|London|Eastern|Pacific) time\b/i;
const FOREIGN_ZH =
  /(?:美国|当地|纽约|伦敦|对方|东部|西部|太平洋|欧洲|美东|美西|德国|英国|日本|他们|格林威治)(?:那边)?(?:的?时间|这边)?$/;

const finish = (draft: Draft, text: string, now: Now): DateHit | null => {
  const { day, time } = draft;
  if (day?.kind === 'none') return null;
  const before = text.slice(Math.max(0, draft.start - 24), draft.start);
  const after = text.slice(draft.end, draft.end + 24);
  let { start, end } = draft;
  let deadline = false;
  let later = false;
  const suffix =
    /^\s?(?:(之前|以前|前(?![台端期往景提面夕辈沿任妻几款])|之内|以内|内(?![部容])|截止|为止)|(之后|以后|过后|后(?![续期台面勤端备悔])))/.exec(
      after,
    );
  if (suffix) {
    deadline = suffix[1] !== undefined;
    later = suffix[2] !== undefined;
    end += suffix[0].length;
  }
  const prefix =
    /(?:^|[^a-z])((?:by|before|until|till?|due(?: on| by)?|no later than|on or before|latest(?: by)?|deadline(?: is)?:?)|(after|post)|(since)|(?:on|in|at|for|from|around|about|@))\s*(?:the\s+)?$/i.exec(
      before,
    );
  if (prefix) {
    if (prefix[3]) return null;
    later ||= prefix[2] !== undefined;
    deadline ||=
      !prefix[2] &&
      /^(?:by|before|until|till?|due|no|on or|latest|deadline)/i.test(prefix[1] ?? '');
    start -= prefix[0].length - (/^[a-z@]/i.test(prefix[0]) ? 0 : 1);
  }
  const spec: DaySpec = day ?? { kind: 'day', day: now.day, tense: 'open' };
  const vague = spec.kind === 'ask' && spec.vague === true;
  const tense: Tense =
    spec.kind === 'day' || spec.kind === 'period' || spec.kind === 'moment'
      ? spec.tense
      : spec.kind === 'ask'
        ? (spec.tense ?? 'open')
        : 'open';
  const foreign =
    time?.precision === 'minute' &&
    (FOREIGN.test(text.slice(end, end + 24)) ||
      FOREIGN_ZH.test(text.slice(Math.max(0, start - 8), start)) ||
      (/(?:北京时间)$/.test(before) && now.zone !== 'Asia/Shanghai'));
  // 下周三点: the hour of a weekday, or a weekday and a broken hour?
  const broken = /^[点刻]/.test(text.slice(end)) && time === null;
  const ahead = (): Reading => {
    if (broken) return unclear();
    const reading = forward(spec, time, now);
    if (!reading.ok) return reading;
    if (foreign) return unclear();
    if (later && !vague && reading.when.precision !== 'minute') {
      const at = reading.when.at;
      return unclear(/^\d{4}-\d\d-\d\d$/.test(at) ? [at, addDays(at, 1)] : []);
    }
    return reading;
  };
  return {
    start,
    end,
    core: draft.start,
    tense: tense === 'open' && (deadline || later) && !vague ? 'future' : tense,
    deadline,
    vague,
    today:
      /今|当天|当日|today|this|tonight/i.test(text.slice(draft.start, draft.end)) &&
      spec.kind === 'day' &&
      spec.day === now.day,
    timed: time !== null,
    ahead,
    behind: () => (broken || foreign ? unclear() : backward(spec, time, now)),
  };
};

/** Ranges over two full dates (3月20日到4月2日) and choices between two (周三或周四). */
const paired = (hits: readonly DateHit[], text: string): DateHit[] => {
  const out: DateHit[] = [];
  for (const hit of hits) {
    const last = out.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, hit.start);
    if (last === undefined || last.vague || hit.vague || (!OR.test(gap) && !RANGE.test(gap))) {
      out.push(hit);
      continue;
    }
    out.pop();
    const choice = OR.test(gap);
    const pair = (a: Reading, b: Reading): Reading => {
      if (!a.ok) return a;
      const candidates = b.ok ? [a.when.at, b.when.at] : [a.when.at];
      if (choice || !b.ok || b.when.at <= a.when.at) return unclear(candidates);
      const same = a.when.precision === b.when.precision;
      const end = same ? b.when.at : null;
      return end === null ? unclear(candidates) : { ok: true, when: { ...a.when, end } };
    };
    out.push({
      ...last,
      end: hit.end,
      timed: last.timed || hit.timed,
      today: false,
      ahead: () => pair(last.ahead(), hit.ahead()),
      behind: () => last.behind(),
    });
  }
  return out;
};

const asking = (start: number, end: number): DateHit => ({
  start,
  end,
  core: start,
  tense: 'open',
  deadline: false,
  vague: false,
  today: false,
  timed: false,
  ahead: () => unclear(),
  behind: () => unclear(),
});

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

// Pieces of dates no rule has read: better asked than lost.
const LEFT = new RegExp(`下下个?|(?<=${TAKEN})刻|[一三13]刻(?![录意画不])|大大后天`, 'g');

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
      joined(last, atom, gap, text.slice(atom.end, atom.end + 12), now)
    ) {
      last.end = atom.end;
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
  for (const match of board.text.matchAll(LEFT)) {
    hits.push(asking(match.index, match.index + match[0].length));
    board.take(match.index, match.index + match[0].length);
  }
  for (const hit of hits) board.take(hit.start, hit.end);
  return paired(
    hits.sort((a, b) => a.start - b.start),
    text,
  );
};
