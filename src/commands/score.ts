// /score: what it is, why, down to the rows, and where one stands when one asks.
import { z } from 'zod';
import { type ScoreView, scoreCard, whyCard } from '../cards/score.ts';
import { metricCard } from '../cards/score-metric.ts';
import { rankCard } from '../cards/score-rank.ts';
import type { Card } from '../chat/card.ts';
import type { Reply } from '../chat/request.ts';
import { PERIODS, type Period, periodAround } from '../domain/period.ts';
import { METRIC_KEYS, METRICS, type MetricKey } from '../domain/scoring/metrics.ts';
import { benchmarks, placeOf } from '../domain/standing.ts';
import { dayOf } from '../domain/time.ts';
import { LOCALE_TAGS, localeFor } from '../locales/index.ts';
import { evidenceOf } from '../store/evidence.ts';
import { findMember, type Member, mayActFor } from '../store/member.ts';
import { pastTotals } from '../store/past.ts';
import { computeScore, type MemberScore, windowOf } from '../store/score.ts';
import { standingsAmong, standingsOf } from '../store/standings.ts';
import { findTeam, type Team } from '../store/team.ts';
import { type Call, type Command, verb } from './command.ts';
import { nearest } from './nearest.ts';
import { refuse } from './refuse.ts';
import { memberIn } from './whom.ts';

const WEEKS = 8;
/** Sellers a team needs before anybody is told a rank. */
const RANKED_FROM = 5;

const period = z.enum(PERIODS).default('month');
/** Whose score; the asker's own without it. A name is what a typed line has, an id what a button has. */
const whose = { of: z.int().positive().optional(), who: z.string().max(200).optional() };
const look = z.object({ period, ...whose });
type Look = z.infer<typeof look>;

const PERIOD_WORDS: ReadonlyMap<string, Period> = new Map([
  ['today', 'day'],
  ['day', 'day'],
  ['今日', 'day'],
  ['今天', 'day'],
  ['week', 'week'],
  ['本周', 'week'],
  ['周', 'week'],
  ['month', 'month'],
  ['本月', 'month'],
  ['月', 'month'],
  ['quarter', 'quarter'],
  ['本季', 'quarter'],
  ['季度', 'quarter'],
]);

const answer = (card: Card): Reply[] => [{ kind: 'card', to: 'actor', card }];

/** The member asked about, whom the asker may see. @throws Refusal */
const subject = (call: Call, { of, who }: Look): Member => {
  if (of === undefined && who === undefined) return call.me;
  const other =
    of === undefined
      ? memberIn(call, who ?? '').member
      : (findMember(call.db, of) ?? refuse('bad_id'));
  if (mayActFor(call.me, other)) return other;
  return refuse('not_allowed', { who: call.locale.t.common.roles.manager });
};

const teamOf = (call: Call, member: Member): Team => {
  const team = member.teamId === null ? undefined : findTeam(call.db, member.teamId);
  return team ?? refuse('no_team');
};

const scored = (call: Call, asked: Look): { own: MemberScore; view: ScoreView; team: Team } => {
  const member = subject(call, asked);
  const team = teamOf(call, member);
  const days = periodAround(asked.period, dayOf(call.now, team.zone));
  const window = windowOf(call.db, team, days, call.now);
  const own = computeScore(call.db, member, asked.period, window);
  const view: ScoreView = {
    score: own.score,
    period: asked.period,
    of: member.id === call.me.id ? null : { id: member.id, name: member.name },
    currency: team.currency,
    weeks: pastTotals(call.db, team, member, 'week', days.to, WEEKS, call.now),
  };
  return { own, view, team };
};

/** The metric a person names in any language, or its key. */
const metricNamed = (typed: string): MetricKey | null => {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  const names = new Map<string, MetricKey>();
  for (const key of METRIC_KEYS) {
    names.set(key, key);
    for (const tag of LOCALE_TAGS) {
      names.set(localeFor(tag).t.metrics.metric[key].name.toLowerCase(), key);
    }
  }
  const near = names.has(word) ? word : nearest(word, [...names.keys()]);
  return near === null ? null : (names.get(near) ?? null);
};

export const score: Command = {
  name: 'score',
  aliases: { 积分: '', 積分: '', 得分: '' },
  role: 'rep',
  texts: (t) => t.score,

  grammar(rest) {
    const at = rest.search(/[@＠]/u);
    const named = at < 0 ? '' : rest.slice(at).trim();
    const words = (at < 0 ? rest : rest.slice(0, at)).trim().split(/\s+/u).filter(Boolean);
    // Behind a name as well, but for Day, which may belong to it.
    const [, name = named, last = ''] = /^(.+)\s(\S+)$/u.exec(named) ?? [];
    const isLast =
      /[^a-z]|today|week|month|quarter/iu.test(last) && PERIOD_WORDS.has(last.toLowerCase());
    const who = at < 0 ? {} : { who: isLast ? name : named };
    const known =
      words.find((word) => PERIOD_WORDS.has(word.toLowerCase())) ?? (isLast ? last : undefined);
    const period = known === undefined ? {} : { period: PERIOD_WORDS.get(known.toLowerCase()) };
    const others = words.filter((word) => word !== known);
    const [first = '', ...more] = others;
    if (first === '') return { verb: 'show', args: { ...period, ...who } };
    if (/^(why|为什么|為什麼|明细|明細)$/iu.test(first)) {
      return more.length === 0
        ? { verb: 'why', args: { ...period, ...who } }
        : { verb: 'metric', args: { ...period, ...who, metric: more.join(' ') } };
    }
    if (/^(rank|名次|排名)$/iu.test(first)) {
      // A rank is told to nobody but its owner; of others the score is.
      return at < 0
        ? { verb: 'rank', args: period }
        : { verb: 'show', args: { ...period, ...who } };
    }
    return { verb: 'metric', args: { ...period, ...who, metric: others.join(' ') } };
  },

  verbs: {
    show: verb({
      effect: 'read',
      args: look,
      run: (call, asked) => answer(scoreCard(call.locale, scored(call, asked).view)),
    }),

    why: verb({
      effect: 'read',
      args: look,
      run: (call, asked) => answer(whyCard(call.locale, scored(call, asked).view)),
    }),

    metric: verb({
      effect: 'read',
      args: z.object({ period, ...whose, metric: z.string().max(100) }),
      run: (call, { metric, ...asked }) => {
        const key = metricNamed(metric);
        if (key === null) {
          const { metric: names } = call.locale.t.metrics;
          const known = call.locale.format.list(METRIC_KEYS.map((each) => names[each].name));
          return refuse('unknown_metric', { typed: metric.slice(0, 40), known });
        }
        const { own, view, team } = scored(call, asked);
        const explained = own.score.explanation.dimensions
          .flatMap(({ metrics }) => metrics)
          .find((each) => each.key === key);
        if (explained === undefined) {
          const { name } = call.locale.t.metrics.metric[key];
          return refuse('metric_not_in_standard', { metric: name });
        }
        const window = windowOf(call.db, team, own.days, call.now);
        const { rollingDays } = own.standard;
        const look = METRICS[key].window;
        const rows = evidenceOf(call.db, own.member.id, key, look, rollingDays, window);
        return answer(metricCard(call.locale, view, explained, rows, call.today));
      },
    }),

    // As a look at the leaderboard: the team's scores are kept for whoever asks next.
    rank: verb({
      effect: 'write',
      args: z.object({ period }),
      run: (call, asked) => {
        const { view, own, team } = scored(call, asked);
        const options = { keep: true };
        const { sellers, scores } = standingsOf(call.db, team, asked.period, call.now, options);
        const [me] = standingsAmong(call.db, team, [own.member], asked.period, call.now, options);
        const isSmall = sellers < RANKED_FROM;
        const isRanked = me?.seller === true && !me.provisional && !isSmall;
        const place = !isRanked || me.score === null ? null : placeOf(me.score, scores);
        return answer(rankCard(call.locale, view, place, isSmall, benchmarks(scores)));
      },
    }),
  },
};
