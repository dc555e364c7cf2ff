// The process that is killed: takes a survey from its keys to its end, and dies at the step it is told.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../adapters/sqlite/file.ts';
import { advancePulse } from '../../src/jobs/pulse.ts';
import { castBallot, sealBallot } from '../../src/store/ballot.ts';
import { claim, sealedDelivery } from '../../src/store/inbox.ts';
import { findSurvey, inviteesOf, requestClose } from '../../src/store/survey.ts';
import type { Vault } from '../../src/store/vault.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { testVault } from './vault.ts';

const SURVEY = 1;
const [folder = '', fatal = '', at = '1', now = '0'] = process.argv.slice(2);
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const file = openWorkspace(join(folder, 'workspace.sqlite'));
const stateOf = (): string => file.read((db) => findSurvey(db, SURVEY))?.state ?? 'none';

let left = Number(at);
/** A step: the process ends here when it is the one. */
const step = (name: string): void => {
  if (fatal === '') say(`step ${name}`);
  if (name !== fatal) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

/** Its steps are named after the survey's state, what is done, and whether before, within or after it. */
const around = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
  const name = `${stateOf()}: ${what}`;
  step(`${name}, before`);
  const done = await act();
  step(`${name}, after`);
  return done;
};

const workspace: Workspace = {
  read: (query) => file.read(query),
  write: (change) => {
    const name = `${stateOf()}: write`;
    return around('write', () =>
      file.write((db) => {
        const result = change(db);
        step(`${name}, within`);
        return result;
      }),
    );
  },
  compact: () => file.compact(),
  checkpoint: () => around('checkpoint', () => file.checkpoint()),
};

const real = testVault(folder);
const vault: Vault = {
  open: (code) => around('keys', () => real.open(code)),
  has: (code) => real.has(code),
  seal: (...args) => around('seal', () => real.seal(...args)),
  marks: (...args) => around('mark', () => real.marks(...args)),
  unseal: (...args) => around('unseal', () => real.unseal(...args)),
  destroy: (code) => around('destroy', () => real.destroy(code)),
  random: real.random,
};

const silent = { info: () => undefined, error: () => undefined };
const advance = (): Promise<number> =>
  advancePulse(workspace, vault, Number(now), real.random, silent);

await advance();
const survey = file.read((db) => findSurvey(db, SURVEY));
if (survey === undefined) throw new Error('no survey');
for (const { memberId, groupNumber } of file.read((db) => inviteesOf(db, SURVEY))) {
  const ballot = { group: groupNumber, answers: [1 + (memberId % 5), memberId, null] };
  const sealed = await sealBallot(vault, survey, memberId, ballot);
  if (sealed === null) throw new Error('no keys');
  await workspace.write((db) => {
    const outcome = castBallot(db, survey.code, sealed);
    claim(db, sealedDelivery(`test:t1:${memberId}`), Number(now), []);
    if (outcome !== 'counted') throw new Error(outcome);
  });
  say(`counted ${memberId}`);
}
await workspace.write((db) => requestClose(db, SURVEY, 1, Number(now)));
await advance();
say(stateOf());
await file.close();
