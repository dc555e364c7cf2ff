// The words for intent grades.
import type { Grade } from './codes.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './parsed.ts';

const LETTER = '([A-E])(?![\\w+-]*[a-z])[+-]?(?![A-Za-z\\d])';
// A letter is a grade only beside a word for intent or alone between stops; "A公司" and "plan B" are not.
const LETTERS: readonly RegExp[] = [
  new RegExp(
    `(?:意向(?:度|等级|级别|评级)?|等级|评级|级别|客户分级|定级|评为|列为|标为|升到?|升为|升级为|升至|降到|降为|降至|转为?|转成|变成|变为|调到|调为|更新为|改为|改成)\\s*(?:是|为|:|=|在|还是|仍是|定为|从\\s?[A-E][类级]?\\s?(?:到|升到?|降到?|转))?\\s*${LETTER}\\s?[类级档]?`,
    'gi',
  ),
  new RegExp(
    `\\b(?:intent|grade|graded|rating|rated|rate|rank|ranked|tier|level|lead grade|interest|priority|upgraded to|downgraded to|moved to|now an?)\\s*(?:is|as|at|to|of|:|=|level|an?|it)*\\s*${LETTER}`,
    'gi',
  ),
  /(?<![A-Za-z\d+])([A-E])[+-]?\s?(?:类|级|档)(?!型|别|似|车|锂|证|钢|目)/gi,
  /(?<![A-Za-z\d+])([A-E])[+-]?\s?(?:意向|级?客户意向)/gi,
  /(?<![A-Za-z\d])([A-E])[- ](?:grade|intent|lead|prospect)\b/g,
  /(?:^|[,;。|、\n]|\s-|\s\/)\s*([A-E])[+-]?\s*(?=$|[,;。|、\n]|-\s|\/\s)/g,
  /(?<=[\s,;])([A-E])(?=\s*$)/g,
  /(?<=[a-z\d\ue000]{2}\.\s)(?<!\b(?:Mr|Ms|Mrs|Dr|vs|No)\.\s)([A-E])(?=\.(?:\s|$))/g,
  /(?<=[\u4e00-\u9fff\ue000\d]\s?[-/])([A-E])(?=\s?[-/]|$)/g,
];
const WORDS: readonly (readonly [Grade | null, RegExp])[] = [
  [
    'E',
    /(?:没有?|无|毫无|零)(?:任何|什么|购买|合作|采购)?意向|意向(?:为)?(?:无|零)|死单|无效客户|\bdead (?:lead|deal)\b|\bzero interest\b|\bno intent\b/gi,
  ],
  [
    'D',
    /意向(?:度|很|比较|较|偏|非常|明显)*(?:低|弱|不强|不大|不高|不足)|低意向|冷淡|\bcold\b(?![- ]?(?:call|email|mail|outreach|chain|storage|room|brew|dm|drink|war|stone))|\blow intent\b/gi,
  ],
  ['C', /意向(?:度)?(?:一般|中下)|意向不明|\blukewarm\b/gi],
  [
    'A',
    /意向(?:度|很|非常|特别|十分|比较|较|相当)*(?:强烈|强|高|大|明确|足)|高意向|强意向|强烈意向|很有意向|非常有意向|大概率|很有希望|十拿九稳|八九不离十|志在必得|\b(?:red[- ]?|very |super |really |piping )?hot\b(?![- ]?(?:pot|el|line|fix|dog|spot|desk|water|swap|topic|air|wheels))|\bhigh intent\b/gi,
  ],
  [
    'B',
    /意向(?:度)?(?:中等|还行|还可以|不错|尚可)|中等意向|(?<!没|很|常)有(?:一定|一些|点|初步|合作|购买|采购)?的?意向|\bwarm\b(?![- ]?(?:up|intro|regards|transfer|welcome|wishes))|\bmedium intent\b/gi,
  ],
];

/** A grade and where it stands. */
export interface IntentHit extends Span {
  readonly grade: Grade;
}

/** The grades a line names, in order; the last is what holds (从B升到A). */
export const intentsIn = (text: string): IntentHit[] => {
  const hits: IntentHit[] = [];
  for (const pattern of LETTERS) {
    for (const match of matchesOf(pattern, text)) {
      const letter = match[1];
      // A small letter is a word ("a", "e") unless it stands beside 意向 or 类.
      if (
        letter === undefined ||
        (/[a-e]/.test(letter) &&
          !/[\u4e00-\u9fff]|^(?:grade|graded|intent|rating|rated):? [b-e]$/i.test(match[0]))
      )
        continue;
      hits.push({
        grade: letter.toUpperCase() as Grade,
        start: match.index,
        end: match.index + match[0].length,
      });
    }
  }
  if (hits.length === 0) {
    for (const [grade, pattern] of WORDS) {
      for (const match of matchesOf(pattern, text)) {
        const before = text.slice(Math.max(0, match.index - 8), match.index);
        if (
          grade === null ||
          /(?:不|没|并非|\bnot|n't|isn't)\s*(?:so |that |very |too )?$/i.test(before)
        )
          continue;
        const taken = hits.some(
          (hit) => hit.start < match.index + match[0].length && match.index < hit.end,
        );
        if (!taken) hits.push({ grade, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  return hits.sort((a, b) => a.end - b.end);
};
