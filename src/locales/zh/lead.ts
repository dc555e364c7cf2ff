// /lead 的文案。
import type { Messages } from '../messages.ts';

export const lead: Messages['lead'] = {
  usage: '/lead <客户> [来源] [@同事]',
  summary: '登记新线索，首次响应开始计时',
  examples: ['/lead 晨光科技 官网', '/lead 晨光科技 来源：展会 @王芳'],
  mine: (p) => `新线索归你：${p.customer}`,
  given: (p) => `新线索已分给${p.name}：${p.customer}`,
  received: (p) => `你有一条新线索：${p.customer}`,
  from: (p) => `由${p.name}分配给你。`,
  customer: '客户',
  source: '来源',
  owner: '负责人',
  isNew: '新客户',
  target: '首次响应',
  until: (p) => `${p.time} 前响应即达标`,
  told: (p) => `已私下通知${p.name}。`,
  untold: (p) => `没法私下联系到${p.name}，请你自己转告。`,
  waiting: (p) => `已在等待：${p.customer}`,
  waitingText: (p) => `之前的线索从 ${p.time} 起就在等首次响应，继续计时，没有重复登记。`,
  log: '记录首次响应',
};
