// /kudos 的文案。
import type { Messages } from '../messages.ts';

export const kudos: Messages['kudos'] = {
  usage: '/kudos @同事 <原因> [#价值观] [+积分]',
  summary: '公开表扬同事做的一件具体的事',
  examples: [
    '/kudos @王芳 昨晚陪我改完晨光科技的报价，单子保住了',
    '/kudos @王芳 @李雷 投影坏了还把演示救了回来 +2',
    '/kudos',
  ],
  points: (p) => `${p.n} 积分`,
  posted: (p) => `${p.giver}表扬了${p.names}`,
  value: (p) => `#${p.value}`,
  received: (p) => `${p.giver}表扬了你`,
  credited: (p) => `+${p.n} 积分。`,
  creditedNth: (p) => `+${p.n} 积分：30 天内${p.giver}第 ${p.nth} 次表扬你，按 1/${p.nth} 计。`,
  seenBy: '同事们会在团队群里看到。',
  private: '只有你能看到。',
  myPoints: '我的积分',
  given: (p) => `已表扬${p.names}`,
  left: (p) =>
    `用了今天的 ${p.cost} 积分，${p.left === 0 ? '今天的已用完' : `还剩 ${p.left}`}。每天更新，用不完不累积。`,
  nth: (p) => `30 天内第 ${p.nth} 次表扬${p.name}，对方按 1/${p.nth} 得分。`,
  isPosted: '已发到团队群。',
  notPosted: {
    private: '你们团队的表扬不公开，所以没有发到群里。',
    no_channel: '团队还没有选群，所以没有发出来。请经理在群里输入 /settings channel。',
    unwanted: (p) => `${p.names}不想被公开表扬，所以没有发到群里，已私下告知。`,
  },
  without: (p) => `${p.names}不想被公开表扬，群里没有提到，已私下告知。`,
  unreachable: (p) => `没法私下联系到${p.names}，当面说一声更好。`,
  undone: (p) => `已撤回对${p.names}的表扬`,
  pointsBack: (p) => `退回 ${p.cost} 积分，今天还剩 ${p.left}。`,
  pointsLapsed: '积分退回到了给出的那一天，那天已经过去，不再可用。',
  post: {
    removed: '还没发到群里，不会再发。',
    replacing:
      '群里的那条会换成一句简短的说明；如果聊天平台不支持修改消息，原文会留着，请自己在群里说一声。',
    unknown: '可能已经发到群里了，我没法撤掉那一条。',
  },
  takenBack: (p) => `${p.giver}撤回了一条表扬`,
  takenBackText: '随之给出的积分也已退回。',
  refused: '还没有发出',
  why: {
    who: '要表扬谁？请用 @ 点名。',
    self: '不能表扬自己，请去掉自己的名字。',
    left: (p) => `${p.name}已离职。`,
    unseen: (p) => `我不认识${p.name}：可能是机器人，或者还没和我说过话。只能表扬团队成员。`,
    reason: (p) => `为什么表扬？请写至少 ${p.characters} 个汉字（或 ${p.letters} 个字母）。`,
    short: (p) =>
      `原因太短，还差 ${p.missing} 个字母。写写对方做了什么、带来了什么；数字、表情和重复的内容不算。`,
    shortCjk: (p) =>
      `原因太短，还差 ${p.missing} 个字。写写对方做了什么、带来了什么；数字、表情和重复的内容不算。`,
    long: (p) => `原因超过了 ${p.max} 字。`,
    value: (p) =>
      p.near === null
        ? `#${p.typed} 不在团队的价值观里，可选的有${p.values}。`
        : `#${p.typed} 不在团队的价值观里，是不是 #${p.near}？可选的有${p.values}。`,
    values: (p) => `一次只能选一个价值观，请在${p.typed}中选一个。`,
    points: (p) => `积分请写一个 1 到 ${p.max} 的整数，是给每个人的，例如 +2。`,
    budget: (p) =>
      `这次要用 ${p.cost} 积分，今天只剩 ${p.left}。${p.left === 0 ? '明天会有新的额度。' : '少点几个人，或少给一些。'}`,
    none: '在你们团队，你的角色没有可以给出的积分。经理可以调整：/settings recognition',
  },
  form: {
    title: '表扬同事',
    submit: '发出',
    intro: (p) => `今天还剩 ${p.left} 积分。`,
    who: '表扬谁',
    whoHint: '每人都按下面的积分计。列表里没有的人：/kudos @同事 <原因>',
    reason: '为什么',
    reasonHint: '对方做了什么，带来了什么',
    value: '价值观',
    points: '每人积分',
  },
};
