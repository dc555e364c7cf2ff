// A survey of thousands: how long its steps take, and how long everybody else waits for the event loop meanwhile.
import { join } from 'node:path';
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { openDirectoryVault } from '../adapters/vault/directory.ts';
import type { Question } from '../src/domain/pulse/question.ts';
import { HOUR } from '../src/domain/time.ts';
import { advancePulse } from '../src/jobs/pulse.ts';
import { workingInstant } from '../src/jobs/pulse-messages.ts';
import { castBallot, sealBallot } from '../src/store/ballot.ts';
import { addIdentity, addMember } from '../src/store/member.ts';
import { findSurvey, launch, requestClose, type Survey } from '../src/store/survey.ts';
import { addTeam } from '../src/store/team.ts';
import type { Db } from '../src/store/workspace.ts';
import { type Bench, type Figure, inFolder } from './bench.ts';
import { NOW, PLATFORM, TENANT, ZONE } from './company/office.ts';
import { watchLoop } from './loop.ts';

const PEOPLE = 6_250;
const SMALL_PEOPLE = 250;
/** Of those asked, so that there is somebody to remind. */
const ANSWERING = 0.8;
const TEAM_SIZE = 25;
/** Votes under way at once. */
const AT_ONCE = 16;
const OPEN_MS = 7 * 24 * HOUR;
/** Nothing may keep the event loop for longer, in milliseconds. */
const LONGEST = 50;

const QUESTIONS: readonly Question[] = [
  { kind: 'rating', source: { of: 'bank', item: 'satisfied' } },
  { kind: 'rating', source: { of: 'bank', item: 'fair' } },
  { kind: 'scale', source: { of: 'bank', item: 'recommend' } },
  { kind: 'text', source: { of: 'bank', item: 'comment' } },
];

const addCompany = (db: Db, people: number): void => {
  let teamId = 0;
  for (let n = 1; n <= people; n += 1) {
    if (n % TEAM_SIZE === 1) {
      const name = `team ${n}`;
      const at = { postAt: '18:30', morningAt: '09:00', createdAt: NOW };
      const where = { zone: ZONE, currency: 'CNY', locale: 'zh', calendar: 'cn' } as const;
      teamId = addTeam(db, { name, channel: null, ...where, ...at }).id;
    }
    const member = { name: `Person ${n}`, role: 'rep', teamId, joinedOn: '2025-01-06' } as const;
    const { id } = addMember(db, member);
    addIdentity(db, { platform: PLATFORM, tenant: TENANT, user: `u${id}` }, id);
  }
};

export const pulse: Bench = {
  name: 'pulse',
  about: 'a survey of 5,000 ballots, and what everybody else waits for the event loop meanwhile',
  run: ({ small }) =>
    inFolder(async (folder) => {
      const people = small ? SMALL_PEOPLE : PEOPLE;
      const answering = Math.round(people * ANSWERING);
      const workspace = openWorkspace(join(folder, 'workspace.sqlite'));
      const secret = { given: 'a secret for benches only', file: join(folder, 'secret') };
      const vault = openDirectoryVault({ folder: join(folder, 'vault'), ...secret });
      const silent = {
        info: () => undefined,
        error: (fields: unknown, event: string) =>
          process.stderr.write(`${event} ${JSON.stringify(fields)}\n`),
      };
      const advance = (now: number): Promise<number> =>
        advancePulse(workspace, vault, now, vault.random, silent);
      const loop = watchLoop();
      const figures: Figure[] = [];
      const measured = async (what: string, act: () => Promise<unknown>): Promise<void> => {
        loop.lap();
        const since = performance.now();
        await act();
        figures.push({ name: what, value: performance.now() - since, unit: 'ms' });
        const longest = {
          name: `  event loop, longest`,
          value: loop.longest(),
          unit: 'ms',
        } as const;
        figures.push({ ...longest, goal: { most: LONGEST } });
        figures.push({ name: '  event loop, p99', value: loop.lap(), unit: 'ms' });
      };
      const surveyNow = (): Survey => {
        const found = workspace.read((db) => findSurvey(db, 1));
        if (found === undefined) throw new Error('the survey is gone');
        return found;
      };
      const vote = async (survey: Survey, member: number): Promise<void> => {
        const words = member % 3 === 0 ? `what person ${member} had to say, at some length` : null;
        const answers = [1 + (member % 5), 1 + (member % 4), member % 11, words];
        const group = Math.ceil(member / TEAM_SIZE);
        const sealed = await sealBallot(vault, survey, member, { group, answers });
        if (sealed === null) throw new Error('no keys');
        await workspace.write((db) => castBallot(db, survey.code, sealed));
      };
      try {
        await workspace.write((db) => {
          addCompany(db, people);
          const frozen = { questions: QUESTIONS, minMean: 5, minFull: 8, half: false };
          const by = { teamId: null, startedBy: 1, scheduleId: null };
          launch(db, { ...frozen, ...by, closesAt: NOW + OPEN_MS, now: NOW });
        });
        await measured(`opening, ${people} invitations`, () => advance(NOW));
        const survey = surveyNow();
        await measured(`${answering} votes`, async () => {
          for (let from = 1; from <= answering; from += AT_ONCE) {
            const some = Array.from({ length: Math.min(AT_ONCE, answering - from + 1) }, (_, n) =>
              vote(survey, from + n),
            );
            await Promise.all(some);
          }
        });
        await measured('a reminder to the others', () =>
          advance(workspace.read((db) => workingInstant(db, 1, NOW + 0.5 * OPEN_MS))),
        );
        await workspace.write((db) => requestClose(db, 1, 1, NOW + OPEN_MS));
        await measured(`counting ${answering} ballots, and removing them`, () =>
          advance(NOW + OPEN_MS),
        );
        const { state, counted } = surveyNow();
        if (state !== 'closed' || counted !== answering) throw new Error(`${state} ${counted}`);
        return figures;
      } finally {
        loop.stop();
        await workspace.close();
      }
    }),
};
