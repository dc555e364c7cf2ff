// A minute has passed: does what is due, once, and says what was missed. Safe to call at any time, from anywhere.
import type { Instant } from '../domain/time.ts';
import { begin, begun } from '../store/occurrence.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Due, Job } from './job.ts';

export interface Ticked {
  readonly done: number;
  /** Missed by more than their grace. */
  readonly skipped: number;
  /** Rolled back and reported; tried again at the next tick, within their grace. */
  readonly failed: number;
}

/**
 * Runs what each job has due. Of several missed days of a scope only the newest is run; the older ones, and
 * whatever is past its grace, are recorded as skipped. Each is a write of its own, so one failing job stops no other.
 * @param report what a job threw, with the job's name and the scope; the scope is empty when `due` itself failed
 */
export const tick = async (
  workspace: Workspace,
  jobs: readonly Job[],
  now: Instant,
  report: (error: unknown, job: string, scope: string) => void,
): Promise<Ticked> => {
  const ticked = { done: 0, skipped: 0, failed: 0 };
  for (const job of jobs) {
    for (const { due, state } of open(workspace, job, now, report, ticked)) {
      try {
        const began = await workspace.write((db) => {
          const occurrence = { kind: job.name, scope: due.scope, day: due.day, state, at: now };
          if (!begin(db, occurrence)) return false;
          if (state === 'done') job.run(db, due, now);
          return true;
        });
        if (began) ticked[state] += 1;
      } catch (error) {
        ticked.failed += 1;
        report(error, job.name, due.scope);
      }
    }
  }
  return ticked;
};

interface Open {
  readonly due: Due;
  readonly state: 'done' | 'skipped';
}

/** What of a job is still to be done or recorded: decided without writing, since mostly it is nothing. */
const open = (
  workspace: Workspace,
  job: Job,
  now: Instant,
  report: (error: unknown, job: string, scope: string) => void,
  ticked: { failed: number },
): readonly Open[] => {
  try {
    return workspace.read((db) => {
      const due = job.due(db, now).filter(({ dueAt }) => dueAt <= now);
      const newest = new Map<string, Due>();
      for (const each of due) {
        const known = newest.get(each.scope);
        if (known === undefined || each.day > known.day) newest.set(each.scope, each);
      }
      return due
        .filter(({ scope, day }) => !begun(db, job.name, scope, day))
        .map((each) => ({
          due: each,
          state:
            newest.get(each.scope) === each && now - each.dueAt <= each.graceMs
              ? 'done'
              : 'skipped',
        }));
    });
  } catch (error) {
    ticked.failed += 1;
    report(error, job.name, '');
    return [];
  }
};
