// The words for outcomes; `\ue000` stands for a date or duration, `\ue002` for an amount.
import type { Outcome } from './codes.ts';
import { lexicon } from './lexicon.ts';

const DOC_ZH =
  '(?:方案|报价单?|报价书|标书|建议书|投标文件|提案|商务条款|合同|PI(?![A-Za-z])|形式发票|quotation|quote|proposal|报价函)';
const MATERIAL_ZH =
  '(?:资料|案例|白皮书|图纸|楼书|户型图|证书|说明书|单页|折页|样册|样品|样本|手册|画册|宣传册|介绍|彩页|PPT|目录|对比表|文档|视频|参数|规格书|数据表|清单|链接|名片|试用装|case stud(?:y|ies)|brochure|deck|data ?sheet|catalog(?:ue)?|samples?|slides|flyers?|leaflets?|specs?(?![a-z])|links?(?![a-z]))';
const DOC_EN =
  '(?:proposals?|quotes?|quotation|offer|pricing|price list|bid|tender|SOW|contract|PI|pro ?forma(?: invoice)?|RFP response|estimate|agreement|MSA)';
const MATERIAL_EN =
  '(?:brochures?|decks?|materials?|samples?|case stud(?:y|ies)|info(?:rmation)?|data ?sheets?|catalog(?:ue)?s?|white ?papers?|specs?|slides|one[- ]pagers?|references?|collateral|documentation|docs|links?|comparison|video|security packs?|(?:info\\w*|media|press|welcome|onboarding|starter|sales|data|tender|compliance|pitch|product|document|doc|due[- ]diligence|training|brief(?:ing)?) packs?|(?:spec(?:ification)?|data|fact|product|sell|cut|info|tech|technical|rate|size|safety data|cheat|term) ?sheets?|(?:rate|line|sample|colou?r|shade) cards?|(?:media|press|sample|sales) kits?|(?:technical |cad |site |floor |shop )?drawings|blueprints?|floor ?plans?|look ?books?|swatch(?:es)?|certificates?|certs?|MSDS|COAs?|mock-?ups?|photos|pictures|renderings?|(?:test |audit |lab )reports?|user guides?|manuals?|road ?maps?|portfolio|tender (?:docs|documents|pack)|testimonials?|(?:security |vendor )?questionnaires?|templates?|screenshots?|size charts?|fliers?|flyers?|leaflets?|prospectus|checklist|handbook|swag|demo videos?|user manual|price ?books?)';
// Not across spaces, but a Latin word may be parted from the verb: 发了 brochure.
const GAP = '(?: (?=[A-Za-z]))?[^\\s,。;!?、/|]{0,12}?';

/** One row a code; which of several holds is said by OUTCOME_ORDER. */
export const OUTCOME_WORDS = lexicon<Outcome>([
  [
    'lost',
    "丢单|丢了(?:这个?)?单|输单|输了|跑单|飞单|丢标|落标|没中标|未中标|没有中标|流标|黄了|被竞[品对]?(?:争对手)?(?:抢|拿|截)|被(?:友商|对手|别家|同行)(?:抢|拿|截)\\S{0,2}|(?:签|选|定|用)了?(?:别家|竞品|竞对|友商|对手|其他(?:家|供应商)|别人)|(?:和|跟|与)(?:别家|竞品|竞对|友商|对手|其他家|别人)(?:合作|签)|选择了?(?:别家|竞品|竞对|友商|竞争对手|对手|其他)|战败|输给|丢给|流失|项目取消|取消合作|不续(?:约|费|签)|\\blost\\b(?! (?:\\w+ ){0,2}(?:parcels?|packages?|pallets?|box(?:es)?|shipments?|containers?|luggage|bags?|data|files?|items?|units?|pieces?|pcs|cartons?|crates?|goods|cargo|badges?|days?|weeks?|hours?|minutes?|months?|time|power|internet|signal|track|count|sleep|momentum|patience|trust|paperwork|documents?|docs|invoices?|cards?|samples?|keys?|laptops?|staff|access|faith|sight)\\b)(?! (?:touch|contact|connection|my|the call|signal|his|her|their|phone|password))|\\bclosed[- ]lost\\b|(?:went|going|gone|go) with (?:a |an |another |our |the |their |some )?(?:competit\\w+|someone else|other|another|rival|incumbent|vendor|supplier|provider|different)|(?:chose|picked|selected|signed with) (?:a |another|our |the )?(?:competit\\w+|someone else|other vendor|another|rival|incumbent)|\\bchurn(?:ed)?\\b|cancell?ed (?:the |their )?(?:contract|project|order|subscription|deal)|(?:project|deal) (?:is |was |got )?(?:dead|cancell?ed|killed)|not renewing|won't renew|didn't renew",
  ],
  [
    'rejected',
    "拒绝|婉拒|回绝|谢绝|被拒|不需要|没有?需求|无需求|没有?兴趣|不感兴趣|无意|不考虑|没有?意向|无意向|毫无意向|别再(?:打|联系)|不要再(?:打|联系)|挂断|直接挂|挂了我?电话|秒挂|拉黑|\\brejected\\b|\\bdeclined\\b|turned (?:us |it |me |our \\w+ )?down|\\bnot interested\\b|\\bno interest\\b|no (?:need|budget and no need)\\b(?! to)|\\bsaid no\\b|passed on (?:it|us|the|our)|not a (?:good )?fit|hung up|do not (?:call|contact)|don't (?:call|contact) (?:me |us |again)|unsubscribed|blocked (?:me|us)|isn't interested|aren't interested|wasn't interested|doesn't need|don't need (?:it|us|this|our)",
  ],
  [
    'won',
    "(?:PO|订单|采购单)\\s?(?:已经?|都)下(?:了|达)?|(?:PO|订单|采购单|中标通知书?)\\s?(?:已经?|都|也)?(?:收到|下来|到手|到了|发过来)了?|已?签约(?!仪式|率|流程)|签约了|签约成功|签了(?!别|竞|友|对手|其他)|签完|签下|签好|签成|签单|签到了|签回|已签|合同(?:已经?|都|也)?(?:双签|签署|签订|签|盖章|回传)(?:完|好|了|完成|完毕)?(?!后|前|之)|成交|拿下|中标|赢单|赢了|搞定了|下单|下了(?:[^,。;]{0,6})?订单|下订单|续约(?!率|谈|在|还|待|的?(?:事|问题|意|方案|合同|报价))|续签(?!谈|在|还|待)|续费(?!率|谈|在|还|待|的?(?:事|问题|意|方案|报价))|复购了|已复购|\\bwon\\b(?! ?'?t)|\\bclosed[- ]won\\b|\\bsigned\\b(?! (?:up for (?:a |the )?(?:demo|trial|newsletter|webinar)|off|nda|an? nda|the nda|in|with))|\\bsigned with us\\b|\\bclosed(?: the)?(?: deal)?\\b(?! (?:for|on (?:sun|mon|the weekend)|today|office|until|early))|\\brenewed\\b|deal (?:is )?(?:done|closed|sealed|signed)|(?:placed|put in|issued|sent|received|got) (?:an?|the|their|first|another)? ?(?:\\w+ )?(?:order|PO|purchase order)\\b|\\bPO(?: \\ue004+)? (?:received|issued|signed|in hand|arrived|came|is in)|\\bPO (?:for|of) \\ue002|order (?:confirmed|received|placed)|contract (?:is |was |has been |fully )?(?:signed|executed|countersigned)|\\bbought\\b|\\bpurchased\\b",
  ],
  [
    'paid',
    '(?:款项?|货款|[尾余全首欠]款|首付|定金|订金|预付款?|押金|服务费|钱)的?\\ue002*\\s?(?:元|块)?\\s?(?:已经?|都|也|刚刚?|今天|全部|全|总算|终于)*(?:收到|收讫|到位|收齐|到手|打过来|转过来)了?|\\ue002\\s?(?:元|块)?\\s?(?:已经?|都|也|刚刚?|全部)+(?:收到|收讫|到位|收齐|到手|收(?=$|[\\s,。;/|]))|(?:got|have) (?:the |their |a |our )(?:\\w+ )?(?:deposit|payment|wire|funds|balance|money)(?! terms| plan| (?:next|by|on|due))|到账|到帐|入账|(?<!期)已?付款(?!方式|条件|流程|计划|周期|节点|条款|事宜|问题|申请|审批|进度|时间)|付款了|付了|付清|结清|已付|打款(?!申请|流程|时间)|打了款|款(?:项)?已?(?:到|付|打|结)|(?:收到|收讫|已收|收了)(?:了)?[^,。;]{0,10}?(?:款|定金|订金|首付|钱|汇款|\\ue002)|已回款|回款(?:了|到|\\s?\\ue002|完成)|已?汇(?:款|了)|转(?:了|账)(?:\\ue002|款|已|过来)|交了(?:定金|订金|首付|押金|款)|付了?(?:定金|订金|首付|首款|尾款|全款)|定金已|\\bpaid\\b(?! (?:pilot|trial|poc|plan|version|ads?))|payment (?:has )?(?:been )?(?:received|arrived|cleared|landed|came|made|done|in|confirmed)|received (?:\\d+ ?% |the |their |a |full |first |final |partial |wire )*(?:payment|deposit|wire|funds|balance|money|transfer|\\ue002)|\\bwired\\b|\\btransferred (?!me|us to|the call)|(?:deposit|funds|money|wire|invoice|balance|\\ue002)(?: of \\ue002+)? (?:is |has been |was )?(?:received|in|paid|arrived|landed|cleared|settled|came)\\b|\\bsettled (?:the )?(?:invoice|balance|bill|account)|\\bprepaid\\b',
  ],
  [
    'complaint',
    '投诉|抱怨|不满意?|很生气|发火|吐槽|差评|客诉|\\bcomplain(?:t|ts|ed|s|ing)?\\b|\\bunhappy\\b|\\bdissatisfied\\b|\\bangry\\b|\\bupset\\b|\\bfurious\\b|\\bfrustrated\\b|\\bescalat(?:ed|ion|ing)\\b',
  ],
  [
    'verbal_yes',
    '口头(?:上)?\\s?(?:ok|okay|yes|confirm(?:ed)?|agree[sd]?|commit(?:ted)?)(?![a-z])|口头(?:上)?(?:答应|同意|确认|承诺|应允|说定|敲定|允诺|认可|定)|谈妥|谈好了|说定了|达成(?:一致|合作|协议|意向)|答应了|答应(?:签|合作|下单|采购|购买|要|买)|基本(?:同意|定了|敲定|确定|答应|没问题)|原则上?(?:同意|答应|可以|没问题)|同意(?:了)?(?:签|合作|采购|下单|购买|方案|报价|价格|我们的|按|以|\\ue002)|同意了|(?:意向|合作)(?:已)?(?:定了|敲定)|点头了|没问题可以签|verbal(?:ly)? ?(?:yes|agree\\w*|commit\\w*|ok|confirm\\w*|approv\\w*|accept\\w*|go-?ahead)|agreed verbally|(?:agreed|yes|approved) in principle|said yes|gave (?:us |me )?(?:the |a )?(?:go-?ahead|green light|verbal|thumbs up|nod)|hand ?shake (?:deal|agreement)|committed verbally|verbally|agreed to (?:buy|sign|purchase|proceed|go ahead|move forward|the (?:price|terms|proposal|quote|deal)|our (?:price|terms|proposal|quote)|renew)|(?:wants|ready|happy|decided) to (?:go ahead|proceed|move forward)|accepted (?:the |our )?(?:proposal|quote|offer|price|terms)',
  ],
  [
    'negotiating',
    '(?:续约|续签|合同|价格|条款|折扣|商务)(?:还|正|仍)?在谈|谈价|议价|砍价|砍到|压价|压到|还价|讨价还价|谈判|磋商|商务谈|谈了?(?:一下)?(?:合同|条款|商务|价格|折扣|账期|付款)|(?:聊|沟通|确认|讨论|敲定|对)(?:了|一下)*(?:合同|商务)?条款|(?:改|修改|讨论|商讨|协商|过|审)(?:一下|了)?(?:合同|条款|价格)|合同(?:条款|细节)?(?:在|正在|还在)?(?:谈|修改|协商|讨论|审核|法务)|要求?(?:我们?|我方|咱们?)?(?:再)?(?:(?:便宜|降|优惠|折扣|减)(?:点|些|个)?(?:价)?|(?:打|给|降)(?:点|些|个)?(?:\\S{0,3}折|折扣|优惠|价|便宜))|(?:要|希望|想|求)(?:再)?(?:便宜|优惠|打折|降价|折扣|\\d折)|嫌(?:价格|报价)?[太有点偏]*(?:贵|高)|(?:价格|报价)(?:太|有点|偏|比较|还是|有些)+[高贵]|觉得(?:价格|报价)?[太有点偏]*(?:贵|高)|太贵|贵了|\\bnegotiat\\w+|\\bhaggl\\w+|(?:asked|asking|wants?|wanted|requested|requests?|pushing|pushed|push|needs?|looking) (?:for )?(?:an? |some |more |further |bigger |better |\\d+ ?% )*(?:discount|off\\b|price cut|price reduction|better price|lower price|better terms|payment terms)|wants \\S{1,4} ?% off|pushing (?:back )?on (?:the )?pric\\w+|pushed back on (?:the )?pric\\w+|price (?:objection|too high|is too high|concern|pushback)|too expensive|\\bred-?lin\\w+|(?:legal|contract|procurement) (?:is )?(?:under |in )?review(?!\\s*\\ue000)|reviewing (?:the )?(?:contract|terms)|counter-?offer\\w*|going back and forth|discuss\\w* (?:the )?(?:terms|pricing|price|contract)|haggle',
  ],
  [
    'proposal_sent',
    `(?:发送?|寄|递交?|提交|交|提供|给|出|附|传|投递?|呈|e-?mail|mail|send|share|submit|forward|whatsapp|wechat)\\s?(?:了|过(?![去来])|出|去|送|去了|上)${GAP}${DOC_ZH}|(?:已|已经)(?:发送?|提交|递交|提供|寄|给|出)${GAP}${DOC_ZH}|${DOC_ZH}(?:已经?|刚|都|也)?(?:发送?|提交|递交|寄|给|出|交|投|传)(?:到?(?:他|她|对方|客户)?(?:邮箱|微信|群里?|邮件))?(?:了|过(?![去来])|出|给|送|好|完|$|(?=[\\s,。;/|]))|发${DOC_ZH}|传真(?:给|了)?${GAP}${DOC_ZH}|附(?:上|了|件|带)?(?:是|有)?(?:新|最新|详细|完整|的)*${DOC_ZH}|投标(?!前|时间|截止|保证金|文件要)|递交标书|递了标|报了价|报价已|(?:sent|emailed|mailed|submitted|shared|delivered|presented|forwarded|provided|issued|texted|whatsapped|gave|re-?sent|wechatted|faxed|couriered|posted)(?: (?![-/|] |\\ue000|(?:hot|warm|cold|grade|done)\\b)[^\\s,;]+){0,5}? ?${DOC_EN}\\b|${DOC_EN}(?: (?:of |for |at |@ ?)?\\(?\\ue002+\\)?| (?:for|on) (?! )[\\w'-]+(?: [\\w'-]+)?)?(?: was| has been| is| already| just| now)* (?:sent|submitted|e-?mailed|shared|delivered|out\\b|issued|presented|over|attached|enclosed|forwarded|dispatched)|${DOC_ZH}\\s?(?:已经?)?(?:附上|附件|附了)|附上${GAP}${DOC_ZH}|attached (?:the |our |a )?${DOC_EN}\\b|\\btendered\\b|sent (?:over )?(?:our )?pricing|put in (?:a |our )?bid`,
  ],
  [
    'trial_started',
    '(?:开通|开始|启动|安排|进入|已|在|正在|给客户开)(?:了)?(?:免费)?试用(?!期满|结束|装)|试用(?:中|了|账号已|已开通|开通|已开始|开始)|开了?试用|(?:开通|启动|开始|已开)\\s?(?:了)?(?:个|一个)?\\s?(?:trial|pilot|poc)(?![a-z])|(?:trial|pilot|poc)\\s?(?:已经?)?(?:开始|启动|开通)(?!前|后|之|时)|试点(?:中|启动|开始|了)|(?:试用|\\btrial|\\bpilot|\\bpoc)\\s?(?:账号|account|环境)?\\s?(?:已经?|都|也|刚)?(?:开通|启动|开始|开好|开了|跑起来|上线了?)(?:了|完成|成功)?(?!后|前|之|时)|(?:开通|启动|开始|开|上)了(?:个|一个)?\\s?(?:trial|pilot|poc)(?![a-z])|\\bPOC ?(?:中|开始|启动|started|kicked off|underway|in progress|running)|(?:start\\w*|began|beginning|kicked off|launched|running|activated|set up|signed up for|activating) (?:an? |the |their |free |paid |\\d+[- ]day )*(?:trial|pilot|poc)|(?:trial|pilot|poc) (?:(?:at|with|for) \\ue004+ )?(?:has |is |was |account )?(?:started|activated|live|underway|kicked off|running|began|in progress|set up)',
  ],
  [
    'demo_done',
    `(?:做|进行|完成|给客户做|看|讲)(?:了|完)(?:一[次场个])?(?:产品|线上|系统|远程|现场|方案)?(?:演示|demo)|演示\\s?(?:(?:已经?|都)?做完|ok|OK|done|搞定|做好|通过)(?![a-z])|演示(?:了|完|结束|完成|完毕|很?顺利|成功|效果|反馈|后|过|很|非常)|已演示|刚演示|演示(?=\\s|$|[,。;])|demo\\s?(?:已经?|都|也|刚)?(?:了|完|结束|过|做完|做了|效果|反馈|很|顺利|成功)|\\bdemo(?:ed|'d|d)\\b|\\bdemo(?: is| was| has been|:)? (?:done|completed?|went|finished|given|held|delivered|over|good|great|ok)|(?:gave|did|ran|held|had|delivered|finished|completed|presented|conducted|done)(?: (?![-/|] |\\ue000|(?:hot|warm|cold|grade|done)\\b)[^\\s,;]+){0,4}? (?:demo|demonstration|presentation|walkthrough)\\b|\\bpresented (?:to|at)\\b|after (?:the|our) demo|liked the demo|loved the demo|showed (?:them|him|her|it|the product|our)|demonstrated`,
  ],
  [
    'no_show',
    "爽约|放(?:了)?(?:我们?)?鸽子|被鸽|鸽了|没(?:有)?(?:出现|露面|到场|赴约|参会|来开会|上线|出席)|未(?:到场|出席|赴约|露面)|客户没来|人没来|没来|没见到|没见着|\\bno[- ]?show(?:ed)?\\b|(?:didn't|did not|never|failed to) (?:show(?: up)?|turn up|attend|join|appear)|stood (?:me|us) up|ghosted (?:the|our) (?:meeting|call|demo)",
  ],
  [
    'wrong_number',
    "空号|号码?(?:是)?(?:错误?|不对|有误|不存在|错了|失效)|错号|打错|不是本人|查无此人|停机|换号|\\bwrong (?:number|person|contact)\\b|number (?:is )?(?:not in service|disconnected|invalid|wrong|out of service|doesn't exist)|disconnected number|invalid number|bad number|email bounced|\\bbounced\\b",
  ],
  [
    'meeting_held',
    '(?:去|跑|走)了一?趟|(?<=^|[\\s,。;\\ue000我们])去了(?=\\ue004|[^\\s,。;]{2,8}(?:现场|工厂|公司|总部|办公室))|拜访|走访|登门|上门|面谈|面聊|见了|见到|见过|见面|会面|碰面|开了(?:个|一?[次场个])?(?:\\S{0,4})?会|开完会|开会|会谈|会议(?:开完|结束|顺利)|面访|来访|到访|接待了|吃了?(?:个|顿)?饭|饭局|喝了?(?:咖啡|茶)|参观了|(?:视频|线上|腾讯|飞书|钉钉|电话)会议?|(?:zoom|teams|video|webex|phone|online|skype)\\s?(?:会议?|meeting|mtg)|(?:video|zoom|google|teams|phone|site|intro|on-?site|virtual|online) (?:mtg|meet)\\b|\\bsat (?:down )?with\\b|\\bmtgs? (?:w\\/|with|at|went|was|done|held|today|over)|\\bmet\\b|\\bvisit(?:ed)?\\b|(?:\\d+|two|three|several) (?:\\w+ )?visits\\b|\\bmeetings? (?:with|at|went|was|done|held|today|over)|(?:had|held|did|attended|finished|good|great) (?:an? )?(?:\\w+ ){0,2}(?:meeting|lunch|dinner|coffee|sit-?down)|(?:lunch|dinner|coffee|breakfast|drinks) with|sat down with|on-?site (?:visit|meeting)|\\bon-?site\\b(?=\\s*(?:$|,|w\\/|with\\b|at\\b|\\ue000|- ))|(?:plant|factory|site|warehouse|mill|lab|hospital|office|shop|store) (?:tour|walk)\\b|toured|(?:had|did|held) (?:an? )?(?:[\\w\\ue000-]+ ){0,2}(?:zoom|webex|google meet)\\b|dropped (?:by|in)|stopped by|swung by|(?:zoom|teams|video|online|virtual) meeting|(?<!约好?[了个]?\\s?)(?:meetings?|mtg)\\b(?=,| -|\\.|$|\\s*\\ue000)',
  ],
  [
    'meeting_scheduled',
    '约(?:好|定|到|上|成)?了|约好|约定|约在|约到|约(?=\\ue000)|预约|改约|敲定了?(?:会议|见面|拜访|演示|时间)|(?:安排|定|排)(?:了|好|好了|在|到)(?=[^,。;]{0,10}(?:演示|见面|会|拜访|面谈|demo|\\ue000))|同意(?:了)?[^,。;]{0,8}(?:见面|演示|拜访|面谈|会面|demo|开会)|答应[^,。;]{0,8}(?:见面|演示|拜访|面谈|会面|开会)|时间定|(?:meeting|mtg|demo|call|visit|appointment|appt|session|lunch|presentation|walkthrough|zoom)(?: with \\ue004+)? (?:is |was |has been |now |all |got )?(?:booked|scheduled|set(?: up)?|arranged|confirmed|fixed|on (?:the )?calendar|locked|rescheduled|moved|postponed|pushed)|(?:booked|scheduled|arranged|set up|setup|agreed (?:to|on)|confirmed|fixed|got|locked in|rescheduled|set|secured|lined up|moved)(?: (?![-/|] |\\ue000|(?:hot|warm|cold|grade|done)\\b)[^\\s,;]+){0,4}? (?:meeting|mtg|demo|visit|appointment|appt|call|session|lunch|presentation|walkthrough|meet|zoom|slot)\\b|agreed to meet|accepted (?:the )?(?:invite|meeting)',
  ],
  [
    'callback_requested',
    '(?:让|叫|要求?|请|希望|要我|说)(?:我|我们|咱)?(?:\\ue000|[^,。;]{0,6}?)?(?:再|给[他她]|回)?(?:回电|call ?-?back|回call|回拨|回个?电话|打过去|打过来|再打|打给|打回|打电话|回电话|来电|联系(?:他|她|客户)|给[他她]打)|(?:让|叫|要求|请)(?:我|我们)?\\s?\\ue000+[^,。;]{0,2}(?:再)?(?:联系|打|致电)|(?:让|叫|要求|请)(?:我|我们)?[^,。;]{0,4}再(?:联系|打)|(?:wants?|asks?|asked|requested|requests?|requesting|needs?|said|told)(?: (?![-/|] |\\ue000|(?:hot|warm|cold|grade|done)\\b)[^\\s,;]+){0,4}? (?:call[- ]?back|ring back|be called(?: back)?|a call\\b(?! with))|(?:asked|told|wants?|asks?|tells?|requested|said|want|ask)(?: (?:me|us|to|for|that|we|I|him|her|please|they|should))* (?:call|ring|phone|try|contact|reach out|get in touch|check (?:back|in)|circle back|get back)(?: (?:him|her|them|me|again|back))*|call[- ]?back requested|requested (?:a )?call[- ]?back|call (?:me|us) back|please call',
  ],
  [
    'material_sent',
    `(?:发送?|寄|提供|给|送|传|附|分享|推送?|e-?mail|mail|send|share|forward|post|whatsapp|wechat)\\s?(?:了|过|出|去|送)${GAP}${MATERIAL_ZH}|(?:已|已经)(?:发送?|寄|提供|给|送|传|分享)${GAP}${MATERIAL_ZH}|${MATERIAL_ZH}(?:已经?|都|也)?(?:发送?|寄|给|送|传)(?:到?(?:他|她|对方|客户)?(?:邮箱|微信|群里?|邮件))?(?:了|过|出|去|给|好|完|$|(?=[\\s,。;/|]))|发${MATERIAL_ZH}|寄样品?|寄送?样|(?:sent|emailed|mailed|shared|forwarded|delivered|shipped|dropped off|provided|whatsapped|gave|left|texted|couriered|faxed|posted|dispatched|handed)(?: (?![-/|] |\\ue000|(?:hot|warm|cold|grade|done)\\b)[^\\s,;]+){0,5}? ?${MATERIAL_EN}\\b|${MATERIAL_EN}(?: (?:for|on|of|with|about|re|pdf|v\\d|20\\d\\d|\\ue000+)(?: (?![-/|] )[\\w.'\\ue000-\\ue004-]+){0,3}?| (?:20\\d\\d|pdf|\\ue000+))?(?: was| were| have been| has been| already| just| all| now)* (?:sent|shared|shipped|e-?mailed|mailed|delivered|forwarded|couriered|handed over|texted|whatsapped|out\\b)`,
  ],
  [
    'voicemail',
    '语音信箱|语音留言|电话留言|留言信箱|留了(?:个|条)?言|(?<!微信|给我|评论)留言(?!板|说|区)|\\bvoice ?-?mails?\\b|\\bVMs?\\b|\\bleft (?:him |her |them )?(?:a |an? voice )?(?:message|msg|vm|voice ?mail|word)\\b|answering machine',
  ],
  [
    'no_answer',
    "未接通?|没接|没人接|无人接|无人应答|没有?接通|打不通|没打通|不接|未接听|拒接|占线|忙线|忙音|正忙|关机|无法接通|不在服务区|联系不上|没联系上|(?:没|未|不)(?:有)?(?:人)?回(?:复|应|微信|信息|消息|邮件|短信|电话|我)?(?=$|[\\s,。;!]|了|过)|已读不回|无回应|无回复|没反应|no ans(?:wer|w)?\\b|not answer\\w*|(?:didn't|did not|doesn't|does not|won't|wouldn't|hasn't|not|never|nobody|no one|isn't|no-one) (?:been )?(?:answer\\w*|pick(?:ed|ing|s)? ?up|respond\\w*|repl\\w+|reach\\w*|available)|no (?:pick ?-?up|response|reply|luck reaching)|unreachable|couldn't (?:reach|get (?:hold|through))|could not reach|can't reach|unable to reach|(?:line|number) (?:was |is )?busy|rang out|\\b(?:called|rang|phoned|dialed|dialled)\\b[^.;,]{0,40}[,;] ?(?:line )?(?:busy|engaged)\\b|unanswered|ghosted|ghosting|went (?:straight )?to busy|unresponsive|N/A on phone|\\bNA\\b(?=$|[,. ])|missed (?:my|our) call",
  ],
]);
