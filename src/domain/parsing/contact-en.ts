// The person spoken to, by an English name.
import { isTrade } from './company-words.ts';
import { isEveryday } from './english-words.ts';
import { FIRST_NAMES, SOFT_FIRST_NAMES } from './first-names.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './parsed.ts';
import { isEnglishWord } from './stop-words.ts';

const CAP = "[A-Z\\u00c0-\\u00de][\\w\\u00c0-\\u024f'-]*";
const ROLE =
  '(?:CEO|CFO|CTO|COO|CMO|CIO|CPO|VP(?: of)?(?: \\w+)?|SVP|EVP|MD|GM|PM|President|Founder|Owner|Director|Manager|Buyer|Head of \\w+|procurement|purchasing|owner|founder|buyer|manager|director|contact|assistant|secretary|engineer)';
const HONORIFIC = new RegExp(
  `\\b(?:Mr|Mrs|Ms|Mx|Miss|Mdm|Mme|Madam|Nurse|Dr|Prof|Professor|Sir|Herr|Frau|Capt|Captain|Sgt|Rev|Fr|MR|MRS|MS|DR|PROF)\\.?\\s+(?!(?:Teams|Office|Azure|Excel|Word|Outlook|Dynamics|Pepper|Martens|Price (?:Group|Home|Sport)|Oetker|Reddy's|Cooper Group|Peppers)\\b)${CAP}(?: ${CAP})?`,
  'g',
);
// mr sun, dr. may: small letters, where the name would be read as a day or month, or is no word at all.
const LOW_HONORIFIC =
  /(?<![\w'-])(?:mr|mrs|ms|mdm|dr|prof)\.? ((?!teams|office|excel|word\b|azure|outlook|who|that|in\b|at\b|on\b)[a-z][a-z'-]+)/g;
const TIMELY =
  /^(?:mon|tues?|wed|thurs?|fri|sat|sun|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)$|^(?:january|february|march|april|june|july|august|september|october|november|december|noon|day|week|weeks|night|summer|winter|spring|today|tomorrow)$/i;

/** People called with a title, whose names are names whatever they look like: Mr. Sun, Dr. June Rao. */
const honoredIn = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of matchesOf(HONORIFIC, text)) {
    const tail = match[0].split(/\s+/);
    const last = tail.at(-1) ?? '';
    const more = text.slice(match.index + match[0].length);
    // "Dr. Kim Monday": what stands behind the name is the day; in "Mr. March Sloan" it is the name.
    const cut =
      tail.length > 2 &&
      !/^(?: (?:from|at|of|@) (?:the )?[A-Z\ue004]| ?\([A-Z])/.test(more) &&
      (isEnglishWord(last) || TIMELY.test(last) || /^ ?\d/.test(more))
        ? last.length + 1
        : 0;
    spans.push({
      start: match.index,
      end: match.index + match[0].length - cut - (cut === 0 && /'s$/.test(last) ? 2 : 0),
    });
  }
  for (const match of matchesOf(LOW_HONORIFIC, text)) {
    const name = match[1] ?? '';
    if (!TIMELY.test(name) && (isEnglishWord(name) || isEveryday(name))) continue;
    spans.push({
      start: match.index,
      end: match.index + match[0].length - (/'s$/.test(name) ? 2 : 0),
    });
  }
  return spans;
};
const AFTER_ROLE = new RegExp(`\\b${ROLE}:?,?\\s+(${CAP}(?: ${CAP})?)`, 'g');

const CORPORATE =
  /^(?:Inc|Ltd|LLC|LLP|GmbH|AG|SA|SAS|BV|NV|PLC|Co|Corp|Corporation|Company|Group|Limited|Pty|Pte|Associates|Partners|Stores?|Mart|Controls|Enterprises?)\.?$/;
const isFirst = (word: string): boolean => FIRST_NAMES.has(word.toLowerCase());
const isSoft = (word: string): boolean => SOFT_FIRST_NAMES.has(word.toLowerCase());

// Where a person works: "Ana at Fenwick Tiles", "Ellen @ …", "Jun Li (Marlow Marine)".
const WORKS =
  /^ (?:from|at|of|over at|@) (?:the )?(?=[A-Z\u00c0-\u00de]|\d\w* ?[A-Z]|\ue004)|^ ?[(@] ?(?=[A-Z\ue004])/;
// What is said to people, never to companies alone.
const SPOKEN =
  /\b(?:spoke|talked|chatted|talking|speaking|chatting) (?:to|with|w\/) $|\b(?:texted|texted w\/|text w\/|saw|sat (?:down )?with|got hold of|asked for|ask for|got through to|cc'?d|introduced to|handed to|passed to) $/i;
const CONTACTED =
  /\b(?:with|w\/|called|rang|phoned|e-?mailed|messaged|whatsapped|pinged|met|reached|got|asked|call|text|email|ping|phone|ring|meet|message|contact:?|chat:|voicemail for|vm for|msg from|message from|word from|via|and) $/i;
const OWNER = /\b(?:owner|buyer|contact|CEO|CFO|CTO|COO|manager|director) $/i;
const SAID =
  /^(?:'s)? (?:called|said|says|asked|asks|wants|answered|picked|rang|emailed|texted|confirmed|confirms|on the (?:phone|line)|replied|told|agreed|thinks|likes|liked|loved|needs|is (?:keen|happy|away|out|off|back|on|in|interested)|promised|requested|mentioned|signed|declined|will)\b/;
const STOP =
  /^(?:$|\s*[,;:.)!?-]|\s*[\ue000-\ue005]|\s+(?:\d|at |from |about |again|today|tomorrow|tmrw|re |on |for |by |over |in |to |this |next |mon|tue|wed|thu|fri|but |and |who |said|says|he |she ))/i;

const runBehind = (text: string): string[] =>
  (/^(?:(?: | & )[A-Z\u00c0-\u00de][\w\u00c0-\u024f'&-]*\.?)*/.exec(text)?.[0] ?? '')
    .split(/ (?:& )?/)
    .filter(Boolean);

/** Whether a capitalised word is the head of a company's name: Sterling Peak Insurance, Ernst & Young. */
const isCompany = (rest: string): boolean => {
  if (
    /^ ?& /.test(rest) ||
    /^ (?:and) [A-Z]\w+ (?:Inc|LLC|LLP|Ltd|Associates|Partners|Co|Sons)/.test(rest)
  )
    return true;
  return runBehind(rest).some((word) => isTrade(word.replace(/\.$/, '')) || CORPORATE.test(word));
};

/** English names: after an honorific or a role, or beginning with a known first name. */
export const englishPeopleIn = (text: string, isWord: (word: string) => boolean): Span[] => {
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    if (!spans.some((span) => start < span.end && span.start < end)) spans.push({ start, end });
  };
  for (const { start, end } of honoredIn(text)) add(start, end);
  for (const match of matchesOf(AFTER_ROLE, text)) {
    const name = match[1] ?? '';
    const [first = '', second] = name.split(' ');
    if (isWord(first)) continue;
    const keep = second === undefined || isWord(second) ? first : name;
    const start = match.index + match[0].length - name.length;
    if (
      isFirst(first.replace(/'s$/, '')) ||
      second !== undefined ||
      /\b(?:with|met|saw|called|rang|emailed|the|their|its|spoke to|talked to) $/i.test(
        text.slice(0, match.index),
      )
    )
      add(start, start + keep.length);
  }
  const words = /[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f'-]*/g;
  for (const match of matchesOf(words, text)) {
    const end = personAt(text, match[0], match.index, isWord);
    if (end !== null) add(match.index, end);
  }
  return spans.sort((a, b) => a.start - b.start);
};

const ONE_MORE = new RegExp(`^ (${CAP})`);

/** Where the person whose name begins with the word ends; null when it is none. */
const personAt = (
  text: string,
  typed: string,
  at: number,
  isWord: (word: string) => boolean,
): number | null => {
  const word = typed.replace(/'s$/, '');
  const before = text.slice(0, at);
  const rest = text.slice(at + typed.length);
  const known = isFirst(word);
  const soft = !known && isSoft(word);
  if (!/^[A-Z\u00c0-\u00de]/.test(word)) return known ? lowerAt(text, typed, at, isWord) : null;
  // One more name, or an initial, may follow.
  const more = ONE_MORE.exec(rest);
  const next = (more?.[1] ?? '').replace(/'s$/, '');
  const initial = /^ [A-Z]\.(?=\s|,|$)|^ [A-Z](?= (?:from|at|of|@)\b)/.exec(rest)?.[0] ?? '';
  const surname =
    initial === '' && more !== null && word === typed && /[a-z]/.test(next) && !isWord(next)
      ? more[0].replace(/'s$/, '')
      : '';
  const tail = rest.slice(initial.length || surname.length);
  const works = word === typed && WORKS.test(tail);
  const spoken = SPOKEN.test(before);
  if (known || soft) {
    if (isCompany(rest)) return null;
    if (soft) {
      const sign =
        works ||
        ((spoken || ((CONTACTED.test(before) || OWNER.test(before)) && surname === '')) &&
          STOP.test(tail)) ||
        (surname === '' &&
          SAID.test(tail) &&
          /(?:^|[,;:.!?\n])\s*$/.test(before) &&
          /^(?:April|June|Mark|Bill|Frank|Grant|Rich|Drew|Guy|Ray|Dale|Glen|Cliff|Jun|Dawn|Faith|Joy|Grace|Rose|Ruby|Ivy|Lily|Max|Lee|Leo|Jordan|Mason|Wayne|Victor|Tyler)$/.test(
            word,
          ));
      if (!sign || /^ \d/.test(rest)) return null;
    }
    // "Acme Jane": a first name directly behind another capital may be part of a company.
    if (
      /[A-Z][\w&.]*\s$/.test(before) &&
      !/[\u4e00-\u9fff][A-Z]{1,4}\s$/.test(before) &&
      !spoken &&
      !CONTACTED.test(before) &&
      !/(?:^|[^\w])(?:Spoke|Visited|From|To|CEO|CFO|CTO|COO|VP)\s$/.test(before) &&
      !isWord(/([A-Z][\w&.]*)\s$/.exec(before)?.[1] ?? '')
    )
      return null;
    const ends = at + word.length + (initial.length || surname.length);
    return ends;
  }
  if (isWord(word) || !/^[A-Z\u00c0-\u00de][a-z\u00e0-\u024f]+$/.test(word) || isTrade(word))
    return null;
  if (isCompany(rest)) return null;
  // "coffee with Marcus from Delamere": whoever is from a company is a person.
  const from =
    CONTACTED.test(before) &&
    (/^ from [A-Z]/.test(rest) ||
      (/^ (?:at|@) (?:the )?[A-Z\ue004]/.test(rest) &&
        /\b(?:asked|texted|pinged|messaged|whatsapped|chat:|lunch with|coffee with|dinner with) $/i.test(
          before,
        )));
  if (from || (spoken && works && surname === '')) return at + word.length;
  // "w/ Zorah, Papaya Games", "booth chat: Zorah, …": a name and then a company's.
  const listed =
    /^, ((?:[A-Z\u00c0-\u00de][\w'&.-]*)(?: (?:&|and|of|[A-Z\u00c0-\u00de][\w'&.-]*))+)/.exec(
      rest,
    )?.[1];
  if (listed !== undefined && /\b(?:w\/|with|chat:|met|saw) $/i.test(before)) {
    const parts = listed.split(' ');
    if (
      parts.some((part) => isTrade(part) || CORPORATE.test(part)) &&
      !isEnglishWord(parts[0] ?? '')
    )
      return at + word.length;
  }
  return null;
};

// In lower case only where nothing but a person can stand.
const lowerAt = (
  text: string,
  typed: string,
  at: number,
  isWord: (word: string) => boolean,
): number | null => {
  const word = typed.replace(/'s$/, '');
  const before = text.slice(0, at);
  const rest = text.slice(at + typed.length);
  const works = /^ (?:from|at|of|over at|@) (?:the )?([a-z][\w-]+)/.exec(rest)?.[1];
  const alone =
    /\b(?:spoke|talked|chatted|met) (?:to|with|w\/) $/i.test(before) ||
    (works !== undefined &&
      !isWord(works) &&
      /\b(?:to|with|w\/|called|rang|phoned|e-?mailed|met|saw|visited|texted|messaged|reached|from|and) $/i.test(
        before,
      ));
  return alone ? at + word.length : null;
};

const MONTHLY = /(?<![\w'-])(April|May|June|Jun|Jan|August|Sun)( [A-Z][a-z]+)?(?![\w-])/g;
const DATED =
  /(?:\b(?:in|by|until|till|next|this|last|late|early|mid|end of|since|before|after|during|around|starting|on|through|mid-)|\d(?:st|nd|rd|th)?|\d of)\s*$/i;

// Manager Sun, Director May; Lily Sun at Acme, Sun Wei from Acme: family names that are days or months.
const TITLED =
  /\b(?:Director|Manager|Engineer|President|Chairman|Professor|Doctor|General|Colonel|Captain|Major|Judge|Chef|Coach|Principal|Dean|Minister|Mayor|Partner|Architect|Lawyer|Nurse|Buyer|Founder|Owner|Supervisor|Secretary|Teacher|Uncle|Auntie|Boss|CEO|CFO|CTO|COO|CIO|VP|GM|MD)\s+(Sun|March|May|June|April|August|Day|Friday|Monday|Summer|Winter|Noon)(?![\w-])(?!\.?,? ?\d|\s+(?:at|by|@) ?\d|\s+(?:morning|afternoon|noon|evening)\b)/g;
const SURNAMED =
  /(?<![\w'-])([A-Z][a-z]+) (?:Sun|March|May|June|April|August|Day|Friday|Monday|Noon)(?= (?:from|at|of|@) (?:the )?[A-Z\ue004]| ?\([A-Z]|,? (?:CEO|CFO|CTO|COO|VP|MD|GM)\b)|(?<![\w'-])Sun ([A-Z][a-z]+)(?= (?:from|at|of|@) (?:the )?[A-Z\ue004]| ?\([A-Z])/g;

/** People whose names are months: April from Hollis, called May, Jun Li (Marlow). */
export const monthPeopleIn = (text: string): Span[] => {
  const spans: Span[] = honoredIn(text);
  for (const match of matchesOf(TITLED, text)) {
    const end = match.index + match[0].length;
    spans.push({ start: end - (match[1]?.length ?? 0), end });
  }
  for (const match of matchesOf(SURNAMED, text)) {
    const first = match[1] ?? match[2] ?? '';
    const known = isFirst(first) || isSoft(first);
    if (!known && (isEnglishWord(first) || isEveryday(first) || match[1] !== undefined)) continue;
    if (/^Sun$/i.test(first) || spans.some((span) => span.end > match.index)) continue;
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of matchesOf(MONTHLY, text)) {
    const [whole, first = '', second = ''] = match;
    if (spans.some(({ start, end: till }) => start <= match.index && match.index < till)) continue;
    const before = text.slice(0, match.index);
    const surname = second !== '' && !isEnglishWord(second.trim()) && !isTrade(second.trim());
    const end = match.index + (surname ? whole.length : first.length);
    const rest = text.slice(end);
    if (
      DATED.test(before) ||
      /^\.?,? ?(?:\d|20\d\d)/.test(rest) ||
      isCompany(text.slice(match.index + first.length))
    )
      continue;
    const works = WORKS.test(rest);
    // "met Sun" is on Sunday, "Sun wants a demo" is a person.
    if (first === 'Sun') {
      const sure = works && second === '' && (SPOKEN.test(before) || CONTACTED.test(before));
      const says =
        /^(?:'s)? (?:wants|said|says|asked|asks|needs|confirmed|agreed|promised|told|thinks|likes|replied|declined|requested|loved)\b/.test(
          rest,
        ) && second === '';
      if (sure || says) spans.push({ start: match.index, end });
      continue;
    }
    const met =
      (SPOKEN.test(before) || CONTACTED.test(before)) &&
      STOP.test(rest) &&
      !/\b(?:and|via|text) $/.test(before);
    const said = SAID.test(rest) && /(?:^|[,;:.!?\n])\s*$/.test(before) && first !== 'May';
    if (works || met || said) spans.push({ start: match.index, end });
  }
  return spans;
};

const ROLE_ALONE =
  /\b(?:spoke|talked|chatted|met|sat|saw)(?: down)?(?: (?:to|with|w\/))?(?: the| their| its)? (CEO|CFO|CTO|COO|CMO|CIO|CPO|VP|SVP|EVP|MD|GM)\b/gi;
/** A role named in place of a person. */
export const roleIn = (text: string): Span | null => {
  for (const match of matchesOf(ROLE_ALONE, text)) {
    const role = match[1] ?? '';
    const end = match.index + match[0].length;
    return { start: end - role.length, end };
  }
  return null;
};
