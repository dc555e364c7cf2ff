// 没有办成的原因，以及该怎么写。
import type { Messages } from '../messages.ts';

export const refusals: Messages['refusals'] = {
  busy: () => '现在有点忙，这次没有记录，请稍后再发一次。',
  too_many: (p) => `一下子太多了，请等 ${p.seconds} 秒再继续。`,
  unknown_command: (p) => `不认识“${p.typed}”，是想用 /${p.nearest} 吗？输入 /help 查看全部命令。`,
  unknown_word: (p) => `不认识“${p.typed}”。输入 /help 查看全部命令。`,
  stale_button: () => '这个按钮已经失效，请重新输入命令。',
  not_allowed: (p) => `只有${p.who}可以这样做。`,
  left: () => '你已不在团队里。管理员可以用 /settings members left 把你请回来。',
  not_yours: () => '这是别人的记录，你不能修改。',
  no_team: () => '你还没有加入团队，请管理员添加：/settings member @你 team <团队名>',
  empty_line: () => '请写一句发生了什么，例如：/followup 给晨光科技打了电话，聊了报价，周五演示',
  too_long: (p) => `请控制在 ${p.max} 字以内。`,
  followup_gone: () => '这条跟进已经不存在了。',
  undo_late: (p) => `撤销只在 ${p.minutes} 分钟内有效，请用“修改”来更正。`,
  future: () => '跟进不能发生在将来，请把它写成下一步。',
  no_channel_set: () => '团队还没有指定群，请经理在群里输入 /settings channel。',
  already_shared: () => '已经共享过了。',
  customer_confidential: (p) =>
    `“${p.customer}”是保密客户，跟进不能发到群里。需要同事知道的，请私下告诉对方；要请同事接手，请用 /handoff ${p.customer} @同事 <交接说明>。`,
  unknown_customer: (p) => `没有叫“${p.typed}”的客户。请核对名称，或先记一条跟进，我会自动添加。`,
  which_customer: (p) => `“${p.typed}”可能是${p.names}，请多写几个字。`,
  customer_taken: (p) =>
    `“${p.customer}”有同事在负责，只有负责人、对方的经理或管理员可以这样做，请联系其中一位。`,
  customer_pool: (p) =>
    `“${p.customer}”在公海里，请先领取：输入 /customer ${p.customer}，点“领取”。`,
  lead_owned: (p) =>
    `“${p.customer}”由${p.owner}负责。可以用 @${p.owner} 把线索分给对方，或先交接客户：/handoff ${p.customer} @同事 <交接说明>`,
  lead_unclear: (p) =>
    `“${p.rest}”是名称的一部分吗？如果是来源，请输入 /lead ${p.customer}，${p.rest}；如果是新客户，请在完整名称后加逗号。`,
  close_future: () => '这一天还没到，请到当天再登记，现在可以先写成下一步。',
  due_past: () => '付款日不能早于成交日，请核对这两个日期。',
  refund_word: (p) => `金额小于零表示退款，请写明，例如：${p.example}`,
  undo_over: (p) =>
    `撤销只在 ${p.minutes} 分钟内有效。回款可以用相反的一笔来更正：/paid <客户> 退款 <金额>`,
  record_gone: () => '这条登记已经撤销，或已不存在。',
  name_too_long: (p) => `客户名称最多 ${p.max} 个字，后面的内容请用逗号隔开。`,
  note_needed: (p) => `请写几句目前的进展，例如：${p.example}`,
  handoff_self: () => '不能交接给客户现在的负责人，请用 @ 选另一位同事。',
  handoff_pending: (p) => `“${p.customer}”正在交接中，请先撤回：输入 /handoff`,
  handoff_gone: () => '这次交接已经结束：已答复、已撤回，或客户已归他人。',
  member_unseen: (p) => `${p.name}还不是这里的成员，请对方先给我发一句话，或用 @ 选别的同事。`,
  customer_needed: (p) => `是哪位客户？例如：${p.example}`,
  unknown_member: (p) => `没有叫“${p.typed}”的成员，请输入 @ 选择。`,
  which_member: (p) => `“${p.typed}”可能是${p.names}，请写全名。`,
  member_needed: (p) => `是谁？例如：${p.example}`,
  amount_needed: (p) => `金额是多少？例如：${p.example}`,
  amount_unclear: (p) => `金额“${p.typed}”拿不准，请写成 ${p.example} 这样。`,
  day_unclear: (p) => `“${p.typed}”不确定是哪一天，请写成 2026-03-12 这样。`,
  unknown_metric: (p) => `没有叫“${p.typed}”的指标。现有：${p.known}。`,
  metric_not_in_standard: (p) => `${p.metric}不在现行标准里，所以不计分。`,
  unknown_period: (p) =>
    `没有“${p.typed}”这个时段。可以写今日、本周、本月、本季，或过去的 2026-Q1、2026-02、2026-W09、2026-02-27。`,
  period_ahead: (p) => `${p.period} 还没有开始。请写已经开始的时段，例如：/leaderboard 导出 本月`,
  unknown_leaderboard: (p) =>
    `看不懂“${p.typed}”。请输入 /leaderboard 加 今日、本周、本月、进步 或 团队。`,
  setting_unclear: (p) => `${p.problem}例如：${p.example}`,
  unknown_setting: (p) =>
    `没有“${p.typed}”这项设置。输入 /settings 查看可设置的内容，/help settings 查看写法。`,
  near_setting: (p) => `没有“${p.typed}”这项设置，是想写 /settings ${p.nearest} 吗？`,
  not_of_team: (p) => `“${p.typed}”不是团队的设置，请去掉团队名：/settings ${p.typed}`,
  team_needed: (p) =>
    `是哪个团队？你不在任何团队，请先写团队名：/settings 团队 <团队名> 时区 Asia/Shanghai。现有${p.names}。`,
  unknown_team: (p) => `没有“${p.typed}”这个团队。现有${p.names}。`,
  unknown_team_word: (p) =>
    `没有“${p.typed}”这个团队。输入 /settings 查看团队，或新建：/settings 团队 新建 <团队名>`,
  not_your_team: () => '这是别的团队，只有它的经理或管理员可以操作。你的团队请看 /settings。',
  not_your_member: () => '此人不在你的团队，请找对方的经理或管理员。',
  last_admin: () => '这是唯一的管理员，请先指定另一位：/settings 角色 @某人 管理员',
  own_role: () => '不能提升自己的角色，请管理员操作：/settings 角色 @你 经理',
  member_left: (p) => `${p.name} 已离职，请先恢复：输入 /settings 成员 已离职`,
  unknown_privacy: (p) =>
    `看不懂“${p.typed}”，是想用 /privacy ${p.nearest} 吗？只输入 /privacy 可查看我存了什么。`,
  last_admin_erase: () => '你是唯一的管理员，请先指定另一位：/settings 角色 @某人 管理员',
  erase_first_left: (p) =>
    `${p.name} 还在团队里，可以自己用 /privacy 删除。如果已经离职，请先登记：/settings 离职 @${p.name}`,
  group_only: () => '请在要发布的那个群里输入 /settings 群。',
  many_fields: (p) =>
    `自定义字段超过 ${p.max} 个就没人填了，请先停用一个：/settings 字段 停用 <名称>`,
  no_fields: () => '团队还没有自定义字段。新增：/settings 字段 新增 竞品 文字',
  unknown_field: (p) => `没有“${p.typed}”这个字段。现有${p.names}。`,
  message_moved: () => '这条消息已被重新发送或放弃。查看剩下的：/settings 未送达',
  unknown_reward: (p) => `商城里没有“${p.typed}”，输入 /rewards 看看有什么。`,
  which_reward: (p) => `“${p.typed}”可能是${p.names}，请多写几个字。`,
  reward_gone: () => '这项奖励已经下架，输入 /rewards 看看现在有什么。',
  not_your_reward: () =>
    '这项奖励面向所有人或属于别的团队，只有管理员能修改。你能管理的请看 /rewards 管理',
  own_wish: () => '不能审批自己的申请，它已经送到你的经理或管理员那里。',
  not_your_wish: () => '这个申请由对方的经理或管理员审批。等你审批的请看 /rewards 待批',
  kudos_late: (p) => `表扬在 ${p.minutes} 分钟内可以撤回，时间已过，这条表扬会保留。`,
  goal_whose: (p) => `设谁的目标？团队的写 ${p.team}，个人的写 ${p.member}。`,
  goal_no_team: (p) =>
    `${p.name}还没有加入团队，目标要归到团队：/settings member @${p.name} team <团队名>`,
  goal_currency: (p) =>
    `团队按${p.currency}计算，目标也要用${p.currency}，请写成 ${p.example} 这样。`,
  pulse_nothing_open: () => '没有等你作答的调研。输入 /pulse 看全部，/pulse 结果 看结果。',
  pulse_not_invited: () => '这次调研问的是其他同事。输入 /pulse 看你受邀的调研。',
  pulse_not_open: () => '正在准备，请一分钟后再试。',
  pulse_over: () => '这次调研已经结束。输入 /pulse 结果 看结果。',
  pulse_unfinished: () => '还有题没答完。请重新开始：/pulse 作答',
  pulse_empty: () => '每题都跳过了。请至少答一题，或写几句：/pulse 作答',
  pulse_too_few: (p) =>
    `这里只能问到 ${p.n} 人。少于 ${p.min} 人就没法匿名，结果永远不能公布。请管理员面向全体成员发起：/pulse 发起`,
  pulse_too_soon: (p) => `至少开放一天，免得有人来不及。${p.at}起可以结束：/pulse 进度`,
  pulse_not_running: () => '它已不在进行中。看进行中的：/pulse 进度',
  pulse_no_results: (p) =>
    `结束之前，无论什么角色都看不到结果，${p.closes}之后公布。参与率见 /pulse 进度`,
  pulse_not_yours: () => '只有受邀的人和负责这次调研的人能看。你能看的：/pulse 结果',
  pulse_comments_later: (p) =>
    `文字意见晚一点公布，免得和结束的时刻对上：${p.at}起，届时请输入 /pulse 结果`,
  pulse_comment_gone: () => '没有这条意见。现有的见 /pulse 结果',
  unknown_pulse: (p) =>
    `不认识“${p.typed}”。你是不是要 /pulse ${p.nearest}？单独输入 /pulse 看全部。`,
  unknown_award_word: (p) =>
    `看不懂“${p.typed}”。输入 /award 查看进展，或加上 提名、发起、即时奖、徽章。`,
  award_team: (p) => `是哪个团队？你不在任何团队，请写明：/award 发起 服务 ${p.name}`,
  unknown_award: (p) => `没有“${p.typed}”这个奖项。有协作和服务两项，例如：/award 发起 服务`,
  award_exists: (p) => `${p.award}已经发起过：${p.standing}。输入 /award 查看。`,
  quarter_open: (p) => `评的是最近一年里已经结束的季度，请写成 ${p.typed} 这样。`,
  no_award_open: () => '团队里目前没有正在征集提名的奖项，进展请看 /award',
  which_award: (p) => `两个奖项都在征集提名，请写明是哪一个，例如：${p.example}`,
  nomination_faults: (p) => `这个提名还不行：${p.faults}。例如：${p.example}`,
  not_your_award: () => '这是别的团队的评奖，或你的角色有变，由那个团队的经理或管理员负责。',
  award_conflict: () => '你被提名了这个奖项，请由别的经理或管理员来负责。',
  award_moved: (p) => `这一步已经结束：${p.standing}。输入 /award 查看。`,
  not_juror: () => '你不是这个奖项的评委，不用投票。',
  already_voted: () => '你的投票已经密封，不能再改。',
  spot_faults: (p) =>
    `没有发出：${p.faults}。例如：/award 即时奖 @王芳 加班到八点，帮同事的客户把问题答复清楚`,
  bad_id: () => '这个请求看不懂，请用按钮操作，或重新输入命令。',
};
