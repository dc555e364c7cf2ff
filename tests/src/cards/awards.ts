// The cards and forms of rewards, awards and badges, at every size.
import {
  type AwardView,
  awardsCard,
  noAwardsCard,
  openedPost,
  spotCard,
  spotPost,
  winnerPost,
  wonCard,
} from '../../../src/cards/award.ts';
import { appointForm, nominateForm, postForm, voteForm } from '../../../src/cards/award-form.ts';
import {
  ballotCard,
  checkedCard,
  decidedCard,
  type NomineeView,
  reminderCard,
  voidCard,
} from '../../../src/cards/award-jury.ts';
import { badgesCard } from '../../../src/cards/badge.ts';
import { catalogueCard, confirmCard, obstaclesCard } from '../../../src/cards/reward.ts';
import { manageCard, managedCard, rewardForm } from '../../../src/cards/reward-manage.ts';
import {
  alreadyCard,
  answeredCard,
  askedCard,
  openWishesCard,
  ownWishesCard,
  refuseForm,
  wishCard,
  decidedCard as wishDecided,
  withdrawnCard,
} from '../../../src/cards/reward-wish.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { type AwardPhase, VOID_REASONS } from '../../../src/domain/recognition/award.ts';
import type { Badge } from '../../../src/domain/recognition/badge.ts';
import { SUGGESTIONS } from '../../../src/domain/recognition/reward.ts';
import { MILESTONES } from '../../../src/domain/recognition/rules.ts';
import type { Locale } from '../../../src/locales/index.ts';

const TODAY = '2026-03-11';
const HUGE = Number.MAX_SAFE_INTEGER;
const KINDS = ['collaboration', 'service'] as const;

/** As long as a name of the thing may be. */
const nameOf = ({ tag }: Locale, size: string, max = 200): string => {
  if (size === 'long') return (tag === 'zh' ? '极' : 'x').repeat(max);
  return tag === 'zh' ? '晨光科技' : 'Acme Corp';
};
const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
const many = (size: string): number => ({ empty: 0, typical: 3, long: 10, huge: 200 })[size] ?? 0;

const rewardsIn = (locale: Locale, size: string): (Card | Form)[] => {
  const name = nameOf(locale, size, 60);
  const rows = times(Math.min(10, many(size)), (i) => ({
    id: HUGE,
    name,
    detail: i % 2 === 0 ? '' : nameOf(locale, size, 300),
    cost: [0, 1, 30, 100_000][i % 4] ?? 0,
    stock: [null, 0, 1, 100_000][i % 4] ?? null,
    taxable: i % 2 === 0,
    isWaiting: i % 5 === 4,
    team: i % 2 === 0 ? null : nameOf(locale, size),
    mayChange: true,
  }));
  const [row = { id: 1, name, detail: '', cost: 0, stock: null, taxable: true }] = rows;
  const wish = { ...row, who: nameOf(locale, size) };
  const list = times(Math.min(8, many(size)), () => ({ ...wish, day: TODAY }));
  const catalogue = {
    rewards: rows,
    offset: 0,
    total: many(size),
    words: '',
    balance: 29_999,
    hasWishes: true,
  };
  const managed = { open: many(size), suggestions: SUGGESTIONS };
  const states = ['asked', 'approved', 'refused', 'withdrawn'] as const;
  const owners = times(2, (i) => ({ value: String(i), label: name }));
  return [
    catalogueCard(locale, { ...catalogue, managed: null }),
    catalogueCard(locale, { ...catalogue, managed, offset: 10 }),
    catalogueCard(locale, {
      ...catalogue,
      managed: null,
      rewards: [],
      words: nameOf(locale, size, 30),
    }),
    catalogueCard(locale, {
      ...catalogue,
      managed: { open: 0, suggestions: [] },
      rewards: [],
      total: 0,
    }),
    confirmCard(locale, row, HUGE, false),
    confirmCard(locale, { ...row, cost: 5 }, 5_001, true),
    obstaclesCard(locale, { ...row, cost: 5 }, 0, ['points', 'stock', 'waiting', 'nobody']),
    manageCard(locale, {
      rewards: rows,
      offset: 6,
      total: many(size) + 6,
      suggestions: SUGGESTIONS,
    }),
    ...(['added', 'changed', 'retired'] as const).map((done) => managedCard(locale, done, row)),
    rewardForm(locale, null, owners, {}, {}),
    rewardForm(locale, row, [], { name: '' }, { name: locale.t.form.required }),
    askedCard(locale, wish, times(many(size), () => wish.who.slice(0, 60)).slice(0, 20)),
    wishCard(locale, wish),
    refuseForm(locale, wish, locale.t.form.required),
    wishDecided(locale, wish, true),
    wishDecided(locale, wish, false),
    answeredCard(locale, wish, wish.who, null),
    answeredCard(locale, { ...wish, cost: 5 }, wish.who, nameOf(locale, size, 300)),
    alreadyCard(locale, wish, 'withdrawn', null),
    ...(['approved', 'refused', 'withdrawn'] as const).map((state) =>
      alreadyCard(locale, wish, state, wish.who),
    ),
    withdrawnCard(locale, name, 0),
    openWishesCard(locale, list, many(size), TODAY),
    ownWishesCard(
      locale,
      list.map((each, i) => ({
        ...each,
        state: states[i % 4] ?? 'asked',
        reason: i % 4 === 2 ? name : null,
      })),
      TODAY,
    ),
  ];
};

const awardsIn = (locale: Locale, size: string): (Card | Form)[] => {
  const name = nameOf(locale, size);
  const names = [name, name];
  const reason = nameOf(locale, size, 500);
  const nominees = times(
    many(size),
    (i): NomineeView => ({
      member: { id: HUGE, name },
      facts: {
        wasInTeam: true,
        hasLeft: false,
        wonIn: i % 3 === 1 ? '2025-07-01' : null,
        nominators: i + 1,
        thanks: i,
        givers: Math.min(i, 3),
        handoffsTaken: i,
        handoffsGiven: 1,
        answers: i * 5,
        satisfied: i,
      },
      ineligible: i % 3 === 1 ? ['left', 'outside', 'repeat', 'evidence'] : [],
      reasons: times(i + 1, () => reason),
    }),
  );
  const options = nominees
    .slice(0, 100)
    .map(({ member }, i) => ({ value: String(i), label: member.name }));
  const phases: readonly AwardPhase[] = ['nominating', 'appointing', 'voting', 'posting', 'void'];
  return KINDS.flatMap((kind) => {
    const award = { id: HUGE, kind, quarter: '2025-10-01' };
    const views = phases.map(
      (phase, i): AwardView => ({
        ...award,
        team: i % 2 === 0 ? null : name,
        phase,
        nominateUntil: '2026-03-21',
        voidReason: phase === 'void' ? 'tied' : null,
        yours: i % 2 === 0 ? name : null,
        progress: i === 2 ? null : { nominations: many(size), votes: 2 },
        may: { nominate: phase === 'nominating', judge: phase === 'voting' },
      }),
    );
    const past = times(Math.min(6, many(size)), () => ({ ...award, names }));
    const shown = size === 'empty' ? [] : views;
    return [
      awardsCard(locale, { awards: shown, past, toOpen: KINDS }, TODAY),
      noAwardsCard(locale),
      openedPost(locale, award, '2026-03-21', TODAY),
      winnerPost(locale, award, names, reason),
      wonCard(locale, award, reason),
      nominateForm(locale, award, options, {}, {}),
      nominateForm(
        locale,
        award,
        options,
        { reason },
        { reason: locale.t.award.faults.short, who: locale.t.award.faults.manager },
      ),
      appointForm(locale, award, options, [], {
        judges: Object.values(locale.t.award.committeeFaults).join(' '),
      }),
      voteForm(locale, award, options),
      postForm(locale, award, names, reason, {}),
      checkedCard(locale, award, nominees, '2026-04-03', TODAY),
      ballotCard(locale, award, name, nominees, '2026-03-30', TODAY),
      decidedCard(
        locale,
        award,
        names,
        nominees.map(() => reason),
      ),
      ...VOID_REASONS.map((why) => voidCard(locale, award, why, nominees)),
      reminderCard(locale, award, { of: 'vote', until: TODAY }, TODAY),
      reminderCard(locale, award, { of: 'appoint', until: TODAY }, TODAY),
      reminderCard(locale, award, { of: 'post' }, TODAY),
    ];
  });
};

const badgesIn = (locale: Locale, size: string): Card[] => {
  const name = nameOf(locale, size);
  const keys = [...KINDS, 'spot', 'thanks10', 'thanks50', 'thanks100', ...MILESTONES] as const;
  const badges = keys.map((key): Badge => ({ key, times: many(size) + 1 }));
  return [
    badgesCard(locale, name, size === 'empty' ? [] : badges),
    badgesCard(locale, name, null),
    spotPost(locale, name, name, nameOf(locale, size, 500)),
    spotCard(locale, name, nameOf(locale, size, 500)),
  ];
};

export const AWARD_CARDS: Readonly<
  Record<string, (locale: Locale, size: string) => readonly (Card | Form)[]>
> = { rewards: rewardsIn, awards: awardsIn, badges: badgesIn };
