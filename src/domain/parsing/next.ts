// The next step and the day of the contact: which date belongs to which, and what is to be done then.
import type { ActionHit } from './actions.ts';
import { clauseAt } from './clauses.ts';
import type { DateHit } from './date-hit.ts';
import type { Clarify, ParsedNext, ParsedOccurred, Span } from './parsed.ts';
import { actionAt, codeOf, GIVE_EN, isOld, isPlan, type StepContext } from './step.ts';
import { isBehind, TALK, TALK_OR_RESULT } from './tense.ts';

export interface Steps {
  readonly next: ParsedNext | null;
  readonly nextSpan: Span | null;
  /** The date and the words of the step together. */
  readonly plan: Span | null;
  readonly occurred: ParsedOccurred | null;
  readonly occurredSpan: Span | null;
  readonly asks: readonly Clarify[];
}

// Facts about the customer's calendar are no steps of ours.
const FACT =
  /出差|休假|度假|放假|在外|请假|离职|入职|搬|生日|回来|回国|回京|返回|上班|忙|没空|不在|在开会|有会|成立|周年|涨价|活动|展会|到期|过期|vacation|out of (?:the )?office|OOO|travel\w*|on leave|away|busy|birthday|holiday|returns?|back (?:on|in|from)|expires?|joins?|starts? (?:at|new)|leav(?:es|ing)|off (?:until|till)|abroad|slipped|missed|passed|delayed/i;
const unionOf = (hit: DateHit, action: ActionHit | 'give' | null, text: string): Span => {
  if (action === null) return { start: hit.start, end: hit.end };
  if (action === 'give') {
    const verb = GIVE_EN.exec(text.slice(0, hit.start))?.[0].length ?? 0;
    return { start: hit.start - verb, end: hit.end };
  }
  return { start: Math.min(hit.start, action.start), end: Math.max(hit.end, action.end) };
};

/** Sorts the dates of a line into the contact's and the next step's, and names what is to be asked. */
export const stepsOf = (context: StepContext): Steps => {
  const { text, clauses, dates, actions } = context;
  const asks: Clarify[] = [];
  let occurred: ParsedOccurred | null = null;
  let occurredSpan: Span | null = null;
  let best: {
    hit: DateHit;
    action: ReturnType<typeof actionAt>;
    next: ParsedNext;
    due: string;
  } | null = null;
  let asked: { hit: DateHit; action: ReturnType<typeof actionAt>; ask: Clarify } | null = null;

  dates.forEach((hit, index) => {
    const clause = clauseAt(clauses, hit.start);
    const seen = text.slice(hit.start, hit.end).trim();
    if (isOld(hit, context)) return;
    if (isBehind(hit, index, context)) {
      if (occurred !== null || occurredSpan !== null) return;
      const first = clauses.indexOf(clause) <= 0;
      const rest = text.slice(hit.end, clause.end);
      // 上周发的方案: the date belongs to the proposal, not to this contact.
      if (/^[^,。;跟和给与向访请约见找陪]{0,5}(?:的|'s\b)(?!\s*(?:时候|电话))/.test(rest)) return;
      if (!first && !TALK_OR_RESULT.test(text.slice(clause.start, clause.end))) return;
      const reading = hit.behind();
      // "Q1 review done", "signed elsewhere last month": periods of other things than this contact.
      const vast = reading.ok && /month|quarter|week/.test(reading.when.precision);
      if (vast && (hit.tense !== 'past' || !TALK.test(text.slice(clause.start, clause.end))))
        return;
      if (reading.ok) {
        const { at, precision, period } = reading.when;
        occurred = { at, precision, ...(period === undefined ? {} : { period }) };
        occurredSpan = { start: hit.start, end: hit.end };
      } else if (!hit.vague || TALK_OR_RESULT.test(text.slice(clause.start, clause.end))) {
        occurredSpan = { start: hit.start, end: hit.end };
        asks.push({ kind: reading.ask, seen, candidates: reading.candidates });
      }
      return;
    }
    // 昨晚聊到十点: the hour belongs to the evening before it.
    const earlier = dates[index - 1];
    const told = earlier !== undefined && isBehind(earlier, index - 1, context);
    const action = actionAt(hit, index, context);
    // 今早拜访…下午发方案: a step of its own later today.
    const own = action !== null && earlier?.today === true && hit.ahead().ok;
    if (hit.dayless && told && earlier.start >= clause.start && !own) return;
    const fact = FACT.test(text.slice(clause.start, clause.end).replace(/不忙/g, ''));
    if (
      action === null &&
      fact &&
      !/slipped|missed|delayed|passed/i.test(text.slice(clause.start, clause.end))
    )
      return;
    if (
      hit.vague &&
      (action === null ||
        (action !== 'give' &&
          Math.abs(action.start - hit.end) > 14 &&
          Math.abs(hit.start - action.end) > 14))
    )
      return;
    const reading = hit.ahead();
    if (!reading.ok) {
      const ask: Clarify = { kind: reading.ask, seen, candidates: reading.candidates };
      if (asked === null || (asked.action === null && action !== null))
        asked = { hit, action, ask };
      return;
    }
    const { at, precision, end, period } = reading.when;
    const next: ParsedNext = {
      action: codeOf(action, hit, context),
      at,
      precision,
      end,
      ...(period === undefined ? {} : { period }),
    };
    const due = at;
    const better =
      best === null ||
      (best.action === null && action !== null) ||
      ((best.action === null) === (action === null) && due < best.due);
    if (better) best = { hit, action, next, due };
  });

  // TypeScript does not follow assignments made inside forEach.
  const chosen = best as {
    hit: DateHit;
    action: ReturnType<typeof actionAt>;
    next: ParsedNext;
  } | null;
  const doubt = asked as { hit: DateHit; action: ReturnType<typeof actionAt>; ask: Clarify } | null;
  // An unclear date counts unless a clear one has the step and it has none.
  if (
    doubt !== null &&
    (chosen === null || (!doubt.hit.vague && (doubt.action !== null || chosen.action === null)))
  ) {
    asks.push(doubt.ask);
    const code = codeOf(doubt.action, doubt.hit, context);
    return {
      next: code === null ? null : { action: code, at: null, precision: null, end: null },
      nextSpan: { start: doubt.hit.start, end: doubt.hit.end },
      plan: unionOf(doubt.hit, doubt.action, text),
      occurred,
      occurredSpan,
      asks,
    };
  }
  if (chosen !== null) {
    return {
      next: chosen.next,
      nextSpan: { start: chosen.hit.start, end: chosen.hit.end },
      plan: unionOf(chosen.hit, chosen.action, text),
      occurred,
      occurredSpan,
      asks,
    };
  }
  const plan = actions.find((action) => isPlan(action, context));
  return {
    next:
      plan === undefined
        ? null
        : { action: codeOf(plan, null, context), at: null, precision: null, end: null },
    nextSpan: plan === undefined ? null : { start: plan.start, end: plan.end },
    plan: plan === undefined ? null : { start: plan.start, end: plan.end },
    occurred,
    occurredSpan,
    asks,
  };
};
