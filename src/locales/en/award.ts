// Texts of /award.
import type {
  CommitteeFault,
  Conflict,
  NominationFault,
  VoidReason,
} from '../../domain/recognition/award.ts';
import type { Ineligible } from '../../domain/recognition/award-eligibility.ts';
import type { BadgeKey } from '../../domain/recognition/badge.ts';

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);
const count = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${n} ${one}s`);

export const award = {
  usage: '/award [nominate @who <reason> | open <award> | spot @who <reason> | badges]',
  summary: 'The quarter’s awards: nominate, judge, win; and badges',
  examples: [
    '/award',
    '/award nominate @Bob Took over three customers on one day and kept every promise',
  ],
  /** Where both awards are open. */
  exampleOf: '/award nominate service @Bob Took over three customers on one day, and kept them all',
  title: 'Awards',
  kinds: {
    collaboration: 'Best collaboration award',
    service: 'Best customer service award',
  },
  /** What each kind honours. */
  honours: {
    collaboration: 'Who helped others most: with customers, with knowledge, with their time',
    service: 'Whose customers were served best, and say so',
  },
  quarter: (p: { year: string; n: number }) => `Q${p.n} ${p.year}`,
  of: (p: { kind: string; quarter: string }) => `${p.kind}, ${p.quarter}`,
  none: 'No award is open. Managers open one with /award open collaboration or /award open service',
  noTeam: 'You are in no team yet, so there is no award for you to see.',
  past: 'Past winners',
  kind: 'Award',
  winner: 'Winner',
  standing: {
    nominating: (p: { day: string }) => `Nominations until ${p.day}`,
    appointing: 'Nominations are over; the committee is being chosen',
    voting: 'The committee is voting',
    posting: 'The committee has decided; the announcement is being written',
    posted: 'Announced',
    void: 'No winner this time',
  },
  yours: (p: { name: string }) => `You nominated ${p.name}.`,
  count: (p: { n: number }) => `${count(p.n, 'nomination')} so far. Who it is shows when they end.`,
  voted: (p: { n: number }) => `${p.n} of 3 have voted.`,
  /** A button of one of several awards. */
  buttonOf: (p: { label: string; kind: string }) => `${p.label}: ${p.kind}`,
  buttons: {
    nominate: 'Nominate',
    change: 'Change my nomination',
    open: (p: { kind: string }) => `Open: ${p.kind}`,
    check: 'See who can win',
    appoint: 'Choose the committee',
    ballot: 'Judge',
    vote: 'Hand in my votes',
    write: 'Write and post',
  },
  opened: (p: { award: string }) => `Nominate: ${p.award}`,
  openedText: (p: { day: string }) =>
    `Who deserves it? Everybody in the team has one nomination, until ${p.day}; it can be changed until then. Only the winner is announced, never who was nominated.`,
  openedYours: (p: { award: string }) => `Open: ${p.award}`,
  openedYoursText: (p: { day: string }) =>
    `The team has been asked. Nominations end on ${p.day}; then I check who can win and ask you for a committee of three.`,
  nominateForm: (p: { award: string }) => `Nominate: ${p.award}`,
  who: 'Who',
  reason: 'Why',
  reasonHint: 'At least 20 characters: what they did, and what came of it. The committee reads it.',
  nominated: (p: { name: string; award: string }) => `You nominated ${p.name}: ${p.award}`,
  nominatedText: (p: { day: string }) =>
    `The committee and whoever announces the winner read the reason, without your name. You can change it until ${p.day}.`,
  replaced: 'It takes the place of your earlier one: everybody has one.',
  /** Between several faults. */
  and: '; ',
  faults: {
    late: 'nominations are over',
    self: 'nobody nominates themselves',
    manager: 'one’s own manager cannot be nominated',
    outside: 'they did not belong to the team in that quarter, or have left',
    short: 'the reason needs at least 20 characters: what they did, and what came of it',
    long: 'the reason has more than 500 characters',
  } satisfies Record<NominationFault, string>,
  evidence: 'What speaks for them',
  nominee: 'Nominee',
  facts: {
    nominators: (p: { n: number }) => `nominated by ${people(p.n)}`,
    thanks: (p: { n: number; givers: number }) =>
      p.n === 0 ? 'no thanks received' : `${p.n} thanks from ${people(p.givers)}`,
    handoffs: (p: { taken: number; given: number }) =>
      `handoffs: ${p.taken} taken over, ${p.given} given`,
    answers: (p: { n: number; satisfied: number }) =>
      p.n === 0
        ? 'no customer was asked'
        : `${p.satisfied} of ${count(p.n, 'customer answer')} with 4 or 5`,
  },
  ineligible: {
    left: () => 'has left',
    outside: () => 'did not belong to the team in that quarter',
    repeat: (p: { quarter: string }) => `won the same award for ${p.quarter}`,
    evidence: () => 'fewer than 10 customer answers, and nominated by one person only',
  } satisfies Record<Ineligible, (p: { quarter: string }) => string>,
  checked: (p: { award: string }) => `Nominations are over: ${p.award}`,
  canWin: 'Can win',
  cannotWin: 'Cannot win, for your eyes only',
  nobodyCanWin: 'Nobody can win this time',
  checkedText:
    'Now choose three to judge, at least one of them a rep. Who was nominated, or nominated one of these, does not judge.',
  lapses: (p: { day: string }) => `Without a committee by ${p.day}, there is no winner.`,
  appointForm: (p: { award: string }) => `Committee: ${p.award}`,
  judges: 'Three who judge',
  judgesHint:
    'At least one rep. Nominees and their nominators are left out, and so is who manages only some of the nominees.',
  appointed: (p: { award: string }) => `The committee is chosen: ${p.award}`,
  appointedText: (p: { names: string; day: string }) =>
    `${p.names} have been asked, and have until ${p.day}. Votes stay sealed until all are in.`,
  committeeFaults: {
    three: 'it takes exactly three',
    peer: 'at least one of them has to be a rep',
    conflict: 'one of them may not judge this award',
  } satisfies Record<CommitteeFault, string>,
  conflicts: {
    nominee: 'You are nominated for it, so somebody else has to see to it.',
    nominator: 'You nominated somebody for it, so you do not judge.',
    manager: 'You manage some of the nominees and not others, so you do not judge.',
  } satisfies Record<Conflict, string>,
  few: (p: { n: number }) =>
    `Only ${people(p.n)} could judge without a conflict. It takes three: bring others in with /settings first.`,
  ballot: (p: { award: string; team: string }) => `You judge: ${p.award}, ${p.team}`,
  ballotText: (p: { day: string }) =>
    `Approve of as many as you find worthy, or of nobody. Votes stay sealed until all three are in, or ${p.day} is over.`,
  why: (p: { name: string }) => `Why ${p.name}`,
  voteForm: (p: { award: string }) => `Your votes: ${p.award}`,
  voteIntro: 'What you hand in is final.',
  approve: 'I approve of',
  votes: (p: { award: string }) => `Your votes are in: ${p.award}`,
  votesText: 'They stay sealed. Thank you for judging.',
  remindVote: (p: { award: string }) => `Your vote is still missing: ${p.award}`,
  remindVoteText: (p: { day: string }) =>
    `It closes when ${p.day} is over; then it is decided without you.`,
  remindAppoint: (p: { award: string }) => `A committee is still missing: ${p.award}`,
  remindPost: (p: { award: string }) => `The winner is still waiting: ${p.award}`,
  remindPostText: 'The committee has decided. A few sentences of yours, and the team hears it.',
  decided: (p: { award: string; names: string }) => `${p.award}: ${p.names}`,
  decidedText:
    'The committee has decided. Write why in your own words; below is what the nominations say. Nothing is posted before you do.',
  shared: 'Two are level in everything and share it.',
  postForm: (p: { names: string }) => `Announce ${p.names}`,
  postReason: 'Why they won',
  postHint:
    'The team reads it. Taken from the nominations: make it your own, and leave out who nominated.',
  postSubmit: 'Post',
  post: (p: { award: string }) => p.award,
  posted: (p: { names: string }) => `Posted: ${p.names}`,
  postedText: 'It stands in the team’s channel.',
  postedPrivately: (p: { names: string }) =>
    `${p.names} would rather not be posted in public, so I said it privately.`,
  won: (p: { award: string }) => `You won: ${p.award}`,
  void: (p: { award: string }) => `No winner this time: ${p.award}`,
  voids: {
    no_nomination: 'Nobody was nominated.',
    none_eligible: 'None of the nominees could win.',
    no_committee: 'No committee was chosen in time.',
    few_votes: 'Fewer than two of the committee voted.',
    no_approval: 'The committee approved of nobody.',
    tied: 'More than two were level in everything.',
  } satisfies Record<VoidReason, string>,
  spot: (p: { name: string }) => `Out of the blue: an award for ${p.name}`,
  spotBy: (p: { by: string }) => `from ${p.by}`,
  spotYours: (p: { by: string }) => `${p.by} gave you an award, out of the blue`,
  spotted: (p: { name: string }) => `Given: an award for ${p.name}`,
  spotLeft: (p: { n: number }) =>
    p.n === 0 ? 'That was the last one this month.' : `You have ${p.n} left this month.`,
  spotFaults: {
    self: 'nobody gives one to themselves',
    team: 'they are not in your team',
    spent: 'you have given two this month, and more would make them ordinary',
    short: 'say what for, in at least 20 letters',
    long: 'the reason has more than 500 characters',
  },
  badgesTitle: (p: { name: string }) => `Badges: ${p.name}`,
  badgesLabel: 'Badges',
  noBadges: 'None yet. They come of awards, of thanks, and of what goes well.',
  hidden: (p: { name: string }) => `${p.name} would rather not show them.`,
  times: (p: { badge: string; n: number }) => (p.n === 1 ? p.badge : `${p.badge} × ${p.n}`),
  badges: {
    collaboration: 'Best collaboration',
    service: 'Best customer service',
    spot: 'Award out of the blue',
    thanks10: 'Thanked 10 times',
    thanks50: 'Thanked 50 times',
    thanks100: 'Thanked 100 times',
    first_win: 'First win',
    goal_reached: 'Goal reached',
    personal_best: 'Personal best',
    streak: 'Streak',
    improved: 'Much improved',
    fast_handoff: 'Fast handoff',
    customer_thanks: 'Thanked by a customer',
  } satisfies Record<BadgeKey, string>,
};
