// /rewards: what points can be had for; asking for it, deciding on it, and filling the catalogue.
import type { Command } from './command.ts';
import { CATALOGUE_VERBS } from './rewards/catalogue.ts';
import { DECISION_VERBS } from './rewards/decisions.ts';
import { MANAGE_VERBS } from './rewards/manage.ts';
import { WISH_VERBS } from './rewards/wishes.ts';
import { firstWord, folded } from './settings/words.ts';

/** What the first word may ask for; everything else is looked for in the names. */
const WORDS = {
  add: ['add', 'new', '新增', '添加', '增加', '上架'],
  change: ['change', 'edit', 'manage', '修改', '管理'],
  retire: ['retire', 'remove', 'delete', '下架', '删除', '移除'],
  asked: ['asked', 'wishes', 'requests', '待批', '待审批', '审批'],
  mine: ['mine', 'my', '我的', '我的申请'],
  redeem: ['redeem', 'ask', '兑换', '申请', '换'],
} as const;

export const rewards: Command = {
  name: 'rewards',
  aliases: { 积分商城: '', 積分商城: '', reward: '' },
  role: 'rep',
  texts: (t) => t.rewards,

  grammar(rest) {
    const [word, after] = firstWord(rest);
    const typed = folded(word);
    const is = (words: readonly string[]): boolean => words.includes(typed);
    if (typed === '') return { verb: 'show', args: {} };
    if (is(WORDS.add)) return { verb: 'add', args: {} };
    if (is(WORDS.asked)) return { verb: 'asked', args: {} };
    if (is(WORDS.mine)) return { verb: 'mine', args: {} };
    if (is(WORDS.redeem)) {
      return after === ''
        ? { verb: 'show', args: {} }
        : { verb: 'redeemNamed', args: { name: after } };
    }
    if (is(WORDS.change)) {
      return after === ''
        ? { verb: 'manage', args: {} }
        : { verb: 'changeNamed', args: { name: after } };
    }
    if (is(WORDS.retire)) {
      return after === ''
        ? { verb: 'manage', args: {} }
        : { verb: 'retireNamed', args: { name: after } };
    }
    return { verb: 'find', args: { words: rest } };
  },

  verbs: { ...CATALOGUE_VERBS, ...WISH_VERBS, ...DECISION_VERBS, ...MANAGE_VERBS },
};
