// Scores for the daily posts, computed shortly before and a few at a time: the post itself then only reads them.
import { type Instant, MINUTE } from '../domain/time.ts';
import { prepareStandings } from '../store/standings.ts';
import { listTeams, type Team } from '../store/team.ts';
import type { Db, Workspace } from '../store/workspace.ts';
import { dueOnWorkdays } from './days.ts';

/** A computed score of today holds for a quarter of an hour; one earlier tick is lost at most. */
const AHEAD = 13 * MINUTE;
/** Scores in one write: about five milliseconds of everybody's event loop. */
const AT_ONCE = 5;
/** The board of the day, and the weeks its gains are read from. */
const PERIODS = ['day', 'week'] as const;

/** When the team's post of today is due, if that is soon. */
const soon = (db: Db, team: Team, now: Instant): Instant | null => {
  if (!team.posts || team.channel === null) return null;
  const [newest] = dueOnWorkdays(db, team, team.postAt, now + AHEAD);
  return newest !== undefined && newest.dueAt > now ? newest.dueAt : null;
};

/**
 * Keeps the scores that posts due within the next minutes will show. Call it at each tick, before what is due is
 * done; the event loop goes on between its writes.
 * @returns how many scores were computed
 */
export const prepareBoards = async (workspace: Workspace, now: Instant): Promise<number> => {
  const coming = workspace.read((db) =>
    listTeams(db).flatMap((team) => {
      const at = soon(db, team, now);
      return at === null ? [] : [{ team, at }];
    }),
  );
  let computed = 0;
  for (const { team, at } of coming) {
    for (const period of PERIODS) {
      for (;;) {
        const done = await workspace.write((db) =>
          prepareStandings(db, team, period, now, at, AT_ONCE),
        );
        computed += done;
        if (done < AT_ONCE) break;
      }
    }
  }
  return computed;
};
