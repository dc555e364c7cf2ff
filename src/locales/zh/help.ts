// /help 的文案。
import type { Messages } from '../messages.ts';

export const help: Messages['help'] = {
  usage: '/help [命令]',
  summary: '我会做什么、怎么用',
  examples: ['/help', '/help followup'],
  button: '你会做什么？',
  title: '我会做什么',
  command: '输入',
  does: '作用',
  more: '想看例子：/help followup。除非特别说明，我的回答只有你能看到。',
  aliases: '也可以写',
  usageLabel: '输入',
  examplesLabel: '例如',
  onlyFor: (p) => `仅限${p.who}使用。`,
  all: '全部命令',
  buttons: { log: '记录跟进', due: '待跟进', next: '接下来跟进谁', settings: '设置' },
};
