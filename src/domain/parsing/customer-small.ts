// Companies typed in small letters, where nothing capitalised names the customer.
import { isTrade } from './company-words.ts';
import { isEveryday } from './english-words.ts';
import { matchesOf } from './matches.ts';
import { isName } from './name.ts';
import type { Span } from './parsed.ts';
import { isEnglishWord } from './stop-words.ts';

// puffin stores, birch & bay: typed small after a preposition, before a colon or alone between stops.
const LOWER =
  /(?:(?<![\w-])(?:at|with|w\/|from|to|for|of|by)|@|^|[\n,;:]|\s-)\s*(?:the |our )?(?=((?:[a-z\d][a-z\d'-]* (?:& )?){1,3}[a-z][a-z'-]*)(?![\w-]))/g;
const SMALL = /(?<![\w-])(?:from|at|with|w\/) ([a-z][a-z'-]{3,})(?=\s*(?:$|[,;.:]|-\s|\ue000))/g;
const NOT_SMALL =
  /(?:ing|ed|ly|'s)$|^(?:home|school|china|reception|lunch|work|least|most|scratch|abroad|head|there|here|anyone|someone|them|procurement|everyone|breakfast|dinner|town|airport|station|exhibition|africa|europe|asia|germany|france|japan|india|america|beijing|shanghai|london|paris|berlin|tokyo|hq|sept?|legal|finance|accounting|accounts|engineering|management|competition|competitors?|friends?|family|colleagues?|assistant|secretary|owner|founder|buyer|boss|manager|director|engineer|team|staff|kids|clients?|customers?|prospects?|website|linkedin|google|facebook|referral|fair|expo|booth|event|conference|office|warehouse|factory|site|plant|door|gate|desk|phone|email|mail|chat|video|zoom|teams|slack|risk|once|first|last|full|half|cost|price|discount|budget|terms|conditions|questions?|details|samples?|brochures?|pricing|quotes?|caution|care|interest|respect|regards?|thanks|love|ease|delay|issues?|problems?|success|luck|noon|night|midnight|dawn|dusk)$/;
/** The company typed in small letters; null when none is sure enough. */
export const lowerName = (text: string): Span | null => {
  const odd = (word: string): boolean =>
    isEnglishWord(word) || (isEveryday(word) && !isTrade(word));
  for (const match of matchesOf(LOWER, text)) {
    const typed = (match[1] ?? '').split(' ');
    const start = match.index + match[0].length;
    // The longest beginning that is a firm's: two words joined, or a last word for a trade.
    for (let n = typed.length; n >= 2; n--) {
      const words = typed.slice(0, n);
      const plain = words.filter((word) => word !== '&');
      const last = words.at(-1) ?? '';
      const firm = isTrade(last) || (words.includes('&') && last !== '&');
      if (!firm || plain.length < 2 || odd(plain[0] ?? '') || /^\d+$/.test(plain[0] ?? ''))
        continue;
      if (plain.slice(1, -1).some(odd) || (isEnglishWord(last) && !isTrade(last))) continue;
      return { start, end: start + words.join(' ').length };
    }
  }
  for (const match of matchesOf(SMALL, text)) {
    const word = match[1] ?? '';
    if (odd(word) || NOT_SMALL.test(word) || isTrade(word)) continue;
    const end = match.index + match[0].length;
    const span = { start: end - word.length, end };
    if (isName(text, span)) return span;
  }
  return null;
};
