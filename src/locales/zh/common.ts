// 多个功能共用的文案。
import type { Messages } from '../messages.ts';

export const common: Messages['common'] = {
  undo: '撤销',
  cancel: '取消',
  save: '保存',
  yes: '是',
  no: '否',
  none: '–',
  you: '你',
  more: (p) => `… 还有 ${p.n} 项`,
  try: '试试：',
  roles: { rep: '成员', manager: '经理和管理员', admin: '管理员' },
  demo: '演示数据',
  problem: '没有成功',
  fault: '我这边出了点问题，什么都没有记录，请再试一次。',
  faultReference: (p) => `如果再次出现，请把这个编号告诉管理员：${p.id}`,
  welcome: (p) => `${p.name}，你好，我是跟进`,
  welcomeText: '用一句话告诉我和客户的沟通，我来记录、提醒下一步，并告诉你积分的变化。',
  welcomeAdmin: '你是这里的第一位成员，所以你是管理员。用 /settings 给团队起名、选群、定发榜时间。',
  welcomeTeam: (p) => `你在“${p.team}”。`,
  welcomeNoTeam: '你还没有加入团队，请管理员用 /settings 添加。',
  defaultTeam: '销售团队',
  unsupported: '这类消息我还看不懂，请用文字告诉我。',
  joined: '大家好，我是跟进',
  joinedText: '我记录跟进、算一份人人都能看懂的积分，每天发布排行榜。输入 /help 看看我能做什么。',
};
