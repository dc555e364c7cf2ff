// All jobs.
import type { Job } from './job.ts';
import { leaderboard } from './leaderboard.ts';
import { morning } from './morning.ts';
import { nightly } from './nightly.ts';
import { retention } from './retention.ts';

export const JOBS: readonly Job[] = [nightly, morning, leaderboard, retention];
