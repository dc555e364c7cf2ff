// Keeps surveys moving: one machine a workspace at a time, run by the clock and right after what started or closed one.

import type { Instant } from '../../../src/domain/time.ts';
import { advancePulse, type PulseLog } from '../../../src/jobs/pulse.ts';
import { hasPulseWork } from '../../../src/store/pulse-progress.ts';
import type { Vault } from '../../../src/store/vault.ts';
import type { Workspace } from '../../../src/store/workspace.ts';

export interface PulseKeeper {
  /** Something was written: if a survey waits for it, the machine runs. */
  written(workspace: Workspace): void;
  /** Runs the machine, or waits for the run that is under way and the one after it. */
  advance(workspace: Workspace): Promise<void>;
}

export interface PulseKeeperOptions {
  readonly vault: Vault;
  readonly now: () => Instant;
  /** Takes the work, so that shutting down waits for it. */
  readonly defer: (work: Promise<unknown>) => void;
  /** There may be something to post. */
  readonly advanced: (workspace: Workspace) => void;
  readonly log: PulseLog;
}

export const createPulseKeeper = (options: PulseKeeperOptions): PulseKeeper => {
  const { vault, now, defer, advanced, log } = options;
  /** Where something failed: not tried again before the clock says so. */
  const standing = new Set<Workspace>();
  const running = new Map<Workspace, { again: boolean; done: Promise<void> }>();

  const run = async (workspace: Workspace, state: { again: boolean }): Promise<void> => {
    while (state.again) {
      state.again = false;
      const failed = await advancePulse(workspace, vault, now(), vault.random, log);
      if (failed > 0) standing.add(workspace);
      else standing.delete(workspace);
    }
  };

  const advance = (workspace: Workspace): Promise<void> => {
    const under = running.get(workspace);
    if (under !== undefined) {
      under.again = true;
      return under.done;
    }
    const state = { again: true, done: Promise.resolve() };
    running.set(workspace, state);
    state.done = run(workspace, state).finally(() => {
      running.delete(workspace);
      advanced(workspace);
    });
    return state.done;
  };

  return {
    written(workspace) {
      if (!standing.has(workspace) && workspace.read(hasPulseWork)) defer(advance(workspace));
    },
    advance,
  };
};
