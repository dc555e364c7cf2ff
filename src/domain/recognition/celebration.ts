// What a won deal's celebration may say of its customer and amount: masked unless the team says otherwise.
import { type Money, majorOf } from '../money.ts';
import type { Day, Instant } from '../time.ts';
import type { Worth } from './goal.ts';
import type { RecognitionRules } from './settings.ts';

/** What a masked customer is called by: some company of this kind. */
const INDUSTRIES = [
  'finance',
  'health',
  'education',
  'technology',
  'manufacturing',
  'logistics',
  'property',
  'energy',
  'food',
  'retail',
  'public',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** Words in names of companies, the tellingest first: a hospital group's software firm sells software. */
const WORDS: Readonly<Record<Industry, RegExp>> = {
  finance: /银行|保险|证券|基金|信托|\b(?:bank|insurance|capital|securities)\b/iu,
  health:
    /医院|医疗|医药|制药|药业|诊所|生物|\b(?:hospital|clinic|pharma\w*|medical|health\w*)\b/iu,
  education:
    /大学|学院|学校|中学|小学|教育|培训|\b(?:university|college|school|education|academy)\b/iu,
  technology:
    /科技|软件|信息|网络|数据|智能|技术|\b(?:tech\w*|software|data|cloud|digital|labs?|systems?)\b/iu,
  manufacturing:
    /制造|机械|电子|设备|重工|汽车|钢铁|化工|材料|纺织|仪器|\b(?:manufactur\w+|electronics|motors?|machinery|steel|industries|industrial)\b/iu,
  logistics: /物流|运输|快递|供应链|航运|货运|\b(?:logistics|shipping|freight|transport\w*)\b/iu,
  property:
    /地产|置业|物业|建筑|建设|工程|\b(?:property|properties|real estate|construction|builders?)\b/iu,
  energy: /能源|电力|石油|燃气|光伏|\b(?:energy|power|oil|gas|solar)\b/iu,
  food: /食品|餐饮|饮料|酒店|酒业|乳业|\b(?:foods?|restaurants?|beverages?|hotels?)\b/iu,
  retail: /商贸|贸易|百货|超市|零售|服饰|商城|\b(?:retail|stores?|trading|fashion|mart)\b/iu,
  public: /政府|管理局|委员会|研究院|\b(?:government|council|ministry|institute)\b/iu,
};

/** The kind of company a name tells, if it does. */
const industryOf = (name: string): Industry | null =>
  INDUSTRIES.find((industry) => WORDS[industry].test(name)) ?? null;

/** How many figures the whole units of an amount have: 6 for ¥120,000.00. */
const figuresOf = (money: Money): number => String(Math.trunc(majorOf(money))).length;

/** The customer as the channel reads of it. */
export type ShownCustomer = { readonly name: string } | { readonly industry: Industry | null };
/** The amount as the channel reads of it. */
export type ShownAmount = { readonly money: Money } | { readonly figures: number };

/** What a celebration says. */
export interface Celebration {
  readonly dealId: number;
  /** When the deal was closed: a deal of the same number may come after one that was taken back. */
  readonly at: Instant;
  /** Null: somebody who is not named in public. */
  readonly winner: string | null;
  readonly customer: ShownCustomer;
  readonly amount: ShownAmount;
  /** A day of the month the deal counts in, and what the team has won in it so far. */
  readonly month: Day;
  readonly won: Worth;
  readonly target: Money | null;
  readonly cheers: Cheers;
}

export interface Cheers {
  readonly total: number;
  /** Who was first, at most three. */
  readonly first: readonly string[];
}

/** A confidential customer is never named, nor told by its trade. */
export const shownCustomer = (
  { name, confidential }: { readonly name: string; readonly confidential: boolean },
  { showCustomer }: RecognitionRules,
): ShownCustomer => {
  if (confidential) return { industry: null };
  return showCustomer ? { name } : { industry: industryOf(name) };
};

/**
 * The amount, or how many figures it has.
 * @param worth the same in the team's own currency, where there is a rate
 */
export const shownAmount = (
  money: Money,
  worth: Money | null,
  { showAmount }: RecognitionRules,
): ShownAmount => (showAmount ? { money } : { figures: figuresOf(worth ?? money) });
