// 密钥丢失的调研。
import type { Messages } from '../messages.ts';

export const pulseLost: Messages['pulseLost'] = {
  title: (p) => `${p.who}的调研只能取消了`,
  text: '保险库里已经没有这次调研的密钥，任何人（包括跟进自己）都打不开这些答案了。答案已全部删除，没有计票，也没有人看过。',
  next: '密钥单独存放在运行跟进的机器上，运行 `genjin doctor` 可以检查保险库是否正常。确认后发 /pulse start 重新发起。',
};
