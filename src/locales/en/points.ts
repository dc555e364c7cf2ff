// Texts of /points.

export const points = {
  usage: '/points',
  summary: 'Your points, where they came from, and what you have left to give today',
  examples: ['/points'],
  title: 'Your points',
  balance: 'You have',
  left: 'Left to give today',
  points: (p: { n: string }) => (p.n === '1' ? '1 point' : `${p.n} points`),
  of: (p: { left: number; budget: number }) => `${p.left} of ${p.budget}`,
  lapses: 'What is left to give lapses at midnight and cannot be saved up or kept.',
  apart: 'Points can be had rewards for. They have nothing to do with your score.',
  history: 'The last that came and went',
  none: 'Nothing has come yet. Colleagues give you points when they thank you: /kudos',
  when: 'When',
  what: 'What for',
  amount: 'Points',
  sources: {
    kudos: (p: { who: string; reason: string }) => `Thanks from ${p.who}: ${p.reason}`,
    undone: (p: { who: string }) => `${p.who} took a thanks back`,
    redemption: (p: { name: string }) => `Asked for: ${p.name}`,
    returned: (p: { name: string }) => `Came back: ${p.name}`,
    other: 'Another movement',
  },
  /** In the place of somebody or something that is not there any more. */
  gone: 'somebody who was erased',
  rewards: 'Rewards',
  thank: 'Thank somebody',
};
