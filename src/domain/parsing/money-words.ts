// The words around a number that make it money, or something else.
import type { AmountRole } from './codes.ts';
import { matchesOf } from './matches.ts';

/** Ends with a word after which a bare number is money. */
export const MONEY_WORD =
  /(?:报价?|价格?|金额|合同额|合同金额|总额|预算|尾款|首付款?|首款|定金|订金|押金|预付款?|货款|款项|款|回款|付款?|付了|付清|收款|收到|到账|入账|打款|打了|打来|转了|转账|汇了|汇款|欠|成交额?|签了|签下|订单额|营业额|折后|费用?|采购额|总共|一共|合计|共计|开价|还价|要价|砍到|谈到|降到|降至|quot\w+|pric\w+|budget\w*|deal(?: size| value)?|value|worth|contract(?: value)?|amount|paid|pays?|paying|owe[sd]?|balance|deposit|invoiced|offer\w*|proposal|totals?|costs?|fees?|signed|won|closed|renew\w*|estimate\w*|bid|received|wired|payment|ACV|ARR|TCV|collect(?:ed|ing)?|chas(?:e|ed|ing)|outstanding|overdue|at|for)(?:了|的|是|为|约|大概|大约|差不多|预计|给|价|额|款|一共|共|:|=|of|was|is|are|about|at|around|approx\.?|roughly|~|\s|\()*$/i;

/** Behind a number: what makes it money that has moved or is to move (两千八 已付款, 2千5 样品费). */
export const MONEY_NEXT =
  /^\s?(?:的)?(?:[\u4e00-\u9fff]{0,3}(?:费用?|[货尾首余全欠付务同]款|款项|定金|订金|押金|首付)(?=$|[\s,。;]|已|都|也|还|没|未|到|付|结|收)|(?:已经?|都)?(?:付清|付了|付款|到账|入账|打款|结清|已付|已收)|(?:已经?|都)(?:收到|打了|转了|付)|(?:in |of )?(?:deal|contract|deposit|budget|invoice|order|payment|outstanding|overdue|owed|owing|unpaid|balance)\b)/i;

/** Words that may follow a bare amount; any other says what the number counts. */
export const SOFT_NEXT =
  /^(?:and|for|by|on|in|due|today|yesterday|tomorrow|to|with|plus|total|per|a|annually|monthly|yearly|before|after|net|paid|upfront|ex|incl\w*|excl\w*|balance|deposit|signed|next|this|last|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|he|she|they|we|so|but|waiting|demo|call|send|follow|via|from|at|until|EOM|EOW|EOD|hot|warm|cold|review|meeting|decision|contract|sign|kick\w*|go|go-live|visit|reply|renew\w*|launch|deliver\w*|install\w*|present\w*|lunch|zoom|early|mid|late|end|within|after|tmrw|tmr|EOQ|EOY|Q[1-4]|half|noon|tonight)$/i;

export const COUNTED_ZH =
  /^(?:[个台套次件条吨平方米辆份箱只部本人位点瓶盒粒枚棵间座层亩斤升级批卷双名册](?![亿块元])|张(?!总|经理|主任|工|先生|女士|小姐|老师|董|姐|哥|主管|处|局|科|院)|家(?!乐福|得宝)|多?(?:个|人|台|家)|项(?!目)|用户|账号|席位|门店|员工|粉丝|订单|会员|客户|公里|公斤|千瓦|平米|流量|曝光|阅读|毫升|站点|节点|终端|路|岁|号|期|版|楼|世纪|后|英寸|寸|[GgTMm]B|年|月|日|天|小时|分钟|折|K屏|代|强|线|轮|页|字|股)/;
export const COUNTED_EN =
  /^[ -]?(?:users?|seats?|units?|licen[sc]es?|employees?|people|pcs|pieces?|stores|sites|accounts|devices|calls|emails|leads|customers|clients|kg|km|sqm?|sq|tons?|tonnes?|miles?|rows?|records?|followers?|subscribers?|downloads?|visits|impressions?|orders|items|SKUs?|staff|contacts|nodes?|minutes?|mins?|hours?|hrs?|days?|months?|years?|weeks?|stations?|machines?|servers?|laptops?|containers?|vehicles?|trucks?|cars?|beds?|rooms?|students?|points|pages?|slots?|times|percent|pct|branches|locations|offices|agents|reps|meters?|metres?|cartons?|boxes|pallets|tickets|samples|questions|options|versions|quarters?|phases?|attendees|visitors|participants|members|th\b|st\b|nd\b|rd\b|x\b)\b/i;

/** Limits are no values: less than 10k, 10万以内. */
export const HEDGE_BEFORE =
  /(?<![a-z])(?:不到|不足|低于|小于|少于|不超过|不高于|别超过|不能超过|最多|顶多|最高|上限|至少|最少|最低|起码|超过|大于|高于|不低于|不少于|将近|接近|近|less than|under|below|up to|at most|max(?:imum)?(?: of)?|no more than|not more than|no less than|not less than|at least|over|above|more than|fewer than|north of|upwards of|minimum(?: of)?|min|within|starting (?:at|from)|starts at|capp?ed at|cap of|exceed\w*|close to|nearly|almost|or)\s*(?:了|的|到)?\s*$/i;
export const HEDGE_AFTER =
  /^\s?(?:以内|之内|以下|以上|起(?![来草诉])步?|封顶|多(?![少久次家个套台])|余(?!款)|来块|开外|不到|\+|or (?:less|more|so less)|max\b|minimum\b|or above|or below|或(?:者)?|or (?!usd|eur|gbp|hkd|cny|rmb|jpy|sgd|aud|cad|chf|dollars?|euros?|pounds?|yuan))/i;
export const NEGATED =
  /(?<![a-z])(?:没有?|无|不是|并非|拿不出|出不起|不值|不要|don'?t have|doesn'?t have|do not have|does not have|no|not|can'?t (?:afford|do|pay)|cannot (?:afford|do|pay)|without|never|isn'?t|wasn'?t)\s*(?:a|the|an|到|那么多)?\s*$/i;
/** Figures about the company, a competitor or a difference, not about our deal. */
export const COMPANY_FACT =
  /(?<![a-z])(?:注册资本|注册资金|营收|年收入|产值|融资|市值|估值|销售额|年销|营业额|revenues?|raised|funding|valuation|turnover|market cap|工资|月薪|年薪)[^,。;]{0,8}$|(?<![a-z])(?:省|节省|节约|便宜|优惠|减|降|降价|涨|涨价|让利|加价|(?:贵|高|低|差|相差|多|少)(?=了)|差价|价格?差(?:了|距)?|违约金|罚款|赔偿|saves?|saved|saving|savings?(?: of)?|discount(?: of)?|cheaper by|more expensive by)(?:了|了?约|大概|将近|us|them|about|of|\s)*$|(?:竞品|竞对|竞争对手|对手|友商|别家|另一家|别人|其他家|同行)(?![^,。;]*(?:我们|我方|我司))[^,。;]{0,10}|(?:competitors?|rivals?)(?:'s)? (?:quot\w*|offer\w*|pric\w*|at|is at|bid\w*|charg\w*|came in at|for)(?![^,;]*(?:\bwe\b|\bours?\b))[^,;]{0,14}$/i;
export const DELTA_AFTER =
  /^\s?(?:off\b|cheaper|discount|less than|more than|more expensive|higher|lower than|的?(?:优惠|折扣|差距|差价|注册资本|营收|融资|估值))/i;
export const UNIT_PRICE =
  /(?:单价|每[个台套人件月年家]?|per \w+|each|unit price)\s*(?:是|为|:|of|is|价)?\s*$/i;

/** Sums nobody can write down: 几十万, 30多万, a few thousand. */
export const VAGUE_AMOUNT =
  /(?:十几|几十|几百|几千|几|数十|数百|数千|数|上十|上百|上千|上|好几|成百上千|近百|近千|大几|小几|[一二两三四五六七八九]百多|[一二三四五六七八九]十[多来余几]|十[多来余]|\d+[多来余几])[十百千]?(?:万|亿|千块|百块|千元|百元)(?![人台个家次用粉])|(?<![\d.一二两三四五六七八九十])[百千]万级?(?![别不要记\d人台个家次用])|(?<![\d一二两三四五六七八九十百])(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)[十百千]?(?:万|亿|千(?=块|元))(?![人台个家次用])|\b(?:four|five|six|seven|eight|4|5|6|7)[- ]figures?\b|\b(?:tens|hundreds) of (?:thousands|k|millions)\b|\b(?:a few|several|a couple(?: of)?|some) (?:thousand|hundred|million|k\b|grand)(?: (?:dollars|usd|euros?|yuan|rmb))?/gi;

const ROLES: readonly (readonly [AmountRole, string])[] = [
  [
    'outstanding',
    '尾款|余款|欠款|欠|未付|没付|未收|未到账|待付|待收|待回款|剩余|剩下|余下|还差|应收|逾期|催款|balance|outstanding|remaining|remainder|owe[sd]?|overdue|unpaid|still due|left to pay|pending payment',
  ],
  [
    'paid',
    '到账|已付|付了|付款|付清|收到|已收|回款|打款|打了|汇了|汇款|转了|转账|首付款?|首款|定金|订金|预付款?|押金|paid|received|deposit|wired|transferred|down ?payment|prepaid|remitted|payment',
  ],
  [
    'contract',
    '合同|签约|签了|签下|签单|已签|成交|中标|订单|下单|拿下|续约|续费|续签|contract|signed|won|closed|deal|renew\\w*|order|purchase',
  ],
  [
    'quote',
    '报价?|预算|价格|方案|预计|投标|quot\\w*|budget|proposal|offer\\w*|pric\\w*|estimate|bid',
  ],
];
const BEFORE = ROLES.map(([role, words]) => [role, new RegExp(words, 'gi')] as const);
const AFTER = ROLES.map(
  ([role, words]) =>
    [
      role,
      new RegExp(`^\\s?(?:的)?(?:已经?)?(?:${words})|^\\s?(?:balance|deposit) `, 'i'),
    ] as const,
);

/** The role named nearest before the amount, else directly after it, else `null`-like quote. */
export const roleOf = (before: string, after: string): AmountRole => {
  let nearest: AmountRole | null = null;
  let at = -1;
  for (const [role, words] of BEFORE) {
    for (const match of matchesOf(words, before)) {
      const end = match.index + match[0].length;
      if (end > at) {
        at = end;
        nearest = role;
      }
    }
  }
  for (const [role, words] of AFTER) if (nearest === null && words.test(after)) return role;
  return nearest ?? 'quote';
};
