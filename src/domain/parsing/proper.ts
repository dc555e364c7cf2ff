// Names that hold words of the calendar, of money or of the trade: Friday Foods, 7K Metals, March Lane Bank.
import { isPlainTrade, isTrade } from './company-words.ts';
import { FIRST_NAMES } from './first-names.ts';
import { isGoods } from './goods.ts';
import { matchesOf } from './matches.ts';
import { COUNTED_EN } from './money-words.ts';
import type { Span } from './parsed.ts';
import { isEnglishWord } from './stop-words.ts';

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const SEASON =
  /^(?:noon|midday|midnight|morning|afternoon|evening|night|today|tomorrow|tonight|yesterday|weekend|quarter|half|monthly|weekly|daily|christmas|easter|thanksgiving|eid|diwali|ramadan|eod|sun|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/i;
const isTime = (word: string): boolean => DAY.test(word) || MONTH.test(word) || SEASON.test(word);
const DIGITS = /^\d{1,4}$/;
/** 20th Century Studios, 1st Source Bank. */
const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/;
/** 7K, 3i, 24/7, 360Works: digits with something to them. */
const MIXED = /^(?:\d{1,3}(?:[A-Za-z]{1,2}|[A-Z][a-z]+)|24\/7|7-11)$/;
const UNIT =
  /^\d+(?:am|pm|st|nd|rd|th|h|hr|hrs|m|min|mins|d|w|wk|mo|x|kg|km|cm|mm|ft|gb|tb|mb|pc|pcs)$/i;
// Nouns of the trade that open a name when a name follows and a stop comes after it.
const NOUN =
  /^(?:Paid|Quote|Contract|Proposal|Price|Office|Sales|Order|Product|Material|Sample|Signature|Deal|Pilot|Client|Customer|Board|Team|Partner|Interest|Final|Pitch|Target|Lead|Bid|Cold|Hot|Warm)$/;
// A number behind these counts or labels, it names nobody.
const LABEL =
  /^(?:Net|Top|Phase|Round|Version|Grade|Room|Unit|Suite|Floor|Day|Week|Step|Stage|Tier|Block|Order|Invoice|Ticket|Gate|Hall|Booth|Stand|Building|Ext|Extension|No|Nr|Case|Lot|Batch|Flat|Apt|Series|Class|Item|Option|Plan|Page|Line|Q|FY|Year|Chapter|Part|Box|Windows|Office|Zone|Gen|Bay|Dock|Terminal|Platform|Model|Type|Size|Article|Clause|Section|Attempt|Call|Visit|Demo|Meeting)$/i;
/** Behind these, or a stop, or at the start, a name may stand. */
const BEFORE =
  /(?:^|[\n,;:([|。，、\u4e00-\u9fff\ue000-\ue005]|\.\s|\s[-/]|\b(?:at|with|w\/|from|for|to|of|@|and|called|calling|phoned|rang|dialed|dialled|visited|visiting|met|saw|emailed|e-?mailed|texted|messaged|whatsapped|pinged|client|customer|account|re|about|by|lost|won|signed|closed|renewed|reached|contacted|chased|invoiced|quoted|pitched|demoed|via|over at|dropped by|stopped by|swung by))\s*$/i;
const PREPOSITION = /\b(?:from|to|for|of|by|and|about|re)\s*$/i;
const NO_DATE_BEFORE = /\b(?:by|on|until|till|before|next|last|this|since|every|due|coming)\s*$/i;

interface Word extends Span {
  readonly word: string;
}
const WORD = /[A-Za-z0-9\u00c0-\u024f][\w\u00c0-\u024f'&.+/-]*|&/g;
/** The Latin words of a text, without the stops behind them. */
export const wordsOf = (text: string): Word[] =>
  matchesOf(WORD, text).map((match) => {
    const word = match[0].replace(/(?:'s|['.&+/-])+$/, '') || match[0];
    return { word, start: match.index, end: match.index + word.length };
  });

const isCapital = (word: string): boolean => /^[A-Z\u00c0-\u00de]/.test(word);
// A word that only a name can hold: capitalised, no vocabulary, no abbreviation of three letters.
const isSolid = (word: string | undefined): boolean =>
  word !== undefined &&
  isCapital(word) &&
  !isTime(word) &&
  (isTrade(word) || (!isEnglishWord(word) && /[a-z]/.test(word)));

/** The capitalised run that begins at word `i`, numbers and joints included. */
const runAt = (text: string, words: readonly Word[], i: number): Word[] => {
  const run: Word[] = [];
  for (let j = i; j < words.length && j - i < 7; j++) {
    const word = words[j];
    if (word === undefined) break;
    const last = run.at(-1);
    if (last !== undefined && text.slice(last.end, word.start) !== ' ') break;
    const next = words[j + 1];
    const joint =
      /^(?:of|and|&|the|de|du|la|des|von|der|n)$/.test(word.word) &&
      last !== undefined &&
      next !== undefined &&
      isCapital(next.word) &&
      text.slice(word.end, next.start) === ' ';
    const piece = isCapital(word.word) || MIXED.test(word.word) || DIGITS.test(word.word) || joint;
    const opening = run.length === 0 && ORDINAL.test(word.word);
    if (!opening && (!piece || UNIT.test(word.word))) break;
    run.push(word);
  }
  return run;
};

const HOUR = /(?:\bat |@ ?)\d|\d ?[ap]\.?m\b|\d:\d\d|\b(?:noon|morning|afternoon|evening)\b/i;
const OTHER_DAY =
  /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(?:today|tomorrow|tmrw?|tonight)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d|\d\/\d/i;

// Behind "wrong number for" no day can stand.
const UNDATED = /\b(?:(?:wrong|bad) number|voice ?-?mail|vm|message|msg) (?:for|from|to|at|of) $/i;
// "demo on the 20th Acme Foods": behind a word for a step the ordinal is its day.
const sureOrdinal = (text: string, word: Word): boolean =>
  /(?:^|[\n;:,|-]|\b(?:with|w\/|called|visited|met|emailed|rang|lost|won|signed|at))\s*$/.test(
    text.slice(0, word.start),
  );

/** The words of the run that make the name; 0 when the run is none that needs care. */
const lengthOf = (text: string, run: readonly Word[], bare: boolean): number => {
  const at = (k: number): string => run[k]?.word ?? '';
  const first = run[0];
  if (first === undefined) return 0;
  const before = text.slice(0, first.start);
  let end = run.length;
  // Words of the vocabulary at the end belong to the line, not to the name.
  const loose = (k: number): boolean =>
    (isTime(at(k)) || (isEnglishWord(at(k)) && !isTrade(at(k)) && !isCloser(text, run[k]))) &&
    !DIGITS.test(at(k));
  while (end > 1 && (loose(end - 1) || /^(?:of|and|&|the|de|du|la)$/.test(at(end - 1)))) end--;
  // A month before a number is a date, and so is what stands behind "next" or "by".
  for (let k = 0; k < end; k++) {
    const dated = MONTH.test(at(k)) && /^\d/.test(at(k + 1));
    const other =
      k > 0 &&
      (/^(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Jan|Feb|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)$/.test(
        at(k),
      ) ||
        (FIRST_NAMES.has(at(k).toLowerCase()) && !isTrade(at(k + 1))));
    if (dated || other) {
      end = k;
      break;
    }
  }
  if (end === 0) return 0;
  const trades = run.slice(0, end).some(({ word }) => isTrade(word));
  const tail = text.slice(run[end - 1]?.end ?? 0);
  const stopped = /^\s*(?::|- |$)/.test(tail);
  let care = false;
  for (let k = 0; k < end; k++) {
    const word = at(k);
    const next = k + 1 < end ? at(k + 1) : undefined;
    if (k === 0) {
      if (isTime(word)) {
        const deep = isCapital(next ?? '') && !isTime(next ?? '') && isTrade(at(2)) && end > 2;
        if (!isSolid(next) && next !== '&' && !deep) return 0;
        // "to Friday Acme", "met Monday Jane": only a word for a company makes that a name.
        const sure = run.slice(1, end).some((other) => isTrade(other.word));
        // "Friday Acme demo at 2pm": an hour without a day elsewhere wants that day.
        if (!sure && !stopped && HOUR.test(tail) && !OTHER_DAY.test(tail)) return 0;
        const opening = before.trim() === '';
        if ((bare ? !opening : PREPOSITION.test(before) && !UNDATED.test(before)) && !sure)
          return 0;
        if (
          /^(?:first|second|third|sun|half|quarter|today|tomorrow|tonight|yesterday|morning|afternoon|evening|weekend)$/i.test(
            word,
          ) &&
          !sure &&
          !(opening && stopped && isSolid(next))
        )
          return 0;
        care = true;
        continue;
      }
      if (MIXED.test(word)) {
        if (!isSolid(next)) return 0;
        care = true;
        continue;
      }
      if (ORDINAL.test(word)) {
        if (!isSolid(next) || !trades || end < 3 || PREPOSITION.test(before)) return 0;
        if (!sureOrdinal(text, first)) return 0;
        care = true;
        continue;
      }
      if (DIGITS.test(word)) {
        if (!isSolid(next) || COUNTED_EN.test(` ${next}`)) return 0;
        if (!trades || (end === 2 && /s$/.test(next ?? '') && !stopped)) return 0;
        care = true;
        continue;
      }
      if (isEnglishWord(word)) {
        if (!NOUN.test(word) || !isSolid(next)) return 0;
        if (/^(?:Hot|Cold|Warm)$/.test(word) && end > 2 && trades) {
          care = true;
          continue;
        }
        if (
          !(stopped && end > 2) &&
          !(trades && /^(?:Paid|Quote|Contract|Price)$/.test(word) && stopped)
        )
          return 0;
        care = true;
        continue;
      }
      continue;
    }
    if (isTime(word)) {
      // Blue Monday Records: inside a run only with a word for a company behind it.
      if (next !== undefined && isTrade(next)) care = true;
      else if (next !== undefined && isSolid(next) && SEASON.test(word) && trades) care = true;
      else return care ? k : 0;
      continue;
    }
    if (DIGITS.test(word) || MIXED.test(word)) {
      const labelled = LABEL.test(at(k - 1)) || (k === 1 && isEnglishWord(at(0)));
      if (labelled && (next === undefined || !isTrade(next) || /s$/i.test(at(k - 1)))) return 0;
      if (next !== undefined) {
        if (MONTH.test(next) || !isSolid(next) || COUNTED_EN.test(` ${next}`)) return care ? k : 0;
        care = true;
        continue;
      }
      // BoxCar 51 deposit …: a short number that counts nothing ends a name.
      if (!endsIn(word, text.slice(run[k]?.end ?? 0), before)) return care ? k : 0;
      care = true;
    }
  }
  return care ? end : 0;
};

// Coffee, Legal: words of the vocabulary that end a name before a stop or a small letter.
const CLOSER =
  /^(?:Legal|Finance|Direct|Training|Products?|Materials?|Office|Super|Trade|Market|Support|Orders?|Point|Line|Board|Home|Holidays?|Fair|Club|Post|Express|Deals?|Leads?|Events?|Quotes|Payments|Search|Partners?|Services)$/;
const isCloser = (text: string, word: Word | undefined): boolean =>
  word !== undefined &&
  CLOSER.test(word.word) &&
  /^\s*(?:[:,;.]|- |$|[a-z])/.test(text.slice(word.end));

const MONEY_AFTER =
  /^ (?:deposit|quote|offer|budget|deal|contract|order|invoice|balance|payment|paid|due|outstanding|discount|per|a|in|for)\b/i;
const endsIn = (word: string, after: string, before: string): boolean => {
  if (!/^\d{1,3}$/.test(word)) return false;
  if (COUNTED_EN.test(after) || /^\s?(?:[:.]\d|%|[-/]\s?\d|,\d{3})/.test(after)) return false;
  if (
    /^ (?:am|pm|a\.m|p\.m|usd|eur|gbp|cny|rmb|hkd|k|m|million|thousand|hundred|grand|dollars?|euros?|yuan|bucks|ppl|more|other|of|or|and|to|new|old|x|by|st|nd|th|ft|inch|big|small|extra|different|(?:min|hour|hr|day|week|wk|month|year)s?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b/i.test(
      after,
    )
  )
    return false;
  if (isGoods(after)) return false;
  if (before.trim() !== '') return /^\s*(?::|- )/.test(after);
  if (/^\s*(?::|- |,|$)/.test(after)) return true;
  if (MONEY_AFTER.test(after)) return /[$€£¥]\s?\d|\d\s?k\b|\d,\d{3}/.test(after.slice(0, 40));
  return /^ (?:[a-z]{3,}|[\u4e00-\u9fff])/.test(after);
};

// sunday labs, may systems: in lower case a day or month and a word for a company.
const LOW =
  /(?<![\w-])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|\d{1,2}[kmb]|24\/7)((?: [a-z][a-z'-]+)?) ([a-z]+)(?![\w-])/g;

const lowIn = (text: string): Span[] =>
  matchesOf(LOW, text).flatMap((match) => {
    const before = text.slice(0, match.index);
    const [, middle = '', last = ''] = match;
    const day = /^(?:\w+day|noon|midnight)/.test(match[0]);
    const open = BEFORE.test(before) && !NO_DATE_BEFORE.test(before);
    const short = !isTrade(last) && middle !== '' && isPlainTrade(middle.trim());
    if (!open) return [];
    if (short)
      return [{ start: match.index, end: match.index + match[0].length - last.length - 1 }];
    if (middle !== '' && (isEnglishWord(middle.trim()) || FIRST_NAMES.has(middle.trim())))
      return [];
    if (!(day ? isPlainTrade(last) : isTrade(last))) return [];
    return [{ start: match.index, end: match.index + match[0].length }];
  });

// Monday.com, Booking.com: a name written as its address, though not the domain of a mailbox.
const SITE = /(?<![\w@.-])[A-Za-z][\w-]*\.(?:com|io|ai|net|cn|co)\b(?!\/)/g;
const sitesIn = (text: string): Span[] =>
  matchesOf(SITE, text).map(({ index, 0: site }) => ({
    start: index,
    end: index + site.length,
  }));

/** The names whose words the date, amount and outcome grammars would misread. */
export const properIn = (text: string): Span[] => {
  const words = wordsOf(text);
  const spans = [...lowIn(text), ...sitesIn(text)];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (
      word === undefined ||
      spans.some(({ start, end }) => start <= word.start && word.start < end)
    )
      continue;
    const before = text.slice(0, word.start);
    if (!BEFORE.test(before) || (isTime(word.word) && NO_DATE_BEFORE.test(before))) continue;
    const bare = /(?:^|[\n,;:(|。，、])\s*$/.test(before);
    const run = runAt(text, words, i);
    const length = lengthOf(text, run, bare);
    const last = run[length - 1];
    if (length < 2 || last === undefined) continue;
    spans.push({ start: word.start, end: last.end });
  }
  return spans.sort((a, b) => a.start - b.start);
};
