// /leaderboard: the team's board with one's own row; managers may post it.
import { z } from 'zod';
import { boardCard, improvedCard, privateBoardCard, teamsCard } from '../cards/board.ts';
import { notice } from '../cards/notice.ts';
import { dayBlocks } from '../cards/recognition-day.ts';
import type { Card } from '../chat/card.ts';
import type { Reply } from '../chat/request.ts';
import { correctionsTo } from '../domain/board.ts';
import { PERIODS, type Period } from '../domain/period.ts';
import { withMarks } from '../domain/recognition/digest.ts';
import { benchmarks } from '../domain/standing.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { localeFor } from '../locales/index.ts';
import { addAudit } from '../store/audit.ts';
import { keepBoard, makeBoard, paceOf, postedAlready, postedBoard } from '../store/board.ts';
import { dayRecognition } from '../store/digest.ts';
import { findMember, mayManage } from '../store/member.ts';
import { enqueue } from '../store/outbox.ts';
import { standingsAmong, standingsOf } from '../store/standings.ts';
import { listTeams } from '../store/team.ts';
import { type Call, type Command, verb } from './command.ts';
import { exportAsked, leaderboardExport } from './leaderboard-export.ts';
import { teamOf } from './record.ts';
import { refuse } from './refuse.ts';

const WORDS: ReadonlyMap<string, Period> = new Map([
  ['today', 'day'],
  ['day', 'day'],
  ['今日', 'day'],
  ['今天', 'day'],
  ['日榜', 'day'],
  ['week', 'week'],
  ['本周', 'week'],
  ['周榜', 'week'],
  ['month', 'month'],
  ['本月', 'month'],
  ['月榜', 'month'],
  ['quarter', 'quarter'],
  ['本季', 'quarter'],
  ['季榜', 'quarter'],
]);

const look = z.object({ period: z.enum(PERIODS).default('day') });
const nothing = z.object({});

const answer = (card: Card): Reply[] => [{ kind: 'card', to: 'actor', card }];

/** Only within a write. */
const boardNow = (call: Call, period: Period, posts: boolean) =>
  makeBoard(call.db, teamOf(call), period, call.today, call.now, true, { posts });

/** Says that just this board stands in the channel already, who put it there and when. */
const standing = (call: Call, { at, by }: { at: Instant; by: number | null }): Card => {
  const { t, format } = call.locale;
  const texts = t.leaderboard.standing;
  const time = format.time(at, call.zone);
  const sentence =
    by === null
      ? texts.daily({ time })
      : by === call.me.id
        ? texts.you({ time })
        : texts.somebody({ time, name: findMember(call.db, by)?.name ?? '' });
  return notice(call.locale, texts.title, [sentence, texts.unchanged]);
};

export const leaderboard: Command = {
  name: 'leaderboard',
  aliases: { 排行: '', 排行榜: '', 榜: '' },
  role: 'rep',
  texts: (t) => t.leaderboard,

  grammar(rest) {
    const words = rest.toLowerCase().split(/\s+/u).filter(Boolean);
    const asked = exportAsked(rest, WORDS);
    if (asked !== null) return { verb: 'export', args: asked };
    const posts = words.some((word) => /^(post|发布|發布|发榜)$/u.test(word));
    const [word = '', ...others] = words.filter((each) => !/^(post|发布|發布|发榜)$/u.test(each));
    const period = WORDS.get(word);
    if (others.length === 0 && (word === '' || period !== undefined)) {
      return { verb: posts ? 'post' : 'show', args: period === undefined ? {} : { period } };
    }
    if (/^(improved|进步|進步)$/u.test(word)) return { verb: 'improved', args: {} };
    if (/^(team|teams|团队|團隊)$/u.test(word)) return { verb: 'teams', args: {} };
    return refuse('unknown_leaderboard', { typed: rest.slice(0, 40) });
  },

  verbs: {
    export: leaderboardExport,

    // Looking writes: whoever looks within the next minutes finds the scores computed.
    show: verb({
      effect: 'write',
      args: look,
      run: (call, { period }) => {
        const team = teamOf(call);
        const standings = standingsOf(call.db, team, period, call.now, { keep: true });
        const board = makeBoard(call.db, team, period, call.today, call.now, true, { standings });
        const posted = period === 'day' ? postedBoard(call.db, team.id, call.today) : undefined;
        const named = posted?.individual.places.map(({ memberId }) => memberId) ?? [];
        const rows = [...new Set([call.me.id, ...named])]
          .flatMap((id) => findMember(call.db, id) ?? [])
          .filter(({ teamId, leftOn }) => teamId === team.id && leftOn === null);
        const among = standingsAmong(call.db, team, rows, period, call.now, { keep: true });
        return answer(
          privateBoardCard(call.locale, team.name, board, {
            corrections:
              posted === undefined ? null : correctionsTo(posted, board.team.followups, among),
            own: among.find(({ memberId }) => memberId === call.me.id) ?? null,
            benchmarks: benchmarks(standings.scores),
            mayPost: mayManage(call.me, team.id),
            extra: dayBlocks(
              call.locale,
              dayRecognition(call.db, team, call.today),
              board.milestones,
            ),
          }),
        );
      },
    }),

    improved: verb({
      effect: 'write',
      args: nothing,
      run: (call) =>
        answer(improvedCard(call.locale, teamOf(call).name, boardNow(call, 'week', false))),
    }),

    teams: verb({
      effect: 'read',
      args: nothing,
      run: (call) => {
        const teams = listTeams(call.db).map((team) => ({
          name: team.name,
          board: { team: paceOf(call.db, team, 'month', dayOf(call.now, team.zone)) },
        }));
        const progress = ({ board: { team } }: (typeof teams)[number]): number =>
          team.target === 0 ? 0 : team.followups / team.target;
        teams.sort((a, b) => progress(b) - progress(a));
        return answer(teamsCard(call.locale, teams));
      },
    }),

    post: verb({
      effect: 'write',
      role: 'manager',
      args: look,
      run: (call, { period }) => {
        const team = teamOf(call);
        if (!mayManage(call.me, team.id)) {
          refuse('not_allowed', { who: call.locale.t.common.roles.manager });
        }
        if (team.channel === null) return refuse('no_channel_set');
        const recognised = dayRecognition(call.db, team, call.today);
        const board = withMarks(boardNow(call, period, true), recognised);
        const locale = localeFor(team.locale);
        const before = postedAlready(call.db, team, board);
        if (before !== null) return answer(standing(call, before));
        const { id, key } = keepBoard(call.db, team.id, board, call.now, call.me.id);
        addAudit(call.db, {
          at: call.now,
          actorId: call.me.id,
          action: 'leaderboard.posted',
          subject: `team:${team.id}`,
          after: { board: id, period },
        });
        enqueue(call.db, {
          key,
          target: team.channel,
          card: boardCard(
            locale,
            team.name,
            board,
            dayBlocks(locale, recognised, board.milestones),
          ),
          notBefore: call.now,
          now: call.now,
        });
        return answer(notice(call.locale, call.locale.t.leaderboard.posted, [], 'good'));
      },
    }),
  },
};
