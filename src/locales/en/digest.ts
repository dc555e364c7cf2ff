// The day's and the week's recognition, and what managers and admins learn of it privately.

const members = (n: number): string => (n === 1 ? '1 member' : `${n} members`);
const thanks = (n: number): string => (n === 1 ? '1 thanks' : `${n} thanks`);

export const digest = {
  /** What the bot noticed. */
  milestones: 'Noticed',
  kudos: 'Thanks of the day',
  /** Before the reason. */
  thanked: (p: { giver: string; names: string }) => `${p.giver} → ${p.names}`,
  colon: ': ',
  tag: (p: { value: string }) => ` #${p.value}`,
  moreNames: (p: { n: number }) => `${p.n} more`,
  awards: 'Awards and badges',
  spot: 'an award out of the blue',
  badge: (p: { name: string; badge: string }) => `${p.name} has a new badge: ${p.badge}`,

  week: {
    title: (p: { team: string; from: string; to: string }) =>
      `${p.team} · the week of ${p.from} to ${p.to}`,
    won: 'Won this week',
    collected: 'Collected this week',
    /** The week's thanks, by value. */
    thanks: (p: { n: number }) => `${thanks(p.n)} this week`,
    value: (p: { value: string; n: number }) => `#${p.value} · ${p.n}`,
    noValue: (p: { n: number }) => `Without a value · ${p.n}`,
    otherValues: (p: { n: number }) => `… ${thanks(p.n)} more, with other values`,
    none: 'Nobody has been thanked this week yet. Whom do you think of? /kudos @who <reason>',
  },

  support: {
    title: (p: { team: string }) => `${p.team} · who could do with a word from you`,
    intro:
      'Only you see this. It is no ranking and no reproach: a sentence from you, on something specific, is often enough.',
    nobody:
      'Everybody has been recognised in the last four weeks, and nobody’s scores keep falling. Well done.',
    quiet: 'no recognition for four weeks',
    falling: (p: { scores: string }) => `weekly score lower twice in a row (${p.scores})`,
    /** Between two of these. */
    and: '; ',
    strength: (p: { metric: string; score: string }) =>
      `Doing well: ${p.metric}, ${p.score} of 100 last week. Say so, with an example.`,
    step: (p: { step: string; customer: string }) =>
      `Next: ${p.step}, with ${p.customer}. Ask what would help.`,
    talk: 'Ask how the last weeks went, and what gets in the way.',
    coverage: 'Whom recognition reached',
    soFar: (p: { month: string }) => `${p.month} so far`,
    reached: (p: { reached: number; eligible: number }) => `${p.reached} of ${members(p.eligible)}`,
    each: (p: { n: string }) => `${p.n} recognitions each`,
    /** Between figures. */
    comma: ', ',
    small: 'Teams under five are shown and not measured.',
    noOne: 'nobody to count yet',
    uneven: (p: { half: number; members: number; gini: string }) =>
      `Thanks reach few: half of those of the last four weeks went to ${p.half} of ${p.members} (Gini ${p.gini}; above 0.6 is uneven). Is somebody’s work out of sight?`,
    rules:
      'Left out: new members (first 30 days), and whoever was away for half of the working days or more. Recognition is thanks, milestones and awards; rewards count as reached.',
    more: (p: { n: number }) => `… ${p.n} more. /kudos team shows this at any time.`,
    hint: '/kudos team shows this at any time.',
  },

  rings: {
    title: 'Thanks within small groups',
    intro:
      'Only admins see this. People who work together every day should thank each other, so this may be just that: nothing was blocked and nobody else was told. If it is not, a friendly question is enough.',
    member: (p: { name: string; inside: number; given: number; ratio: string }) =>
      `${p.name}: ${p.inside} of ${p.given} thanks (${p.ratio})`,
    returned: (p: { returned: number; edges: number; ratio: string }) =>
      `Within the group ${p.returned} of ${p.edges} directions are returned; among everybody it is ${p.ratio}.`,
    rules:
      'Two to four people, each with at least 4 thanks in 30 days and at least 60% of them within the group. Repeated thanks already count less: the n-th to the same person in 30 days is worth 1/n.',
    more: (p: { n: number }) =>
      p.n === 1
        ? '… 1 more group; you hear of it next week.'
        : `… ${p.n} more groups; you hear of them next week.`,
  },
};
