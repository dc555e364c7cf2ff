// 每日、每周的认可，以及只给经理和管理员看的内容。
import type { Messages } from '../messages.ts';

export const digest: Messages['digest'] = {
  milestones: '亮点',
  kudos: '今日表扬',
  thanked: (p) => `${p.giver} → ${p.names}`,
  colon: '：',
  tag: (p) => ` #${p.value}`,
  moreNames: (p) => `另外 ${p.n} 人`,
  awards: '奖项与徽章',
  spot: '即时奖',
  badge: (p) => `${p.name}获得新徽章：${p.badge}`,

  week: {
    title: (p) => `${p.team} · 一周回顾（${p.from} 至 ${p.to}）`,
    won: '本周成交',
    collected: '本周回款',
    thanks: (p) => `本周 ${p.n} 次表扬`,
    value: (p) => `#${p.value} · ${p.n} 次`,
    noValue: (p) => `未选价值观 · ${p.n} 次`,
    otherValues: (p) => `… 还有 ${p.n} 次，属于其他价值观`,
    none: '本周还没有人收到表扬。你想到了谁？/kudos @同事 <原因>',
  },

  support: {
    title: (p) => `${p.team} · 谁可能需要你的一句话`,
    intro: '这条只有你能看到。这不是排名，也不是批评：针对一件具体的事说句话，往往就够了。',
    nobody: '近四周大家都得到过认可，也没有人的积分连续下滑。做得好。',
    quiet: '近四周没有得到认可',
    falling: (p) => `周积分连续两次下滑（${p.scores}）`,
    and: '；',
    strength: (p) =>
      `做得好的地方：上周“${p.metric}”得 ${p.score} 分（满分 100）。举个例子夸一夸。`,
    step: (p) => `接下来：${p.step}（${p.customer}）。问问需要什么支持。`,
    talk: '聊聊最近几周怎么样，有什么难处。',
    coverage: '激励覆盖率',
    soFar: (p) => `${p.month}至今`,
    reached: (p) => `${p.reached} / ${p.eligible} 人`,
    each: (p) => `人均 ${p.n} 次认可`,
    comma: '，',
    small: '不足五人的团队只显示人数，不作评价。',
    noOne: '暂时没有可统计的成员',
    uneven: (p) =>
      `表扬集中在少数人身上：近四周的表扬，有一半给了 ${p.members} 人中的 ${p.half} 人（基尼系数 ${p.gini}，高于 0.6 算不均）。是不是有人的付出没被看见？`,
    rules:
      '不含入职未满 30 天的新成员，以及一半以上工作日请假的成员。认可包括表扬、里程碑和奖项；兑换到的奖励也算已覆盖。',
    more: (p) => `… 还有 ${p.n} 位。随时可发送 /kudos team 查看。`,
    hint: '随时可发送 /kudos team 查看。',
  },

  rings: {
    title: '小范围内的互相表扬',
    intro:
      '这条只有管理员能看到。天天共事的人本来就该互相感谢，很可能就是这样：没有拦下任何表扬，也没有告诉其他人。如果不是，友好地问一句就好。',
    member: (p) => `${p.name}：${p.given} 次中有 ${p.inside} 次（${p.ratio}）`,
    returned: (p) =>
      `小组内 ${p.edges} 个方向中有 ${p.returned} 个是相互的；全员的相互比例为 ${p.ratio}。`,
    rules:
      '两到四人，每人 30 天内至少表扬 4 次，其中至少 60% 给了组内的人。重复的表扬本来就会打折：30 天内给同一个人的第 n 次只算 1/n。',
    more: (p) => `… 还有 ${p.n} 组，下周再告诉你。`,
  },
};
