// Texts used by more than one feature.

export const common = {
  undo: 'Undo',
  cancel: 'Cancel',
  save: 'Save',
  yes: 'Yes',
  no: 'No',
  none: '–',
  you: 'you',
  more: (p: { n: number }) => `… ${p.n} more`,
  try: 'Try:',
  /** Who may do something, by the least role. */
  roles: { rep: 'members', manager: 'managers and admins', admin: 'admins' },
  demo: 'Demo data',
  problem: 'That did not work',
  fault: 'Something broke on my side. Nothing was recorded; please try again.',
  faultReference: (p: { id: string }) =>
    `If it happens again, tell your admin this number: ${p.id}`,
  welcome: (p: { name: string }) => `Hello ${p.name}, I am Genjin`,
  welcomeText:
    'Tell me about a customer contact in one line. I record it, remind you of the next step, and show what it does to your score.',
  welcomeAdmin:
    'You are the first here, so you are the admin. Use /settings to name your team, choose its channel and set the posting time.',
  welcomeTeam: (p: { team: string }) => `You are in the team ${p.team}.`,
  welcomeNoTeam: 'You are not in a team yet; your admin can add you with /settings.',
  defaultTeam: 'Sales',
  unsupported: 'I cannot read that kind of message. Please type it.',
  joined: 'Hello, I am Genjin',
  joinedText:
    'I record follow-ups, keep an explainable score and post the day’s leaderboard. Type /help to see what I can do.',
};
