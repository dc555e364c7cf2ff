// Texts of /privacy.
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const privacy = {
  usage: '/privacy [export | erase]',
  summary: 'What I store about you; a copy of it; have it erased',
  examples: ['/privacy', '/privacy export', '/privacy erase', '/privacy erase @Jane'],
  title: 'What I store about you',
  stored: {
    profile: 'Your profile and settings',
    accounts: 'Chat accounts you are known by',
    followups: 'Follow-ups, with your words',
    steps: 'Promised next steps',
    drafts: 'Lines that wait for their customer',
    customers: 'Customers you own',
    leads: 'Leads given to you',
    deals: 'Deals',
    invoices: 'Invoices',
    payments: 'Payments',
    handoffs: 'Handoffs',
    opened: 'Shared follow-ups you opened',
    satisfaction: 'Satisfaction questions to your customers',
    checks: 'Quality checks of your conversations',
    counters: 'Daily counters',
    touched: 'Customers you followed up, by day',
    scores: 'Scores, with what they were computed from',
    boards: 'Leaderboards you posted',
    kudos: 'Thanks you gave, with your words',
    thanks: 'Thanks you received',
    points: 'Movements of your points',
    redemptions: 'Rewards you asked for',
    milestones: 'Milestones I noticed',
    cheers: 'Won deals you cheered for',
    goals: 'Your own goals',
    awards: 'Awards you won',
    spotAwards: 'Spot awards you gave or received',
    nominations: 'Your nominations for awards',
    surveys: 'Surveys you were asked in; not whether you answered',
    leave: 'Days of leave',
    audit: 'Entries by or about you in the audit trail',
  },
  rows: (p: { n: number }) => (p.n === 1 ? '1 row' : `${p.n} rows`),
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
  ask: (p: { admins: string }) => `Questions? Ask an admin: ${p.admins}.`,
  noAdmin: 'Questions? Ask whoever runs this bot for your company.',
  exportMine: 'Export my data',
  eraseMe: 'Erase me',
  eraseOther: (p: { name: string }) => `Erase ${p.name}`,
  eraseForGood: 'Erase for good',
  eraseIntro:
    'Your name, your accounts and all you wrote are deleted, and your customers go to the pool. You leave the team today. Numbers stay without your name, so that team sums and boards stay right. It cannot be undone.',
  eraseOtherIntro:
    'Their name, their accounts and all they wrote are deleted, and their customers go to the pool. Numbers stay without the name, so that team sums and boards stay right. It cannot be undone.',
  typeToConfirm: (p: { type: string }) => `To confirm, type: ${p.type}`,
  notConfirmed: (p: { type: string }) =>
    `That is not the same. Nothing was erased. Type: ${p.type}`,
  erased: (p: { label: string }) => `Erased: now only ${p.label}`,
  erasedBefore: (p: { label: string }) => `${p.label} was erased before`,
  went: (p: { notes: number; accounts: number; customers: number; mentions: number }) =>
    `Gone: the name, ${count(p.accounts, 'chat account', 'chat accounts')} and the words of ${count(
      p.notes,
      'record',
      'records',
    )}. The name was replaced in ${count(
      p.mentions,
      'text or board',
      'texts and boards',
    )} of others. ${count(p.customers, 'customer', 'customers')} went to the pool.`,
  stays: (p: { label: string }) =>
    `What stays, under ${p.label}: dates, counters, amounts and scores, so that team sums and boards stay right, and the company’s customers and contacts. The audit trail says that this was done.`,
  backups:
    'Backups made before today still hold the data until they are deleted in their turn. What is already in the chat itself is the chat platform’s to delete.',
  comingBack: 'Whoever writes to me again after this is a new member.',
};
