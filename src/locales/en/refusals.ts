// Why something was not done, and what to type instead.

export const refusals = {
  busy: () => 'Very busy right now. Nothing was recorded; please send it again in a moment.',
  too_many: (p: { seconds: number }) =>
    `That was a lot at once. Please wait ${p.seconds} seconds and go on.`,
  unknown_command: (p: { typed: string; nearest: string }) =>
    `I do not know “${p.typed}”. Did you mean /${p.nearest}? /help lists everything.`,
  unknown_word: (p: { typed: string }) => `I do not know “${p.typed}”. /help lists everything.`,
  stale_button: () => 'This button no longer works. Please type the command again.',
  not_allowed: (p: { who: string }) => `Only ${p.who} can do that.`,
  left: () => 'You have left this team. An admin can bring you back with /settings members left.',
  not_yours: () => 'That belongs to somebody else, so you cannot change it.',
  no_team: () =>
    'You are not in a team yet. Ask your admin to add you: /settings member @you team <name>.',
  empty_line: () =>
    'Tell me what happened, for example: /followup Called Acme, talked pricing, demo Friday',
  too_long: (p: { max: number }) => `Please keep it under ${p.max} characters.`,
  followup_gone: () => 'That follow-up does not exist any more.',
  undo_late: (p: { minutes: number }) =>
    `Undo works for ${p.minutes} minutes. Use Fix to correct it instead.`,
  future: () => 'A follow-up cannot lie in the future. Promise it as the next step instead.',
  no_channel_set: () =>
    'Your team has no channel yet. A manager can set one: type /settings channel in that channel.',
  already_shared: () => 'It is shared already.',
  customer_confidential: (p: { customer: string }) =>
    `${p.customer} is confidential, so follow-ups are not shared with the team. Tell the colleague who needs to know in private; to pass the customer on, type /handoff ${p.customer} @colleague <note>.`,
  unknown_customer: (p: { typed: string }) =>
    `I know no customer “${p.typed}”. Check the name, or log a follow-up and I add it.`,
  which_customer: (p: { typed: string; names: string }) =>
    `“${p.typed}” could be ${p.names}. Please type more of the name.`,
  customer_taken: (p: { customer: string }) =>
    `${p.customer} is with a colleague. Its owner, their manager or an admin can do that: ask one of them.`,
  customer_pool: (p: { customer: string }) =>
    `${p.customer} is in the pool. Take it first: type /customer ${p.customer} and press Take it.`,
  lead_owned: (p: { customer: string; owner: string }) =>
    `${p.customer} is ${p.owner}’s. Give the lead to them with @${p.owner}, or hand the customer over first: /handoff ${p.customer} @who <note>`,
  lead_unclear: (p: { customer: string; rest: string }) =>
    `Does “${p.rest}” belong to the name? If it is the source, type /lead ${p.customer}, ${p.rest}. If it is a new customer, put a comma after the whole name.`,
  close_future: () =>
    'That day is still to come. Record it on the day it happens; promise it as a next step until then.',
  due_past: () => 'The payment cannot be due before the deal is won. Check the two days.',
  refund_word: (p: { example: string }) =>
    `A payment below zero is a refund: say so, for example: ${p.example}`,
  undo_over: (p: { minutes: number }) =>
    `Undo works for ${p.minutes} minutes. A payment can be corrected with the opposite: /paid <customer> <amount> refund`,
  record_gone: () => 'That was taken back already, or does not exist any more.',
  name_too_long: (p: { max: number }) =>
    `A customer’s name has at most ${p.max} characters. Put what follows it after a comma.`,
  note_needed: (p: { example: string }) =>
    `Tell your colleague where things stand, for example: ${p.example}`,
  handoff_self: () => 'You cannot hand a customer to its owner. Name a colleague with @.',
  handoff_pending: (p: { customer: string }) =>
    `${p.customer} is being handed over already. Withdraw that first: type /handoff`,
  handoff_gone: () => 'That handoff is over: it was answered, withdrawn, or the customer moved on.',
  member_unseen: (p: { name: string }) =>
    `${p.name} is not a member here. Ask them to write me a word first, or name somebody else with @.`,
  customer_needed: (p: { example: string }) => `Which customer? For example: ${p.example}`,
  unknown_member: (p: { typed: string }) =>
    `I know nobody called “${p.typed}”. Type @ and pick the person.`,
  which_member: (p: { typed: string; names: string }) =>
    `“${p.typed}” could be ${p.names}. Please type the whole name.`,
  member_needed: (p: { example: string }) => `Who? For example: ${p.example}`,
  amount_needed: (p: { example: string }) => `How much? For example: ${p.example}`,
  amount_unclear: (p: { typed: string; example: string }) =>
    `I am not sure about the amount “${p.typed}”. Write it like ${p.example}`,
  day_unclear: (p: { typed: string }) =>
    `I am not sure which day “${p.typed}” is. Write it like 2026-03-12.`,
  unknown_metric: (p: { typed: string; known: string }) =>
    `I know no metric “${p.typed}”. There are ${p.known}.`,
  metric_not_in_standard: (p: { metric: string }) =>
    `${p.metric} is not part of the current standard, so it is not scored.`,
  unknown_period: (p: { typed: string }) =>
    `I know no period “${p.typed}”. Type today, week, month or quarter, or a past one like 2026-Q1, 2026-02, 2026-W09 or 2026-02-27.`,
  period_ahead: (p: { period: string }) =>
    `${p.period} has not begun yet. Name a period that has, for example: /leaderboard export month`,
  unknown_leaderboard: (p: { typed: string }) =>
    `I do not know “${p.typed}”. Type /leaderboard with today, week, month, improved or team.`,
  setting_unclear: (p: { problem: string; example: string }) =>
    `${p.problem} For example: ${p.example}`,
  unknown_setting: (p: { typed: string }) =>
    `I know no setting “${p.typed}”. /settings shows what can be set, /help settings how to type it.`,
  near_setting: (p: { typed: string; nearest: string }) =>
    `I know no setting “${p.typed}”. Did you mean /settings ${p.nearest}?`,
  not_of_team: (p: { typed: string }) =>
    `“${p.typed}” is nothing a team has. Type it without the team’s name: /settings ${p.typed}`,
  team_needed: (p: { names: string }) =>
    `Which team? You are in none, so say it first: /settings team <name> zone Asia/Shanghai. There are ${p.names}.`,
  unknown_team: (p: { typed: string; names: string }) =>
    `I know no team “${p.typed}”. There are ${p.names}.`,
  unknown_team_word: (p: { typed: string }) =>
    `I know no team “${p.typed}”. Type /settings to see the teams, or /settings team add <name> for a new one.`,
  not_your_team: () =>
    'That is another team. Its manager or an admin can do that; yours is under /settings.',
  not_your_member: () =>
    'They are not in your team, so you cannot do that. Ask their manager or an admin.',
  last_admin: () =>
    'They are the only admin. Make somebody else one first: /settings role @who admin',
  own_role: () => 'You cannot raise your own role. Ask an admin: /settings role @you manager',
  member_left: (p: { name: string }) =>
    `${p.name} has left. Bring them back first: type /settings members left`,
  unknown_privacy: (p: { typed: string; nearest: string }) =>
    `I do not know “${p.typed}”. Did you mean /privacy ${p.nearest}? /privacy alone shows what I store.`,
  last_admin_erase: () =>
    'You are the only admin. Make somebody else one first: /settings role @who admin',
  erase_first_left: (p: { name: string }) =>
    `${p.name} is still here and can do it themselves with /privacy erase. If they have left, say so first: /settings remove @${p.name}`,
  group_only: () =>
    'This works in a group: type /settings channel in the group where the posts shall go.',
  many_fields: (p: { max: number }) =>
    `A form with more than ${p.max} own fields is not filled in. Retire one first: /settings field retire <name>`,
  no_fields: () =>
    'Your team has no fields of its own. Add one: /settings field add Competitor text',
  unknown_field: (p: { typed: string; names: string }) =>
    `There is no field “${p.typed}”. There are ${p.names}.`,
  message_moved: () =>
    'That message was sent again or discarded meanwhile. See what is left: /settings undelivered',
  unknown_reward: (p: { typed: string }) =>
    `There is no reward “${p.typed}” in your catalogue. Type /rewards to see what there is.`,
  which_reward: (p: { typed: string; names: string }) =>
    `“${p.typed}” could be ${p.names}. Please type more of the name.`,
  reward_gone: () => 'That is not in your catalogue any more. Type /rewards to see what there is.',
  not_your_reward: () =>
    'That reward is everybody’s or another team’s: an admin can change it. Yours are under /rewards change',
  own_wish: () => 'Nobody decides on their own wish. Your manager or an admin has it before them.',
  not_your_wish: () =>
    'That wish is for the manager of their team or an admin to decide. Yours are under /rewards asked',
  kudos_late: (p: { minutes: number }) =>
    `A thanks can be taken back for ${p.minutes} minutes, and that time is over. It stays.`,
  goal_whose: (p: { team: string; member: string }) =>
    `Whose goal? Type ${p.team} for the team’s, or ${p.member} for somebody’s.`,
  goal_no_team: (p: { name: string }) =>
    `${p.name} is in no team yet, and a goal belongs to a team: /settings member @${p.name} team <name>`,
  goal_currency: (p: { currency: string; example: string }) =>
    `The team counts in ${p.currency}, so its goals are in ${p.currency} too. Write it like ${p.example}`,
  pulse_nothing_open: () =>
    'No survey is waiting for you. /pulse shows what there is, /pulse results what came out.',
  pulse_not_invited: () => 'That survey went to others. /pulse shows the ones you are invited to.',
  pulse_not_open: () => 'It is just being prepared. Please try again in a minute.',
  pulse_over: () => 'That survey is over. See what came out with /pulse results',
  pulse_unfinished: () => 'A question is still open. Start again from /pulse answer',
  pulse_empty: () =>
    'Every question was skipped. Answer at least one, or write a few words: /pulse answer',
  pulse_too_few: (p: { n: number; min: number }) =>
    `Only ${p.n} people could be asked. Below ${p.min} nobody could stay unknown, so no result could ever be shown. Ask an admin for a survey of everybody: /pulse start`,
  pulse_too_soon: (p: { at: string }) =>
    `It stays open for at least a day, so that nobody is rushed. You can close it from ${p.at} on: /pulse status`,
  pulse_not_running: () => 'It is not under way any more. See what is: /pulse status',
  pulse_no_results: (p: { closes: string }) =>
    `Nobody sees results before closing, whatever their role: they come after ${p.closes}. How many took part: /pulse status`,
  pulse_not_yours: () =>
    'Only those who were invited and those who run it see these results. Yours: /pulse results',
  pulse_comments_later: (p: { at: string }) =>
    `Comments come a little later, so that they cannot be matched with the moment of closing: from ${p.at} on. Then type /pulse results`,
  pulse_comment_gone: () => 'That comment is not there. See which are: /pulse results',
  unknown_pulse: (p: { typed: string; nearest: string }) =>
    `I do not know “${p.typed}”. Did you mean /pulse ${p.nearest}? /pulse alone shows what there is.`,
  unknown_award_word: (p: { typed: string }) =>
    `I do not know “${p.typed}”. Type /award to see what is open, or /award with nominate, open, spot or badges.`,
  award_team: (p: { name: string }) =>
    `Which team? You are in none, so name it: /award open service ${p.name}`,
  unknown_award: (p: { typed: string }) =>
    `I know no award “${p.typed}”. There are collaboration and service, for example: /award open service`,
  award_exists: (p: { award: string; standing: string }) =>
    `${p.award} was opened already. ${p.standing}. Type /award to see it.`,
  quarter_open: (p: { typed: string }) =>
    `An award honours a quarter of the last year that is over, written like ${p.typed}.`,
  no_award_open: () =>
    'No award takes nominations in your team now. /award shows how things stand.',
  which_award: (p: { example: string }) =>
    `Both awards are open: say which one, for example: ${p.example}`,
  nomination_faults: (p: { faults: string; example: string }) =>
    `That is no nomination yet: ${p.faults}. For example: ${p.example}`,
  not_your_award: () =>
    'That award is another team’s, or your role has changed. Its manager or an admin sees to it.',
  award_conflict: () =>
    'You are nominated for that award, so another manager or an admin has to see to it.',
  award_moved: (p: { standing: string }) =>
    `That step of the award is over. ${p.standing}. Type /award to see it.`,
  not_juror: () => 'You are not in the committee of that award, so there is no vote for you.',
  already_voted: () => 'Your votes are in, and sealed. They cannot be changed.',
  spot_faults: (p: { faults: string }) =>
    `That did not go out: ${p.faults}. For example: /award spot @Bob Stayed until eight so that a colleague’s customer got an answer`,
  bad_id: () => 'That does not look right. Please use the buttons or type the command again.',
};
