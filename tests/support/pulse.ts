// Surveys over a real workspace and a real vault, without the chat: people, launches, votes and time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileDatabase, openWorkspace } from '../../adapters/sqlite/file.ts';
import type { Ballot } from '../../src/domain/pulse/ballot.ts';
import type { Question } from '../../src/domain/pulse/question.ts';
import { HOUR, type Instant } from '../../src/domain/time.ts';
import { advancePulse, type PulseLog } from '../../src/jobs/pulse.ts';
import { castBallot, sealBallot } from '../../src/store/ballot.ts';
import { claim, sealedDelivery } from '../../src/store/inbox.ts';
import { addIdentity, addMember } from '../../src/store/member.ts';
import { installStandard } from '../../src/store/standard.ts';
import {
  findInvitee,
  findSurvey,
  type Launch,
  launch,
  type Survey,
} from '../../src/store/survey.ts';
import { addTeam } from '../../src/store/team.ts';
import type { Vault } from '../../src/store/vault.ts';
import type { Db } from '../../src/store/workspace.ts';
import { testVault } from './vault.ts';

/** Wednesday 11 March 2026, 10:00 in Shanghai. */
export const OPENED: Instant = Date.parse('2026-03-11T10:00:00+08:00');
/** A week of eight working hours a day later. */
export const CLOSES: Instant = OPENED + 7 * 24 * HOUR;

export const QUESTIONS: readonly Question[] = [
  { kind: 'rating', source: { of: 'bank', item: 'satisfied' } },
  { kind: 'scale', source: { of: 'bank', item: 'recommend' } },
  { kind: 'text', source: { of: 'bank', item: 'comment' } },
];

/** A person's account; unlike anything else in the files. */
export const userOf = (member: number): string => `marker-user-${String(member).padStart(4, '0')}`;

/** Members 1 … of teams of the given sizes. */
export const addPeople = (db: Db, teams: readonly number[], now: Instant = OPENED): void => {
  installStandard(db, '2000-01-01', now);
  let user = 0;
  for (const [at, size] of teams.entries()) {
    const { id: teamId } = addTeam(db, {
      name: `team ${at + 1}`,
      channel: null,
      zone: 'Asia/Shanghai',
      currency: 'CNY',
      locale: at % 2 === 0 ? 'zh' : 'en',
      calendar: 'cn',
      postAt: '18:30',
      morningAt: '09:00',
      createdAt: now,
    });
    for (let n = 0; n < size; n += 1) {
      user += 1;
      const role = user === 1 ? 'admin' : 'rep';
      const { id } = addMember(db, {
        name: `Person ${user}`,
        role,
        teamId,
        joinedOn: '2025-01-06',
      });
      addIdentity(db, { platform: 'test', tenant: 't1', user: userOf(id) }, id);
    }
  }
};

export interface PulseStage {
  readonly folder: string;
  readonly file: string;
  readonly workspace: FileDatabase;
  vault: Vault;
  now: Instant;
  random: () => number;
  /** What the machine logged, a line a call. */
  readonly lines: string[];
  /** Starts a survey and opens it. */
  start(values?: Partial<Launch>): Promise<Survey>;
  /** Runs the machine. @returns how many surveys stand still */
  advance(): Promise<number>;
  survey(id: number): Survey;
  /** One member's vote, as the bot carries it out: the delivery is claimed with it. */
  vote(
    survey: Survey,
    member: number,
    answers: Ballot['answers'],
  ): Promise<'counted' | 'already' | 'closed'>;
  /** Closes, counts and destroys. */
  finish(id: number): Promise<Survey>;
  /** Closes and opens the files again, as a restart does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A stage with teams of the given sizes. */
export const pulseStage = async (teams: readonly number[]): Promise<PulseStage> => {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-pulse-'));
  const file = join(folder, 'workspace.sqlite');
  const lines: string[] = [];
  let workspace = openWorkspace(file);
  await workspace.write((db) => addPeople(db, teams));
  let deliveries = 0;
  const log: PulseLog = {
    info: (fields, event) => lines.push(JSON.stringify({ event, ...fields })),
    error: (fields, event) => lines.push(JSON.stringify({ event, ...fields })),
  };
  const self: PulseStage = {
    lines,
    folder,
    file,
    get workspace() {
      return workspace;
    },
    vault: testVault(folder),
    now: OPENED,
    random: (): number => self.vault.random(),
    async start(values: Partial<Launch> = {}) {
      const survey = await self.workspace.write((db) =>
        launch(db, {
          teamId: null,
          half: false,
          questions: QUESTIONS,
          minMean: 5,
          minFull: 8,
          closesAt: CLOSES,
          startedBy: 1,
          scheduleId: null,
          now: self.now,
          ...values,
        }),
      );
      await self.advance();
      return self.survey(survey.id);
    },
    advance: () => advancePulse(self.workspace, self.vault, self.now, () => self.random(), log),
    survey(id: number) {
      const found = self.workspace.read((db) => findSurvey(db, id));
      if (found === undefined) throw new Error(`no survey ${id}`);
      return found;
    },
    async vote(survey: Survey, member: number, answers: Ballot['answers']) {
      const place = self.workspace.read((db) => findInvitee(db, survey.id, member));
      if (place === undefined) throw new Error(`${member} was not invited`);
      const ballot = { group: place.groupNumber, answers };
      const sealed = await sealBallot(self.vault, survey, member, ballot);
      deliveries += 1;
      const delivery = sealedDelivery(`test:t1:d${deliveries}`);
      const at = self.now;
      return self.workspace.write((db) => {
        const outcome = sealed === null ? 'closed' : castBallot(db, survey.code, sealed);
        claim(db, delivery, at, []);
        return outcome;
      });
    },
    async finish(id: number) {
      self.now = Math.max(self.now, self.survey(id).closesAt);
      await self.advance();
      return self.survey(id);
    },
    async restart() {
      await workspace.close();
      workspace = openWorkspace(file);
      self.vault = testVault(folder);
    },
    async close() {
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return self;
};
