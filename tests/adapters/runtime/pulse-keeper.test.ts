// The machine of surveys is run by writes and by the clock, one run at a time, and not over and over when it fails.
import { rmSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDeferred } from '../../../adapters/runtime/deferred.ts';
import { createPulseKeeper, type PulseKeeper } from '../../../adapters/runtime/pulse/keeper.ts';
import { launch, requestClose } from '../../../src/store/survey.ts';
import { CLOSES, OPENED, type PulseStage, pulseStage, QUESTIONS } from '../../support/pulse.ts';
import { vaultFolder } from '../../support/vault.ts';

let stage: PulseStage;
let keeper: PulseKeeper;
let errors: string[];
let advanced: number;
const deferred = createDeferred((error) => errors.push(String(error)));

beforeEach(async () => {
  stage = await pulseStage([12]);
  errors = [];
  advanced = 0;
  keeper = createPulseKeeper({
    vault: stage.vault,
    now: () => stage.now,
    defer: deferred.defer,
    advanced: () => {
      advanced += 1;
    },
    log: { info: () => undefined, error: (_, event) => errors.push(event) },
  });
});
afterEach(() => stage.close());

const started = () =>
  stage.workspace.write((db) => {
    const frozen = { teamId: null, half: false, questions: QUESTIONS, minMean: 5, minFull: 8 };
    const by = { startedBy: 1, scheduleId: null, now: OPENED };
    return launch(db, { ...frozen, ...by, closesAt: CLOSES });
  });

it('opens and closes a survey right after the write that asked for it', async () => {
  const { id } = await started();
  keeper.written(stage.workspace);
  keeper.written(stage.workspace);
  await deferred.drain();
  expect(stage.survey(id).state).toBe('open');
  expect(advanced).toBe(1);
  keeper.written(stage.workspace);
  await deferred.drain();
  expect(advanced).toBe(1);
  await stage.workspace.write((db) => requestClose(db, id, 1, OPENED));
  keeper.written(stage.workspace);
  await deferred.drain();
  expect(stage.survey(id).state).toBe('closed');
  expect(errors).toEqual([]);
});

it('closes a survey whose time is over when the clock says so', async () => {
  const { id } = await started();
  await Promise.all([keeper.advance(stage.workspace), keeper.advance(stage.workspace)]);
  expect(stage.survey(id).state).toBe('open');
  stage.now = CLOSES;
  await keeper.advance(stage.workspace);
  expect(stage.survey(id).state).toBe('closed');
});

it('leaves what failed to the clock', async () => {
  const { id } = await started();
  await keeper.advance(stage.workspace);
  await stage.workspace.write((db) => requestClose(db, id, 1, OPENED));
  // A table that is away: whatever fails, every write of everybody would try again.
  await stage.workspace.write((db) => db.run(sql`alter table survey_comment rename to away`));
  for (let n = 0; n < 3; n += 1) {
    keeper.written(stage.workspace);
    await deferred.drain();
  }
  expect(errors).toEqual(['a survey stands still']);
  await stage.workspace.write((db) => db.run(sql`alter table away rename to survey_comment`));
  await keeper.advance(stage.workspace);
  expect(stage.survey(id).state).toBe('closed');
  rmSync(vaultFolder(stage.folder), { recursive: true });
});
