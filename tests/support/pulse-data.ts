// A data folder as the server has it, with a survey in its only workspace.
import { join } from 'node:path';
import { openCompanies } from '../../adapters/runtime/companies.ts';
import { openVault } from '../../adapters/runtime/vault.ts';
import { PLATFORM, TENANT } from '../../adapters/web/deps.ts';
import { advancePulse } from '../../src/jobs/pulse.ts';
import { castBallot, sealBallot } from '../../src/store/ballot.ts';
import { findSurvey, launch, requestClose, type Survey } from '../../src/store/survey.ts';
import { addPeople, CLOSES, OPENED, QUESTIONS } from './pulse.ts';

/** Twelve people of one team. */
const PEOPLE = 12;

export interface PulseData {
  /** The workspace's file. */
  readonly file: string;
  readonly survey: Survey;
  /** Closes and counts it. */
  finish(): Promise<void>;
}

/** Makes the folder with an open survey everybody has answered; nothing has it open afterwards. */
export const makePulseData = async (data: string): Promise<PulseData> => {
  const silent = { info: () => undefined, error: () => undefined };
  const vault = openVault(data);
  const within = async <T>(
    act: (workspace: Awaited<ReturnType<ReturnType<typeof openCompanies>['of']>>) => Promise<T>,
  ): Promise<T> => {
    const companies = openCompanies(data, () => OPENED);
    try {
      return await act(await companies.of(PLATFORM, TENANT));
    } finally {
      await companies.close();
    }
  };
  const survey = await within(async (workspace) => {
    await workspace.write((db) => {
      addPeople(db, [PEOPLE]);
      const values = { teamId: null, half: false, minMean: 5, minFull: 8, scheduleId: null };
      launch(db, { ...values, questions: QUESTIONS, closesAt: CLOSES, startedBy: 1, now: OPENED });
    });
    await advancePulse(workspace, vault, OPENED, vault.random, silent);
    const opened = workspace.read((db) => findSurvey(db, 1));
    if (opened === undefined) throw new Error('no survey');
    for (let member = 1; member <= PEOPLE; member += 1) {
      const words = `words that member ${member} wrote`;
      const ballot = { group: 1, answers: [1 + (member % 5), member % 11, words] };
      const sealed = await sealBallot(vault, opened, member, ballot);
      if (sealed === null) throw new Error('no keys');
      await workspace.write((db) => castBallot(db, opened.code, sealed));
    }
    return opened;
  });
  return {
    file: join(data, 'w1.sqlite'),
    survey,
    finish: () =>
      within(async (workspace) => {
        await workspace.write((db) => requestClose(db, 1, 1, OPENED));
        await advancePulse(workspace, vault, OPENED, vault.random, silent);
      }),
  };
};
