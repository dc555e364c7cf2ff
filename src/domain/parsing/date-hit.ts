// One date of a line, with all that is needed to tell past from future.
import { addDays, daysBetween } from '../time.ts';
import { type Draft, FOREIGN } from './date-join.ts';
import { backward, forward, type Reading, unclear } from './reading.ts';
import type { DaySpec, Now, Tense } from './when.ts';

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
  /** Whether no day is said beside the time. */
  readonly dayless: boolean;
  /** Whether a full date of the last two months: no step, but a contact that has been. */
  readonly lately: boolean;
  /** Whether, as a day gone by, it would lie too far back for a contact somebody reports. */
  readonly distant: boolean;
  /** What it means as a date to come. */
  readonly ahead: () => Reading;
  /** What it means as the time of a contact that has been. */
  readonly behind: () => Reading;
}

const FOREIGN_ZH =
  /(?:美国|当地|纽约|伦敦|对方|东部|西部|太平洋|欧洲|美东|美西|德国|英国|日本|他们|格林威治)(?:那边)?(?:的?时间|这边)?$/;

/** Days back up to which a full date is taken for that of a contact. */
const LATELY = 60;
/** Days back beyond which a day without a year is the one to come. */
const DISTANT = 100;
const isDistant = (spec: DaySpec, now: Now): boolean => {
  if (spec.kind !== 'monthDay') return false;
  const reading = backward(spec, null, now);
  return reading.ok && daysBetween(reading.when.at, now.day) > DISTANT;
};
const isLately = (spec: DaySpec, now: Now): boolean => {
  if (spec.kind !== 'monthDay' && !(spec.kind === 'day' && spec.tense === 'open')) return false;
  const reading = backward(spec, null, now);
  if (!reading.ok || reading.when.at >= now.day) return false;
  return daysBetween(reading.when.at, now.day) <= LATELY;
};

/** The hit of joined atoms; null when they name no date. */
export const finish = (draft: Draft, text: string, now: Now): DateHit | null => {
  const { day, time } = draft;
  if (day?.kind === 'none') return null;
  const before = text.slice(Math.max(0, draft.start - 24), draft.start);
  const after = text.slice(draft.end, draft.end + 24);
  let { start, end } = draft;
  let deadline = false;
  let later = false;
  const suffix =
    /^\s?(?:(之前|以前|前(?![台端期往景提面夕辈沿任妻几款])|之内|以内|内(?![部容])|截止|为止)|(之后|以后|过后|后(?!续(?![约费签保])|[期台面勤端备悔])))/.exec(
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
    spec.kind === 'day' && spec.tense === 'open' && spec.day > now.day
      ? 'future'
      : spec.kind === 'day' || spec.kind === 'period' || spec.kind === 'moment'
        ? spec.tense
        : spec.kind === 'ask'
          ? (spec.tense ?? 'open')
          : 'open';
  const foreign =
    time?.precision === 'minute' &&
    (draft.foreign === true ||
      FOREIGN.test(text.slice(end, end + 24)) ||
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
    dayless: day === null,
    lately:
      !deadline &&
      !later &&
      /\d|月/.test(text.slice(draft.start, draft.end)) &&
      isLately(spec, now),
    distant: isDistant(spec, now),
    ahead,
    behind: () => (broken || foreign ? unclear() : backward(spec, time, now)),
  };
};

/** A stretch that is a date, though not one we can read. */
export const asking = (start: number, end: number): DateHit => ({
  start,
  end,
  core: start,
  tense: 'open',
  deadline: false,
  vague: false,
  today: false,
  timed: false,
  dayless: false,
  lately: false,
  distant: false,
  ahead: () => unclear(),
  behind: () => unclear(),
});
