// The daily post: at the team's own time on its own working days, once, and never rewritten.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { JOBS } from '../../../src/jobs/index.ts';
import { leaderboard } from '../../../src/jobs/leaderboard.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { postedBoard } from '../../../src/store/board.ts';
import { addMember } from '../../../src/store/member.ts';
import { board, occurrence } from '../../../src/store/schema/index.ts';
import { changeTeam, setTeamDay } from '../../../src/store/team.ts';
import { type TestBot, testBot, textOf } from '../../support/bot.ts';
import { outboxOf } from '../state.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});
afterEach(async () => {
  await bot.close();
});

const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);

const never = (error: unknown): void => {
  throw error;
};

const tickAt = (now: number) => tick(bot.workspace, [leaderboard], now, never);

const fileOf = ({ workspace }: TestBot): string => {
  const [main] = workspace.read((db) => db.all<{ file: string }>('pragma database_list'));
  if (main === undefined) throw new Error('no file');
  return main.file;
};

const posts = () => outboxOf(bot).map(({ key }) => key);

const occurrences = (scope: string) =>
  bot.workspace
    .read((db) => db.select().from(occurrence).orderBy(occurrence.day).all())
    .filter((row) => row.scope === scope && row.kind === 'leaderboard')
    .map(({ day, state }) => `${day} ${state}`);

describe('when it is posted', () => {
  it('at each team’s local time, not a minute before', async () => {
    await tickAt(shanghai('2026-03-11T18:29'));
    expect(posts()).toEqual([]);
    await tickAt(shanghai('2026-03-11T18:30'));
    expect(posts()).toEqual(['leaderboard:1:2026-03-11']);
    expect(outboxOf(bot)[0]?.target).toMatchObject({ channel: 'east' });
    // 18:30 in New York (daylight saving) is 06:30 the next day in Shanghai.
    await tickAt(shanghai('2026-03-12T06:29'));
    expect(posts()).toHaveLength(1);
    await tickAt(shanghai('2026-03-12T06:30'));
    expect(posts()).toEqual(['leaderboard:1:2026-03-11', 'leaderboard:2:2026-03-11']);
    expect(outboxOf(bot)[1]?.target).toMatchObject({ channel: 'na' });
  });

  it('on make-up Saturdays and not on holidays, where the calendar has them', async () => {
    const days = new Map<string, string[]>();
    for (
      let at = shanghai('2026-04-30T18:30');
      at <= shanghai('2026-05-11T18:30');
      at += 24 * HOUR
    ) {
      const before = posts().length;
      await tickAt(at);
      // 06:30 the next morning is 18:30 in New York.
      await tickAt(at + 12 * HOUR);
      const day = new Date(at + 8 * HOUR).toISOString().slice(0, 10);
      days.set(
        day,
        posts()
          .slice(before)
          .filter((key) => key.startsWith('leaderboard:1:')),
      );
    }
    const posted = [...days].filter(([, keys]) => keys.length > 0).map(([day]) => day);
    // Labour Day is off from 1 to 5 May 2026; Saturday the 9th makes up for it.
    expect(posted).toEqual([
      '2026-04-30',
      '2026-05-06',
      '2026-05-07',
      '2026-05-08',
      '2026-05-09',
      '2026-05-11',
    ]);
    expect(occurrences('1').some((row) => row.includes('2026-05-01'))).toBe(false);
    // New York works on 1 May and rests on the 9th.
    expect(occurrences('2')).toContain('2026-05-01 done');
    expect(occurrences('2').some((row) => row.includes('2026-05-09'))).toBe(false);
  });

  it('by the team’s own exceptions', async () => {
    await bot.workspace.write((db) => {
      setTeamDay(db, 1, '2026-03-12', 'off');
      setTeamDay(db, 1, '2026-03-14', 'work');
    });
    for (const day of ['12', '13', '14', '15']) await tickAt(shanghai(`2026-03-${day}T18:31`));
    expect(posts().filter((key) => key.startsWith('leaderboard:1:'))).toEqual([
      'leaderboard:1:2026-03-13',
      'leaderboard:1:2026-03-14',
    ]);
  });

  it('not without a channel, not when switched off', async () => {
    await bot.workspace.write((db) => {
      changeTeam(db, 1, { channel: null });
      changeTeam(db, 2, { posts: false });
    });
    await tickAt(shanghai('2026-03-12T18:30'));
    expect(outboxOf(bot)).toEqual([]);
  });
});

describe('after a break', () => {
  it('is made up for within four hours of the same day', async () => {
    await tickAt(shanghai('2026-03-11T22:30'));
    expect(posts()).toEqual(['leaderboard:1:2026-03-11']);
    expect(occurrences('1')).toEqual(['2026-03-11 done']);
  });

  it('is skipped and recorded later than that', async () => {
    await tickAt(shanghai('2026-03-11T22:31'));
    expect(posts()).toEqual([]);
    expect(occurrences('1')).toEqual(['2026-03-11 skipped']);
    await tickAt(shanghai('2026-03-11T22:32'));
    expect(occurrences('1')).toEqual(['2026-03-11 skipped']);
  });

  it('is skipped on a new day, however late the post was due', async () => {
    await bot.workspace.write((db) => changeTeam(db, 1, { postAt: '23:00' }));
    await tickAt(shanghai('2026-03-12T00:30'));
    expect(posts()).toEqual([]);
    expect(occurrences('1')).toEqual(['2026-03-11 skipped']);
  });

  it('of days posts only the newest, and records the others', async () => {
    await tickAt(shanghai('2026-03-11T18:30'));
    await tickAt(shanghai('2026-03-17T19:00'));
    expect(posts().filter((key) => key.startsWith('leaderboard:1:'))).toEqual([
      'leaderboard:1:2026-03-11',
      'leaderboard:1:2026-03-17',
    ]);
    expect(occurrences('1')).toEqual([
      '2026-03-11 done',
      '2026-03-12 skipped',
      '2026-03-13 skipped',
      '2026-03-16 skipped',
      '2026-03-17 done',
    ]);
  });
});

describe('once', () => {
  it('over double ticks and restarts in the middle', async () => {
    const at = shanghai('2026-03-11T18:30');
    await Promise.all([0, 0, 1, 2].map((minutes) => tickAt(at + minutes * MINUTE)));
    const second = openWorkspace(fileOf(bot));
    try {
      await tick(second, JOBS, at + 3 * MINUTE, never);
      await tick(second, JOBS, at - 10 * MINUTE, never);
    } finally {
      await second.close();
    }
    await tickAt(at + HOUR);
    expect(posts().filter((key) => key.startsWith('leaderboard:'))).toEqual([
      'leaderboard:1:2026-03-11',
    ]);
    expect(bot.workspace.read((db) => db.select().from(board).all())).toHaveLength(1);
  });

  it('when the time is moved to later the same day', async () => {
    await tickAt(shanghai('2026-03-11T18:30'));
    await bot.workspace.write((db) => changeTeam(db, 1, { postAt: '20:00' }));
    await tickAt(shanghai('2026-03-11T20:00'));
    expect(posts()).toEqual(['leaderboard:1:2026-03-11']);
  });
});

describe('what is posted', () => {
  it('is the team first, in its language, with the day’s follow-ups, and stays as posted', async () => {
    await bot.workspace.write((db) => {
      for (const name of ['孙悦', '周明', '吴敏']) {
        addMember(db, { name, role: 'rep', teamId: 1, joinedOn: '2025-01-06' });
      }
    });
    await bot.say('li', '/followup 电话联系晨光科技张总，谈了方案和预算，意向A，周五演示');
    bot.now = shanghai('2026-03-11T18:25');
    await bot.say('wang', '/followup 拜访华星电子李总，谈了产线和预算，意向B，下周一演示');
    await tickAt(shanghai('2026-03-11T18:30'));
    const [post] = outboxOf(bot);
    if (post === undefined) throw new Error('nothing was posted');
    const text = textOf(post.card);
    expect(text.split('\n')[0]).toBe('华东一部 · 3月11日周三榜');
    expect(text.split('\n')[1]).toMatch(/^团队跟进 2 \/ \d+$/u);
    const stored = bot.workspace.read((db) => postedBoard(db, 1, '2026-03-11'));
    expect(stored?.team.followups).toBe(2);

    bot.now = shanghai('2026-03-11T18:33');
    await bot.press('wang', { command: 'followup', verb: 'undo', args: { id: 2 } });
    await tickAt(shanghai('2026-03-11T18:35'));
    expect(outboxOf(bot)).toEqual([post]);
    expect(bot.workspace.read((db) => postedBoard(db, 1, '2026-03-11'))).toEqual(stored);
    // The next one has it right.
    await tickAt(shanghai('2026-03-12T18:30'));
    expect(bot.workspace.read((db) => postedBoard(db, 1, '2026-03-12'))?.team.followups).toBe(0);
  });

  it('counts no later day when it is made up for', async () => {
    await bot.say('li', '/followup 电话联系晨光科技，谈了方案和预算');
    await tickAt(shanghai('2026-03-11T21:00'));
    expect(bot.workspace.read((db) => postedBoard(db, 1, '2026-03-11'))).toMatchObject({
      asOf: '2026-03-11',
      team: { followups: 1 },
    });
  });
});
