// /privacy 的文案。
import type { Messages } from '../messages.ts';

export const privacy: Messages['privacy'] = {
  usage: '/privacy [导出 | 删除]',
  summary: '我存了你的哪些信息，导出一份，或彻底删除',
  examples: ['/privacy', '/privacy 导出', '/privacy 删除', '/privacy 删除 @王芳'],
  title: '我存了你的哪些信息',
  stored: {
    profile: '个人资料和设置',
    accounts: '关联的聊天账号',
    followups: '跟进记录（含原话）',
    steps: '承诺的下一步',
    drafts: '等待确认客户的草稿',
    customers: '你名下的客户',
    leads: '分给你的线索',
    deals: '商机和成交',
    invoices: '应收账单',
    payments: '回款',
    handoffs: '交接',
    opened: '你打开过的共享跟进',
    satisfaction: '向你的客户发出的满意度询问',
    checks: '对你沟通质量的抽查',
    counters: '每日计数',
    touched: '每天跟进过的客户',
    scores: '积分及其计算依据',
    boards: '你发布的排行榜',
    leave: '请假天数',
    audit: '操作记录中你操作的或与你有关的条目',
  },
  rows: (p) => `${p.n} 行`,
  also: '另外还有你的姓名、角色、团队、语言、入职日期和设置。',
  who: '谁能看到',
  you: '你：自己的全部内容。',
  manager: '团队经理和管理员：你的积分及其依据的记录，还有请假和角色。',
  colleagues:
    '同事：你共享或交接的内容、哪些客户归你，以及团队的发布（榜上会有你的名字，除非你选择不显示）。',
  hidden: '同事：你共享或交接的内容、哪些客户归你，以及团队的发布。你已选择不上公开排行榜。',
  operator: '为公司运行这个机器人的人保管数据库，有能力读取其中的内容。',
  ask: (p) => `有疑问请找管理员：${p.admins}。`,
  noAdmin: '有疑问请找为公司运行这个机器人的人。',
  exportMine: '导出我的数据',
  eraseMe: '删除我的信息',
  eraseOther: (p) => `删除 ${p.name} 的信息`,
  eraseForGood: '彻底删除',
  eraseIntro:
    '你的姓名、账号和写过的全部文字都会删除，名下客户进入公海，你从今天起离开团队。数字会保留但不再带你的名字，这样团队汇总和榜单不会出错。此操作无法撤销。',
  eraseOtherIntro:
    '对方的姓名、账号和写过的全部文字都会删除，名下客户进入公海。数字会保留但不再带名字，这样团队汇总和榜单不会出错。此操作无法撤销。',
  typeToConfirm: (p) => `请输入以确认：${p.type}`,
  notConfirmed: (p) => `输入的内容不一致，什么都没有删除。请输入：${p.type}`,
  erased: (p) => `已删除，今后只显示为 ${p.label}`,
  erasedBefore: (p) => `${p.label} 此前已经删除`,
  went: (p) =>
    `已删除：姓名、${p.accounts} 个聊天账号和 ${p.notes} 条记录中的文字。他人的 ${p.mentions} 处文字和榜单里的姓名已替换。${p.customers} 位客户进入公海。`,
  stays: (p) =>
    `仍以 ${p.label} 保留：日期、计数、金额和积分，这样团队汇总和榜单不会出错；客户和联系人属于公司，也会保留。操作记录里注明了这次删除。`,
  backups:
    '今天之前的备份里仍有这些数据，直到备份到期删除。已经发到聊天里的消息，需要在聊天平台上删除。',
  comingBack: '之后再给我发消息的人，会成为一位新成员。',
};
