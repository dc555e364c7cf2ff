// The next step and the day of the contact: which date belongs to which, and what is to be done then.
import type { ActionHit } from './actions.ts';
import { type Clause, clauseAt } from './clauses.ts';
import type { Channel, NextAction, Outcome } from './codes.ts';
import type { DateHit } from './dates.ts';
import type { Clarify, ParsedNext, ParsedOccurred, Span } from './parsed.ts';

export interface Steps {
  readonly next: ParsedNext | null;
  readonly nextSpan: Span | null;
  /** The date and the words of the step together. */
  readonly plan: Span | null;
  readonly occurred: ParsedOccurred | null;
  readonly occurredSpan: Span | null;
  readonly asks: readonly Clarify[];
}

// 了 after a scheduling verb (约了, 定了) points ahead; after any other it tells what has been.
const PAST_ZH =
  /(?<!约|定|约好|说好|订|改|推|延|答应|同意|确认|安排|排|推迟|延期|到|为|除|忘|算|行|好|对|罢|罢)[了](?!解|结|吗|断)|过(?!去|来|程|几|两|一?[下遍会目]|年|期|\d|后|账)|已|刚(?!好)|完(?!成后|后)/;
const PAST_EN =
  /\b(?:met|called|rang|phoned|visited|emailed|mailed|spoke|talked|saw|had|sent|did|gave|signed|paid|won|lost|texted|messaged|presented|demoed|demo'd|dropped|stopped|connected|chatted|reached|left|received|submitted|quoted|closed|attended|held|pitched|discussed|went|came|renewed|rejected|declined|complained|answered|tried|went well|done|completed|finished|started|arrived|landed|cleared|wired|lunched|caught|followed|ran|led|hosted|sat|swung|shared|delivered)\b/i;
const AHEAD_EN =
  /\b(?:scheduled|booked|set|arranged|confirmed|moved|postponed|rescheduled|agreed|due|planned|pushed|will|to|need|needs|must|should|going|gonna|wants?|asked|asks|next|then|let's|'ll|expect\w*|promised|available|free|by|before|until|remind\w*|slated|fixed|penciled|pencilled|awaiting|waiting|plan|aim\w*|target\w*|tentative\w*|returns?|back)\b/i;
const AHEAD_ZH =
  /要(?!了)|需|再|约|定(?:在|于|了)|改到|推到|延到|推迟|准备|计划|打算|安排|说|等|待|将|会(?!议|上|后|面)|下次|争取|预计|希望|提醒|记得|让我|叫我|答应|同意|最晚|截止|前给|去/;
const CONTACT =
  /电话|致电|拜访|走访|上门|见了|见到|面谈|开会|会议|微信|沟通|聊|谈|通话|联系|回访|邮件|演示|发了|打了|约见|吃饭|来电|来访|跟进|接待|视频|接通|met|call|visit|email|spoke|talk|meeting|demo|lunch|dinner|coffee|phone|chat|zoom|video|text|message|sent|saw|rang|connected|reach|reply|replied|paid|signed|付|签|到账|收到|打款|投诉|complain|received|wired|won|lost|拒绝|reject|declin/i;
// Facts about the customer's calendar are no steps of ours.
const FACT =
  /出差|休假|度假|放假|在外|请假|离职|入职|搬|生日|回来|回国|回京|返回|上班|忙|没空|不在|成立|周年|涨价|活动|展会|到期|过期|vacation|out of (?:the )?office|OOO|travel\w*|on leave|away|busy|birthday|holiday|returns?|back (?:on|in|from)|expires?|joins?|starts? (?:at|new)|leav(?:es|ing)|off (?:until|till)|abroad|slipped|missed|passed|delayed/i;
const DONE_AFTER = /^(?:了|过(?!去|来|目)|完|好了|成功|结束)/;
const DONE_BEFORE =
  /(?:已经?|刚刚?|刚才|了|过|完|没有?|未|不(?:用|必|需要|想)?|\bno|n't|\bnot|\bnever|\bdone|\bafter the|\bafter|\bduring the|\bsaw the|\bliked the|\bthe)\s*$/i;
const TO_DO_ZH =
  /(?:下一步|下步|接下来|待|等|要|需要?|准备|计划|打算|尽快|尽早|后续|记得|(?<!申)请|须|必须|得|让[我他]?|让财务|叫我|安排|约(?!了)|改天|回头|再|想要?|希望|索要|催|该|预备|将|会)\s*(?:我们?|给?(?:他|她|客户|对方))?[^,。;]{0,5}$/;
const TO_DO_EN =
  /\b(?:next(?: steps?)?:?|to[- ]?do:?|need(?:s|ed)? to|will|to|must|should|going to|gonna|wants?(?: a| an| the| to| us to| me to)?|asked (?:for|me to|us to|to)|asks? (?:for|to)|requested|requests?|i'll|we'll|let's|then|pls|please|remember to|plan to|action:?|awaiting|needs?|pending|owe|can you)\s*(?:(?:a|an|the|our|me|him|her|them|us|send|schedule|book|arrange|set up|do|follow up with)\s*){0,3}$/i;
const SELF_TODO: ReadonlySet<NextAction> = new Set<NextAction>(['wait_reply', 'wait_decision']);
const SEND: readonly (readonly [NextAction, RegExp])[] = [
  ['send_contract', /合同|contract|agreement/i],
  ['send_proposal', /方案|报价|标书|建议书|proposal|quot|pricing|offer/i],
];
const GIVE =
  /^\s*(?:之?前|要|再|需要?|去|把|得|必须|就|能|我们?|我)*\s*(?:给(?!\S*打)|发|提供|交|寄|送|补|传|send|deliver|give|share|provide|get (?:it|them|this)|email (?:it|them|this))(?:过去|给(?:他|她|客户|对方|\S总)|他|她|客户|对方|到|过来|over|it|them|him|her)*\s*$/i;

interface Context {
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** Clauses parted at spaces as well. */
  readonly segments: readonly Clause[];
  readonly actions: readonly ActionHit[];
  readonly dates: readonly DateHit[];
  readonly channel: Channel | null;
  readonly outcome: Outcome;
}

/** Whether an open date stands with a contact that has been. */
const isBehind = (hit: DateHit, index: number, context: Context): boolean => {
  if (hit.tense === 'past') return true;
  if (hit.tense === 'future' || hit.vague) return false;
  const { text, clauses, dates } = context;
  const clause = clauseAt(clauses, hit.start);
  const from = Math.max(clause.start, dates[index - 1]?.end ?? 0);
  const to = Math.min(clause.end, dates[index + 1]?.start ?? text.length);
  const before = text.slice(from, hit.start);
  const after = text.slice(hit.end, to);
  if (/[\u4e00-\u9fff]/.test(before + after)) {
    const ahead = AHEAD_ZH.test(before) || AHEAD_ZH.exec(after)?.index === 0;
    if (/(?:约|定|订|改|推|延|说|答应|同意|确认|安排|排)(?:好|到|在|期|迟)?了?\s*$/.test(before))
      return false;
    if (PAST_ZH.test(after) && !/^\s*(?:再|要|会|去(?!了)|需|将|约)/.test(after)) return true;
    if (!ahead && PAST_ZH.test(before.slice(-8)) && !after.trim()) return false;
    if (hit.today && !hit.timed && !hit.deadline && CONTACT.test(after) && !ahead) {
      return !/^\s*(?:发|给(?!\S*打)|签|付|催|要|再|需|跟进|回复)/.test(after);
    }
    if (!PAST_EN.test(before + after)) return false;
  }
  const verbs = [...before.matchAll(new RegExp(`${PAST_EN.source}|${AHEAD_EN.source}`, 'gi'))];
  const nearest = verbs.at(-1)?.[0];
  const plan = [
    ...before.matchAll(
      /\b(?:demo|call|meeting|visit|review|sign|signing|follow[- ]?up|renewal|kickoff|go-?live|decision|decide|pay|payment|reply|send|launch|delivery|callback|email|catch-?up|lunch|presentation|close|contract|meet|install|training)\b/gi,
    ),
  ].at(-1);
  const verbAt = verbs.at(-1)?.index ?? -1;
  if (nearest !== undefined) {
    if (!new RegExp(`^(?:${PAST_EN.source})$`, 'i').test(nearest)) return false;
    // "Called Acme demo Thursday": the noun of a step between verb and date takes the date.
    const between =
      plan !== undefined &&
      plan.index > verbAt &&
      !/\b(?:a|the|good|great|our|first)\s+(?:\w+\s+)?$/i.test(before.slice(0, plan.index)) &&
      !/\b(?:had|did|gave|held|attended|sent|received|went|done)\b/i.test(nearest);
    return !between;
  }
  return (
    plan === undefined &&
    new RegExp(`^\\s*,?\\s*(?:\\w+\\s+){0,2}?${PAST_EN.source}`, 'i').test(after)
  );
};

/** An action that is still to be done, not one the line reports. */
const isOpen = (action: ActionHit, context: Context): boolean => {
  const { text } = context;
  const word = text.slice(action.start, action.end);
  const before = text.slice(Math.max(0, action.start - 14), action.start);
  const after = text.slice(action.end, action.end + 8);
  if (DONE_AFTER.test(after) && !/^wait/.test(action.code)) return false;
  if (/[\u4e00-\u9fff]$/.test(word) && /[了过](?=\S)/.test(word) && !/^wait/.test(action.code))
    return false;
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

const actionAt = (hit: DateHit, index: number, context: Context): ActionHit | 'give' | null => {
  const { text, clauses, dates, actions } = context;
  const clause = clauseAt(clauses, hit.start);
  const from = Math.max(clause.start, dates[index - 1]?.end ?? 0);
  const to = Math.min(clause.end, dates[index + 1]?.start ?? text.length);
  const open = actions.filter((action) => isOpen(action, context));
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
    const latin = /[a-z]$/i.test(text.slice(last.start, last.end));
    const gap = text.slice(last.end, hit.start);
    // English names the step before its date, Chinese after it.
    if (latin && !/\b(?:and|then)\b/i.test(gap) && gap.length < 24) return specific(last, before);
    return purpose(first, after, text);
  }
  if (first !== undefined) return purpose(first, after, text);
  if (GIVE.test(words)) return 'give';
  // 项目立项 二季度招标: what follows the date is its own step, though not one we know.
  const segment = clauseAt(context.segments, hit.core);
  const rest = text.slice(hit.end, Math.min(segment.end, to)).replace(/左右|[\s吧的.,]/g, '');
  const parted = /[\u4e00-\u9fff]{2}/.test(rest) && last !== undefined && last.end < segment.start;
  if (last !== undefined && !parted) return specific(last, before);
  // A date alone in its clause belongs to the step named beside it.
  const own = text.slice(clause.start, hit.start) + words;
  if (own.replace(/[\s的,.()-]|之?前|by|before|on|due|at|约|定|就|吧/gi, '').length <= 1) {
    const place = clauses.indexOf(clause);
    for (const other of [clauses[place - 1], clauses[place + 1]]) {
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
          (isPlan(action, context) || action.start === other.start || other === clauses[place + 1]),
      );
      const pick = other === clauses[place - 1] ? inside.at(-1) : inside[0];
      if (pick !== undefined) return pick;
    }
  }
  return null;
};

/** Whether a word for an action stands as something to do, without a date. */
const isPlan = (action: ActionHit, context: Context): boolean => {
  if (action.code === 'other' || !isOpen(action, context)) return false;
  const { text, clauses } = context;
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
  return TO_DO_ZH.test(before) || TO_DO_EN.test(before);
};

// 联系 after a phone call is another call; elsewhere it is a follow-up.
const codeOf = (
  action: ActionHit | 'give' | null,
  hit: DateHit | null,
  context: Context,
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
  if (action.code === 'follow_up' && /^(?:再)?(?:联系|联络|contact|try again|retry)/i.test(word)) {
    if (context.channel === 'phone' || context.outcome === 'callback_requested') return 'call';
  }
  // 催 beside an unpaid sum is about the money.
  if (action.code === 'follow_up' && /^(?:催|跟催|chas)/i.test(word)) {
    return /款|发票|回款|到账|invoice|payment|paid|overdue|balance/i.test(context.text)
      ? 'collect_payment'
      : 'follow_up';
  }
  return action.code;
};

const unionOf = (hit: DateHit, action: ActionHit | 'give' | null): Span =>
  action === null || action === 'give'
    ? { start: hit.start, end: hit.end }
    : { start: Math.min(hit.start, action.start), end: Math.max(hit.end, action.end) };

/** Sorts the dates of a line into the contact's and the next step's, and names what is to be asked. */
export const stepsOf = (context: Context): Steps => {
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
    if (isBehind(hit, index, context)) {
      if (occurred !== null || occurredSpan !== null) return;
      const first = clauses.indexOf(clause) <= 0;
      const rest = text.slice(hit.end, clause.end);
      // 上周发的方案: the date belongs to the proposal, not to this contact.
      if (/^[^,。;跟和给与向访]{0,5}(?:的|'s\b)(?!\s*(?:时候|电话))/.test(rest)) return;
      if (!first && !CONTACT.test(text.slice(clause.start, clause.end))) return;
      const reading = hit.behind();
      if (reading.ok) {
        const { at, precision, period } = reading.when;
        occurred = { at, precision, ...(period === undefined ? {} : { period }) };
        occurredSpan = { start: hit.start, end: hit.end };
      } else if (!hit.vague || CONTACT.test(text.slice(clause.start, clause.end))) {
        occurredSpan = { start: hit.start, end: hit.end };
        asks.push({ kind: reading.ask, seen, candidates: reading.candidates });
      }
      return;
    }
    const action = actionAt(hit, index, context);
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
      plan: unionOf(doubt.hit, doubt.action),
      occurred,
      occurredSpan,
      asks,
    };
  }
  if (chosen !== null) {
    return {
      next: chosen.next,
      nextSpan: { start: chosen.hit.start, end: chosen.hit.end },
      plan: unionOf(chosen.hit, chosen.action),
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

export type { ActionHit };
