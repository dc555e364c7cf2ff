// /goal 的文案。
import type { Messages } from '../messages.ts';

export const goal: Messages['goal'] = {
  usage: '/goal · 团队 <金额> · @同事 <金额>',
  summary: '本月成交目标：团队的和你自己的，以及进度够不够',
  examples: ['/goal', '/goal 团队 500万', '/goal @王芳 30万', '/goal @王芳 取消'],
  title: (p) => `${p.month}目标`,
  ofTeam: (p) => `团队：${p.team}`,
  yours: '你',
  progress: (p) => `${p.won} / ${p.target}（${p.ratio}）`,
  others: (p) => `${p.sums} 没有汇率，未计入。管理员可用 /settings 汇率 USD 7.2 这样设置。`,
  days: (p) => `今天是第 ${p.elapsed} 个工作日，本月共 ${p.workdays} 个。`,
  reached: '已完成，恭喜！',
  onPace: (p) => `进度是应有进度的 ${p.pace}，保持住。`,
  behind: (p) =>
    p.days === 0
      ? `进度是应有进度的 ${p.pace}，还差 ${p.left}。`
      : `进度是应有进度的 ${p.pace}；剩下 ${p.days} 个工作日，每天成交 ${p.left} 就能完成。`,
  noPace: (p) => `还差 ${p.left}。`,
  members: '成员目标',
  member: '成员',
  wonSoFar: '已成交',
  target: '目标',
  none: '本月还没有设目标。',
  noneOwn: '你本月还没有个人目标。',
  howToSet: (p) => `设目标：${p.team} 或 ${p.member}`,
  askManager: '由经理用 /goal 设置。',
  set: (p) => `目标已设：${p.who}，从${p.month}起每月 ${p.target}`,
  cleared: (p) => `目标已取消：${p.who}，从${p.month}起`,
  unchanged: (p) => `目标本来就是这样：${p.who}，${p.target}`,
  unchangedNone: (p) => `${p.who}本来就没有目标。`,
  setForYou: (p) => `${p.name}为你设了目标：从${p.month}起每月 ${p.target}`,
  clearedForYou: (p) => `${p.name}取消了你从${p.month}起的目标`,
  look: '查看目标',
};
