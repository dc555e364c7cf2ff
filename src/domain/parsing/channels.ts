// The words for channels.
import type { Channel } from './codes.ts';
import { lexicon, outermost, search } from './lexicon.ts';

const CHANNEL_WORDS = lexicon<Channel>([
  [
    'event',
    '展会|会展|招商会|订货会|推介会|酒会|展览|[\\u4e00-\\u9fff]博会|交易会|广交会|进博会|沙龙|论坛|峰会|发布会|行业大会|年会现场|展台|展位|trade ?shows?|trade ?fair|conference|expo\\b|webinar|summit|booth|exhibition|meet-?up|networking event|at (?:the|an?) (?:\\w+ )?event|\\bfair\\b(?! (?:price|enough|deal))|roadshow|seminar',
  ],
  [
    'wechat',
    '(?:企业?)?微信|企微|\\bwe ?chat(?:ted)?\\b|\\bweixin\\b|\\bwe ?com\\b|\\bwx\\b|\\bvx\\b|加了v\\b',
  ],
  [
    'video',
    '视频会议|视频会|视频通话|视频电话|视频沟通|视频(?!号|广告|素材|剪辑)|腾讯会议|飞书会议|钉钉会议|线上会议|远程会议|云会议|线上演示|远程演示|线上沟通|\\bvideo(?: ?call| conf\\w*| meeting| chat)?\\b|\\bzoom(?:ed)?\\b(?: call| meeting)?|(?<=^|[,;.:|/-]\\s?|[\\u4e00-\\u9fff]\\s?|\\ue004\\s?)(?:ms )?teams(?![a-z])(?=\\s*(?:\\ue000|$|[,;.]|会|上|开))|\\b(?:ms )?teams (?:call|meeting|demo)|\\b(?:over|on|via|by) (?:ms )?teams\\b|\\bgoogle meet\\b|\\bgmeet\\b|\\bwebex\\b|\\bvc\\b|online (?:meeting|demo)|virtual (?:meeting|demo)|remote demo|screen ?share',
  ],
  ['email', '电子邮件|邮件|发邮箱|邮箱|电邮|\\be-?mail(?:ed|s|ing)?\\b|\\bmailed\\b|\\binbox\\b'],
  ['sms', '短信|简讯|\\bsms\\b|\\btext(?:ed|s)?\\b(?! ?book)|text message'],
  [
    'im',
    '钉钉|飞书|\\bwhats ?app(?:ed)?\\b|\\bWA\\b|\\bslack(?:ed)?\\b|\\btelegram\\b|\\bskype\\b|\\bding ?talk\\b|\\bfeishu\\b|\\blark\\b|\\blinkedin\\b|\\bmessenger\\b|\\bviber\\b|阿里旺旺|旺旺|\\bline(?:上| app| message)|\\bteams (?:chat|message)|QQ',
  ],
  [
    'visit',
    '拜访|走访|探访|登门|上门|带看|扑了?个?空|面谈|面聊|面访|当面|实地|现场(?!部署|实施|演示)|现场演示|到访|来访|见面|约见|碰面|会面|陪访|(?:去|跑|走)了一?趟|去了?(?:一趟)?(?:客户)?(?:公司|现场|工厂)|去[^\\s,。;了过\\ue000]{1,9}(?:现场|工厂|公司|总部|办公室)(?!部署|实施|演示|安装)|(?<=^|[\\s,。;\\ue000我们])去了(?=\\ue004)|(?<!再|要|想|会|意|看|可|不|没|常|偏|主|高|少|罕)见了|见到了?|见过|吃饭|饭局|午餐|晚餐|吃了(?:个|顿|一顿)饭|喝了?(?:杯|个)?(?:茶|咖啡)|参观|\\bvisit(?:ed|ing|s)?\\b|\\bon-?site\\b|\\bin[- ]person\\b|face[- ]to[- ]face|\\bf2f\\b|dropped (?:by|in)|stopped by|swung by|\\bmet\\b(?! (?:our|the|their|all|his|her)\\b (?:requirement|need|target|expect|budget|dead))|\\bsat down with\\b|\\b(?:had )?(?:lunch|dinner|coffee|breakfast|drinks)\\b|at their (?:office|site|factory|hq)|walked in|site visit|\\b(?:plant|factory|site|warehouse|mill|lab|showroom|office) (?:tour|walk)\\b|\\btoured\\b',
  ],
  [
    'other',
    '传真(?!机|号)|\\bfax(?:ed|ing)?\\b|快递(?=了|寄|给|发|已|过)|\\bcourier(?:ed|ing)?\\b|\\bby (?:post|courier|mail)\\b',
  ],
  [
    'phone',
    '电话|致电|去电|来电|通话|电联|电访|拨打|拨通|外呼|打了[一两三几个通次]*[个通]|打给|没人接|无人接|不接|语音信箱|接通|\\bcalled\\b|\\bcalls?\\b(?! (?:it|for (?:tender|bids)|to action))|\\bcalling\\b|\\b(?:tele)?phon(?:e|ed|ing)\\b|\\brang\\b|\\bdial(?:l?ed)?\\b|\\bcold[- ]call(?:ed|ing)?\\b|\\bcall ?back\\b|\\bspoke on the phone\\b|\\bring\\b|\\bvoice ?-?mails?\\b|\\bvms?\\b|未接|没接|无人接听|打不通|占线|关机|空号|停机|挂了?(?:我)?电话|回电|回拨|接听|\\bno pick ?up\\b|\\bpick(?:ed)? up\\b',
  ],
]);

export interface ChannelHit {
  readonly channel: Channel;
  readonly start: number;
  readonly end: number;
}

/** The channels a line names, in order of place. */
export const channelsIn = (text: string): ChannelHit[] =>
  outermost(search(CHANNEL_WORDS, text)).map(({ code, start, end }) => ({
    channel: code,
    start,
    end,
  }));
