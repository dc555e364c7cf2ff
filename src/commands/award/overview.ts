// The team's awards: what is open, what the asker can do, and who won before.
import { z } from 'zod';
import { type AwardView, awardsCard, noAwardsCard } from '../../cards/award.ts';
import { lastQuarter, VOID_REASONS } from '../../domain/recognition/award.ts';
import { type Award, awardOf, awardsOf, pendingAwards } from '../../store/award.ts';
import { jurorsOf, votesWaiting } from '../../store/jury.ts';
import { findMember, mayManage } from '../../store/member.ts';
import { nominationBy, nominationsOf } from '../../store/nomination.ts';
import { findTeam } from '../../store/team.ts';
import { winnersOf } from '../../store/winner.ts';
import { type Call, verb } from '../command.ts';
import { dayFor, isSteward, phaseNow } from './authority.ts';

/** Two kinds a quarter: the awards of more than a year. */
const LOOKED_AT = 10;
const PAST = 6;
/** Of other teams; each has up to two buttons. */
const ELSEWHERE = 8;
/** Without a winner, that is said for so many days. */
const VOID_SHOWN_MS = 14 * 24 * 3_600_000;

const viewOf = (call: Call, row: Award, today: string): AwardView => {
  const { db, me } = call;
  const phase = phaseNow(row);
  const own = nominationBy(db, row.id, me.id);
  return {
    ...row,
    team: row.teamId === me.teamId ? null : (findTeam(db, row.teamId)?.name ?? null),
    phase,
    voidReason:
      VOID_REASONS.find((reason) => row.state === 'void' && reason === row.reason) ?? null,
    yours: own === undefined ? null : (findMember(db, own.nomineeId)?.name ?? null),
    progress: isSteward(call, row)
      ? {
          nominations: nominationsOf(db, row.id).length,
          votes: jurorsOf(db, row.id).filter(({ votedAt }) => votedAt !== null).length,
        }
      : null,
    may: {
      nominate: phase === 'nominating' && today <= row.nominateUntil && me.teamId === row.teamId,
      judge: votesWaiting(db, me.id).some(({ id }) => id === row.id),
    },
  };
};

const show = (call: Call) => {
  const { db, me, now, locale, team } = call;
  const today = team === null ? call.today : dayFor(call, team);
  const rows = team === null ? [] : awardsOf(db, team.id, LOOKED_AT);
  // Jurors may come from other teams, and admins see to those whose manager cannot.
  const elsewhere = [...votesWaiting(db, me.id), ...(me.role === 'admin' ? pendingAwards(db) : [])];
  const others = [...new Map(elsewhere.map((row) => [row.id, row])).values()]
    .filter(({ teamId }) => teamId !== team?.id)
    .slice(0, ELSEWHERE);
  if (team === null && others.length === 0 && me.role !== 'admin') return noAwardsCard(locale);
  const isOver = (row: Award): boolean =>
    row.state === 'void'
      ? now - (row.decidedAt ?? 0) > VOID_SHOWN_MS
      : row.state === 'decided' && row.reason !== null;
  const past = rows.filter((row) => row.state === 'decided' && row.reason !== null).slice(0, PAST);
  const kinds = ['collaboration', 'service'] as const;
  const mayOpen = team !== null && me.role !== 'rep' && mayManage(me, team.id);
  const quarter = lastQuarter(today);
  const card = awardsCard(
    locale,
    {
      awards: [...rows.filter((row) => !isOver(row)), ...others].map((row) =>
        viewOf(call, row, today),
      ),
      past: past.map((row) => ({
        ...row,
        names: winnersOf(row).map((id) => findMember(db, id)?.name ?? ''),
      })),
      toOpen: mayOpen
        ? kinds.filter((kind) => awardOf(db, team.id, kind, quarter) === undefined)
        : [],
    },
    today,
  );
  return card;
};

export const OVERVIEW_VERBS = {
  show: verb({
    effect: 'read',
    args: z.object({}),
    run: (call) => [{ kind: 'card', to: 'actor', card: show(call) }],
  }),
};
