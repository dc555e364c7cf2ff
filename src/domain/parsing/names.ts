// The words names are made of: family names, titles, first names, brands that look like other words.

/** Common Chinese family names of one character. */
export const FAMILY = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来仇佟封闫肖尚连权冷应麦蓝简褚娄窦骆晏廉官荀惠芮羿储汲邴糜巫乌巴牧隗羊宓郗仲伊栾厉戎祖束幸韶郜蓟薄宿怀蒲邰鄂咸蔺屠蒙郁胥苍闻莘贡逄姬扶堵郦雍璩桑濮寿扈燕冀郏浦农慕茹习宦艾鱼庾暨衡匡寇禄阙沃蔚夔巩晁敖訾沙鞠巢蒯荆竺桓岑亓苟衣粟邸郎鄢揭仝迟狄占楼练卓'.split(
    '',
  ),
);
/** Family names of two characters. */
export const FAMILY2 = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 司空 夏侯 令狐 端木 南宫 独孤 长孙 宇文 轩辕 百里 呼延 钟离 申屠 澹台'.split(
    ' ',
  ),
);

/** Titles that follow a family name, longest first. */
export const TITLE =
  '副总经理|总经理|副总裁|总裁|副总监|总监|副总|总助|总工程师|总工|总(?![监经裁部共是结算体量数之督办会价额包决述装计得成线店分])|董事长|董事|董秘|董(?!事)|副经理|经理|副主任|主任|副主管|主管|部长|副处长|处长|科长|副局长|局长|厅长|院长|校长|所长|站长|店长|园长|行长|会长|秘书长|秘书|馆长|社长|司长|区长|镇长|村长|组长|班长|队长|厂长|助理|老师|教授|博士|医生|大夫|护士长|护士|律师|会计师?|工程师|工(?![作程厂资业人具期地商银行艺会序时])|先生|女士|小姐|太太|老板娘|老板|姐(?!妹)|哥(?!们)|叔|阿姨|伯|书记|主席|专员|顾问|代表|负责人|主编|设计师|架构师|处(?=$|[\\s,。;\\ue000说])|局(?=$|[\\s,。;\\ue000说])|采购(?=$|[\\s,。;\\ue000]|那边|说)';

/** Names of companies that begin or end with words of the grammar; names not listed work as well. */
export const BRANDS: readonly string[] = [
  ...'九号公司 奈雪的茶 三月三 明日科技 今日资本 柳工 七天 六个核桃 八马茶业 四特酒 五芳斋 七彩虹 零跑 零食很忙 三全 三元 三诺 三安 二十一世纪 三十六氪 千味央厨 百草味 万家乐 万宝 双汇 双星 一点资讯 半天妖 每日优鲜 每日黑巧 周末酒店 正月 元气森林 九毛九 十足 一条 和睦家 和府捞面 和记黄埔 和谐汽车 同仁堂 同程旅行 同程 同方 同花顺 向日葵 跟谁学 到家集团 去哪儿网 去哪儿 约克空调 见知教育 今日头条 今麦郎 明源云 明略科技 明基 周大福 周六福 周大生 周黑鸭 老板电器 老凤祥 老干妈 老百姓大药房 老乡鸡 小米 小鹏汽车 小鹏 小红书 小马智行 小罐茶 小天鹅 美的 好未来 好丽友 好想来 理想汽车 理想 联想 想念食品 得物 得到 会通股份 会稽山 签名科技 三一重工 三只松鼠 三棵树 三七互娱 五粮液 五矿 一汽大众 一汽 一加 一心堂 七匹狼 七天酒店 九牧 九阳 百度 百胜 百果园 百联 千方科技 千禾 万科 万达 万华化学 万向 亿纬锂能 亿联 两面针 十月稻田 月之暗面 年年有余 上汽 上海电气 下厨房 本田 本来生活 电信 中国电信 中国移动 中国联通 移动 联通 中国平安 平安 平安银行 平安科技 用友 金蝶 字节跳动 宁德时代 拜耳 拜腾 通用电气 通用汽车 发那科 发改委 交通银行 交个朋友 回力 爱回收 安踏 李宁 王老吉 张裕 马应龙 马蜂窝 白象 石药 康师傅 方太 海信 海康威视 对外经贸 开市客 开立医疗 来伊份 要出发 没有科技 不凡帝范梅勒 不凡 可口可乐 百事可乐 太平洋保险 太古 快手 快狗 顺丰 需求侧 时代天街 时代电气 晨光文具 早阳 晚安家居 周生生 星期六 星期天 礼拜八 季季红 元气森林 元祖 块块网 三元股份 三元食品 三元 五元 新希望 柳工 徐工 58同城 1688 1号店 51job 36氪 360 7-11 7-Eleven 3M 4399 21世纪'.split(
    ' ',
  ),
  ..."Forever 21|Century 21|Motel 6|Super 8|Studio 54|Phillips 66|Pier 1|Channel 4|Level 3|Heinz 57|20th Century Studios|20th Century Fox|20th Century|1st Source Bank|5th Wheel|John Deere|Philip Morris|Paul Smith|Tommy Hilfiger|Michael Kors|Hugo Boss|Louis Vuitton|Henry Schein|Dean Foods|Perry Ellis|Kenneth Cole|Kate Spade|Marc Jacobs|Jimmy Choo|Eddie Bauer|Elizabeth Arden|Mary Kay|Ben & Jerry's|Papa John's|Jack in the Box|Bob Evans|Johnnie Walker|Jim Beam|Johns Hopkins|Charles River|Raymond James|Edward Jones|Robert Half|Robert Walters|Michael Page|Thomas Cook|Alfa Laval|Alfa Romeo|Albert Heijn|Max Mara|Harley Davidson|Harvey Norman|Harvey Nichols|Dale Carnegie|James Hardie|Georg Fischer|Carl Zeiss|Karl Storz|Sara Lee|Wendy's|Warner Bros.|Sunday Riley|Ruby Tuesday|August Home|Sun Hydraulics|Sun Pharma|Sun Chemical|Sun Microsystems|Sun Country|Sun Hung Kai|Sun Art|TGI Fridays|Joe & The Juice|Peter Thomas Roth|Tim Hortons|Arthur J. Gallagher|Christian Dior|Oscar Mayer|Jo Malone|Max Factor|Saint Laurent|Thomas Pink|Ted Baker|Morgan Stanley|Charles Schwab|Ralph Lauren|Calvin Klein|Johnson & Johnson|Johnson Controls|Jack Daniels|Wells Fargo|JP Morgan|J.P. Morgan|Goldman Sachs|Marks & Spencer|Procter & Gamble|Ernst & Young|Best Buy|Target|Gap|Next|Monday.com|Sun Life|Sunday Times|May Mobility|April Group|March Networks|Visa|Oracle|Meta|Apple|Box|Square|Stripe|Zoom|Slack|General Motors|General Electric|Bed Bath & Beyond|Bank of America|Bank of China|Call Rail|Demandbase|Meeting Street|Quote Co|Hot Topic|Cold Stone|Warm Waters|Time Warner|First Republic|Second Cup|Half Price Books|Quarter Horse|Morning Brew|Evening Standard|Good Morning Foods|Victoria's Secret|Levi's|McDonald's|Wendy's|Dick's|Lowe's|Macy's|Kohl's|Domino's|Denny's|Arby's|Carl's Jr|Trader Joe's|Sainsbury's|Moody's|Sotheby's|Christie's|Claire's|Lay's|Kellogg's".split(
    '|',
  ),
];

/** Words for a customer that name none. */
export const GENERIC =
  /^(?:(?:一|两|几|三|多|好几|某|那|这|新|老|大|小|该|此|潜在|意向|重点|陌生|陌拜|新增|上门|外地|本地|今天|的|位|名|家|批|些|有|个|他|她|贵|我)*(?:客户|用户|顾客|买家|甲方|业主|老板|领导|公司|对方|朋友|同事|供应商|项目|客人|负责人|联系人|采购|渠道|代理商|经销商|合作伙伴|伙伴|老客|新客|客户们|财务|法务|前台|秘书|助理|人|单|企业|厂家|工厂|店|店家|商家|品牌|品牌方|大客户|小客户|人家|他们|她们|他|她|它|我们|大家|总部|那边|这边|电话|微信|邮件|方案|报价|合同|名单|线索|资料|样品|产品|价格|内部|团队|经理|总|经销|门店))+$/;
