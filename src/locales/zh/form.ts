// 表单填写有误时的提示。
import type { Messages } from '../messages.ts';

export const form: Messages['form'] = {
  required: '请填写这一项。',
  choose: '请从列表里选一个。',
  tooLong: (p) => `请控制在 ${p.max} 字以内。`,
  whole: (p) => `请填不超过 ${p.max} 的整数。`,
  number: '请填数字，例如 12 或 3.5。',
  day: '请填日期，例如 2026-03-12。',
  clock: '请填时间，例如 15:00。',
  dayForTime: '这个时间是哪一天？',
  past: '下一步不能早于今天。',
  future: '跟进不能发生在将来，请把它写成下一步。',
  amount: '金额拿不准，请写成 150000、15万 或 $15,000 这样。',
};
