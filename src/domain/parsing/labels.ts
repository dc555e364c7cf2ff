// Numbers and words that look like dates or sums and are neither: addresses, floors, order numbers, model names.
import { isTrade } from './company-words.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './parsed.ts';

const STREET =
  '(?:Road|Rd|Street|St|Avenue|Ave|Av|Lane|Ln|Drive|Boulevard|Blvd|Court|Crescent|Terrace|Parkway|Pkwy|Highway|Hwy|Quay|Plaza|Alley|Wharf|Gardens|Square|Sq|Way|Row|Close|Place|Mews|Walk)';
const TRAP =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,3}(?:st|nd|rd|th))';
const LABELS: readonly RegExp[] = [
  // 12 March Road, 88 Second Ave, 5 St James Street.
  new RegExp(
    `(?<![\\w.:$€£¥/-])\\d{1,5}[A-Za-z]?(?:-\\d{1,5})? (?:[A-Z][\\w'.]* |\\d{1,3}(?:st|nd|rd|th) ){1,3}${STREET}\\b\\.?(?! [A-Z][a-z])`,
    'g',
  ),
  new RegExp(`(?<![\\w.:$€£¥/-])\\d{1,5} ${TRAP} ${STREET}\\b\\.?(?! [A-Z][a-z])`, 'gi'),
  // Second Ave, 5th Street, on May Street: without a number as well.
  new RegExp(
    `(?<![\\w-])${TRAP} (?:Road|Rd|Street|St|Avenue|Ave|Lane|Boulevard|Blvd|Square|Terrace)\\b\\.?(?! [A-Z][a-z])`,
    'gi',
  ),
  /(?<![\w-])(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|ground|top) (?:floor|fl\b|storey|level)\b/gi,
  /(?<![\w-])(?:suite|ste|room|floor|flat|apt|apartment|bldg|building|p\.?o\.? box|zip|postcode|ext|extension|gate|dock|booth|stand|hall|terminal|platform)\.?:? ?#?[A-Z]?-?\d{1,6}[A-Z]?\b(?![.,:]?\d|[km]\b)/gi,
  // Order and invoice numbers: with a sign, or too long and odd for a sum.
  /(?<![\w-])(?:invoice|inv|order|po|so|ticket|case|ref|reference|quote|quotation|contract|job|rma|sku|serial|account|acct|a\/c|batch|lot|tracking|part|item|model|id)\.? ?(?:(?:no|nr|num|number|id)\b\.?:? ?#?|#|:\s?#)[A-Za-z]{0,4}[-/]?\d[\d/-]*(?![\d.,]*[kKmM%万])/gi,
  /(?<![\w-])(?:invoice|inv|order|po|so|ticket|case|ref|rma|sku|serial|batch|lot|tracking) (?:[A-Z]{1,4}-?\d{2,}[\d-]*|\d{4,}(?<!00)(?=\s(?:for|from|at|of|to|with|is|was|has|still|not|un\w+|over\w+|w\/)\b|[,;:]|\s?-\s))(?![\d,.]*\d|[kKmM%万])/gi,
  /(?<![\w#])#\d[\d-]*/g,
  // (v3.2), v12, XR-500: versions and models.
  /(?<![\w.])v\d+(?:\.\d+)*\b/gi,
];

/** The stretches that are labels; they are hidden from every grammar. */
export const labelsIn = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const pattern of LABELS)
    for (const match of matchesOf(pattern, text)) {
      const end = match.index + match[0].length;
      // Gate 12 Roasters is a name.
      const next = /^ ([A-Z]\w+)/.exec(text.slice(end))?.[1];
      if (next !== undefined && isTrade(next)) continue;
      // The word before the number still says what it is about: PO #881 received.
      const word = /^(?:invoice|inv|order|po|quote|quotation|contract)\.? ?/i.exec(match[0]);
      const start = match.index + (word?.[0].length ?? 0);
      if (!spans.some((span) => start < span.end && span.start < end)) spans.push({ start, end });
    }
  return spans.sort((a, b) => a.start - b.start);
};
