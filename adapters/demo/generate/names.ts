// Invented customers and contacts. Every name is whimsical on purpose: none of them is a real company.
import type { DemoLocale } from './model.ts';
import type { Random } from './random.ts';
import { pick } from './sample.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s*\|\s*|\s*\n\s*/);

const BRANDS: Readonly<Record<DemoLocale, readonly string[]>> = {
  zh: list(`
纸月亮|木鲸鱼|云上萝卜|慢蜗牛|倒立企鹅|晴天雨伞|飞天铁锅|琥珀鲤|橘子火箭|薄荷骆驼|雪糕熊|蓝铅笔
打盹猫|竹蜻蜓谷|番茄船长|彩虹鲶|石榴灯塔|银杏狐|棉花堡|发条松鼠|唱歌茶壶|青苔巷|荷叶舟|豆芽巨人
跳跳鲸|南瓜车站|麦穗猫头鹰|泡泡河马|糖葫芦岛|海星邮局|灯笼蟹|丝瓜桥|丘陵鹿|芝麻钟楼|樱桃邮船|稻草将军
毛线星球|松果剧场|蒲公英港|风铃牛|葡萄云梯|鼹鼠先生|瓷兔子|冬瓜侠|萤火渡|贝壳钟|玉米方舟|柚子海獭
胡桃匣|雨靴鸭|核桃号|纸飞艇|翡翠刺猬|山楂马戏|飘雪驼|芒果信鸽|水獭匠|鹦鹉螺屋|红薯舰队|苔藓狮
`),
  en: list(`
Wobbly Kettle|Paper Walrus|Sleepy Otter|Marmalade Moose|Turnip & Thread|Velvet Pickle|Clockwork Heron|Tin Pelican
Biscuit Harbor|Left Sock|Purple Badger|Thistle & Moth|Lantern Newt|Mumbling Oak|Copper Waffle|Soggy Puddle
Barnacle Bros|Dandelion Freight|Giddy Walnut|Hollow Teapot|Juniper Yak|Knitted Comet|Lopsided Barn|Mossy Trombone
Nimble Pudding|Oatmeal Falcon|Pocket Glacier|Quilted Anchor|Rusty Marigold|Saffron Mole|Tipsy Lighthouse|Umbrella Goat
Vanilla Rhino|Whistling Spoon|Yodel & Yarn|Zigzag Beaver|Butterscotch Bison|Cactus Parade|Dapper Turtle|Elbow Canyon
Feather Anvil|Gumdrop Quarry|Honeyed Gear|Inkwell Lobster|Jolly Bramble|Kite & Kiln|Lavender Tractor|Mango Sundial
Noodle Observatory|Opal Hedgehog|Pepper Zeppelin|Quiet Accordion|Raspberry Crane|Snowglobe Ferry|Tulip Furnace|Upside Llama
Violet Wrench|Wandering Toast|Yonder Pinecone|Zesty Gondola
`),
};

const TRADES: Readonly<Record<DemoLocale, readonly string[]>> = {
  zh: list('食品|物流|机械|建材|家居|餐饮|文具|电器|园艺|印刷|灯具|包装|纺织|玩具|器材|农业'),
  en: list(
    'Foods|Logistics|Tools|Materials|Home|Kitchens|Stationery|Appliances|Gardens|Print|Lighting|Packaging|Textiles|Toys|Supplies|Farms',
  ),
};

const DISTRICTS: Readonly<Record<DemoLocale, readonly string[]>> = {
  zh: list('东湾|西岭|南渡|北坡|上林|下沙洲|青石|白鹭|大榕|小榆'),
  en: list('East|West|North|South|Upper|Lower|Old|New|Great|Little'),
};

const CONTACTS: Readonly<Record<DemoLocale, readonly string[]>> = {
  zh: list('林|沈|顾|陆|苏|韩|许|何|吕|施|曹|严|魏|姜|戚|谢|邹|章|潘|葛|范|彭|鲁|韦').flatMap(
    (surname) => list('总|经理|女士|先生|主任|主管|总监').map((title) => `${surname}${title}`),
  ),
  en: list(
    'Maya|Oscar|Priya|Liam|Nora|Felix|Ivy|Hugo|Tessa|Omar|Greta|Silas|Wanda|Ravi|Elsie|Boris|Lena|Caleb|Mina|Otto|Ruth|Jonas|Pearl|Dario',
  ),
};

/** How many customers one slot of the pool holds before names grow a district. */
export const SLOT_SIZE = 120;

/** Prime to the size of the pool, so that neighbours in a slot share neither brand nor trade. */
const STRIDE = 61;

/**
 * The name of a member's `index`-th customer: unique for each pair of slot and index.
 * @param slot a whole number ≥ 0, a member's own
 * @param index 0 … SLOT_SIZE − 1
 */
export const customerName = (locale: DemoLocale, slot: number, index: number): string => {
  const [brands, trades, districts] = [BRANDS[locale], TRADES[locale], DISTRICTS[locale]];
  const size = brands.length * trades.length;
  const place = slot * SLOT_SIZE + index;
  const mixed = (place * STRIDE) % size;
  const brand = brands[mixed % brands.length] ?? '';
  const trade = trades[Math.floor(mixed / brands.length)] ?? '';
  const round = Math.floor(place / size);
  const far = round > districts.length ? `${Math.floor(round / districts.length)}` : '';
  const district = round === 0 ? '' : `${districts[round % districts.length]}${far}`;
  return locale === 'zh'
    ? `${district}${brand}${trade}`
    : [district, brand, trade].filter((word) => word !== '').join(' ');
};

/** The person to talk to: 林总, Maya. */
export const contactName = (locale: DemoLocale, random: Random): string =>
  pick(random, CONTACTS[locale]);
