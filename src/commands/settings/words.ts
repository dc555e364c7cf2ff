// The words of /settings in both languages, and the small values people type: on and off, roles, calendars, languages.
import type { CalendarKind } from '../../domain/calendar.ts';
import type { FieldKind } from '../../domain/field.ts';
import type { Role } from '../../domain/role.ts';
import { LOCALE_TAGS, type LocaleTag, localeFor } from '../../locales/index.ts';

/** What the first word after /settings may mean. */
export const NOUNS = {
  mine: ['mine', 'me', '我的', '个人', '個人'],
  language: ['language', 'lang', '语言', '語言'],
  morning: ['morning', '早间', '早間', '早间清单'],
  public: ['public', '公开榜', '公開榜', '公开'],
  praise: ['praise', 'praised', '公开表扬', '公開表揚'],
  recognition: ['recognition', 'kudos', '认可', '認可', '认可规则', '表扬', '表揚'],
  optOut: ['opt-out', 'optout', '退出公开榜', '退出公開榜'],
  optIn: ['opt-in', 'optin', '加入公开榜', '加入公開榜'],
  opt: ['opt'],
  team: ['team', '团队', '團隊'],
  rename: ['rename', 'name', '改名', '名称'],
  channel: ['channel', '群', '频道', '頻道'],
  post: ['post', 'posts', '发榜', '發榜'],
  zone: ['zone', 'timezone', '时区', '時區'],
  currency: ['currency', '货币', '貨幣', '币种'],
  calendar: ['calendar', '日历', '日曆'],
  holiday: ['holiday', 'holidays', '假日', '放假', '调休'],
  members: ['members', 'member', '成员', '成員'],
  role: ['role', '角色'],
  seller: ['seller', '排名'],
  joined: ['joined', '入职', '入職'],
  leave: ['leave', '请假', '請假', '休假'],
  remove: ['remove', '移除', '离职', '離職'],
  field: ['field', 'fields', '字段', '欄位'],
  rate: ['rate', 'rates', '汇率', '匯率'],
  retention: ['retention', '保留', '保留期限', '保存期限'],
  audit: ['audit', '操作记录', '操作記錄', '审计'],
  undelivered: ['undelivered', '未送达', '未送達'],
} as const;
export type Noun = keyof typeof NOUNS;

const SWITCH = {
  on: ['on', 'yes', 'true', 'y', '开', '开启', '打开', '是', '要', '参与', '显示', '開', '開啟'],
  off: [
    'off',
    'no',
    'false',
    'n',
    '关',
    '关闭',
    '否',
    '不',
    '不要',
    '不参与',
    '隐藏',
    '關',
    '關閉',
  ],
} as const;
const ROLE_WORDS: Record<Role, readonly string[]> = {
  rep: ['rep', 'sales', '销售', '銷售', '成员'],
  manager: ['manager', 'lead', '经理', '主管', '經理'],
  admin: ['admin', 'administrator', '管理员', '管理員'],
};
const CALENDAR_WORDS: Record<CalendarKind, readonly string[]> = {
  cn: ['cn', 'china', 'chinese', '中国', '法定', '中国法定', '法定节假日'],
  weekends: ['weekends', 'weekend', '周末', '双休', '周末双休'],
};
const DAY_WORDS = {
  off: ['off', 'holiday', '休', '休息', '放假'],
  work: ['work', 'workday', '班', '上班', '补班', '工作'],
  clear: ['clear', 'reset', '恢复', '清除', '取消'],
} as const;
const FIELD_WORDS: Record<FieldKind, readonly string[]> = {
  text: ['text', '文字', '文本'],
  number: ['number', '数字', '數字'],
  choice: ['choice', 'select', '选项', '选择', '单选', '選項'],
  date: ['date', 'day', '日期'],
};
const LEFT_WORDS = ['left', 'former', '已离职', '离职', '離職'];
const REQUIRED_WORDS = ['required', '必填'];
/** What may be done with a field. */
const FIELD_DEEDS = {
  add: ['add', 'new', '新建', '添加', '新增', '增加'],
  retire: ['retire', 'remove', 'delete', '停用', '删除', '移除'],
  list: ['list', '列表'],
} as const;
/** What names and tags do not cover. */
const LANGUAGE_WORDS: ReadonlyMap<string, LocaleTag> = new Map([
  ['英文', 'en'],
  ['英', 'en'],
  ['汉语', 'zh'],
  ['中', 'zh'],
  ['华语', 'zh'],
  ['繁體中文', 'zh'],
]);
const FOLLOW_WORDS = ['team', 'follow', 'default', '团队', '跟随团队', '跟随', '默认'];

/** A word as it is compared. */
export const folded = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

const codeIn = <K extends string>(
  table: Readonly<Record<K, readonly string[]>>,
  typed: string,
): K | null => {
  const word = folded(typed);
  const codes = Object.keys(table) as K[];
  return codes.find((code) => table[code].includes(word)) ?? null;
};

export const nounOf = (typed: string): Noun | null => codeIn(NOUNS, typed);
export const roleOf = (typed: string): Role | null => codeIn(ROLE_WORDS, typed);
export const calendarKindOf = (typed: string): CalendarKind | null => codeIn(CALENDAR_WORDS, typed);
export const dayKindOf = (typed: string): keyof typeof DAY_WORDS | null => codeIn(DAY_WORDS, typed);

export const fieldKindOf = (typed: string): FieldKind | null => codeIn(FIELD_WORDS, typed);
export const fieldDeedOf = (typed: string): keyof typeof FIELD_DEEDS | null =>
  codeIn(FIELD_DEEDS, typed);
export const isRequiredWord = (typed: string): boolean => REQUIRED_WORDS.includes(folded(typed));

export const isLeftWord = (typed: string): boolean => LEFT_WORDS.includes(folded(typed));

/** Whether the word says on or off; null when it says neither. */
export const switchOf = (typed: string): boolean | null => {
  const code = codeIn(SWITCH, typed);
  return code === null ? null : code === 'on';
};

/** Whether the word means the team's language. */
export const followsTeam = (typed: string): boolean => FOLLOW_WORDS.includes(folded(typed));

/** The language a word names: its tag, or its name in any language we speak. */
export const languageOf = (typed: string): LocaleTag | null => {
  const word = folded(typed);
  const known = LANGUAGE_WORDS.get(word);
  if (known !== undefined) return known;
  const names = (tag: LocaleTag): string[] =>
    [
      tag,
      localeFor(tag).t.name,
      ...LOCALE_TAGS.map((reader) => new Intl.DisplayNames([reader], { type: 'language' }).of(tag)),
    ].map((name) => folded(name ?? tag));
  return LOCALE_TAGS.find((tag) => names(tag).includes(word)) ?? null;
};

/** The first word and what follows it. */
export const firstWord = (text: string): readonly [word: string, rest: string] => {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(text.trim()) ?? [];
  return [word, rest.trim()];
};
