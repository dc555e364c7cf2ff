// The day's leaderboard, posted to each team's channel at its own time.
import { boardCard } from '../cards/board.ts';
import { dayBlocks } from '../cards/recognition-day.ts';
import { withMarks } from '../domain/recognition/digest.ts';
import { localeFor } from '../locales/index.ts';
import { keepBoard, makeBoard } from '../store/board.ts';
import { dayRecognition } from '../store/digest.ts';
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
    const recognised = dayRecognition(db, team, day);
    const made = makeBoard(db, team, 'day', day, now, true, { posts: true });
    const board = withMarks(made, recognised);
    const locale = localeFor(team.locale);
    enqueue(db, {
      key: keepBoard(db, team.id, board, now, null).key,
      target: team.channel,
      card: boardCard(locale, team.name, board, dayBlocks(locale, recognised, board.milestones)),
      notBefore: now,
      now,
    });
  },
};
