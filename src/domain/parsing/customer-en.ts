// The customer named in Latin letters: capitals in a row, or the word behind a verb of contact.
import { type Clause, clauseAt } from './clauses.ts';
import { isTrade } from './company-words.ts';
import { lowerName } from './customer-small.ts';
import { isEveryday, opensName } from './english-words.ts';
import { isGoods } from './goods.ts';
import { matchesOf } from './matches.ts';
import { isName } from './name.ts';
import { BRANDS } from './names.ts';
import type { Span } from './parsed.ts';
import { wordsOf } from './proper.ts';
import { isEnglishWord } from './stop-words.ts';

const CORPORATE =
  /^(?:Inc|Ltd|LLC|LLP|GmbH|AG|SA|SAS|BV|NV|PLC|Co|Corp|Corporation|Company|Group|Holdings|Limited|Pty|Pte|KK|SRL|SpA|AB|AS|Oy)\.?$/i;

interface Word extends Span {
  readonly word: string;
}
/** 40ft, 1.5T, 10kW, 500pcs: what is measured or counted is in no name. */
const MEASURE =
  /^\d+(?:[.,x]\d+)*(?:T|W|V|A|Ah|ah|mAh|kW|kw|KW|MW|kWh|kVA|KVA|kV|hp|HP|ft|FT|in|inch|mm|cm|km|m|g|kg|KG|t|ton|tons|L|l|ml|oz|lbs?|gal|GB|TB|MB|Gb|MP|Hz|kHz|MHz|GHz|dB|psi|bar|rpm|pcs|pc|PCS|px|ch|bit|bits|port|core|cores|axis|x|sqm|sqft|teu|TEU|G|U|K|h|d|hrs?|days?|pack|pk|gsm|micron|um|°C|C|F)$/;
const capital = (word: string): boolean =>
  !(MEASURE.test(word) && !/^3M$|^7K$/.test(word)) &&
  (/[A-Z\u00c0-\u00de]/.test(word) || /^\d+[A-Za-z]/.test(word));

/** The name with the legal form behind it: Noon Trading, Inc. */
const withForm = (text: string, span: Span): Span => {
  const form = /^,? (?:Inc|Ltd|LLC|LLP|GmbH|AG|PLC|Corp|Limited|Pty|Pte)\b\.?/.exec(
    text.slice(span.end),
  );
  return form === null ? span : { start: span.start, end: span.end + form[0].trimEnd().length };
};

/** The English name that begins with word `i`: capitals in a row, with their joints. */
const latinName = (
  text: string,
  words: readonly Word[],
  i: number,
  typed: 'capital' | 'any',
  runs: readonly Span[],
): Span | null => {
  const first = words[i];
  if (first === undefined) return null;
  const run = runs.find(({ start }) => start === first.start);
  if (run !== undefined) return withForm(text, run);
  const brand = BRANDS.filter(
    (name) =>
      text.startsWith(name, first.start) && !/\w/.test(text[first.start + name.length] ?? ''),
  ).sort((a, b) => b.length - a.length)[0];
  if (brand !== undefined && /[ ']/.test(brand))
    return { start: first.start, end: first.start + brand.length };
  // Big Kahuna Burger: an adjective opens a name when a name follows.
  const after = words[i + 1];
  const opens =
    typed === 'capital' &&
    OPENERS.test(first.word) &&
    after !== undefined &&
    text.slice(first.end, after.start) === ' ' &&
    capital(after.word) &&
    !isEnglishWord(after.word);
  const beside =
    after !== undefined &&
    text.slice(first.end, after.start) === ' ' &&
    (typed === 'capital' ? capital(after.word) || after.word === '&' : true) &&
    (isTrade(after.word) ||
      (typed === 'capital' && opensName(first.word) && !isEnglishWord(after.word)) ||
      after.word === '&');
  const everyday = (word: string, at: number): boolean =>
    at === 0 && isEveryday(word) && !(beside && opensName(word));
  const okay = (word: string, at: number): boolean =>
    typed === 'capital'
      ? capital(word) &&
        !everyday(word, at) &&
        (!isEnglishWord(word) || (at > 0 && CORPORATE.test(word)))
      : !isEnglishWord(word) &&
        !/^\d+$/.test(word) &&
        !everyday(word, at) &&
        (at === 0 || !isEveryday(word) || isTrade(word));
  if (!opens && !okay(first.word, 0)) return null;
  if (!(opens || okay(first.word, 0)) || /^[A-E]$/.test(first.word))
    return brand !== undefined &&
      first.word === brand &&
      typed === 'capital' &&
      !isEnglishWord(brand)
      ? first
      : null;
  let end = first.end;
  for (let j = i + 1; j < words.length && j - i < (typed === 'any' ? 3 : 6); j++) {
    const word = words[j];
    if (word === undefined) break;
    const gap = text.slice(end, word.start);
    if (/^,? $/.test(gap) && CORPORATE.test(word.word)) {
      end = word.end + (text[word.end] === '.' && /^(?:Inc|Ltd|Co|Corp)$/i.test(word.word) ? 1 : 0);
      continue;
    }
    if (!/^(?: |\. | & )$/.test(gap)) break;
    const joint = /^(?:of|and|the|de|du|la|&|for)$/i.test(word.word);
    const next = words[j + 1];
    if (
      joint &&
      typed === 'capital' &&
      next !== undefined &&
      capital(next.word) &&
      !isEnglishWord(next.word) &&
      /^ $/.test(text.slice(word.end, next.start)) &&
      (word.word === '&' ||
        word.word === 'of' ||
        /^(?:Sons|Partners|Associates|Co|Brothers|Company)$/.test(next.word) ||
        /^(?:de|du|la)$/.test(word.word))
    ) {
      const stop = text[next.end] === '.' && /^(?:Inc|Ltd|Co|Corp)$/.test(next.word);
      end = next.end + (stop ? 1 : 0);
      j++;
      continue;
    }
    // Grundfos CR5, Canon C3226i: a model behind the name.
    if (
      /^[A-Z]{1,4}-?\d{1,5}[A-Za-z]?$/.test(word.word) &&
      !isTrade(words[j + 1]?.word ?? '') &&
      isModelled(text.slice(word.end))
    )
      break;
    if (closes(text, first, word)) {
      end = word.end;
      break;
    }
    if (/^[A-E]$/.test(word.word) || !okay(word.word, j - i) || /^\d+$/.test(word.word)) {
      break;
    }
    end = word.end;
  }
  // Warner Bros. signed: the stop belongs to the name.
  if (/\bBros$/.test(text.slice(first.start, end)) && /^\.(?= [a-z]|,)/.test(text.slice(end)))
    end++;
  return { start: first.start, end };
};

const CLOSERS =
  /^(?:Coffee|Holidays?|Events?|Express|Post|Net|Deals?|Partners?|Fair|Club|Search|Software|Legal|Finance|Direct|Training|Products?|Materials?|Office|Sales|Super|Trade|Live|Connect|First|Best|One|Key|Open|Local|Smart|Market|Team|Support|Orders?|Value|Point|Line|Works?|Board|Home|Best)$/;
/** Pritchard Legal, Studio 54: a word of the vocabulary or a number that ends a name. */
const closes = (text: string, first: Word, word: Word): boolean => {
  const stop = /^\s*(?:[:;,.]|- |$)/.test(text.slice(word.end));
  if (/^\d{1,3}$/.test(word.word))
    return (
      text.slice(0, first.start).trim() === '' && /^\s?(?:: |- |: ?$)/.test(text.slice(word.end))
    );
  if (!CLOSERS.test(word.word)) return false;
  const object =
    /\b(?:to|with|at|for|from|of|called|visited|met|emailed|phoned|rang|texted)\s+(?:the )?$/i.test(
      text.slice(0, first.start),
    );
  if (isTrade(word.word) && /^\s*(?:[:;,]|- |$)/.test(text.slice(word.end))) return true;
  return object
    ? stop || /^ [a-z\ue000]/.test(text.slice(word.end))
    : /^\s*(?::|- )/.test(text.slice(word.end));
};

// What is sold stands behind its model: CR5 pump, 15kW; nothing but the line's own words behind a name.
const isModelled = (after: string): boolean => isGoods(after) || /^ (?:\d|[A-Z])/.test(after);

const OPENERS =
  /^(?:Big|Best|Good|Great|First|Second|Third|General|Direct|Smart|Quick|Little|Old|Open|Live|Local|Super|Solid|Strong|Grand|Prime|Team|Trade|East|West|North|South|High|Low|Long|Short|Small|Large|Right|Real|Key|Price|Money|Market|Time|Day|Night|Sun)$/;

const EN_ANCHOR =
  /(?:\b(?:(?:wrong|bad) number (?:for|at)|called|calling|rang|phoned|dialed|dialled|texted|messaged|whatsapped|emailed|mailed|visited|met(?: up)?(?: with)?|saw|spoke (?:to|with)|talked (?:to|with)|chatted (?:to|with)|call (?:with|to)|calls (?:with|to)|call|meeting (?:with|at)|zoom(?:ed)? with|lunch with|dinner with|coffee with|demo(?:ed)?(?: (?:to|for|with|at))?|demo'd|presented (?:to|at)|pitched(?: to)?|w\/|follow(?:ed|ing)?[- ]?up (?:with|on)|checked in with|check(?:ed)? in with|quoted|signed|won|lost|closed|renewed|visit (?:to|at|with)|trip to|connected with|reached(?: out to)?|contacted|pinged|left (?:a )?(?:voicemail|message|vm) (?:for|with|at)|dropped by|stopped by|client:?|customer:?|account:?|re:?|from|at|to|with|for|of|by)|(?<=^|[\s\ue001])[@#])\s*:?\s*(?:the |our |my )?/gi;

const SENT_TO =
  /^\s*(?:call|ring|phone|email|visit|meet|text|chase|ping|re:?)\s+(?!with|to|for|at)|\b(?:e-?mailed|sent|mailed|shared|forwarded|submitted|delivered|gave|demo(?:ed)?|quote|proposal|contract|samples?|brochure|deck|pricing|offer|call|meeting|chat|visit|lunch|intro|spoke|talked|met)\s+(?:\S+\s+){0,3}?(?:to|with|from|at|for|w\/|@)\s+/gi;

const WORKS_AT = /\ue001+ (?:from|at|of|over at|@) (?:the )?(?=[a-z])/g;

// Brian from Slack, Zoom's CFO, Slack renewed: a channel's name where only a company can stand.
const CHANNEL_NAME = '(?:Slack|Zoom|Teams|Lark|Telegram|LinkedIn|WhatsApp|Skype|Viber|Line|LINE)';
const CHANNEL_FIRM = new RegExp(
  `(?:(?:\ue001|\\b[A-Z][a-z]+|\\b(?:guy|lady|buyer|procurement|team|CEO|CFO|CTO|COO|CIO|CMO|VP|MD|GM|contact|manager|director|people|folks|someone)) (?:from|at|of|@) )(${CHANNEL_NAME})(?![\\w-])|^\\s*(${CHANNEL_NAME})(?='s (?!call|meeting|chat)|,? (?:wants|signed|paid|renewed|rejected|declined|needs|asked|said|complained|accepted|agreed|approved|bought|is (?:hot|cold|keen|happy|interested|not)|verbally|went with|will|has|no budget|deal|account|contract|PO|renewal|trial|negotiat))`,
  'g',
);
const channelFirm = (text: string): Span | null => {
  for (const match of matchesOf(CHANNEL_FIRM, text)) {
    const name = match[1] ?? match[2] ?? '';
    if (
      match[1] !== undefined &&
      /^(?:Message|Lead|Call|Chat|Text|Ping|Back|Moved|Invite|Link)\b/.test(match[0])
    )
      continue;
    let end = match.index + match[0].length;
    const start = end - name.length;
    // Teams Global, Line Logistics.
    const more = /^ ([A-Z][\w'-]*)/.exec(text.slice(end))?.[1];
    if (more !== undefined && (isTrade(more) || !isEnglishWord(more))) end += more.length + 1;
    return { start, end };
  }
  return null;
};

const isFirm = (name: string): boolean => {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 1 && (CORPORATE.test(last) || isTrade(last));
};

/** The customer named in Latin script. */
export const latinCustomer = (
  text: string,
  clauses: readonly Clause[],
  runs: readonly Span[],
): Span | null => {
  const words = wordsOf(text);
  const at = (place: number): number => words.findIndex((word) => word.start === place);
  const firstWord = words[0];
  const [head] = clauses;
  const channel = channelFirm(text);
  // "Acme - call - 20m", "Tyrell wants a callback": the line begins with the name.
  if (
    firstWord !== undefined &&
    head !== undefined &&
    /^[\s"'([@#*\d.)-]*$/.test(text.slice(0, firstWord.start).replace(/\ue000/g, ''))
  ) {
    const span = latinName(text, words, 0, 'capital', runs);
    if (span !== null && isName(text, span)) return span;
  }
  if (channel !== null) return channel;
  for (const typed of ['capital', 'any'] as const) {
    if (typed === 'any') {
      for (const match of matchesOf(SENT_TO, text)) {
        const span = latinName(text, words, at(match.index + match[0].length), 'any', runs);
        if (span !== null && isName(text, span)) return span;
      }
    }
    // "dave at cranbrook farms": where the person works.
    for (const match of typed === 'any' ? matchesOf(WORKS_AT, text) : []) {
      const span = latinName(text, words, at(match.index + match[0].length), 'any', runs);
      if (span !== null && isName(text, span)) return span;
    }
    for (const match of matchesOf(EN_ANCHOR, text)) {
      if (
        typed === 'any' &&
        /^(?:from|at|to|with|for|of|by|re:?|demo|call|signed|won|lost|closed|renewed)\s*(?:the |our |my )?$/i.test(
          match[0],
        ) &&
        !/^(?:called|met|with)/i.test(match[0])
      )
        continue;
      const index = at(match.index + match[0].length);
      if (index < 0) continue;
      const span = latinName(text, words, index, typed, runs);
      if (span !== null && isName(text, span)) return span;
    }
    if (typed === 'capital') {
      for (const [index] of words.entries()) {
        const span = latinName(text, words, index, 'capital', runs);
        const clause = span && clauseAt(clauses, span.start);
        if (span === null || !isName(text, span) || clause === null) continue;
        if (clauses.indexOf(clause) > 1 && !isFirm(text.slice(span.start, span.end))) continue;
        return span;
      }
      // "acme wants a quote": typed in lower case at the start of the line.
      if (firstWord !== undefined && firstWord.start === text.length - text.trimStart().length) {
        const span = latinName(text, words, 0, 'any', runs);
        if (span !== null && isName(text, span)) return span;
      }
    }
  }
  return lowerName(text);
};
