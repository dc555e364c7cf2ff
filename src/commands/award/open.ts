// Opening an award for a quarter that is over: the team is asked to nominate, in its channel.
import { z } from 'zod';
import { type AwardKind, awardText, openedPost } from '../../cards/award.ts';
import { notice } from '../../cards/notice.ts';
import type { Reply } from '../../chat/request.ts';
import { nameOfPeriod, periodNamed } from '../../domain/period.ts';
import { lastQuarter, nominateUntil } from '../../domain/recognition/award.ts';
import { addDays, type Day, quarterAround } from '../../domain/time.ts';
import { localeFor } from '../../locales/index.ts';
import { addAward, auditAward, awardOf } from '../../store/award.ts';
import { mayManage } from '../../store/member.ts';
import { enqueue } from '../../store/outbox.ts';
import { listTeams, type Team } from '../../store/team.ts';
import { type Call, verb } from '../command.ts';
import { refuse } from '../refuse.ts';
import { teamNamed } from '../settings/authority.ts';
import { firstWord } from '../settings/words.ts';
import { dayFor, kindOf, standingText } from './authority.ts';

/** Quarters that ended longer ago, in days, are nobody's memory. */
const MEMORY = 366;

const open = (call: Call, team: Team, kind: AwardKind, quarter: Day): Reply[] => {
  const { db, me, now, locale } = call;
  const today = dayFor(call, team);
  const { to } = quarterAround(quarter);
  if (to >= today || to < addDays(today, -MEMORY)) {
    return refuse('quarter_open', { typed: nameOfPeriod('quarter', lastQuarter(today)) });
  }
  const known = awardOf(db, team.id, kind, quarter);
  if (known !== undefined) {
    const award = awardText(locale, known);
    return refuse('award_exists', { award, standing: standingText(call, known) });
  }
  if (team.channel === null) return refuse('no_channel_set');
  const until = nominateUntil(today);
  const row = addAward(db, {
    kind,
    teamId: team.id,
    quarter,
    openedBy: me.id,
    openedOn: today,
    nominateUntil: until,
  });
  auditAward(db, row.id, 'opened', {
    at: now,
    actorId: me.id,
    after: { kind, teamId: team.id, quarter },
  });
  enqueue(db, {
    key: `award:${row.id}:opened`,
    target: team.channel,
    card: openedPost(localeFor(team.locale), row, until, today),
    notBefore: now,
    now,
  });
  const texts = locale.t.award;
  const day = locale.format.day(until, today);
  const title = texts.openedYours({ award: awardText(locale, row) });
  const card = notice(locale, title, [texts.openedYoursText({ day })], 'good');
  return [{ kind: 'card', to: 'actor', card }];
};

/** The asker's own team, or the only one; an admin names it otherwise. @throws Refusal */
const teamMeant = (call: Call, name: string): Team => {
  const { db, me, team } = call;
  const [only, ...others] = listTeams(db);
  const own = team ?? (me.role === 'admin' && others.length === 0 ? only : undefined);
  const meant = name === '' ? own : teamNamed(call, name);
  if (meant === undefined) {
    return me.role === 'admin'
      ? refuse('award_team', { name: only?.name ?? '' })
      : refuse('no_team');
  }
  return mayManage(me, meant.id) ? meant : refuse('not_your_award');
};

const QUARTER = /^(\d{4})-?[qQ]([1-4])$/u;

/** `service [2025-Q4] [team]`, in this order. */
const typed = (call: Call, line: string): Reply[] => {
  const [word, rest] = firstWord(line);
  const kind = kindOf(word) ?? refuse('unknown_award', { typed: word.slice(0, 40) });
  const [second, after] = firstWord(rest);
  const [, year, n] = QUARTER.exec(second.normalize('NFKC')) ?? [];
  const quarter = year === undefined ? null : periodNamed(`${year}-Q${n}`);
  const team = teamMeant(call, quarter === null ? rest : after);
  return open(call, team, kind, quarter?.day ?? lastQuarter(dayFor(call, team)));
};

export const OPEN_VERBS = {
  open: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({ line: z.string().max(4000) }),
    run: (call, { line }) => typed(call, line),
  }),

  /** The last quarter's, for the asker's own team. */
  openNow: verb({
    effect: 'write',
    role: 'manager',
    args: z.object({ kind: z.enum(['collaboration', 'service']) }),
    run: (call, { kind }) => {
      const team = teamMeant(call, '');
      return open(call, team, kind, lastQuarter(dayFor(call, team)));
    },
  }),
};
