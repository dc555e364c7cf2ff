// Whether a number with a letter behind it (20k, 2m, 10W) counts or measures goods rather than money or minutes.
import { isEveryday } from './english-words.ts';
import { isEnglishWord } from './stop-words.ts';

// Terms of trade and of revenue, which follow sums.
const TERMS =
  /^(?:capex|opex|fob|cif|exw|ddp|dap|mrr|arr|acv|tcv|pa|pm|pcm|annum|ish|approx|vat|gst|tax|tbc|pending|ballpark|upfront|retainer|renewal|licen[cs]e|subscription|opp|opps|upsell|pipeline|recurring|cash|bucks|quid|apiece|dollars?|euros?|pounds?|yuan|rmb|usd|eur|gbp|cny|hkd|sgd|jpy)$/i;
// Things the vocabulary knows that are counted or measured all the same.
const GOODS =
  /^(?:cards|parts|chairs|copies|docs|documents|files|flyers|leaflets|brochures|boxes|screens|long|wide|deep|tall|thick|foot|products|materials|tests|testers|letters|sheets|run|race|jog|walk|ride|screens?|monitors?|displays?|cameras?|videos?|projectors?|resolution|panels?)$/i;

/** Whether the words behind the number name goods: 20k bolts, 2m cable. */
export const isGoods = (after: string): boolean => {
  if (/^ (?:of )?(?:[A-Z]{2,}s|TV|LED)\b/.test(after)) return true;
  const word = /^ (?:of )?([a-z][a-z-]+)(?![\w'])/.exec(after)?.[1];
  if (word === undefined || TERMS.test(word)) return false;
  return GOODS.test(word) || !(isEnglishWord(word) || isEveryday(word));
};

/** Before a number: what makes it a quantity (MOQ 10k, volume 20k, ran 10k). */
export const QUANTITY_BEFORE =
  /\b(?:MOQ|EAU|qty|quantity|quantities|volumes?|views|impressions|headcount|footfall|capacity|inventory|stock|mileage|steps|ran|run|running|jogged|cycled|hiked|circulation|traffic|reach)(?: is| of| was| about|:)?\s*$/i;
