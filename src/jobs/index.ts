// All jobs.
import { award } from './award.ts';
import { digest } from './digest.ts';
import type { Job } from './job.ts';
import { leaderboard } from './leaderboard.ts';
import { morning } from './morning.ts';
import { nightly } from './nightly.ts';
import { pulseReady } from './pulse-ready.ts';
import { pulseSchedule } from './pulse-schedule.ts';
import { recognition } from './recognition.ts';
import { retention } from './retention.ts';
import { rings } from './rings.ts';
import { support } from './support.ts';

export const JOBS: readonly Job[] = [
  nightly,
  morning,
  recognition,
  leaderboard,
  digest,
  support,
  rings,
  retention,
  pulseSchedule,
  pulseReady,
  award,
];
