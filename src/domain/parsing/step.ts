// What is to be done on a date, and which words stand for a step without one.
import type { ActionHit } from './actions.ts';
import { type Clause, clauseAt } from './clauses.ts';
import type { Channel, NextAction, Outcome } from './codes.ts';
import type { DateHit } from './date-hit.ts';
import type { Span } from './parsed.ts';

const DONE_AFTER_EN =
  /^s? (?:is |was |has been |already )?(?:done|complete[ds]?|went|finished|given|held|received|arrived|cleared|sent|signed|made|landed)\b/i;
const DONE_AFTER = /^(?:\s?(?:效果|反馈|顺利)|了|过(?!去|来|目)|完|好了|成功|结束)/;
const DONE_BEFORE =
  /(?:已经?|刚刚?|刚才|了|过|完|没有?|未|不(?:用|必|需要|想)?|\bno|n't|\bnot|\bnever|\bafter the|\bafter|\bduring the|\bsaw the|\bliked the|\bthe)\s*$/i;
const TO_DO_ZH =
  /(?:下一步|下步|接下来|待|等|要|需要?|准备|计划|打算|尽快|尽早|后续|记得|(?<!申)请|须|必须|得|让[我他]?|让财务|叫我|安排|约(?!了)|改天|回头|再|想要?|希望|索要|催|该|预备|将|(?<![展博峰年开晚])会(?!上|议))\s*(?:我们?|给?(?:他|她|客户|对方))?[^,。;]{0,5}$/;
const TO_DO_EN =
  /\b(?:next(?: steps?)?:?|to[- ]?do:?|need(?:s|ed)? to|will|to(?!\s+(?:the|an?|our|their)\b)|must|should|going to|gonna|wants?(?: a| an| the| to| us to| me to)?|asked (?:for|me to|us to|to)|asks? (?:for|to)|requested|requests?|i'll|we'll|let's|then|pls|please|remember to|plan to|action:?|awaiting|needs?|pending|owe|can you)\s*(?:(?:a|an|the|our|me|him|her|them|us|send|schedule|book|arrange|set up|do|follow up with)\s*){0,3}$/i;
const SELF_TODO: ReadonlySet<NextAction> = new Set<NextAction>(['wait_reply', 'wait_decision']);
const SEND: readonly (readonly [NextAction, RegExp])[] = [
  ['send_contract', /合同|contract|agreement/i],
  ['send_proposal', /方案|报价|标书|建议书|proposal|quot|pricing|offer/i],
];
const GIVE =
  /^\s*(?:之?前|要|再|需要?|去|把|得|必须|就|能|我们?|我)*\s*(?:给(?!\S*打)|发|提供|交|寄|送|补|传|send|deliver|give|share|provide|get (?:it|them|this)|email (?:it|them|this))(?:过去|给(?:他|她|客户|对方|\S总)|他|她|客户|对方|到|过来|over|it|them|him|her)*\s*$/i;

/** To send it, whatever it is. */
export const GIVE_EN =
  /\b(?:re-?send|send|sending|e-?mail|e-?mailing|share|sharing|deliver|delivering|give|giving|provide|providing|forward|forwarding|get|getting)(?: (?:it|them|this|that|these|those|over|across|him|her|out))*\s*(?:by |on |at )?$/i;
const RETRY = /^(?:再试|重试|再(?:来)?一次|try|another|one more|retry)/i;
const CALLED: ReadonlySet<Outcome> = new Set<Outcome>([
  'no_answer',
  'voicemail',
  'callback_requested',
]);
/** Orders to oneself at the start of a clause: "send deck". */
const IMPERATIVE =
  /^(?:send|e-?mail|share|submit|prepare|follow|chase|check|ping|reply|remind|forward|draft|call)\b/i;

/** What is known of the line when its steps are sorted. */
export interface StepContext {
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** Clauses parted at spaces as well. */
  readonly segments: readonly Clause[];
  readonly actions: readonly ActionHit[];
  readonly dates: readonly DateHit[];
  readonly channel: Channel | null;
  readonly outcome: Outcome;
  /** The names of the line. */
  readonly names: readonly Span[];
}

/** An action that is still to be done, not one the line reports. */
const isOpen = (action: ActionHit, context: StepContext): boolean => {
  const { text } = context;
  const word = text.slice(action.start, action.end);
  const before = text.slice(Math.max(0, action.start - 24), action.start);
  const after = text.slice(action.end, action.end + 24);
  // "wants the contract sent by Friday": what is wished for is still to be done.
  const wished = /^(?:wants?|wanted|needs?|requests?|requested|expects?|get|asked for)\b/i.test(
    word,
  );
  if (DONE_AFTER_EN.test(after) && !(wished && /^s? sent\b/i.test(after))) return false;
  if (DONE_AFTER.test(after) && !/^wait/.test(action.code)) return false;
  if (
    /[\u4e00-\u9fff]$/.test(word) &&
    /[了过](?![去来])(?=\S)/.test(word) &&
    !/^wait/.test(action.code)
  )
    return false;
  if (/(?:在|都在|正在|正)$/.test(before) && /会/.test(word)) return false;
  // "after the board meets": somebody else's event.
  if (/\bafter (?:the|their|a|an|his|her) (?:\w+ ){1,2}$/i.test(before)) return false;
  return !DONE_BEFORE.test(before) || /(?:了|过|the)\s*$/i.test(before);
};

const MEANS: ReadonlySet<NextAction> = new Set<NextAction>(['visit', 'meeting', 'call', 'email']);
const IDLE: ReadonlySet<NextAction> = new Set<NextAction>([
  'follow_up',
  'other',
  'call',
  'meeting',
]);

/** kick-off meeting, renewal call: the first word of the compound says what it is for. */
const specific = (last: ActionHit, before: readonly ActionHit[]): ActionHit => {
  if (!MEANS.has(last.code)) return last;
  const first = before.find((action) => action.end === last.start - 1);
  return first === undefined || MEANS.has(first.code) || IDLE.has(first.code) ? last : first;
};

/** 去现场演示, 上门签合同: the purpose counts, not the way there. */
const purpose = (first: ActionHit, after: readonly ActionHit[], text: string): ActionHit => {
  if (!MEANS.has(first.code)) return first;
  const next = after.find(
    (action) => action.start >= first.end && !IDLE.has(action.code) && !MEANS.has(action.code),
  );
  if (next === undefined || next.start - first.end > 3) return first;
  return /[,。;\s]/.test(text.slice(first.end, next.start)) ? first : next;
};

/** What is to be done on the date: the action beside it, 'give' for 给 or send without an object. */
export const actionAt = (
  hit: DateHit,
  index: number,
  context: StepContext,
): ActionHit | 'give' | null => {
  const { text, clauses, dates, actions } = context;
  const clause = clauseAt(clauses, hit.start);
  const from = Math.max(clause.start, dates[index - 1]?.end ?? 0);
  // "Thursday, March 12" crosses a comma itself.
  const until = clauseAt(clauses, hit.end - 1).end;
  const to = Math.min(until, dates[index + 1]?.start ?? text.length);
  const open = actions.filter((action) => isOpen(action, context));
  // 等对方三天内回复: the step stands around its date.
  const around = open.find(
    (action) => action.start >= from && action.start < hit.core && action.end > hit.end,
  );
  if (around !== undefined) return around;
  const after = open.filter(
    (action) => action.start >= hit.start && action.end <= to && action.start >= hit.end,
  );
  const before = open.filter(
    (action) => action.start >= from && action.end <= hit.core + 3 && action.start < hit.core,
  );
  const words = text.slice(hit.end, to);
  const last = before.at(-1);
  const [first] = after;
  if (first !== undefined && last !== undefined) {
    const word = text.slice(last.start, last.end);
    const latin = /[a-z]$/i.test(word) && !/^next step$/i.test(word);
    const gap = text.slice(last.end, hit.start);
    // English names the step before its date, Chinese after it.
    if (
      latin &&
      !/\b(?:and|then)\b|[\u4e00-\u9fff]/i.test(gap) &&
      gap.length < 24 &&
      /^\D{0,24}$/.test(gap) &&
      gap.trim().split(/\s+/).length <= 3
    )
      return specific(last, before);
    return purpose(first, after, text);
  }
  if (first !== undefined) return purpose(first, after, text);
  if (GIVE.test(words) || (last === undefined && GIVE_EN.test(text.slice(from, hit.core)))) {
    return 'give';
  }
  // 项目立项 二季度招标: what follows the date is its own step, though not one we know.
  const segment = clauseAt(context.segments, hit.core);
  const rest = text.slice(hit.end, Math.min(segment.end, to)).replace(/左右|[\s吧的.,]/g, '');
  const parted = /[\u4e00-\u9fff]{2}/.test(rest) && last !== undefined && last.end < segment.start;
  if (last !== undefined && !parted) return specific(last, before);
  const noun = document(
    hit,
    `${text.slice(segment.start, hit.start)} ${text.slice(hit.end, Math.min(segment.end, to))}`
      .replace(/[.\s]+/g, ' ')
      .trim(),
  );
  if (noun !== null) return noun;
  const moved = putOff(hit, context);
  if (moved !== null) return moved;
  // A date alone in its clause belongs to the step named beside it.
  const names = hit.deadline
    ? context.names.filter(({ start, end }) => start >= clause.start && end <= hit.start)
    : [];
  const own = text.slice(Math.max(clause.start, ...names.map(({ end }) => end)), hit.start) + words;
  if (
    own.replace(/[\s的,.()-]|之?前|by|before|on|due|deadline|截止|at|约|定|就|吧/gi, '').length <= 1
  ) {
    const place = clauses.indexOf(clause);
    // "appt booked w/ Priya, Orchid Pharma, tues 2pm": names alone between the two do not part them.
    const named = (of: Clause | undefined): boolean =>
      of !== undefined &&
      context.names.some(
        ({ start, end }) =>
          start >= of.start &&
          end <= of.end &&
          end - start >= text.slice(of.start, of.end).trim().length,
      );
    const earlier = clauses[named(clauses[place - 1]) ? place - 2 : place - 1];
    for (const other of [earlier, clauses[place + 1]]) {
      if (
        other === undefined ||
        dates.some(
          (date) =>
            date !== hit && !date.vague && date.start >= other.start && date.end <= other.end,
        )
      )
        continue;
      const inside = open.filter(
        (action) =>
          action.start >= other.start &&
          action.end <= other.end &&
          (isPlan(action, context) ||
            text.slice(other.start, action.start).trim() === '' ||
            BOOKED_AFTER.test(text.slice(action.end)) ||
            BOOKED_BEFORE.test(text.slice(other.start, action.start)) ||
            (hit.deadline && action.code === 'collect_payment') ||
            other === clauses[place + 1]),
      );
      const pick = other === earlier ? inside.at(-1) : inside[0];
      if (pick !== undefined) return pick;
    }
  }
  return null;
};

const BOOKED =
  '(?:booked|scheduled|set(?: up)?|confirmed|arranged|fixed|agreed|locked in|lined up)';
const BOOKED_AFTER = new RegExp(`^s? (?:is |was |now |all )?${BOOKED}\\b`, 'i');
const BOOKED_BEFORE = new RegExp(`\\b${BOOKED} (?:[\\w-]+ ){0,3}$`, 'i');
const CONDITION = /(?:\bif\b|\bonce\b|\bunless\b|如果|要是|假如|倘若|一旦)[^,。;]*$/i;
const MOVED =
  /(?:改到|改至|改为|改成|改在|改期|推到|推迟|延到|延期|延至|调到|调整到|提前到|挪到|顺延|\b(?:moved|pushed|postponed|rescheduled|rebooked|changed|shifted|delayed|now|new (?:date|time|slot))\b)[^,。;]{0,12}$/i;
const APPOINTMENT: ReadonlySet<NextAction> = new Set<NextAction>([
  'meeting',
  'visit',
  'demo',
  'call',
  'sign',
  'review',
  'kickoff',
  'go_live',
  'bid_opening',
  'deliver',
]);

/** Whether the date is that to which something was put off. */
const isMoved = (hit: DateHit, { text, clauses }: StepContext): boolean =>
  MOVED.test(text.slice(clauseAt(clauses, hit.start).start, hit.core));
const OLD =
  /(?:说好|说好的|原定|原本|原来|本来|约好的?|定好的?|\b(?:originally|supposed to|was due|was set for|was booked for|instead of))[^,。;]{0,10}$/i;
/** 说好十点开会,改到周二: of the old date and the new one only the new one holds. */
export const isOld = (hit: DateHit, context: StepContext): boolean =>
  OLD.test(context.text.slice(clauseAt(context.clauses, hit.start).start, hit.core)) &&
  context.dates.some((date) => date.start > hit.end && isMoved(date, context));

/** 没来开会,改到周四: what was put off is what is done on the new date. */
const putOff = (hit: DateHit, context: StepContext): ActionHit | null => {
  const { actions, outcome } = context;
  if (!isMoved(hit, context)) return null;
  const last = actions
    .filter((action) => action.end <= hit.core && APPOINTMENT.has(action.code))
    .at(-1);
  if (last !== undefined) return last;
  const place = { start: hit.start, end: hit.end, row: 0 };
  return outcome === 'no_show' ? { code: 'meeting', ...place } : null;
};

// "Quote Fri.", 周五报价: a document alone beside its date is to be sent.
const ALONE: readonly (readonly [NextAction, RegExp])[] = [
  [
    'send_proposal',
    /^(?:(?:the|our|new|revised|updated|final|formal) )*(?:quote|proposal|quotation|pricing|offer|tender|bid|报价单?|方案|标书)$/i,
  ],
  [
    'send_material',
    /^(?:(?:the|our|new|revised|updated|some) )*(?:brochures?|decks?|samples?|catalog(?:ue)?|slides|case stud(?:y|ies)|资料|样品|案例)$/i,
  ],
];
const document = (hit: DateHit, words: string): ActionHit | null => {
  for (const [code, pattern] of ALONE)
    if (pattern.test(words)) return { code, start: hit.start, end: hit.end, row: 0 };
  return null;
};

/** Whether a word for an action stands as something to do, without a date. */
export const isPlan = (action: ActionHit, context: StepContext): boolean => {
  if (action.code === 'other' || !isOpen(action, context)) return false;
  const { text, clauses } = context;
  // "if they sign then invoice": what hangs on a condition is no step yet.
  if (CONDITION.test(text.slice(clauseAt(clauses, action.start).start, action.start))) return false;
  if (SELF_TODO.has(action.code)) {
    const word = text.slice(action.start, action.end);
    return /等|待|wait|pending|expect|hear|back|know|revert|回话|准信|给|will|内部|出结果|审批/i.test(
      word + text.slice(Math.max(0, action.start - 4), action.start),
    );
  }
  const clause = clauseAt(clauses, action.start);
  const before = text.slice(clause.start, action.start);
  const word = text.slice(action.start, action.end);
  if (
    /^(?:send_|sign|collect)/.test(action.code) &&
    /^(?:要|needs?|wants?|requests?|requested|asked for|asks? for|owe)/i.test(word)
  )
    return true;
  if (/^再/.test(word)) return true;
  const inner = clauses.indexOf(clause) > 0 && before.trim() === '';
  // "call 5 min" has been.
  const spent = /^\s*(?:for |of |~|about )?\d+(?:\.\d)? ?(?:min|m\b|hr|h\b|hours?|sec)/i;
  if (spent.test(text.slice(action.end))) return false;
  if (inner && IMPERATIVE.test(word) && !/ed\b/i.test(word)) return true;
  return TO_DO_ZH.test(before) || TO_DO_EN.test(before);
};

// 联系 after a phone call is another call; elsewhere it is a follow-up.
export const codeOf = (
  action: ActionHit | 'give' | null,
  hit: DateHit | null,
  context: StepContext,
): NextAction | null => {
  if (action === null) return null;
  if (action === 'give') {
    const clause = clauseAt(context.clauses, hit?.start ?? 0);
    const place = context.clauses.indexOf(clause);
    const near = context.text.slice(context.clauses[place - 1]?.start ?? clause.start, clause.end);
    for (const [code, words] of SEND) if (words.test(near)) return code;
    return 'send_material';
  }
  const word = context.text.slice(action.start, action.end);
  if (action.code === 'follow_up' && /^(?:再)?(?:联系|联络|contact)/i.test(word)) {
    if (context.channel === 'phone' || context.outcome === 'callback_requested') return 'call';
  }
  // 再试, "try again": what is tried again is the contact that failed.
  if (action.code === 'follow_up' && RETRY.test(word)) {
    if (context.channel === 'visit') return 'visit';
    const failed = context.channel === null && CALLED.has(context.outcome);
    return failed || context.channel === 'phone' ? 'call' : 'follow_up';
  }
  // 催 beside an unpaid sum is about the money.
  if (action.code === 'follow_up' && /^(?:催|跟催|chas)/i.test(word)) {
    return /款|发票|回款|到账|invoice|payment|paid|overdue|balance/i.test(context.text)
      ? 'collect_payment'
      : 'follow_up';
  }
  return action.code;
};
