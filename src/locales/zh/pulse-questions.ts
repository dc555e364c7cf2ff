// 匿名调研的题目与承诺。
import type { Messages } from '../messages.ts';

export const pulseQuestions: Messages['pulseQuestions'] = {
  items: {
    expected: '本月对我的期望我很清楚',
    reachable: '目标有挑战但够得着',
    fair: '评分公平反映了我的工作',
    understood: '我明白分数怎么算',
    thanked: '近两周有人为具体的事感谢过我',
    earned: '表彰给到了该得的人',
    help: '单子卡住时我能得到帮助',
    handovers: '交接给我的信息是完整的',
    learn: '我能学到提升所需的东西',
    next_step: '我看得到自己的下一步',
    workload: '工作量可以持续',
    speak: '说真话没有后果',
    logging: '记录跟进值得花时间',
    change: '上次标准调整讲清楚了',
    satisfied: '总体上我满意在这里工作',
  },
  recommend: '你有多大可能推荐朋友加入本团队？',
  comment: '还有什么想说的？',
  agreement: ['完全不同意', '不太同意', '说不上', '比较同意', '完全同意'],
  recommendEnds: '0 分完全不可能，10 分非常可能',
  scaleEnds: '0 分完全不是，10 分完全是',
  kinds: {
    rating: '1 到 5 分，从不同意到同意',
    scale: '0 到 10 分',
    choice: '几项里选一项',
    text: '文字',
  },
  promise: '我们对你的承诺',
  promiseSealed:
    '你的回答加密保存，不带姓名、时间和先后顺序；你是否参与只留下一个标记；调研一结束，两把密钥随即销毁，从此无论是经理、管理员，还是手握整个数据库的运维人员，都无法把任何一条回答和你对上。',
  promiseShown: (p) =>
    `结果只在结束后公布，只在至少 ${p.minMean} 人作答时公布（文字意见至少 ${p.minFull} 人），也绝不会给出能反推出不足 ${p.minMean} 人的组合。`,
  promiseOpen:
    '调研进行期间，聊天平台和机器人的运维方有可能看到你的点击；你的措辞可能暴露你；如果整组人的回答都一样，结果本身就会说明这一点。',
};
