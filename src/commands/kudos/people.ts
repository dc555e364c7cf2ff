// Everybody a line of thanks names, however many: whom the platform resolved, else by name as in `whom`.
import type { KudosFault } from '../../cards/kudos-refused.ts';
import type { Piece } from '../../domain/recognition/kudos.ts';
import { Refusal } from '../../errors.ts';
import { type Member, memberOf } from '../../store/member.ts';
import type { Call } from '../command.ts';
import { memberIn, memberNamed } from '../whom.ts';

const SHOWN = 40;
/** An @ that is not within a mail address. */
const AT = /(?<![A-Za-z0-9._%+-])[@＠]/gu;
const WORD = /^[@＠]\s*[^\s,，;；。、#＃+＋]*/u;

export interface People {
  readonly members: readonly Member[];
  /** Names nobody could be found for. */
  readonly faults: readonly KudosFault[];
  /** The line, with who is named in it. */
  readonly pieces: readonly Piece[];
}

type Found = Member | KudosFault;
interface Span {
  readonly from: number;
  readonly to: number;
  readonly found: Found;
}

const isMember = (found: Found): found is Member => 'id' in found;

/** What `whom` refuses, as a fault to name beside others. */
const faultOf = (error: unknown): KudosFault => {
  if (!(error instanceof Refusal)) throw error;
  const typed = String(error.params.typed ?? '');
  if (error.code === 'which_member') {
    return { kind: 'which', typed, names: String(error.params.names) };
  }
  if (error.code === 'unknown_member') return { kind: 'unknown', typed };
  throw error;
};

/** Whom the platform says this is; a bot is no member either. */
const resolved = (call: Call, { person, name }: Call['mentions'][number]): Found =>
  memberOf(call.db, person) ?? { kind: 'unseen', name: name.slice(0, SHOWN) };

const overlaps = (spans: readonly Span[], from: number): boolean =>
  spans.some((span) => span.from <= from && from < span.to);

/** Where the mentions stand in the text; one that stands nowhere in it is at its beginning, taking no room. */
const mentioned = (call: Call, text: string): Span[] => {
  const spans: Span[] = [];
  const place = (typed: string, found: Found): boolean => {
    for (let from = text.indexOf(typed); from >= 0; from = text.indexOf(typed, from + 1)) {
      if (overlaps(spans, from)) continue;
      spans.push({ from, to: from + typed.length, found });
      return true;
    }
    return false;
  };
  for (const mention of call.mentions) {
    const found = resolved(call, mention);
    const name = mention.name.normalize('NFC');
    const isPlaced = place(`@${name}`, found) || place(`＠${name}`, found) || place(name, found);
    if (!isPlaced) spans.push({ from: 0, to: 0, found });
  }
  // Named again, they are the same ones.
  for (const mention of call.mentions) {
    const found = resolved(call, mention);
    while (place(`@${mention.name.normalize('NFC')}`, found));
  }
  return spans;
};

/** Who is named with an @ the platform did not resolve. */
const typedWithAt = (call: Call, text: string, spans: Span[]): void => {
  const alone: Call = { ...call, mentions: [] };
  for (const { index } of text.matchAll(AT)) {
    if (overlaps(spans, index)) continue;
    const rest = text.slice(index).trimEnd();
    try {
      const named = memberNamed(alone, rest);
      if (named === null) continue;
      const to = index + rest.length - named.after.length;
      spans.push({ from: index, to, found: named.member });
    } catch (error) {
      const [word = '@'] = WORD.exec(rest) ?? [];
      spans.push({ from: index, to: index + word.length, found: faultOf(error) });
    }
  }
};

/** Who is named at the beginning without an @, by their whole name: `王芳、李雷 …`. */
const typedFirst = (call: Call, text: string): Span[] => {
  const spans: Span[] = [];
  for (let from = 0; ; ) {
    const rest = text.slice(from);
    const start = from + (rest.length - rest.replace(/^[\s,，、]+(?:和\s*|and\s+)?/u, '').length);
    let found: ReturnType<typeof memberIn>;
    try {
      found = memberIn({ ...call, mentions: [] }, text.slice(start));
    } catch (error) {
      faultOf(error);
      return spans;
    }
    const { name } = found.member;
    const to = start + name.length;
    if (text.slice(start, to).toLowerCase() !== name.toLowerCase()) return spans;
    spans.push({ from: start, to, found: found.member });
    from = to;
  }
};

const piecesOf = (text: string, spans: readonly Span[]): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    pieces.push(text.slice(at, from), { name: text.slice(from, to) });
    at = to;
  }
  return [...pieces, text.slice(at)];
};

/** Everybody named in the line, each once. Who is named within the sentence is thanked as well. */
export const peopleIn = (call: Call, line: string): People => {
  const text = line.normalize('NFC');
  const spans = mentioned(call, text);
  typedWithAt(call, text, spans);
  if (spans.length === 0) spans.push(...typedFirst(call, text));
  spans.sort((a, b) => a.from - b.from);
  const found = spans.map((span) => span.found);
  const members = new Map(found.filter(isMember).map((member) => [member.id, member]));
  const faults = new Map(
    found.flatMap((one) => (isMember(one) ? [] : [[JSON.stringify(one), one] as const])),
  );
  return {
    members: [...members.values()],
    faults: [...faults.values()],
    pieces: piecesOf(text, spans),
  };
};
