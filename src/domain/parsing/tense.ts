// Whether a date that may lie on either side stands with a contact that has been or a step to come.
import { type Clause, clauseAt } from './clauses.ts';
import type { DateHit } from './date-hit.ts';
import { matchesOf } from './matches.ts';

interface Scene {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly dates: readonly DateHit[];
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
const VERB = new RegExp(`${PAST_EN.source}|${AHEAD_EN.source}`, 'gi');
const PAST_ALONE = new RegExp(`^(?:${PAST_EN.source})$`, 'i');
const PAST_NEXT = new RegExp(`^\\s*,?\\s*(?:\\w+\\s+){0,2}?${PAST_EN.source}`, 'i');
/** Contacts and what came of them: with these a past date of a later clause counts as well. */
export const TALK_OR_RESULT =
  /电话|致电|拜访|带看|看房|走访|上门|见了|见到|面谈|开会|会议|微信|沟通|聊|谈|通话|联系|回访|邮件|演示|发了|打了|约见|吃饭|来电|来访|跟进|接待|视频|接通|met|call|visit|email|spoke|talk|meeting|demo|lunch|dinner|coffee|phone|chat|zoom|video|text|message|sent|saw|rang|connected|reach|reply|replied|paid|signed|付|签|到账|收到|打款|投诉|on-?site|toured?|lunched|workshop|webinar|pitch|\bvms?\b|voice ?mails?|dropped|stopped by|swung|complain|received|wired|won|lost|拒绝|reject|declin/i;
/** Contacts proper, as against what came of them. */
export const TALK =
  /电话|致电|拜访|带看|看房|走访|上门|见了|见面|面谈|开会|会议|微信|沟通|聊|通话|联系了|回访|演示|约见|吃饭|来电|来访|接待|视频|\b(?:met|call(?:ed)?|visit(?:ed)?|spoke|talked|meeting|demo(?:ed)?|lunch|dinner|coffee|phoned?|chat(?:ted)?|zoom|emailed|sent)\b/i;
const STEP =
  /^\s*(?![\w-]+(?: \w+)? (?:done|went|complete|finished|held))(?!\w+(?:ed|'d)\b)(?:demo|call|meeting|visit|review|sign|follow|renew|kick|go-?live|decision|pay|reply|send|launch|deliver|email|lunch|present)/i;

// "sent the contract Monday": the noun is what was sent, the date that of the sending.
const OBJECT =
  /^(?:had|did|gave|held|attended|sent|received)\s+(?:(?:an?|the|our|their|his|her|good|great|first|second|third|final|short|quick|brief|productive|revised|new|updated|signed)\s+){1,3}$/i;
// "to be signed Friday", "get it signed": the participle is still to come.
const PASSIVE_AHEAD =
  /\b(?:be|being|get|gets|getting|(?:to|will|must|should) have)(?: (?:it|this|that|them|(?:the|our|their) \w+))?(?: \w+ly| fully| counter)?\s+$/i;
// "wants the NDA sent over today", "needs it delivered Friday".
const WISHED =
  /\b(?:wants?|needs?|expects?|requests?|would like|like|have|prefers?)(?: (?:it|this|them|these|everything|(?:the|our|their|his|her|an?|all|new|more|\d+) [\w-]+(?: [\w-]+)?))\s+$/i;
// "demoed to Acme": the listener, no infinitive.
const LISTENER =
  /\b(?:spoke|talked|chatted|presented|demoed|demo'd|pitched|wrote|replied|connected|introduced|went|came|(?:sent|mailed|emailed|delivered|submitted|showed|gave|shipped|reached|shared|forwarded|quoted|got)(?: (?!to\b)[^\s,;]+){0,4}?)\s+$/i;
// "2 calls today", "third attempt today": counted, so they have been.
const COUNTED =
  /\b(?:\d+|two|three|four|several|(?:a )?couple(?: of)?|another|second|third|fourth|2nd|3rd|\dth)\s+(?:[a-z]+\s+)?(?:calls?|attempts?|tries|try|visits?|e-?mails?|texts?|messages?|voice ?-?mails?|vms?|meetings?|demos?|dials?)(?: (?:to|with|at) [^,;]{1,40})?\s*$/i;
const HELD = /^[^.;]{0,30}\b(?:went|done|held|had|so far|already|no answer|no reply|no-show)\b/i;
// "great chat this morning": praised, so it has been.
const PRAISED =
  /\b(?:great|good|nice|productive|quick|short|long|brief|tough|useful)\s+(?:\w+ )?(?:chat|call|meeting|demo|visit|lunch|talk|conversation|catch-?up|session)\b[^,;]*$/i;
const RECEIPT = /^(?:sent|received)\s+(?:payment|contract)\s*$/i;

const WENT = /^\s*(?:我们?|又|再)?(?:去|到|上门)?\S{0,4}(?:拜访|走访|上门|见面|面谈|开会|吃饭)/;
const MET =
  /^[\s,。;]*(?:也|就|只)?(?:见到?了|见着了|(?:跟|和)\S{1,6}?(?:聊|谈|沟通)了|聊了|谈了|没见[到着])/;

// "Monday call with Ibis went well": told of, so it has been.
const GONE_WELL =
  /^\s*(?:demo|call|meeting|visit|review|mtg|lunch|dinner|coffee|chat|presentation|session|workshop)\b[^,.;]{0,40}\b(?:went|was (?:good|great|fine|ok|okay|productive|short|tough|useful|brief)|held)\b/i;

/** An evening named late at night may still be to come. */
const EVENING = 'T18:00';

/** Whether it names a part of today that has come: "this morning" at ten o'clock. */
const hasBegun = (hit: DateHit): boolean => {
  if (!hit.timed || hit.deadline) return false;
  const [ahead, behind] = [hit.ahead(), hit.behind()];
  if (!behind.ok || behind.when.precision !== 'daypart') return false;
  if (behind.when.at.slice(10) >= EVENING) return false;
  return !ahead.ok || ahead.when.at === behind.when.at;
};

/** Whether an open date stands with a contact that has been. */
export const isBehind = (hit: DateHit, index: number, context: Scene): boolean => {
  if (hit.tense === 'past') return true;
  if (hit.tense === 'future' || hit.vague || hit.distant) return false;
  const { text, clauses, dates } = context;
  const clause = clauseAt(clauses, hit.start);
  const from = Math.max(clause.start, dates[index - 1]?.end ?? 0);
  const last = clauseAt(clauses, hit.end - 1).end;
  const to = Math.min(last, dates[index + 1]?.start ?? text.length);
  const before = text.slice(from, hit.start);
  const after = text.slice(hit.end, to);
  const own = text.slice(clause.start, clause.end);
  if (hit.lately && TALK.test(own)) return true;
  // 上午上门拜访…: who reports at ten what is on for the morning has had it.
  if (TALK.test(own) && !AHEAD_ZH.test(own) && !AHEAD_EN.test(own) && hasBegun(hit)) return true;
  if (/[\u4e00-\u9fff]/.test(before + after)) {
    const ahead = AHEAD_ZH.test(before) || AHEAD_ZH.exec(after)?.index === 0;
    if (/(?:约|定|订|改|推|延|说|答应|同意|确认|安排|排)(?:好|到|在|期|迟)?了?\s*$/.test(before))
      return false;
    if (PAST_ZH.test(after) && !/^\s*(?:再|要|会|去(?!了)|需|将|约)/.test(after)) return true;
    if (!ahead && PAST_ZH.test(before.slice(-8)) && !after.trim()) return false;
    // 周一去拜访…,见到了老周: the visit is told of in what follows.
    if (index === 0 && WENT.test(after) && MET.test(text.slice(last))) return true;
    if (hit.today && !hit.timed && !hit.deadline && TALK_OR_RESULT.test(after) && !ahead) {
      return !/^\s*(?:发|给(?!\S*打)|签|付|催|要|再|需|跟进|回复)/.test(after);
    }
    if (!PAST_EN.test(before + after)) return false;
  }
  // "… this Monday reply": the step stands behind its date.
  const later = dates[index + 1];
  const told = GONE_WELL.test(after);
  if (told && hit.tense === 'open' && !hit.deadline) return true;
  if ((later === undefined || later.start >= clause.end) && STEP.test(after)) return false;
  const week = /^\s*this (?:week|month)/i.test(text.slice(hit.core, hit.end));
  const over = hit.today || (week && HELD.test(text.slice(hit.end)));
  if (over && !hit.timed && !hit.deadline && COUNTED.test(before)) return true;
  if (hit.today && /morning/i.test(text.slice(hit.core, hit.end)) && PRAISED.test(before))
    return true;
  const verbs = matchesOf(VERB, before).filter(
    (match) => !/^to$/i.test(match[0]) || !LISTENER.test(before.slice(0, match.index)),
  );
  const verb = verbs.at(-1);
  const nearest = verb?.[0];
  if (verb !== undefined && PASSIVE_AHEAD.test(before.slice(0, verb.index))) return false;
  if (verb !== undefined && WISHED.test(before.slice(0, verb.index))) return false;
  const plan = matchesOf(
    /\b(?:demo|call|meeting|visit|review|sign|signing|follow[- ]?up|renewal|kickoff|go-?live|decision|decide|pay|payment|reply|send|launch|delivery|callback|email|catch-?up|lunch|presentation|close|contract|meet|install|training)\b/gi,
    before,
  ).at(-1);
  const verbAt = verbs.at(-1)?.index ?? -1;
  if (nearest !== undefined) {
    if (!PAST_ALONE.test(nearest)) return false;
    // "Called Acme demo Thursday": the noun of a step between verb and date takes the date.
    const between =
      plan !== undefined &&
      plan.index > verbAt &&
      !/\b(?:a|the|good|great|our|first)\s+(?:\w+\s+)?$/i.test(before.slice(0, plan.index)) &&
      !OBJECT.test(before.slice(verbAt, plan.index)) &&
      !RECEIPT.test(before.slice(verbAt));
    return !between;
  }
  return plan === undefined && PAST_NEXT.test(after);
};
