// Two dates that belong together: ranges, choices, and dates moved to another.
import type { DateHit } from './date-hit.ts';
import { type Reading, unclear } from './reading.ts';

const OR = /^\s*(?:或者?|还是|or|\/|、)\s*(?:on |at )?$/i;
const RANGE = /^\s*(?:到|至|-|~|to|until|till|through|thru)\s*$/i;

const MOVED =
  /^[^,。;\n]{0,8}(?:改到|改至|改为|改成|改约到?|推到|推迟到|推迟至|延到|延期到|延期至|延至|调到|调整到|调整至|提前到|挪到|顺延到)了?\s*$|^\s*(?:[\w'-]+\s+){0,4}?(?:moved|pushed|postponed|rescheduled|changed|shifted|delayed)\s+(?:back\s+|forward\s+|out\s+)?(?:to|until|till)\s*$/i;
const MOVED_FROM =
  /(?:moved|pushed|postponed|rescheduled|changed|shifted|delayed)\s+(?:\w+\s+){0,2}?from\s*$/i;

/** Ranges over two full dates (3月20日到4月2日) and choices between two (周三或周四). */
export const paired = (hits: readonly DateHit[], text: string): DateHit[] => {
  const out: DateHit[] = [];
  for (const hit of hits) {
    const last = out.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, hit.start);
    // 周四改到周五, moved from Thu to Fri: only the later day still holds.
    const moved =
      MOVED.test(gap) ||
      (RANGE.test(gap) &&
        MOVED_FROM.test(text.slice(Math.max(0, (last?.core ?? 0) - 32), last?.core)));
    if (last !== undefined && moved && last.tense !== 'past') {
      out.pop();
      out.push(hit);
      continue;
    }
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
