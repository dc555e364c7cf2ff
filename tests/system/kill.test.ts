// Acceptance: kill -9 at random moments under load loses nothing acknowledged and does nothing twice.
// `GENJIN_KILL_ROUNDS=100 npx vitest run tests/system/kill.test.ts` is the full run; CI does ten rounds.
import { afterEach, expect, it } from 'vitest';
import { cleanUp, temporary } from '../support/app.ts';
import { runKillRounds } from '../support/kill.ts';

const ROUNDS = Math.min(1_000, Number(process.env.GENJIN_KILL_ROUNDS ?? 10));
/** A server that hangs ends the run. */
const PATIENCE_MS = 120_000 + ROUNDS * 30_000;

afterEach(cleanUp);

it(`keeps what it acknowledged over ${ROUNDS} kills`, { timeout: PATIENCE_MS }, async () => {
  const figures = await runKillRounds({ rounds: ROUNDS, data: temporary() });
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(figures.kills).toBe(ROUNDS);
  expect(figures.acknowledged).toBeGreaterThanOrEqual(ROUNDS);
});
