// The life of a survey from its launch to its destroyed keys, and what happens when a step fails.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time.ts';
import { countAnswered, hasMark } from '../../../src/store/ballot.ts';
import { addMember, changeMember } from '../../../src/store/member.ts';
import { stage as stageResults } from '../../../src/store/pulse-progress.ts';
import { ballot, inbox, mark, outbox, survey as surveys } from '../../../src/store/schema/index.ts';
import {
  commentsOf,
  figuresOf,
  groupsOf,
  inviteesOf,
  openSurveys,
  requestCancel,
  requestClose,
  type Survey,
} from '../../../src/store/survey.ts';
import { CLOSES, OPENED, type PulseStage, pulseStage, userOf } from '../../support/pulse.ts';
import { vaultFolder } from '../../support/vault.ts';

const DAY = 24 * HOUR;
let stage: PulseStage;

beforeEach(async () => {
  stage = await pulseStage([9, 6]);
});
afterEach(() => stage.close());

const keys = (): string[] => {
  const folder = vaultFolder(stage.folder);
  return existsSync(folder) ? readdirSync(folder) : [];
};
const rows = (table: typeof ballot | typeof mark | typeof outbox | typeof inbox): number =>
  stage.workspace.read((db) => db.get<{ n: number }>(sql`select count(*) as n from ${table}`)).n;
const messages = () =>
  stage.workspace.read((db) =>
    db.select().from(outbox).where(sql`key like 'pulse:%'`).orderBy(outbox.id).all(),
  );
const rating = (member: number): number => 1 + (member % 5);
const voteAll = async (survey: Survey, members: readonly number[]): Promise<void> => {
  for (const member of members) {
    const words = `words of ${member}`;
    expect(await stage.vote(survey, member, [rating(member), 7, words])).toBe('counted');
  }
};
const ALL = Array.from({ length: 15 }, (_, at) => at + 1);

describe('a survey', () => {
  it('goes from launch to destroyed keys, and leaves only what may be known', async () => {
    const survey = await stage.start();
    expect(survey).toMatchObject({ state: 'open', seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(survey.publicKey?.length).toBe(65);
    expect(keys()).toEqual([`${survey.code}.keys`]);
    expect(messages()).toHaveLength(15);

    await voteAll(survey, ALL);
    const sealed = stage.workspace.read((db) => db.select().from(ballot).all());
    expect(new Set(sealed.map((row) => row.sealed.length))).toEqual(
      new Set([survey.ballotBytes + 65 + 16]),
    );
    expect([rows(ballot), rows(mark)]).toEqual([15, 15]);

    const closed = await stage.finish(survey.id);
    expect(closed).toMatchObject({ state: 'closed', counted: 15, closedOn: '2026-03-18' });
    expect([rows(ballot), rows(mark)]).toEqual([0, 0]);
    expect(keys()).toEqual([]);
    expect(messages()).toEqual([]);
    expect(closed.commentsAt).toBeGreaterThanOrEqual(CLOSES + DAY);
    expect(closed.commentsAt).toBeLessThan(CLOSES + 3 * DAY);
    const figures = stage.workspace.read((db) => figuresOf(db, survey.id));
    const whole = figures.find((row) => row.groupNumber === 0 && row.question === 0);
    expect(whole?.figure).toEqual({ tier: 'full', n: 15, mean: 3, counts: [3, 3, 3, 3, 3] });
    const early = stage.workspace.read((db) => commentsOf(db, closed, CLOSES + DAY - 1));
    expect(early).toEqual([]);
    const words = stage.workspace.read((db) => commentsOf(db, closed, CLOSES + 3 * DAY));
    expect(words.map((row) => row.text).sort()).toEqual(ALL.map((n) => `words of ${n}`).sort());
  });

  it('counts every member once, also after a restart', async () => {
    const survey = await stage.start();
    expect(await stage.vote(survey, 3, [5, 9, null])).toBe('counted');
    expect(await stage.vote(survey, 3, [1, 0, 'again'])).toBe('already');
    await stage.restart();
    expect(await stage.vote(survey, 3, [1, 0, 'again'])).toBe('already');
    expect(await stage.vote(survey, 4, [4, 8, null])).toBe('counted');
    expect([rows(ballot), rows(mark)]).toEqual([2, 2]);
    expect((await stage.finish(survey.id)).counted).toBe(2);
  });

  it('takes no ballot before it is open and none after', async () => {
    const survey = await stage.start();
    await stage.workspace.write((db) => requestClose(db, survey.id, 1, stage.now));
    expect(await stage.vote(survey, 3, [5, 9, null])).toBe('closed');
    await stage.advance();
    expect(await stage.vote(survey, 3, [5, 9, null])).toBe('closed');
    expect(stage.survey(survey.id)).toMatchObject({ state: 'closed', counted: 0 });
  });

  it('keeps results that are half put down to itself', async () => {
    const survey = await stage.start();
    await voteAll(survey, ALL);
    const figure = { tier: 'coarse', n: 5, mean: 4 } as const;
    await stage.workspace.write((db) =>
      stageResults(db, survey, {
        figures: [{ group: 0, question: 0, figure }],
        comments: [{ group: 0, text: 'half', key: '00' }],
      }),
    );
    expect(stage.workspace.read((db) => figuresOf(db, survey.id))).toEqual([]);
    expect(stage.workspace.read((db) => commentsOf(db, survey, CLOSES + 9 * DAY))).toEqual([]);
    const closed = await stage.finish(survey.id);
    const words = stage.workspace.read((db) => commentsOf(db, closed, CLOSES + 9 * DAY));
    expect(words).toHaveLength(15);
    expect(words.map((row) => row.text)).not.toContain('half');
  });

  it('is frozen at launch: late joiners, leavers and moves change nothing', async () => {
    const survey = await stage.start();
    const before = stage.workspace.read((db) => [
      groupsOf(db, survey.id),
      inviteesOf(db, survey.id),
    ]);
    await voteAll(survey, [1, 2, 3, 4, 5, 6, 7, 8]);
    const late = await stage.workspace.write((db) => {
      changeMember(db, 2, { leftOn: '2026-03-12' });
      changeMember(db, 3, { teamId: 2 });
      return addMember(db, { name: 'Late', role: 'rep', teamId: 1, joinedOn: '2026-03-12' }).id;
    });
    await expect(stage.vote(survey, late, [5, 5, null])).rejects.toThrow('not invited');
    expect(stage.workspace.read((db) => openSurveys(db, late))).toEqual([]);
    await voteAll(survey, [10, 11, 12, 13, 14]);
    expect(
      stage.workspace.read((db) => [groupsOf(db, survey.id), inviteesOf(db, survey.id)]),
    ).toEqual(before);
    const closed = await stage.finish(survey.id);
    expect(closed.counted).toBe(13);
    const figures = stage.workspace.read((db) => figuresOf(db, survey.id));
    const answered = (group: number) =>
      figures.find((row) => row.groupNumber === group && row.question === 0)?.figure.n;
    expect([answered(0), answered(1), answered(2)]).toEqual([13, 8, 5]);
  });

  it('asks half of the people when told, and the others next time', async () => {
    await stage.close();
    stage = await pulseStage([25, 20]);
    const asked = async (): Promise<Set<number>> => {
      const { id } = await stage.start({ half: true });
      await stage.finish(id);
      return new Set(stage.workspace.read((db) => inviteesOf(db, id)).map((row) => row.memberId));
    };
    const [first, second] = [await asked(), await asked()];
    expect([first.size, second.size]).toEqual([23, 23]);
    expect(new Set([...first, ...second]).size).toBe(45);
  });

  it('is cancelled uncounted, with everything destroyed', async () => {
    const survey = await stage.start();
    await voteAll(survey, ALL);
    await stage.workspace.write((db) => requestCancel(db, survey.id, 1, stage.now));
    expect(await stage.vote(survey, 3, [5, 9, null])).toBe('closed');
    await stage.advance();
    expect(stage.survey(survey.id)).toMatchObject({ state: 'cancelled', counted: null });
    expect([rows(ballot), rows(mark), keys().length, messages().length]).toEqual([0, 0, 0, 0]);
    expect(stage.workspace.read((db) => figuresOf(db, survey.id))).toEqual([]);
  });
});

describe('invitations and reminders', () => {
  const targets = () =>
    messages().map(({ target }) => (target.kind === 'person' ? target.user : 'a channel'));

  it('go to each member in working hours, under keys that name nobody', async () => {
    stage.now = Date.parse('2026-03-11T22:00:00+08:00');
    await stage.start();
    expect(targets()).toEqual(ALL.map(userOf));
    const morning = Date.parse('2026-03-12T09:00:00+08:00');
    for (const { key, notBefore } of messages()) {
      expect(notBefore).toBe(morning);
      expect(key).toMatch(/^pulse:1:invitation:[0-9a-f]{16}$/);
    }
    expect(new Set(messages().map(({ card }) => card.locale))).toEqual(new Set(['zh-CN', 'en']));
  });

  it('remind only those without a mark, twice at most, and keep no trace of whom', async () => {
    const survey = await stage.start();
    await stage.workspace.write((db) => db.update(outbox).set({ state: 'sent' }).run());
    await voteAll(survey, [1, 2, 3]);
    const round = async (part: number): Promise<string[]> => {
      stage.now = OPENED + part * (CLOSES - OPENED);
      await stage.advance();
      await stage.advance();
      return targets().slice(15);
    };
    expect(await round(0.4)).toEqual([]);
    // 22:00 on Saturday: the team is reminded on Monday morning.
    expect(await round(0.5)).toEqual([]);
    stage.now = Date.parse('2026-03-16T09:00:00+08:00');
    await stage.advance();
    await stage.advance();
    expect(targets().slice(15)).toEqual(ALL.filter((n) => n > 3).map(userOf));
    await stage.workspace.write((db) =>
      db.update(outbox).set({ state: 'sent' }).where(eq(outbox.state, 'due')).run(),
    );
    await stage.advance();
    expect(targets()).toHaveLength(15);
    await voteAll(survey, [4, 5, 6]);
    stage.now = Date.parse('2026-03-17T10:00:00+08:00');
    await stage.advance();
    expect(targets().slice(15)).toEqual(ALL.filter((n) => n > 6).map(userOf));
    expect(stage.survey(survey.id).reminders).toBe(2);
    await stage.workspace.write((db) =>
      db.update(outbox).set({ state: 'sent' }).where(eq(outbox.state, 'due')).run(),
    );
    stage.now = CLOSES - HOUR;
    await stage.advance();
    expect(targets()).toHaveLength(15);
  });
});

describe('a vault that fails', () => {
  it('cancels a survey whose keys are gone, and says so to whoever started it', async () => {
    const survey = await stage.start();
    await voteAll(survey, ALL);
    rmSync(join(vaultFolder(stage.folder), `${survey.code}.keys`));
    await stage.advance();
    expect(stage.survey(survey.id).state).toBe('cancelled');
    expect([rows(ballot), rows(mark)]).toEqual([0, 0]);
    const told = stage.workspace.read((db) =>
      db.select().from(outbox).where(sql`key like 'pulse-lost:%'`).all(),
    );
    expect(told.map(({ target }) => target)).toEqual([
      { kind: 'person', platform: 'test', tenant: 't1', user: userOf(1) },
    ]);
    expect(told[0]?.card.title).toContain('只能取消');
  });

  it('waits for a folder that is away while open, and does not hang when it is closed', async () => {
    const survey = await stage.start();
    rmSync(vaultFolder(stage.folder), { recursive: true });
    expect(await stage.advance()).toBe(1);
    expect(stage.survey(survey.id).state).toBe('open');
    expect(stage.lines.at(-1)).toContain('there is no vault at');
    await stage.workspace.write((db) => requestClose(db, survey.id, 1, stage.now));
    expect(await stage.advance()).toBe(0);
    expect(stage.survey(survey.id).state).toBe('cancelled');
  });

  it('waits a week for the right secret, then gives the ballots up', async () => {
    const survey = await stage.start();
    await voteAll(survey, ALL);
    const secret = join(stage.folder, 'secret');
    writeFileSync(secret, 'a wrong secret of enough letters');
    stage.now = CLOSES + DAY;
    expect(await stage.advance()).toBe(1);
    expect(stage.survey(survey.id).state).toBe('closing');
    stage.now = CLOSES + 8 * DAY;
    expect(await stage.advance()).toBe(0);
    expect(stage.survey(survey.id).state).toBe('cancelled');
  });
});

it('forgets deliveries that carried answers once they cannot come again', async () => {
  const survey = await stage.start();
  await voteAll(survey, [1, 2, 3]);
  expect(rows(inbox)).toBe(3);
  stage.now += DAY + 1;
  await stage.advance();
  expect(rows(inbox)).toBe(0);
  expect(stage.workspace.read((db) => countAnswered(db, survey.code))).toBe(3);
});

it('knows a mark only with the key', async () => {
  const survey = await stage.start();
  await stage.vote(survey, 2, [3, 3, null]);
  const [own] = await stage.vault.marks(survey.code, [2]);
  expect(stage.workspace.read((db) => own && hasMark(db, survey.code, own))).toBe(true);
  await stage.finish(survey.id);
  await expect(stage.vault.marks(survey.code, [2])).rejects.toMatchObject({ fault: 'gone' });
  expect(stage.workspace.read((db) => db.select().from(surveys).all())).toHaveLength(1);
});
