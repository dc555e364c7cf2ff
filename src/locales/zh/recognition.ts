// 自动认可和喜报的文案。
import type { Messages } from '../messages.ts';

const FIGURES = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

export const recognition: Messages['recognition'] = {
  titles: {
    first_win: '首单',
    goal_reached: '目标达成',
    personal_best: '个人最佳',
    streak: '持续跟进',
    improved: '进步明显',
    fast_handoff: '快速交接',
    customer_thanks: '客户点赞',
  },

  firstWin: (p) => `恭喜${p.name}拿下首单！`,
  goalReached: (p) => `${p.name}完成了${p.month}的成交目标！`,
  teamGoalReached: (p) => `${p.name}这一单，让团队完成了${p.month}的成交目标 ${p.target}！`,
  teamGoalReachedBySomebody: (p) => `团队完成了${p.month}的成交目标 ${p.target}！`,
  personalBest: (p) => `${p.name}${p.month}的成交额创个人新高，超过了之前的 ${p.months} 个月！`,
  streak: (p) => `${p.name}连续 ${p.days} 个工作日都在跟进客户，稳！`,
  improved: (p) => `${p.name}上周积分比平时高出 ${p.delta} 分，进步明显！`,
  fastHandoff: (p) =>
    p.minutes < 1
      ? `同事交来的客户，${p.name}马上就接手了。`
      : `同事交来的客户，${p.name} ${p.minutes} 分钟就接手了。`,
  customerThanks: (p) => `有客户给${p.name}打了满分 5 分！`,

  yours: {
    first_win: () => '恭喜你拿下首单！',
    goal_reached: (p) => `你完成了${p.month}的成交目标！`,
    team_goal_reached: (p) => `你这一单，让团队完成了${p.month}的成交目标 ${p.target}！`,
    personal_best: (p) => `你${p.month}的成交额创个人新高，超过了之前的 ${p.months} 个月！`,
    streak: (p) => `你已连续 ${p.days} 个工作日跟进客户，稳！`,
    improved: (p) => `你上周积分比平时高出 ${p.delta} 分，进步明显！`,
    fast_handoff: (p) =>
      p.minutes < 1
        ? '同事交来的客户，你马上就接手了。'
        : `同事交来的客户，你 ${p.minutes} 分钟就接手了。`,
    customer_thanks: () => '有客户给你打了满分 5 分！',
  },
  onlyYou: '这条只有你能看到。',

  takenBack: '已撤回',
  takenBackText: '这条消息依据的记录后来有更正。',
  takenBackFrom: (p) => `已撤回：${p.title}`,
  takenBackFromText: '它依据的记录被撤销或更正了，所以暂时不成立。再次达成时，还会告诉你。',

  celebration: '喜报',
  won: (p) => `${p.name}签下${p.customer}，${p.amount}！`,
  somebody: '有同事',
  aCustomer: '某客户',
  industries: {
    finance: '某金融企业',
    health: '某医疗健康机构',
    education: '某教育机构',
    technology: '某科技企业',
    manufacturing: '某制造企业',
    logistics: '某物流企业',
    property: '某地产建筑企业',
    energy: '某能源企业',
    food: '某食品餐饮企业',
    retail: '某商贸企业',
    public: '某政企单位',
  },
  figures: (p) => `金额${FIGURES[p.n] ?? p.n}位数`,
  amount: (p) => `金额 ${p.money}`,
  monthSoFar: (p) => `团队${p.month}成交`,
  ofGoal: (p) => `${p.won} / ${p.target}（${p.ratio}）`,
  cheer: '喝彩',
  cheerCount: (p) => `喝彩（${p.n}）`,
  cheered: (p) => `${p.names}为这一单喝彩`,
  between: '、',
  cheeredMore: (p) => `${p.names}和另外 ${p.n} 人为这一单喝彩`,
  cheeredBefore: '你已经为这一单喝过彩了，这份心意同事收到了。',
  cheerSelf: '这是你自己的单子，喝彩就留给同事吧。干得漂亮！',
  cheerGone: '这一单已经撤销，不用再喝彩了。',
  celebrationTakenBack: '这条喜报对应的单子后来有更正。',
};
