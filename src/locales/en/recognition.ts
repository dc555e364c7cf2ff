// What the bot says when it noticed something, and when a deal was won.
import type { Industry } from '../../domain/recognition/celebration.ts';
import type { MilestoneKey } from '../../domain/recognition/rules.ts';

export const recognition = {
  titles: {
    first_win: 'First win',
    goal_reached: 'Goal reached',
    personal_best: 'Best month yet',
    streak: 'A steady streak',
    improved: 'Much improved',
    fast_handoff: 'Quick handoff',
    customer_thanks: 'Thanks from a customer',
  } satisfies Record<MilestoneKey, string>,

  /** Of somebody, to all. */
  firstWin: (p: { name: string }) => `${p.name} has won their first deal. Congratulations!`,
  goalReached: (p: { name: string; month: string }) =>
    `${p.name} has reached their goal for ${p.month}.`,
  teamGoalReached: (p: { name: string; month: string; target: string }) =>
    `With the deal ${p.name} just won, the team has reached its goal for ${p.month}: ${p.target}.`,
  teamGoalReachedBySomebody: (p: { month: string; target: string }) =>
    `The team has reached its goal for ${p.month}: ${p.target}.`,
  personalBest: (p: { name: string; month: string; months: number }) =>
    `${p.month} is ${p.name}’s best month yet: more won than in any of the ${p.months} before.`,
  streak: (p: { name: string; days: number }) =>
    `${p.name} has followed up with customers ${p.days} working days in a row.`,
  improved: (p: { name: string; delta: string }) =>
    `${p.name} scored ${p.delta} points more last week than in their usual week.`,
  fastHandoff: (p: { name: string; minutes: number }) =>
    p.minutes < 1
      ? `${p.name} took over a colleague’s customer at once.`
      : `${p.name} took over a colleague’s customer within ${p.minutes} ${p.minutes === 1 ? 'minute' : 'minutes'}.`,
  customerThanks: (p: { name: string }) => `A customer gave ${p.name} the best rating, 5 of 5.`,

  /** The same, to oneself. */
  yours: {
    first_win: () => 'You have won your first deal. Congratulations!',
    goal_reached: (p: { month: string }) => `You have reached your goal for ${p.month}.`,
    team_goal_reached: (p: { month: string; target: string }) =>
      `With the deal you just won, the team has reached its goal for ${p.month}: ${p.target}.`,
    personal_best: (p: { month: string; months: number }) =>
      `${p.month} is your best month yet: more won than in any of the ${p.months} before.`,
    streak: (p: { days: number }) =>
      `You have followed up with customers ${p.days} working days in a row.`,
    improved: (p: { delta: string }) =>
      `You scored ${p.delta} points more last week than in your usual week.`,
    fast_handoff: (p: { minutes: number }) =>
      p.minutes < 1
        ? 'You took over a colleague’s customer at once.'
        : `You took over a colleague’s customer within ${p.minutes} ${p.minutes === 1 ? 'minute' : 'minutes'}.`,
    customer_thanks: () => 'A customer gave you the best rating, 5 of 5.',
  },
  onlyYou: 'Only you see this.',

  takenBack: 'Taken back',
  takenBackText: 'What this was about has been corrected since.',
  takenBackFrom: (p: { title: string }) => `Taken back: ${p.title}`,
  takenBackFromText:
    'What it came of has been undone or corrected, so it no longer holds. Once it does, you will hear of it again.',

  /** A won deal. */
  celebration: 'We won a deal!',
  won: (p: { name: string; customer: string; amount: string }) =>
    `${p.name} has won ${p.amount} with ${p.customer}.`,
  somebody: 'A colleague',
  aCustomer: 'a customer',
  industries: {
    finance: 'a financial company',
    health: 'a healthcare company',
    education: 'an education customer',
    technology: 'a technology company',
    manufacturing: 'a manufacturer',
    logistics: 'a logistics company',
    property: 'a property or construction company',
    energy: 'an energy company',
    food: 'a food or hospitality company',
    retail: 'a trading company',
    public: 'a public body',
  } satisfies Record<Industry, string>,
  figures: (p: { n: number }) => `a ${p.n}-figure deal`,
  amount: (p: { money: string }) => `a deal of ${p.money}`,
  monthSoFar: (p: { month: string }) => `The team in ${p.month}`,
  ofGoal: (p: { won: string; target: string; ratio: string }) =>
    `${p.won} of ${p.target} (${p.ratio})`,
  cheer: 'Cheer',
  cheerCount: (p: { n: number }) => `Cheer (${p.n})`,
  cheered: (p: { names: string }) => `Cheers from ${p.names}`,
  /** Between names that more follow. */
  between: ', ',
  cheeredMore: (p: { names: string; n: number }) => `Cheers from ${p.names} and ${p.n} more`,
  cheeredBefore: 'You have cheered for this one already. It is nice that you would do it again!',
  cheerSelf: 'This one is your own: your colleagues do the cheering. Well done!',
  cheerGone: 'This deal was taken back, so there is nothing to cheer for any more.',
  celebrationTakenBack: 'The deal this was about has been corrected since.',
};
