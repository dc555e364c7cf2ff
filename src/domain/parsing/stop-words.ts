// Words a company name does not run across: verbs, adverbs and the vocabulary of follow-ups.

/** Words that end a name wherever they stand behind its first character. */
const WORDS =
  '爽约|失约|放鸽子|放了鸽子|鸽了|推迟|延期|取消|改到|改期|已签|钉钉|飞书|领英|短信|面谈|面聊|线上|已经|已付|已到|已|说|表示|觉得|认为|希望|计划|准备|打算|目前|现在|正在|刚刚|刚才|今天|明天|昨天|后天|电话|致电|通话|微信|企微|企业微信|拜访|上门|走访|回访|邮件|短信|视频|会议|开会|演示|沟通|聊了|聊|联系|跟进|约好|约了|约定|约|同意|答应|口头|拒绝|签约|签了|签单|签合同|签|付款|付了|打款|到账|首付|尾款|余款|定金|订金|合同|报价|预算|意向|采购|客户|对方|那边|这边|未接|没接|没人|没|未|不|无人|无|还没|还|成交|中标|丢单|丢标|输单|黄了|续约|续费|续签|复购|投诉|抱怨|咨询|询价|询问|关注|试用|上线|交付|发货|开标|评审|复盘|测试|培训|验收|考虑|决定|审批|等|出差|休假|很忙|忙|项目|方案|资料|样品|产品|价格|金额|合作|需求|想要|想|要求|要|需要|让|叫|请|嫌|催|问|反馈|提出|确认|介绍|展示|谈|见面|见|空号|关机|占线|停机|接通|挂断|语音|留言|大概率|大概|可能|应该|感兴趣|有兴趣|有意|对|把|被|给|向|跟|并|但|因|由|也|都|就|又|再|很|太|比较|非常|在|是|有|了|的张|的李|的王|的|下单|下订单|付|发了|发送|发方案|发报价|发资料|发样品|发合同|发邮件|发微信|发案例|寄样|寄资料|寄了|打了|打|回复|回了|去了|来了|来电|来访|加了|加|开通|启动|进场|部署|安装|签收|结清|欠|催款|收到|月底|年底|周|下周|本周|上周|这周|因为|由于|如果|所以|老总|负责人|联系人|采购部|财务|总部|分部|那|这|第';
const AFTER_ONE = new Set(
  '钉钉 飞书 电话 微信 企微 致电 拜访 上门 邮件 短信 视频会 开会 演示 沟通 已签 已经 签约 签了 付款 到账 首付 尾款 合同 报价 预算 意向 投诉 拒绝 未接 没接 没人 空号 客户 说了 项目 下单 成交 中标 丢单 续约 续费'.split(
    ' ',
  ),
);
const CUTS = new Set(WORDS.split('|'));
const LONGEST = 4;
// Pairs in which a cutting character is part of the name.
const HOLD =
  /^(?:发展|发动|发电|见山|对外|想家|要塞|有限|有色|有机|是德|了凡|不锈|未来|无锡|无线|无人机|无极|加工|加油|加多|打印|打车|的士|来福|来宝|等离子|因特|因赛|由你|在线|再生|再鼎|都市|都会|就业|就近|给力|向上|向阳|被服|把手|并购|签字笔|产品(?:研究|质量)|合作社|采购(?:中心|网|集团)|视频技术|会议中心|测试(?:技术|中心)|培训(?:中心|学校)|客户端|项目管理公司|介绍所|交付宝|周大|周边|第一|第二|第三|第四|第五|第六|那曲|这里|无忧|需求)/;

/** Whether a word that no name runs across begins at `at`, `length` characters into the name. */
export const isCutWord = (text: string, at: number, length: number): boolean => {
  if (HOLD.test(text.slice(at, at + 6))) return false;
  // 成都, 首都: the city, not 都.
  if (text[at] === '都' && /[成首丰花宜于新]/.test(text[at - 1] ?? '')) return false;
  for (let size = LONGEST; size >= 1; size--) {
    const word = text.slice(at, at + size);
    if (word.length < size || !CUTS.has(word)) continue;
    if (length >= 2 || AFTER_ONE.has(word)) return true;
  }
  return false;
};

/** A name that is nothing but words of the vocabulary. */
export const ZH_CUT = new RegExp(
  `^(?:${WORDS.replace('|那|这|第', '')}|今日|上午|下午|早上|晚上|了|一下|一次|我|你|他|她|它|们|个|几|次|陌生|外呼|快递|名单|线索|领导|老板|公司|总结|记录|汇报|日报|周报|跟|和|与|线下|线上|拓客|扫楼|陌拜|展会|参加|整理|处理|完成|一个|两个|三个|人|时间|事|问题|能|可以|愿意|满意|不错|还行|还可以|继续|接着|随后|然后|接下来|下一步|情况|结果|进度|进展|左右|以上|以下|之前|之后|一直|总是|经常|最近|近期|暂时|暂缓|暂停|临时|突然|终于|基本|主要|另外|其他|其它|同时|而且|但是|不过|可是|虽然|有点|一点|优惠|便宜|贵|高|低|爽约|失约|放鸽子|鸽子|满意|生气|批|下来|联系人|对接人)+$`,
);

/** What may stand before a name at the start of a clause: who, when, how. */
export const ZH_LEAD =
  /^(?:[\s"'“【[(「《】」》\]*#@.:、)\ue000-]|\d{1,2}[.、)](?!\d)|(?:嗯+|呃+|额(?=[\s,。那这我今刚昨])|哎+|唉+|诶|哦|噢|啊|那啥|话说|请(?=[^\s,。;]{2,12}(?:吃|喝))|就是说?|那个|这个|打了?(?:个|一?通)?电话(?:给|约了?)|刚刚|刚才|刚|今日|又|再次|已经|已|我们|我(?=刚|今|昨|和|跟|给|去|又|再|拜访|联系|打|约|见|这|\s)|本人|咱们|咱|同事|跟进|记录|完成|去电|来电|外呼|陌拜|陌拜了|拜访了?|走访了?|回访了?|探访了?|上门(?:拜访|去)?了?|登门|面谈了?|致电|电联了?|打电话给|打给|电话(?:联系|沟通|回访|跟进|拜访)?了?|微信(?:联系|沟通|跟进|聊|发)?了?|企微(?:联系|沟通)?了?|视频(?:会议|沟通|连线)?了?|线上沟通了?|联系了?|联系上了?|沟通了?|约见了?|约了?|见了|见到了?|去了?一?趟?|到了?|发邮件给|邮件(?:联系|发给|给)?了?|发(?:了)?(?:方案|报价|报价单|资料|样品|合同|短信|微信|邮件|信息|消息|标书)给了?|寄(?:了)?(?:样品|资料|合同)给|给|和|跟|与|同|向|对|为|帮|陪|带|陪同|参加了?|接待了?|客户名称|客户名|客户|公司名|公司|单位|恭喜|喜报|签下了?|拿下了?|搞定了?|成交了?|赢单|丢单|今天|早上|上午|下午|晚上|中午|在|从|(?:[\u4e00-\u9fff]{0,4}展会?|广交会|进博会|[\u4e00-\u9fff]{0,4}(?:峰会|论坛|沙龙|交易会|博览会))上?(?:新?认识|见到?|碰到|遇到|接触)?了?的?|见面了?|开会|催了?一?下?|催|提醒|通知|恢复|腾讯会议上?|(?:飞书|钉钉|QQ|旺旺|WhatsApp|whatsapp|领英)(?:会议|视频)?(?:(?:联系|沟通|跟进|聊|发|回访)了?|上|(?=[跟和给与]))|重新|终于|继续|顺利|成功|签约了?|中标了?|丢了|输了|流失|如果|要是|若是?|假如|等|只要|希望|争取|预计|计划|准备|打算|(?:美国|英国|德国|法国|日本|韩国|印度|俄罗斯|巴西|意大利|西班牙|澳洲|加拿大|中东|欧洲|东南亚|越南|泰国|国外|海外|外贸|本地|外地)的?客户|老客户|新客户|大客户|意向客户|潜在客户|重点客户)(?:[:：])?(?=\S|\s))*/;

const ENGLISH = new Set(
  "ugh argh phew hmm wow yay damn oops btw omg twice thrice whatsapped slacked wechatted a about above accepted account across action additional after afternoon again ago agenda agreed agreement agrees ahead all almost also always am amazing an and another answer answered any anyone anything appointment approval approved april are around arrange arranged as asap ask asked asking asks at attended august aug awaiting away back bad balance based be because been before being below best better between big bit board book booked both bought brief briefly budget busy but buy buying by call callback called calling calls came can cancelled canceled can't cannot case catch cfo ceo cto coo cmo chase chased chat chatted chatting check checked checking cheque client clients close closed closes closing coffee cold come comes coming company comparison competitor complained complaint complains concern concerned concerns confirm confirmed connect connected considering contact contacted contract contracts conversation cool could couldn't couple customer customers cny date day days deadline deal deals december dec decide decided decides decision decision-maker deck declined delayed delivered delivery demo demoed demos deposit did didn't dinner direct director discount discuss discussed discussing discussion do does doesn't doing done don't down draft drop dropped due during each early east either email emailed emails end enjoyed eod eom eow eoq eoy eur euro euros evening event every everything exchanged excited expected expecting expects expo expensive extended fair february feb feedback few final finally finance first fix follow followed following follow-up followup for forgot forward found fri friday from full further gave gbp get gets getting give given go goes going gone good got great grand had half happy has have haven't having he head headed hear heard held hello help her here hey hi him his hkd hold holiday hopefully hoping hot hour hours how however i i'll i'm if important in inbound incoming info information initial install instead integration intent interest interested internal internally intro introduced invoice invoiced invited is issue issues it its it's january jan job join joined july jul june jun just keen keep keeps key kickoff know large last late later launch lead leads left legal less let let's license like liked likely line linkedin little live long look looking looks loop lost lot loved lower lukewarm lunch made mailed main make manager many march mar material materials maybe may meet meeting meetings message messaged met mid might min mins minute minutes missed mon monday money month monthly months more morning most move moved much must my nda need needed needs negotiate negotiated negotiating negotiation neutral new next nice night no nobody none not note noted notes nothing november nov now number october oct of off offer offered office ok okay old on once one online only onsite on-site open opened opportunity or order ordered orders other our out outbound over overdue own owner package paid partner pay paying payment pays people per person phone phoned pilot ping pinged pitch pitched plan planning plans please pls po poc positive possible postponed potential prefer prepare prepared presented presentation previous price prices pricing pricey probably problem procurement product progress project promised promising proposal proposals prospect push pushed pushing put q1 q2 q3 q4 question questions quick quickly quiet quite quote quoted quotes quotation rang rate re reached ready really reason received reception recap regarding reject rejected remaining remind reminder renew renewal renewed renewing renews rep reply replied request requested requesting requests reschedule rescheduled resolve respond responded response result results return revert review reviewed reviewing revised rfp rfq ring rmb sales same sample samples sat saturday saw say saying says schedule scheduled seat seats second secured see seemed seems seen send sending sends sent sept september sep session set settled several share shared she ship shipped shipment short should show showed sign signed signing since site slightly slow small sms so solid some someone something soon sorry sounds spoke spoken speak started starting starts status stay still stopped strong stuck submit submitted sun sunday super support sure take taken talk talked talking talks team teams technical tell tender tentative terms test testing text texted than thank thanks that the their them then there they they'll they're they've thing things think thinks third this thu thurs thursday thx till time timeline to today todo together told tomorrow tmr tmrw tonight too took total touch trade training trial tried trip try trying tue tues tuesday two under unfortunately until unhappy up update updated upset upsell urgent us usd use used user users using value vendor verbal verbally very via video virtual visit visited visiting visits vm voicemail vp wait waiting walk walked want wanted wants warm was wasn't we webinar wechat wed wednesday week weekly weeks well went were what whatsapp when whether which while who whole why will willing win wire wired with within without won won't work working would wouldn't wrap wrong www year yearly years yes yesterday yet you your zoom fyi tbd tbc n/a na eta roi mou sow msa arr acv hope hopes wish est edt pst pdt cst cet gmt utc bst vendor's w w/ re: vs unfortunately sadly luckily glad nice-to today's eoy fy qtr regards dear best sincerely cheers slack skype telegram teams sms dingtalk feishu lark ran sat led hosted swung popped grabbed pulled introduced demonstrated finished completed kicked locked landed wrapped learned returned sold dialed dialled rescheduled cc'd nudged revisited debriefed onboarded upsold pinging briefed toured inspected quoted resent forwarded shared sending waited chasing booked negotiated escalated resolved intro'd prospecting trade-show demo'd closed-won closed-lost purchase purchased number's busy. hung bounced unreachable unresponsive nope yep yeah wip p.s ps btw imo cc attn inbound outbound hq rnd it's he's she's that's there's what's who's i've we've we're you're isn't aren't weren't hasn't hadn't shouldn't ain't gonna wanna gotta productive productive, productively introductory follow-ups deeper dive proof concept ghosted ghosting no-show noshow".split(
    /\s+/,
  ),
);

/** Whether an English word is part of the language of follow-ups rather than a name. */
export const isEnglishWord = (word: string): boolean => {
  const plain = word.toLowerCase().replace(/[.,]+$/, '');
  if (ENGLISH.has(plain)) return !/^[A-Z]{2,}$/.test(word) || !NAMES_IN_CAPITALS.has(word);
  return (
    /^(?:\d+(?:k|m|w|mn|bn|min|mins|h|hrs?|st|nd|rd|th)?|[a-z]|us\$\d*)$/i.test(plain) &&
    !/^3M$/.test(word)
  );
};
const NAMES_IN_CAPITALS = new Set(['SAP', 'IBM']);
