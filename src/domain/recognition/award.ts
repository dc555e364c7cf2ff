// A quarter's award from nomination to post: who may nominate, who may judge, who wins, and what is due when.
import { addWorkdays, type WorkCalendar } from '../calendar.ts';
import { ROLES } from '../role.ts';
import { addDays, addMonths, type Day, quarterAround } from '../time.ts';
import type { Party } from './reward.ts';

export const AWARD_RULES = {
  /** Days after the one it was opened on. */
  nominateDays: 10,
  /** Characters of a nomination's reason. */
  reasonMin: 20,
  reasonMax: 500,
  /** Characters of what is posted. */
  postMax: 1000,
  jurors: 3,
  /** Fewer do not decide. */
  votesMin: 2,
  /** Working days after the committee was chosen. */
  voteDays: 5,
  voteReminder: 3,
  /** Working days after the nominations ended, to choose the committee. */
  appointDays: 10,
  appointReminders: [4, 8],
  /** Working days after the decision. */
  postReminders: [2, 5],
  /** Quarters before and after in which nobody wins the same award again. */
  restQuarters: 2,
  /** Answers of customers that make a service award's evidence. */
  answersMin: 10,
  /** Or so many who nominate. */
  nominatorsMin: 2,
  /** Who share it when they are level in everything. */
  winnersMax: 2,
  /** A manager's unannounced awards a month. */
  spots: 2,
} as const;

/** The first day of the last quarter that is over. */
export const lastQuarter = (today: Day): Day =>
  quarterAround(addDays(quarterAround(today).from, -1)).from;

/** The last day on which one may nominate. */
export const nominateUntil = (openedOn: Day): Day => addDays(openedOn, AWARD_RULES.nominateDays);

/** Whether winning in one quarter keeps from winning in another: the two before, and the two after. */
export const isTooSoon = (won: Day, quarter: Day): boolean => {
  const months = AWARD_RULES.restQuarters * 3;
  return won >= addMonths(quarter, -months) && won <= addMonths(quarter, months);
};

/** Whether `nominee` manages `nominator`: one's own manager is not nominated. */
export const isOwnManager = (nominator: Party, nominee: Party): boolean =>
  nominee.teamId !== null &&
  nominee.teamId === nominator.teamId &&
  ROLES.indexOf(nominee.role) > ROLES.indexOf(nominator.role);

/** Characters as people count them. */
export const lengthOf = (text: string): number => [...text.trim()].length;

export type NominationFault = 'late' | 'self' | 'manager' | 'outside' | 'short' | 'long';

/** Everything that is wrong with a nomination, at once. */
export const nominationFaults = (nomination: {
  readonly nominator: Party;
  readonly nominee: Party;
  readonly reason: string;
  /** Whether the nominee belonged to the team in the quarter, and has not left since. */
  readonly isOfTeam: boolean;
  /** Whether nominations are open on the day. */
  readonly isOpen: boolean;
}): NominationFault[] => {
  const { nominator, nominee, reason, isOfTeam, isOpen } = nomination;
  const length = lengthOf(reason);
  return [
    ...(isOpen ? [] : (['late'] as const)),
    ...(nominator.id === nominee.id ? (['self'] as const) : []),
    ...(isOwnManager(nominator, nominee) ? (['manager'] as const) : []),
    ...(isOfTeam ? [] : (['outside'] as const)),
    ...(length < AWARD_RULES.reasonMin ? (['short'] as const) : []),
    ...(length > AWARD_RULES.reasonMax ? (['long'] as const) : []),
  ];
};

export type Conflict = 'nominee' | 'nominator' | 'manager';

/**
 * Why somebody may not judge, or null: they are nominated; they nominated somebody on the ballot, and have had their
 * say; or they manage some on the ballot and not others. A manager of all of them judges all alike.
 */
export const conflictOf = (
  judge: Party,
  {
    nominees,
    ballot,
    nominators,
  }: {
    /** Ids of everybody who was nominated. */
    readonly nominees: readonly number[];
    /** Those who can win. */
    readonly ballot: readonly Party[];
    /** Ids of who nominated somebody on the ballot. */
    readonly nominators: readonly number[];
  },
): Conflict | null => {
  if (nominees.includes(judge.id)) return 'nominee';
  if (nominators.includes(judge.id)) return 'nominator';
  const managed = ballot.filter((nominee) => isOwnManager(nominee, judge)).length;
  return managed > 0 && managed < ballot.length ? 'manager' : null;
};

export type CommitteeFault = 'three' | 'peer' | 'conflict';

/** Everything that is wrong with a committee. @param judges each with their conflict, if any */
export const committeeFaults = (
  judges: readonly (Party & { readonly conflict: Conflict | null })[],
): CommitteeFault[] => [
  ...(new Set(judges.map(({ id }) => id)).size === AWARD_RULES.jurors ? [] : (['three'] as const)),
  ...(judges.some(({ role }) => role === 'rep') ? [] : (['peer'] as const)),
  ...(judges.some(({ conflict }) => conflict !== null) ? (['conflict'] as const) : []),
];

/** Why an award has no winner. */
export const VOID_REASONS = [
  'no_nomination',
  'none_eligible',
  'no_committee',
  'few_votes',
  'no_approval',
  'tied',
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** Who won, by id in ascending order, or why nobody did. */
export type Outcome = { readonly winners: readonly number[] } | { readonly void: VoidReason };

/**
 * The most approvals win; of those level the most distinct nominators; whoever is still level shares it, up to two.
 * @param approvals one entry for each juror and nominee
 * @param nominators how many distinct people nominated each
 * @param votes how many jurors handed in their votes
 */
export const outcomeOf = (
  approvals: readonly { readonly nomineeId: number }[],
  nominators: ReadonlyMap<number, number>,
  votes: number,
): Outcome => {
  if (votes < AWARD_RULES.votesMin) return { void: 'few_votes' };
  const counts = new Map<number, number>();
  for (const { nomineeId } of approvals) counts.set(nomineeId, (counts.get(nomineeId) ?? 0) + 1);
  if (counts.size === 0) return { void: 'no_approval' };
  const best = (ids: readonly number[], of: ReadonlyMap<number, number>): number[] => {
    const most = Math.max(...ids.map((id) => of.get(id) ?? 0));
    return ids.filter((id) => (of.get(id) ?? 0) === most);
  };
  const winners = best(best([...counts.keys()], counts), nominators);
  return winners.length <= AWARD_RULES.winnersMax
    ? { winners: winners.toSorted((a, b) => a - b) }
    : { void: 'tied' };
};

/** The day by whose end a committee has to be chosen. */
export const lapsesOn = (calendar: WorkCalendar, until: Day): Day =>
  addWorkdays(calendar, until, AWARD_RULES.appointDays);

/** The last day on which a committee votes that may since `votingFrom`. */
export const voteUntil = (calendar: WorkCalendar, votingFrom: Day): Day =>
  addWorkdays(calendar, votingFrom, AWARD_RULES.voteDays);

/** What the bot does on its own, and reminders, each of a day. */
export type AwardStep = 'close' | 'lapse' | 'decide' | 'appoint' | 'vote' | 'post';

export interface AwardStanding {
  readonly state: 'nominating' | 'voting' | 'decided' | 'void';
  readonly nominateUntil: Day;
  /** The first day on which the committee may vote; null before there is one. */
  readonly votingFrom: Day | null;
  readonly hasAllVotes: boolean;
  readonly decidedOn: Day | null;
  readonly isPosted: boolean;
}

/**
 * What is due, as of a working day whose morning has come. Reminders carry the day they are for, what moves the
 * award on carries `day`.
 */
export const stepsDue = (
  award: AwardStanding,
  day: Day,
  calendar: WorkCalendar,
): { readonly step: AwardStep; readonly day: Day }[] => {
  const after = (since: Day, n: number): Day => addWorkdays(calendar, since, n);
  const reminders = (step: AwardStep, since: Day, days: readonly number[]) =>
    days.map((n) => ({ step, day: after(since, n) })).filter((each) => each.day <= day);
  const now = (step: AwardStep) => [{ step, day }];
  switch (award.state) {
    case 'nominating':
      return day > award.nominateUntil ? now('close') : [];
    case 'voting': {
      const { votingFrom, nominateUntil: until } = award;
      if (votingFrom === null) {
        return day > lapsesOn(calendar, until)
          ? now('lapse')
          : reminders('appoint', until, AWARD_RULES.appointReminders);
      }
      if (award.hasAllVotes || day > voteUntil(calendar, votingFrom)) return now('decide');
      return reminders('vote', votingFrom, [AWARD_RULES.voteReminder]);
    }
    case 'decided':
      return award.isPosted || award.decidedOn === null
        ? []
        : reminders('post', award.decidedOn, AWARD_RULES.postReminders);
    default:
      return [];
  }
};

/** Where an award stands, as people are told. */
export type AwardPhase = 'nominating' | 'appointing' | 'voting' | 'posting' | 'posted' | 'void';

export const phaseOf = (
  award: Pick<AwardStanding, 'state' | 'votingFrom' | 'isPosted'>,
): AwardPhase => {
  if (award.state === 'voting') return award.votingFrom === null ? 'appointing' : 'voting';
  if (award.state === 'decided') return award.isPosted ? 'posted' : 'posting';
  return award.state;
};
