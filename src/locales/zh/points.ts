// /points 的文案。
import type { Messages } from '../messages.ts';

export const points: Messages['points'] = {
  usage: '/points',
  summary: '能兑换奖励的积分：有多少、怎么来的、今天还能给出多少',
  examples: ['/points'],
  title: '可兑换积分',
  balance: '现有',
  left: '今天还能给出',
  points: (p) => `${p.n} 积分`,
  of: (p) => `${p.left} / ${p.budget}`,
  lapses: '今天没给出去的额度过了零点就作废，不累积，也不能留给自己。',
  apart: '这里的积分用来兑换奖励，和 /score 的绩效积分互不影响。',
  history: '最近的进出',
  none: '还没有积分。同事用 /kudos 表扬你，你就会收到。',
  when: '时间',
  what: '来由',
  amount: '积分',
  sources: {
    kudos: (p) => `${p.who}的表扬：${p.reason}`,
    undone: (p) => `${p.who}撤回了一条表扬`,
    redemption: (p) => `申请兑换：${p.name}`,
    returned: (p) => `退回：${p.name}`,
    other: '其他',
  },
  gone: '已删除的成员',
  rewards: '积分商城',
  thank: '表扬同事',
};
