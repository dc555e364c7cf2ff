// Texts of /kudos.

/** `2nd`, `3rd`, `11th`. */
const ordinal = (n: number): string => {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${n}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? 'th'}`;
};

const FRACTIONS: Readonly<Record<number, string>> = {
  2: 'a half',
  3: 'a third',
  4: 'a quarter',
  5: 'a fifth',
};

const points = (n: string): string => (n === '1' ? '1 point' : `${n} points`);

export const kudos = {
  usage: '/kudos @who <reason> [#value] [+points]',
  summary: 'Thank a colleague for something specific, in public',
  examples: [
    '/kudos @Jane You stayed late to fix the Acme quote, and we kept the deal',
    '/kudos @Jane @Bob You two saved the demo when the projector died +2',
    '/kudos',
  ],
  points: (p: { n: string }) => points(p.n),
  /** In the channel. */
  posted: (p: { giver: string; names: string }) => `${p.giver} thanks ${p.names}`,
  value: (p: { value: string }) => `#${p.value}`,
  /** To the receiver. */
  received: (p: { giver: string }) => `${p.giver} thanks you`,
  credited: (p: { n: string }) => `+${points(p.n)}.`,
  creditedNth: (p: { n: string; nth: number; giver: string }) =>
    `+${points(p.n)}: the ${ordinal(p.nth)} thanks from ${p.giver} in 30 days counts ${FRACTIONS[p.nth] ?? `1/${p.nth}`}.`,
  seenBy: 'Your colleagues see it in the team’s channel.',
  private: 'Only you see this.',
  myPoints: 'My points',
  /** To the giver. */
  given: (p: { names: string }) => `You thanked ${p.names}`,
  left: (p: { cost: number; left: number }) =>
    `That took ${p.cost} of today’s points. ${p.left === 0 ? 'None are' : p.left === 1 ? '1 is' : `${p.left} are`} left; new ones come tomorrow, unused ones lapse.`,
  nth: (p: { name: string; nth: number }) =>
    `Your ${ordinal(p.nth)} thanks to ${p.name} in 30 days: worth ${FRACTIONS[p.nth] ?? `1/${p.nth}`} to them.`,
  isPosted: 'It is posted in your team’s channel.',
  notPosted: {
    private: 'Your team keeps thanks private, so it is not posted.',
    no_channel:
      'It is not posted: your team has no channel yet. A manager can choose one with /settings channel.',
    unwanted: (p: { names: string }) =>
      `Not posted in public, as ${p.names} would rather not be. They were told in private.`,
  },
  without: (p: { names: string }) =>
    `The post leaves out ${p.names}, who would rather not be named in public. They were told in private.`,
  unreachable: (p: { names: string }) =>
    `I cannot reach ${p.names} in private: tell them yourself, that is nicer anyway.`,
  undone: (p: { names: string }) => `Taken back: your thanks to ${p.names}`,
  pointsBack: (p: { cost: number; left: number }) =>
    `${p.cost === 1 ? '1 point is' : `${p.cost} points are`} back: you have ${p.left} left today.`,
  pointsLapsed: 'The points went back to a day that is over, so they have lapsed.',
  post: {
    removed: 'It had not been posted yet, and will not be.',
    replacing:
      'A short note takes its place in the channel. Where your chat platform cannot change a message, it stays as it is: say a word there yourself.',
    unknown: 'It may be in the channel already; I cannot take it away there.',
  },
  /** In the place of the post, and of what the receiver was told. */
  takenBack: (p: { giver: string }) => `${p.giver} took a thanks back`,
  takenBackText: 'The points that came with it are gone with it.',
  refused: 'Not sent yet',
  why: {
    who: 'Whom do you thank? Name them with @.',
    self: 'You cannot thank yourself. Leave your own name out.',
    left: (p: { name: string }) => `${p.name} has left.`,
    unseen: (p: { name: string }) =>
      `${p.name} is nobody I know here: a bot, or somebody who has never written to me. Thank members only.`,
    reason: (p: { letters: number; characters: number }) =>
      `What for? Say it in at least ${p.letters} letters (or ${p.characters} Chinese characters).`,
    short: (p: { missing: number }) =>
      `The reason is too short: ${p.missing === 1 ? '1 letter is' : `${p.missing} letters are`} missing. Say what they did and what came of it; digits, emoji and repetition do not count.`,
    shortCjk: (p: { missing: number }) =>
      `The reason is too short: ${p.missing === 1 ? '1 character is' : `${p.missing} characters are`} missing. Say what they did and what came of it; digits, emoji and repetition do not count.`,
    long: (p: { max: number }) => `The reason has more than ${p.max} characters.`,
    value: (p: { typed: string; near: string | null; values: string }) =>
      p.near === null
        ? `#${p.typed} is not one of your team’s values. They are ${p.values}.`
        : `#${p.typed} is not one of your team’s values. Did you mean #${p.near}? They are ${p.values}.`,
    values: (p: { typed: string }) => `One value at a time: choose among ${p.typed}.`,
    points: (p: { max: number }) =>
      `Points are one whole number from 1 to ${p.max} for each person, like +2.`,
    budget: (p: { cost: number; left: number }) =>
      `That would take ${p.cost} ${p.cost === 1 ? 'point' : 'points'}, and you have ${p.left} left today. ${p.left === 0 ? 'New ones come tomorrow.' : 'Name fewer people or give fewer points.'}`,
    none: 'Your role has no points to give away in your team. A manager can change that: /settings recognition',
  },
  form: {
    title: 'Thank colleagues',
    submit: 'Send',
    intro: (p: { left: number }) =>
      p.left === 1 ? 'You have 1 point left today.' : `You have ${p.left} points left today.`,
    who: 'Whom',
    whoHint: 'Each costs the points below. Anybody who is not listed: /kudos @who <reason>',
    reason: 'What for',
    reasonHint: 'What they did and what came of it',
    value: 'Value',
    points: 'Points for each',
  },
};
