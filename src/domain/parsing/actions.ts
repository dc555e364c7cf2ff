// The words for next actions.
import type { NextAction } from './codes.ts';
import { type Found, lexicon, outermost, search } from './lexicon.ts';

const DOC_ZH =
  '(?:新|更新|修改|最终|正式|初步|详细|完整|书面|技术|商务|我们|二期|一期|的|版|后|份|个|一|两|版本|定制|优化|整体|改好|改)*';
const MATERIAL_ZH =
  '(?:资料|案例|白皮书|图纸|楼书|户型图|证书|说明书|单页|折页|样册|样品|样本|小样|样机|手册|画册|宣传册|介绍|彩页|PPT|目录|(?:竞品)?对比表|对比|参数|规格书|数据表|文档|清单|纪要|试用装|视频|链接)';
const MATERIAL_EN =
  '(?:brochures?|decks?|materials?|samples?|case stud(?:y|ies)|info(?:rmation)?\\b|data ?sheets?|catalog(?:ue)?s?|white ?papers?|specs?\\b|slides|one[- ]pagers?|references?|collateral|documentation|docs\\b|links?\\b|security packs?|(?:info\\w*|media|press|welcome|onboarding|starter|sales|data|tender|compliance|pitch|product|document|doc|due[- ]diligence|training|brief(?:ing)?) packs?|(?:spec(?:ification)?|data|fact|product|sell|cut|info|tech|technical|rate|size|safety data|cheat|term) ?sheets?|(?:rate|line|sample|colou?r|shade) cards?|(?:media|press|sample|sales) kits?|(?:technical |cad |site |floor |shop )?drawings|blueprints?|floor ?plans?|look ?books?|swatch(?:es)?|certificates?|certs?|MSDS|COAs?|mock-?ups?|photos|pictures|renderings?|(?:test |audit |lab )reports?|user guides?|manuals?|road ?maps?|portfolio\\b|tender (?:docs|documents|pack)|testimonials?|(?:security |vendor )?questionnaires?|templates?|screenshots?|size charts?|fliers?|flyers?|leaflets?|prospectus|checklist|handbook|swag|demo videos?|user manual|price ?books?|comparison(?: (?:sheet|table|chart))?|minutes\\b|summary|recording)';
const SEND_EN =
  '(?:send(?:ing)?|e-?mail(?:ing)?|share|sharing|submit(?:ting)?|prepar\\w+|provid\\w+|get|deliver|draft(?:ing)?|forward(?:ing)?|give|giving|present(?:ing)?|finali[sz]e|revise|update|owe|needs?|wants?|requests?|requested|asked for|asks? for|expect\\w*)';
const THE_EN =
  "(?: (?:him|her|them|it|over|us|me|out|back|an?|the|our|their|new|revised|updated|final|formal|full|draft|detailed|written|some|more|signed|product|pricing|technical|commercial|\\w+'s))*";

// energy certificates, updated fire safety reports: words of the trade between.
const LOOSE_EN =
  '(?: (?!(?:to|for|and|or|with|from|about|by|on|at|in|the|an?|demo|call|meeting|visit|quote|contract|proposal|pricing|price|sign|me|us|it|before|after|until|if|when|next|thousand|hundred|million|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|this|him|her|them)\\b)[a-z][\\w-]*){0,2}?';

// 发proposal, 给 deck: a Chinese verb with an English noun.
const HAN_SEND =
  '(?:发送?|寄|给(?:他们?|她们?|对方|客户)?|出|提供|提交|准备|做|写|改|更新|要|看)(?:一?[个份版下]|新的?|最终|正式|更新的?|修改后?的?)*\\s?(?:(?:new|revised|updated|final|formal) )?';
// "to be signed": what is to be done stands in its participle.
const TO_BE =
  "(?:(?:to|will|must|should|can|'ll|needs to|has to) (?:be|get)|gets?|getting|being) (?:fully |counter)?";

const ACTIONS = lexicon<NextAction>([
  [
    'send_contract',
    `(?:发送?|寄|送|给(?:他们?|她们?|对方|客户)?|出|提供|准备|起草|拟|走|递|传|要|看)${DOC_ZH}合同(?:草案|草稿|模板|文本)?|合同(?:草案|模板)?(?:发|寄|给|出|送)|${SEND_EN}${THE_EN} (?:contracts?|agreement|MSA|SOW|paperwork|order form)\\b|contract (?:out|to be sent|over|draft)|draft contract|${HAN_SEND}(?:contract|agreement|MSA|SOW)(?![a-z])|(?:contracts?|agreement|MSA|SOW|paperwork) (?:goes|going|will go|to go) (?:out|over)|带(?:着|上)?合同|(?:send|share|e-?mail|forward|prepare|draft)(?:一?[个份版下]|新的?|最终|正式|更新的?)*\\s?合同|(?:contracts?|agreement) ${TO_BE}(?:sent|drafted|issued|shared|prepared)\\b`,
  ],
  [
    'send_proposal',
    `(?:发送?|寄|给(?:他们?|她们?|对方|客户)?|出|提供|提交|递交?|交|准备|做|写|重新|更新|修改|改|完善|传|要|看)${DOC_ZH}(?:方案|报价单?|报价书|标书|建议书|投标文件|提案|预算表|价格表)|(?:要|需要|索要|想要)[^\\s,。;了]{1,10}的(?:报价|方案)|(?:方案|报价单?|标书|建议书|提案)(?:发|给|交|提交|出|改|定稿|递交)|(?:重新|再|给(?:个|他|客户|对方|一个)*)报价|投标(?!截|保)|(?:出|递|交)标|${SEND_EN}${THE_EN} (?:proposals?|quotes?|quotation|offer|pricing|price list|price|bid|tender|estimate|PI|pro ?forma(?: invoice)?|rfp response|budgetary quote)\\b|(?:proposal|quote|quotation|pricing|offer|bid|tender|rfp response|RFP) (?:due|to be sent|by\\b|deadline|submission)|\\b(?:re-?quote|submit bid|quote (?:him|her|them)(?: (?:on|by))?)\\b|(?:send|share|e-?mail|forward|prepare|draft|submit)(?:一?[个份版下]|新的?|最终|正式|更新的?|修改后?的?)*\\s?(?:方案|报价单?|标书|提案)|${HAN_SEND}(?:proposal|quotation|quote|offer|pricing|RFP)(?![a-z])|(?:proposal|quote|quotation|pricing|offer|bid|tender) (?:goes|going|will go|to go) (?:out|over)|(?:proposal|quote|quotation|pricing|offer) ${TO_BE}(?:sent|submitted|issued|shared|prepared|delivered|ready)\\b`,
  ],
  [
    'send_material',
    `(?:发送?|寄|给(?:他们?|她们?|对方|客户)?|提供|准备|整理|做|带|送|补|传|分享|要|看)${DOC_ZH}${MATERIAL_ZH}|${MATERIAL_ZH}(?:发|寄|给|送)|寄样|送样|${SEND_EN}${THE_EN}${LOOSE_EN} ${MATERIAL_EN}|${MATERIAL_EN} (?:to be sent|to go out|due|out\\b)|(?:send|share|e-?mail|forward|prepare|bring)(?:一?[个份版些下]|新的?|更新的?)*\\s?${MATERIAL_ZH}|${HAN_SEND}(?:brochures?|decks?|samples?|case stud(?:y|ies)|catalog(?:ue)?s?|slides|data ?sheets?|info|spec)(?![a-z])`,
  ],
  [
    'collect_payment',
    `(?:催|收|付|打|回|结|要|支付|补|交|收取|催收|跟催)(?:一下)?(?:清|个)?(?:首付|首|尾|余|全|货|欠|定|订|预付|合同|剩余|二期|一期|第[一二三]期|剩下的|剩下)?(?:款|定金|订金|全款|货款|账|钱|费(?!用|劲))|首付款?|尾款|余款|付清|付\\s?\\d{1,3}%|结清|结账|到账|打钱|付定金|付订金|支付|交定金|付(?=\\s*\\ue000)|付$|付(?=[,。;])|收账|对账|开票|开发票|\\bpay(?:s|ing|ment|ments)?\\b(?! (?:terms|plan|attention))|\\bcollect(?:ing|ion)?\\b|\\b(?:balance|invoice|deposit|instal?lment|remainder|money) (?:is |are |will be )?(?:due|to be paid|expected|by)|\\bchase (?:the |up )?(?:payment|invoice|balance|money)|\\binvoic(?:e|ing)\\b|\\b(?:\\d(?:st|nd|rd|th)|first|second|third|fourth|final|last|next|remaining|rest|other|half|2nd half|other half|remainder)(?: (?:instal?lment|payment|half|tranche|part|one|milestone))?(?: is| was|:)? due\\b|\\b(?:instal?lment|tranche)s?\\b|\\bbalance\\b|\\bwire\\b|\\bdeposit\\b|\\bremit\\b|\\b(?:outstanding|overdue|unpaid)\\b|${TO_BE}(?:paid|invoiced|settled|wired|transferred|remitted)\\b`,
  ],
  [
    'bid_opening',
    '开标|唱标|投标截止|\\bbid opening\\b|\\btender opening\\b|\\b(?:bids?|tenders?) open(?:s|ed|ing)?\\b',
  ],
  [
    'kickoff',
    `启动会|项目启动|启动项目|开工|进场|正式启动|启动(?!资金)|\\bkick(?:s|ing)?[- ]?off\\b|\\bproject start\\b|\\bonboard(?:ing)?\\b|${TO_BE}kicked off\\b`,
  ],
  [
    'go_live',
    `上线(?!下)|上线试运行|试运行|割接|切换上线|\\bgo(?:es|ing)?[- ]?live\\b|\\blaunch(?:es|ing)?\\b|\\broll ?out\\b|\\bcut ?over\\b|${TO_BE}(?:launched|rolled out)\\b`,
  ],
  [
    'renew',
    `续约|续费|续签|复购(?!评估)|\\brenew(?:s|al|als|ing)?\\b|(?:合同|服务|订阅|license|授权)\\S{0,3}到期|(?:contract|subscription|licen[sc]e) (?:expires|ends|is up)|${TO_BE}renewed\\b`,
  ],
  [
    'deliver',
    `交付(?!周期|延|慢|问题|标准)|交(?:样机|样品|机|车|房|楼)(?!期|时)|交货(?!期)|发货(?!慢|延)|送货|到货|出货|安装|部署|实施|\\bdeliver(?:y|s|ing)?\\b(?! (?:time|date is|problem|issue|delay))|\\bship(?:s|ping|ment)?\\b|\\binstall(?:ation|ing)?\\b|${TO_BE}(?:delivered|shipped|installed|deployed)\\b`,
  ],
  [
    'sign',
    `签(?:约|合同|字|单|协议|订|署|下来|回)?(?![到名收别])|盖章|成交|下单|下订单|拍板签|\\bsign(?:s|ing|ature|-?off)?\\b(?! ?up)|\\bclos(?:e|es|ing)(?: (?:the |this )?deal)?\\b(?! (?:of|to))|\\bcountersign\\w*|\\b(?:place|issue)s? (?:the |an? )?(?:order|PO)|\\bPO\\b(?! ?#?\\d)|${TO_BE}(?:signed|executed|countersigned|closed)\\b|(?:get|have|wants?|needs?) (?:it|this|that|(?:the|our|their) \\w+) (?:counter)?signed\\b`,
  ],
  [
    'wait_decision',
    "(?<=[初底末中日号天周一二三四五六\\d])定(?=$|[,。;\\s])|(?:能|会|可以)出来(?=$|[,。;\\s])|(?:等|待)(?:着|他们|客户)?\\s?(?:approval|sign-?off|go-ahead|decision|result)(?![a-z])|\\b(?:to|will) be (?:decided|approved|announced)\\b|(?:出|等|给|有|公布|看|要|待)(?:个|最终|招标|评标|内部|测试|最后|一个)?(?:结果|结论|决定|定论)|(?:等|待|走)?(?:客户|领导|老板|总部|内部|公司|集团|董事会|管理层|他们|对方|预算|采购|财务|法务|\\S总)*(?:审批|决策|决定|拍板|定夺|批复|批准|立项|过会|(?<!线)上会(?!议)|研究|讨论|评估|(?:才|再|能|会)?批(?![发量次评])|审核|表决)(?!\\S{0,2}(?:流程|周期|很长|慢))|定下来|公布|揭晓|内部(?:讨论|评估|沟通|商量|审批|开会)|预算(?:批|审批|下来|批复)|\\bdeci(?:de|des|ding|sion|sions)\\b(?! maker)|\\bapprov(?:e|al|als|es|ing)\\b|\\bboard (?:meeting|review|vote|decision|approval)|\\b(?:sign[- ]?off from)\\b|\\bresults?\\b(?! of)|\\bverdict\\b|\\bshortlist\\b|\\bfinal call\\b|\\bwaiting (?:on|for) (?:legal|procurement|the board|budget|finance|management|the cfo|the ceo|approval|sign-?off|internal)|\\blegal sign-?off\\b|\\b(?:wait(?:s|ing)?|await(?:s|ing)?|pending)(?: (?:for|on))?(?: (?:a|the|their|his|her|final|board|internal|management|client|customer|\\w+'s))* (?:decision|approval|verdict|results?|sign-?off|legal|procurement|budget|go-ahead)|\\bbudget (?:approval|sign-?off|release|meeting|review|freed)|\\bvendor selection\\b|\\bmake up (?:his|her|their) mind",
  ],
  [
    'wait_reply',
    "等(?:待|候)?[^,。;\\s]{0,8}?\\s?(?:feedback|reply|response|confirm(?:ation)?|answer)(?![a-z])|等(?:待|候)?[^,。;\\s]{0,8}?(?:回复|消息|答复|反馈|通知|回音|回信|回话|信儿?|确认|回应|电话)|(?:客户|他|她|他们|对方|那边|\\S总|\\S经理)(?:说)?(?:\\ue000)?(?:会|将|再)?(?:给(?:我|我们|个)?)?(?:回复|答复|反馈|消息|回话|回音|准信)|(?:回复|答复|反馈|回电)(?:给)?我们?|给(?:我们?|我方|个|出)*(?:答复|回复|反馈|消息|准信|回话|说法)|(?:await(?:s|ing)?|wait(?:s|ing)?|pending)(?: (?:for|on))?(?: (?:their|his|her|a|the|client|customer|customer's|client's|written|final|\\w+'s))* ?(?:repl(?:y|ies)|response|feedback|answer|confirmation|call|email|news|comments|him|her|them|word)\\b|\\bhear(?:ing)? back\\b|\\b(?:will|to|they'll|he'll|she'll|promised to|gonna) (?:get back to (?:me|us)|get back(?! to)|come back|let (?:us|me) know|reply to (?:us|me))\\b|\\b(?:they|he|she|client|customer|who)(?:'ll| will| would| promised to) (?:revert|confirm|respond|reply|answer)\\b|\\b(?!(?:i|we|me|us|to|and|but|then|so|that|which|support|team|engineers?|engr|boss|manager|colleagues?|sales|tech)\\b)(?:[a-z]\\w+|\\ue004+) (?:will|'ll|promised to|is going to) (?:revert|confirm|respond|reply|answer|get back(?: to (?:us|me))?|come back|let (?:us|me) know)\\b|\\basked (?!me\\b|us\\b|if\\b|whether\\b)(?:[\\w'.\\ue000-\\ue004-]+ ){1,3}to (?:respond|reply|answer|confirm|revert|(?:come|get) back(?: to (?:us|me))?|let (?:us|me) know)\\b|\\bwaiting for reply\\b|\\bexpects? (?:a |an )?(?:reply|answer|response|feedback)\\b|\\b(?:feedback|reply|answer|response) (?:expected|due)|\\bexpecting (?:a |an |their )?(?:reply|answer|response|feedback)|\\bget back to (?:me|us)\\b|\\bsleep on it\\b|\\bwaiting\\b",
  ],
  [
    'demo',
    `演示|产品展示|讲解|试讲|\\bdemo(?:s|ing|nstrat\\w+)?\\b|\\bpresent(?:ation|ing)?\\b|\\bwalk-?through\\b|\\bshowcase\\b|${TO_BE}(?:demoed|demonstrated|presented)\\b`,
  ],
  [
    'review',
    `评审|复盘|复核|评议|过方案|过一?[遍下]|审阅|看方案|对方案|\\breview(?:s|ing)?\\b|\\brecap\\b|\\bQBR\\b|\\bretro\\b|\\bevaluat\\w+\\b|\\bgo (?:over|through)\\b|${TO_BE}(?:reviewed|evaluated)\\b`,
  ],
  [
    'email',
    '发(?:一?封|个)?(?:邮件|电邮)|邮件|写邮件|\\be-?mail(?:s|ing)?\\b(?! (?:it|this|that|these|those)\\b)',
  ],
  [
    'reply',
    '(?:要|需|须|必须|给客户|给他|给她|给对方)?(?:回复|答复|回应|回信)(?!我)|给(?:客户|他|她|对方|\\S总)(?:回复|答复|反馈|说法|解决方案)|处理(?:投诉|问题|完)?|解决|\\brepl(?:y|ies|ying)\\b|\\brespond\\b|\\bresponse\\b|\\banswer\\b|\\bget back to (?:him|her|them|the client|the customer|\\w+)\\b|\\bresolv(?:e|ing)\\b|\\bfix\\b',
  ],
  [
    'visit',
    '拜访|登门|上门|面访|带看|看(?:铺|房|楼|店|厂|盘|场地|现场|样板间)|走访|探访|陪访|到访|去(?:客户|他们|对方|他|她)(?:的)?(?:公司|现场|工厂|那里|那边|办公室)?|来(?:公司|工厂|访)|参观|考察|(?:去|到)(?:现场|工厂)|\\bvisit(?:s|ing)?\\b|\\bon-?site\\b|\\bsite visit\\b|\\bdrop (?:by|in)\\b|\\bstop by\\b|\\bswing by\\b|\\bfactory tour\\b|去(?:一|那边一)?趟|跑一?趟|来一?趟|过去一?趟|去[^\\s,。;了过]{2,8}?(?:现场|工厂|公司|总部|办公室)|再[去来](?=$|[\\s,。;/|]|一|谈|聊|看|拜|找|他|她|客户)',
  ],
  [
    'meeting',
    '见面|面谈|面聊|会面|碰面|碰头|碰一下|约见|见(?:一|个)?面|开(?:个|一个|一次|视频|线上|项目)?会(?!员)|会议|(?:技术|需求|方案|商务|产品|项目|线上)?(?:交流|沟通|对接|澄清|研讨)会?|视频(?!号)|谈判|洽谈|面签|吃饭|午餐|晚餐|饭局|喝茶|喝咖啡|见(?=$|[,。;\\s])|\\bmeet(?:s|ing|ings|ups?)?\\b|\\bcatch[- ]?up\\b|\\b(?:zoom|teams|webex)\\b|\\blunch\\b|\\bdinner\\b|\\bcoffee\\b|\\bsit[- ]down\\b|\\bworkshop\\b|\\bface to face\\b|\\bsync\\b|\\bdiscuss(?:ion|ing)?\\b|\\bnegotiat(?:e|ion)\\b|\\bsee (?:him|her|them)\\b|\\bappointment\\b|\\bappts?\\b|\\bmtgs?\\b',
  ],
  [
    'call',
    '(?:再|回|去|给\\S{1,6}|打|通|约)?(?:打(?:个|一个|一?次|过去|过来|给\\S{1,3})?)?(?:电话)(?!号|会议|没|未)|致电|回电|回拨|打回[去来]?|回打|打过去|打过来|再打|(?:给[他她]打)|打给|通话|通个话|电联|\\bcall(?:s|ing)?(?:[- ]?back)?\\b(?! (?:for tender))|\\bcallback\\b|\\bring\\b|\\bphone\\b|\\b(?:re-?)?dial\\b|\\bspeak\\b|\\bspeaking\\b|再拨|重新?拨|号码打|打(?:个|一?个)?call(?![a-z])|再call(?![a-z])|(?<=[点半后前午晚上])打(?=$|[,。;\\s])',
  ],
  [
    'follow_up',
    '跟进|跟踪|跟一下|跟催|再跟|回访|回复购|复购评估|联系|联络|再(?:详细|细|深入|具体|好好|当面|一起|进一步|给\\S{1,2}|跟\\S{1,2}|和\\S{1,2})?(?:聊|谈|说|沟通|约|问|看|议|推|联系|跟进)|聊一?下|沟通|触达|追一?下|催一?下|催|问一?下|问问|确认|\\bask(?: (?:again|them|him|her))?\\b(?! (?:for|to))|\\bfollow(?:s|ing)?[- ]?(?:up)?\\b|\\bf/?u\\b|\\btouch base\\b|\\bcheck(?:s|ing)?(?:[- ]?(?:in|back))?\\b|\\bcheck with\\b|\\breconnect\\b|\\bping\\b|\\bchas(?:e|ing)\\b|\\bcontact\\b|\\breach out\\b|\\bget in touch\\b|\\btry again\\b|\\bcircle back\\b|\\bnudge\\b|\\brevisit\\b|\\btalk(?:s|ing)?(?: again)?\\b|\\bnext step\\b|\\bremind\\b|\\bretry\\b|\\bre-?engage\\b|\\bback to (?:him|her|them)\\b|\\bcircling back\\b|\\bpick (?:it|this) up\\b|\\bregroup\\b|\\bcheckpoint\\b|再试(?!用|点|样|产|运)|重试|再(?:来)?一次(?!性)|\\btry(?:ing)?(?: (?:him|her|them|it|me))? (?:again|agn)\\b|\\b(?:another|one more) (?:try|attempt|go)\\b',
  ],
  [
    'other',
    '培训|验收|测试|试用|安排|\\btraining\\b|\\bacceptance\\b|\\btest(?:ing)?\\b|\\btrial\\b|\\bpilot\\b|\\bpoc\\b',
  ],
]);

export type ActionHit = Found<NextAction>;

/** Every word for an action in the text, whether done or to be done. */
export const actionsIn = (text: string): ActionHit[] => outermost(search(ACTIONS, text));
