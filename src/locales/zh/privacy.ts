// /privacy 的文案。
import type { Messages } from '../messages.ts';

export const privacy: Messages['privacy'] = {
  usage: '/privacy',
  summary: '我存了你的哪些信息，谁能看到',
  examples: ['/privacy'],
  title: '我存了你的哪些信息',
  stored: {
    followups: '跟进记录（含原话）',
    steps: '承诺的下一步',
    customers: '你名下的客户',
    leads: '分给你的线索',
    deals: '商机和成交',
    payments: '回款',
    handoffs: '交接',
    opened: '你打开过的共享跟进',
    counters: '每日计数',
    scores: '积分',
    leave: '请假天数',
    accounts: '关联的聊天账号',
    audit: '操作记录中属于你的条目',
  },
  also: '另外还有你的姓名、角色、团队、语言、入职日期和设置。',
  who: '谁能看到',
  you: '你：自己的全部内容。',
  manager: '团队经理和管理员：你的积分及其依据的记录，还有请假和角色。',
  colleagues:
    '同事：你共享或交接的内容、哪些客户归你，以及团队的发布（榜上会有你的名字，除非你选择不显示）。',
  hidden: '同事：你共享或交接的内容、哪些客户归你，以及团队的发布。你已选择不上公开排行榜。',
  operator: '为公司运行这个机器人的人保管数据库，有能力读取其中的内容。',
  ask: (p) => `导出和删除目前还没有命令，请找管理员：${p.admins}。`,
  noAdmin: '导出和删除目前还没有命令，请找为公司运行这个机器人的人。',
};
