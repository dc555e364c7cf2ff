// The day's leaderboard, posted to each team's channel at its own time.
import { boardCard } from '../cards/board.ts';
import { localeFor } from '../locales/index.ts';
import { keepBoard, makeBoard } from '../store/board.ts';
import { enqueue } from '../store/outbox.ts';
import { findTeam, listTeams } from '../store/team.ts';
import { dueOnWorkdays } from './days.ts';
import type { Job } from './job.ts';

export const leaderboard: Job = {
  name: 'leaderboard',

  due: (db, now) =>
    listTeams(db)
      .filter(({ posts, channel }) => posts && channel !== null)
      .flatMap((team) => dueOnWorkdays(db, team, team.postAt, now)),

  run(db, { scope, day }, now) {
    const team = findTeam(db, Number(scope));
    if (team === undefined || team.channel === null) return;
    const board = makeBoard(db, team, 'day', day, now, true, { posts: true });
    enqueue(db, {
      key: keepBoard(db, team.id, board, now, null).key,
      target: team.channel,
      card: boardCard(localeFor(team.locale), team.name, board),
      notBefore: now,
      now,
    });
  },
};
