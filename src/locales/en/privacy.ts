// Texts of /privacy.

export const privacy = {
  usage: '/privacy',
  summary: 'What I store about you, and who can see it',
  examples: ['/privacy'],
  title: 'What I store about you',
  stored: {
    followups: 'Follow-ups, with your words',
    steps: 'Promised next steps',
    customers: 'Customers you own',
    leads: 'Leads given to you',
    deals: 'Deals',
    payments: 'Payments',
    handoffs: 'Handoffs',
    opened: 'Shared follow-ups you opened',
    counters: 'Daily counters',
    scores: 'Scores',
    leave: 'Days of leave',
    accounts: 'Chat accounts you are known by',
    audit: 'Entries of yours in the audit trail',
  },
  also: 'Also your name, role, team, language, first working day and settings.',
  who: 'Who can see it',
  you: 'You: everything of your own.',
  manager:
    'Your team’s manager and the admins: your score, the records it rests on, your leave and your role.',
  colleagues:
    'Colleagues: what you share or hand over, which customers are yours, and the team’s posts, with your name on the leaderboard unless you opt out.',
  hidden:
    'Colleagues: what you share or hand over, which customers are yours, and the team’s posts. You opted out of the public leaderboard.',
  operator: 'Whoever runs this bot for your company holds the database, and could read it.',
  ask: (p: { admins: string }) =>
    `I cannot export or erase by command yet. Ask an admin: ${p.admins}.`,
  noAdmin: 'I cannot export or erase by command yet. Ask whoever runs this bot for your company.',
};
