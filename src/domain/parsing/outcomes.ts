// The words for outcomes, and when they do not count: negated, wished for, asked, or still to come.
import { type Clause, clauseAt } from './clauses.ts';
import type { Outcome } from './codes.ts';
import { type Found, search } from './lexicon.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import type { Span } from './parsed.ts';

/**
 * Outcomes from the strongest to the weakest: a negative end beats all, then the most advanced commercial
 * state, then what merely happened.
 */
const OUTCOME_ORDER: readonly Outcome[] = [
  'lost',
  'rejected',
  'won',
  'paid',
  'complaint',
  'verbal_yes',
  'negotiating',
  'proposal_sent',
  'trial_started',
  'demo_done',
  'no_show',
  'wrong_number',
  'meeting_held',
  'meeting_scheduled',
  'callback_requested',
  'material_sent',
  'voicemail',
  'no_answer',
  'connected',
];

// What takes the force out of a word: not, not yet, wishes, questions, plans and conditions before it.
const NEGATION =
  /(?:没有?|未|尚未|还没有?|并未|暂未|不(?!少|错|仅|但|过)|别|无法|难以|没能|未能|不再|从未|\bnot(?: yet| been)?|n't(?: yet| been)?|\bnever|\bno\b|\bwithout|\byet to|\bhaven't|\bunable to|\bfailed to|\brefus\w+ to|\bnothing|\bneither|\binstead of)\s*(?:\w+ )?(?:the |a |any |been |yet |got |had |have |actually |我们|正式|完全|真正|最终|成功|能|来得及)?\s*$/i;
const NOT_YET =
  /(?:如果|若是?|要是|假如|倘若|一旦|只要|除非|希望|盼|期望|争取|力争|预计|预期|估计|计划|准备|打算|有望|能否|是否|会不会|能不能|可不可以|何时|什么时候|啥时候|几时|即将|将于?|马上|快(?![递速手消捷充讯餐运狗乐])要?|就要|要(?!了)|想要?|可能|应该|大概率?|或许|也许|愿意|有意向?|有希望|有机会|考虑|能(?!源|力)|可以|会(?!议|上|后|面)|等(?!级)|待|才(?:能|会)?|再(?!次)|促成|推动|推进|催促?|跟进|讨论|谈|沟通|商量|商讨|确认|申请|需要?|目标|答应|同意|承诺|说|保证|(?<![续签合违节])约|约定|争取到|尽快|尽早|预备|拟|去|来|下一步|接下来|\bif\b|\bunless\b|\bonce\b|\bwhen\b|\bwhether\b|\bhop\w+\b|\bexpect\w*\b|\blikely\b|\bplan(?:s|ned|ning)?\b|\bwill\b|\bwould\b|\bmay\b|\bmight\b|\bcould\b|\bcan\b|\bshould\b|'ll\b|\bto be\b|\bbeing\b|\bto get\b|\bto\b|\bwants?\b|\bneeds?\b|\babout to\b|\bready to\b|\bbefore\b|\buntil\b|\bwaiting\b|\bawaiting\b|\bpending\b|\btry\w*\b|\bwhy\b|\bhow\b|\bgoing to\b|\bget it\b|\bneed it\b|\bneed\b|\bbe\b|\bgetting\b|\bas soon as\b|\bprobably\b|\bpromised\b|\bchance\b)[^,。;!?]{0,14}$/i;
const ASKED = /^[^,。;!]{0,10}(?:[?吗]|没有?(?=$|[,。;]))/;

/** Outcomes whose words often name the next step instead. */
const PLANNABLE: ReadonlySet<Outcome> = new Set<Outcome>([
  'won',
  'paid',
  'demo_done',
  'meeting_held',
  'proposal_sent',
  'material_sent',
  'trial_started',
  'verbal_yes',
]);
const DONE_HAN = /了|已|过(?![去来])|完/;
const DONE_LATIN =
  /^(?:\w+ed|sent|gave|did|ran|held|had|met|put|got|left)\b|(?:ed|sent|met|paid|won|lost|held|bought|done|sealed|wired)$/i;
const SELF_NEGATED: ReadonlySet<Outcome> = new Set<Outcome>([
  'lost',
  'rejected',
  'no_answer',
  'no_show',
  'wrong_number',
  'voicemail',
  'callback_requested',
  'complaint',
  'meeting_scheduled',
  'negotiating',
]);

export interface OutcomeHit {
  readonly code: Outcome;
  readonly start: number;
  readonly end: number;
}

/** Whether the word, with what follows it at once, stands in a past form. */
const isDone = (word: string, after: string): boolean =>
  DONE_HAN.test(word + after.slice(0, 2).replace(/(?<=^[^了过完]).*/, '')) || DONE_LATIN.test(word);

/** A line with its dates, durations and amounts masked, and where those stood. */
interface Told {
  readonly text: string;
  readonly segments: readonly Clause[];
  /** The dates to come. */
  readonly future: readonly Span[];
  /** The dates gone by. */
  readonly past: readonly Span[];
  /** The durations. */
  readonly spent: readonly Span[];
}

const bare = (between: string): boolean => /^[\s/|]*$/.test(between);

/** A date to come beside the word makes it a plan: 明天签约, 签约 下周五, sign Friday. */
const planned = (
  found: Found<Outcome>,
  text: string,
  segments: readonly Clause[],
  future: readonly Span[],
): boolean => {
  const own = clauseAt(segments, found.start);
  return future.some((date) => {
    if (date.start >= own.start && date.end <= own.end) return true;
    if (date.end <= found.start) return bare(text.slice(date.end, found.start));
    const alone = clauseAt(segments, date.start).end <= date.end;
    return alone && bare(text.slice(found.end, date.start));
  });
};

const WISH =
  /(?:快要|快(?=$)|就要|即将|\bbeing\b|如果|若|要是|假如|一旦|只要|希望|争取|预计|计划|准备|打算|能否|是否|何时|什么时候|等|待|\bif\b|\bonce\b|\bwhen\b|\bhop|\bexpect|\buntil\b|\bwill\b|\bto\b|\bbe\b|\bbefore\b|\bunless\b)[^,。;!?]{0,14}$/i;
const CONDITION =
  /(?:\b(?:if|once|when|unless|until|whether|before|after|as soon as)|如果|要是|一旦|只要)\s*$/i;

/** Whether an outcome's word stands for something that has happened. */
const happened = (
  found: Found<Outcome>,
  { text, segments, future, past, spent }: Told,
): boolean => {
  const clause = clauseAt(segments, found.start);
  const before = text.slice(clause.start, found.start);
  const word = text.slice(found.start, found.end);
  const after = text.slice(found.end, clause.end + 1);
  if (NEGATION.test(before) && !(found.code === 'no_answer' || found.code === 'no_show'))
    return false;
  if (found.code === 'no_answer' && /等\S{0,3}$/.test(before)) return false;
  // 在开会: busy in a meeting of their own.
  if (
    found.code === 'meeting_held' &&
    /(?:在|正|里|还)\s*$/.test(before) &&
    /^开会|^会议/.test(word)
  ) {
    return false;
  }
  if (ASKED.test(after) && PLANNABLE.has(found.code)) return false;
  if (found.code === 'lost' || found.code === 'rejected') {
    return !/(?:如果|万一|要是|怕|担心|以免|避免|可能|差点|险些|\bif\b|\bmight\b|\bmay\b|\bcould\b|\brisk\b|\bworried\b|\bafraid\b|\balmost\b|\bnearly\b|\bavoid\b|\bdon't want to\b)[^,。;]{0,12}$/i.test(
      before,
    );
  }
  if (found.code === 'complaint') {
    return !/(?:没有?|无|处理完?|解决了?|\bno|\bresolved|\bhandled|\bnot)\s*(?:的|the |客户)?$/i.test(
      before,
    );
  }
  if (SELF_NEGATED.has(found.code)) {
    return (
      !(
        found.code === 'negotiating' ||
        found.code === 'callback_requested' ||
        found.code === 'meeting_scheduled'
      ) || !/(?:如果|要是|\bif\b)[^,。;]{0,10}$/i.test(before)
    );
  }
  // "if 客户签约": the condition stands in the segment before.
  if (PLANNABLE.has(found.code) && CONDITION.test(text.slice(0, clause.start))) return false;
  // 去现场开会一小时: time spent, so it took place, though 去 stands before it.
  const took =
    spent.some((span) => span.start >= found.end && !text.slice(found.end, span.start).trim()) &&
    !future.some((date) => date.start >= clause.start && date.end <= found.start) &&
    !WISH.test(before);
  if (took && PLANNABLE.has(found.code)) return true;
  // 昨天去拜访: 去 beside a day gone by is no plan.
  const gone = past.some((date) => date.start >= clause.start && date.end <= found.start);
  if (NOT_YET.test(gone ? before.replace(/[去来]/g, '') : before)) {
    // 要求…已签, 说已经付了: a done word inside outweighs the wish before it.
    const done =
      /(?:已经?|刚刚?|终于|都|了)\s*$/.test(before) ||
      /^已|[了完]$/.test(word) ||
      /^[了完过]/.test(after);
    if (!done || WISH.test(before)) return false;
  }
  const done = isDone(word, after) || /已经?\s*$/.test(before);
  if (PLANNABLE.has(found.code) && !done && planned(found, text, segments, future)) {
    return false;
  }
  if (/^(?:后|之后|以后|前|之前|以前)/.test(text.slice(found.end))) return false;
  return true;
};

/** The outcomes that happened, in the order of the line. */
export const outcomesIn = (told: Told): OutcomeHit[] =>
  search(OUTCOME_WORDS, told.text).filter((found) => happened(found, told));

/** The one outcome to record. */
export const strongest = (hits: readonly OutcomeHit[]): Outcome => {
  for (const code of OUTCOME_ORDER) if (hits.some((hit) => hit.code === code)) return code;
  return 'connected';
};
