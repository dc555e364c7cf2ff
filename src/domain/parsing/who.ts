// Customer and contact together, because each is told from the other.

import { type CustomerHit, knownIn } from './book.ts';
import type { Clause } from './clauses.ts';
import { isTrade } from './company-words.ts';
import { fullNameAfter, titledIn, untitledIn } from './contact.ts';
import { englishPeopleIn, monthPeopleIn, roleIn } from './contact-en.ts';
import { latinCustomer } from './customer-en.ts';
import { hanCustomer } from './customer-zh.ts';
import { isEveryday } from './english-words.ts';
import { matchesOf } from './matches.ts';
import { BRANDS } from './names.ts';
import type { Clarify, Span } from './parsed.ts';
import { properIn } from './proper.ts';
import { isEnglishWord } from './stop-words.ts';

interface Who {
  readonly customer: CustomerHit | null;
  readonly contact: Span | null;
  readonly asks: readonly Clarify[];
}

type Known = ReturnType<typeof knownIn>;

const PERSON = '\ue001';
const hide = (text: string, spans: readonly Span[]): string => {
  let out = text;
  for (const { start, end } of spans) {
    out = out.slice(0, start) + PERSON.repeat(end - start) + out.slice(end);
  }
  return out;
};

// Only brands whose spelling the date and amount grammars would misread.
const TRICKY = BRANDS.filter(
  (name) =>
    /[一二三两五七九十百千万亿周月年今明早晚上下]|\d/.test(name) &&
    /[\u4e00-\u9fff]|\d/.test(name) &&
    name.length >= 2,
);

// Ruby Tuesday, Sun Life, August Home: brands that hold a word of the calendar, written as brands are.
const CALENDAR = BRANDS.filter(
  (name) =>
    / /.test(name) &&
    /\b(?:\w+day|\w+days|January|March|April|May|June|July|August|Sun|Morning|Evening|Half|Quarter|First|Second|\d+\w*)\b/.test(
      name,
    ) &&
    /^[A-Z\d][\w.'& -]+$/.test(name),
);

// 徐工 is a company where it opens a line or another person follows; elsewhere it is engineer Xu.
const ENGINEERS = new Set(BRANDS.filter((name) => /^.工$/.test(name)));

/** Brands by the character they begin with: a line has far fewer characters than there are brands. */
const BY_FIRST = new Map<string, string[]>();
for (const name of BRANDS) {
  const [first = ''] = name;
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), name]);
}

const brandsIn = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const name of CALENDAR) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    const rest = text.slice(at + name.length);
    if (!/\w$/.test(text.slice(0, at)) && !/^(?:\w| ?\d)/.test(rest))
      spans.push({ start: at, end: at + name.length });
  }
  for (const name of TRICKY) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    // 360 and 1688 are brands only as a word of their own, never after a word for money.
    if (/^[\dM-]+$/.test(name) && !/(?:^|[\s给和跟访电])$/.test(text.slice(0, at))) continue;
    if (
      /^[\dM-]+$/.test(name) &&
      !/^(?:$|[\s,。;.:!?'-]|[\u4e00-\u9fff])/.test(text.slice(at + name.length))
    )
      continue;
    if (
      /^\d+$/.test(name) &&
      (/^\s?(?:万|元|块|人|个|台)/.test(text.slice(at + name.length)) ||
        /[价额算款付]\s?$/.test(text.slice(0, at)))
    )
      continue;
    if (!spans.some((span) => at < span.end && span.start < at + name.length)) {
      spans.push({ start: at, end: at + name.length });
    }
  }
  return spans;
};

const AFTER_WITH =
  /\b(?:spoke (?:to|with)|talked (?:to|with)|chatted (?:to|with)|met(?: with)?|reached|got hold of|call with|with|via|contact:?|to|and|from)\s+([A-Z][\w\u00c0-\u024f'-]*(?: [A-Z][\w\u00c0-\u024f'-]*)?)/g;

// At the Hannover expo: where they met is no customer.
const VENUE =
  /\b(?:at|from|in|during) (?:the |a )?(?:[A-Z\u00c0-\u00de][\w'&.-]*(?: [A-Z\u00c0-\u00de][\w'&.-]*){0,3} |(?:local|annual|regional|trade|industry|spring|autumn) )(?:expo|fair|conference|summit|show|trade ?show|congress|forum|event|webinar|meet-?up|exhibition|convention|seminar|roadshow|airport|station|office|branch)\b/g;

/** Names to be set aside before dates and sums are read: of companies, and of people called after months. */
const properNames = (text: string): Span[] => {
  const spans = properIn(text);
  for (const person of monthPeopleIn(text))
    if (!spans.some((span) => person.start < span.end && span.start < person.end))
      spans.push(person);
  return spans.sort((a, b) => a.start - b.start);
};

const ROLE_OF = /\b(?:Head|VP|SVP|EVP|Director|Chief|Manager|President) of [A-Z]\w+/g;

const whoOf = (
  text: string,
  free: string,
  clauses: readonly Clause[],
  known: Known,
  proper: readonly Span[],
): Who => {
  const book = known.hits[0] ?? null;
  const shown = book === null ? free : hide(free, known.hits);
  const begun = [...new Set(shown)].flatMap((char) => BY_FIRST.get(char) ?? []);
  const brands = begun.flatMap((name) => {
    const at = shown.indexOf(name);
    if (at < 0) return [];
    const engineer = at > 0 && ENGINEERS.has(name);
    const person = engineer ? titledIn(shown.slice(at + name.length))[0] : undefined;
    if (engineer && (person === undefined || person.start > 2)) return [];
    return [{ start: at, end: at + name.length }];
  });
  const months = monthPeopleIn(shown);
  const runs = proper.filter(
    (span) => !months.some((month) => month.start < span.end && span.start < month.end),
  );
  const people = [
    ...months,
    ...titledIn(shown),
    ...untitledIn(shown),
    ...englishPeopleIn(shown, isEnglishWord),
  ]
    .filter(
      ({ start, end }) =>
        ![...brands, ...runs].some((name) => start < name.end && name.start < end),
    )
    .sort((a, b) => a.start - b.start);
  const asks: Clarify[] = [];
  let customer: CustomerHit | null = null;
  if (book !== null) {
    const same = known.hits.filter((hit) => hit.start === book.start && hit.end === book.end);
    const ids = new Set(same.map((hit) => hit.id));
    if (ids.size > 1) {
      asks.push({
        kind: 'customer',
        seen: text.slice(book.start, book.end),
        candidates: [...ids].map(String),
      });
    } else {
      customer = book;
    }
  } else {
    const roles = [...matchesOf(ROLE_OF, free), ...matchesOf(VENUE, free)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const rest = hide(free, [...people, ...roles]);
    let span = firstOf(hanIn(rest, clauses), latinCustomer(rest, clauses, runs), rest);
    const head = headOf(free, people, span);
    if (head !== null) {
      span = head;
      people.shift();
    }
    customer = span && { ...span, id: null };
    if (customer === null) asks.push({ kind: 'customer', seen: '', candidates: [] });
  }
  let contact: Span | null = people[0] ?? null;
  if (contact === null && customer !== null) {
    contact = named(shown, customer) ?? fullNameAfter(shown, customer) ?? roleIn(shown);
  }
  return { customer, contact, asks };
};

// "John Deere - dialed …", "Emerson - left vm for Dave": what opens a line before a dash, a bar or a colon is the
// customer, though it looks like a person; a lone first name only where somebody else is named besides.
const OPENING =
  /^\s*((?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mdm)\b)[A-Z\u00c0-\u00de][\w'.&-]*(?: (?:& )?[A-Z\u00c0-\u00de][\w'.&-]*){0,3})(?: [-/|] |: |: ?$)/;
const headOf = (text: string, people: readonly Span[], customer: Span | null): Span | null => {
  const name = OPENING.exec(text)?.[1];
  const [first, second] = people;
  if (name === undefined || first === undefined) return null;
  const start = text.indexOf(name);
  const end = start + name.length;
  if (first.start !== start || first.end > end) return null;
  if (!name.includes(' ') && second === undefined) return null;
  if (customer === null) return { start, end };
  if (!name.includes(' ')) return null;
  // "Jane Smith - Acme - call", "Jane Smith: call at Acme": a company said as such comes before it.
  const before = text.slice(0, customer.start);
  const after = text.slice(customer.end);
  const said =
    /(?:\b(?:from|at|of|for|re|with|to)|@|\(|called|visited|met)\s*(?:the )?$/i.test(before) ||
    (/(?:[,;:|(]|\s[-/])\s*$/.test(before) && /^\s*(?:$|[,;:|)]|[-/] |- )/.test(after));
  return said ? null : { start, end };
};

const hanIn = (text: string, clauses: readonly Clause[]): Span | null =>
  /[\u4e00-\u9fff]/.test(text) ? hanCustomer(text, clauses) : null;

// In mixed lines the name that comes first, unless one stands inside the other.
const firstOf = (han: Span | null, latin: Span | null, text: string): Span | null => {
  if (han === null) return latin;
  if (latin === null) return han;
  if (latin.start < han.end && han.start < latin.end)
    return han.end - han.start >= latin.end - latin.start ? han : latin;
  const mostlyHan =
    (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > (text.match(/[a-z]+/gi)?.length ?? 0);
  return mostlyHan
    ? han.start <= latin.start || !/^[A-Z]/.test(text[latin.start] ?? '')
      ? han
      : latin
    : latin;
};

const SPEAKER =
  /[,;.] ([A-Z][a-z]{2,}) (?:wants|said|says|asked|asks|promised|confirmed|replied|thinks|agreed|will (?:revert|confirm|reply|respond|decide|sign|bring|join))\b/g;

/** A capitalised name after "spoke with" or before "wants", when the customer is somebody else. */
const named = (text: string, customer: Span): Span | null => {
  for (const match of matchesOf(AFTER_WITH, text)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    if (start < customer.end && customer.start < start + name.length) continue;
    if (!/^(?:spoke|talked|chatted|met|reached|got hold|call with|contact)/i.test(match[0]))
      continue;
    const [first = '', second] = name.split(' ');
    if (isEnglishWord(first) || /^[A-Z]{2,}$/.test(first)) continue;
    const keep = second === undefined || isEnglishWord(second) ? first : name;
    return { start, end: start + keep.replace(/'s$/, '').length };
  }
  for (const match of matchesOf(SPEAKER, text)) {
    const name = match[1] ?? '';
    const start = match.index + 2;
    if (start < customer.start || isEnglishWord(name) || isEveryday(name) || isTrade(name))
      continue;
    if (start >= customer.end) return { start, end: start + name.length };
  }
  return null;
};

export const whoIn = { known: knownIn, brands: brandsIn, proper: properNames, of: whoOf };
