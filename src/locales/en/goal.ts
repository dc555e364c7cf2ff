// Texts of /goal.

export const goal = {
  usage: '/goal · team <amount> · @who <amount>',
  summary: 'The goal of the month: the team’s and yours, and whether the pace is enough',
  examples: ['/goal', '/goal team $500,000', '/goal @Bob $30,000', '/goal @Bob none'],
  title: (p: { month: string }) => `Goals for ${p.month}`,
  ofTeam: (p: { team: string }) => `Team ${p.team}`,
  yours: 'You',
  progress: (p: { won: string; target: string; ratio: string }) =>
    `${p.won} of ${p.target} (${p.ratio})`,
  others: (p: { sums: string }) =>
    `${p.sums} are not added up: there is no rate. An admin can set one: /settings rate USD 7.2`,
  days: (p: { elapsed: number; workdays: number }) => `Working day ${p.elapsed} of ${p.workdays}.`,
  reached: 'Reached. Congratulations!',
  onPace: (p: { pace: string }) => `At ${p.pace} of the pace it takes: keep going like this.`,
  behind: (p: { pace: string; left: string; days: number }) =>
    p.days === 0
      ? `At ${p.pace} of the pace it takes; ${p.left} are left.`
      : `At ${p.pace} of the pace it takes: ${p.left} a day on the ${p.days === 1 ? 'one working day' : `${p.days} working days`} left would reach it.`,
  noPace: (p: { left: string }) => `${p.left} to go.`,
  members: 'Goals of members',
  member: 'Member',
  wonSoFar: 'Won',
  target: 'Goal',
  none: 'There is no goal for this month yet.',
  noneOwn: 'You have no goal of your own this month.',
  howToSet: (p: { team: string; member: string }) => `To set one: ${p.team} or ${p.member}`,
  askManager: 'Your manager sets it with /goal.',
  set: (p: { who: string; target: string; month: string }) =>
    `Goal set: ${p.who}, ${p.target} a month from ${p.month} on`,
  cleared: (p: { who: string; month: string }) => `No goal any more: ${p.who}, from ${p.month} on`,
  unchanged: (p: { who: string; target: string }) => `It was so already: ${p.who}, ${p.target}`,
  unchangedNone: (p: { who: string }) => `There was no goal anyway: ${p.who}`,
  setForYou: (p: { name: string; target: string; month: string }) =>
    `${p.name} set your goal: ${p.target} a month from ${p.month} on`,
  clearedForYou: (p: { name: string; month: string }) =>
    `${p.name} took your goal away from ${p.month} on`,
  look: 'See the goals',
};
