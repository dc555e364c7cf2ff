// Where the demo clock may be moved to: the first team's next leaderboard, over weekends and holidays.
import { describe, expect, it } from 'vitest';
import { nextPost } from '../../../adapters/runtime/next-post.ts';
import { changeTeam, setTeamDay } from '../../../src/store/team.ts';
import { botPerTest } from '../../support/bot.ts';

const bot = botPerTest();

const nextAfter = (text: string): string | null => {
  const at = bot.workspace.read((db) => nextPost(db, Date.parse(text)));
  return at === null ? null : new Date(at).toISOString();
};
const shanghai = (text: string): string => new Date(`${text}+08:00`).toISOString();

describe('the next post', () => {
  it('is today before the time, and the next working day from then on', () => {
    expect(nextAfter('2026-03-11T10:00:00+08:00')).toBe(shanghai('2026-03-11T18:30:00'));
    expect(nextAfter('2026-03-11T18:29:59+08:00')).toBe(shanghai('2026-03-11T18:30:00'));
    expect(nextAfter('2026-03-11T18:30:00+08:00')).toBe(shanghai('2026-03-12T18:30:00'));
    expect(nextAfter('2026-03-11T23:59:00+08:00')).toBe(shanghai('2026-03-12T18:30:00'));
  });

  it('goes by the day of the team, not of the server', () => {
    expect(nextAfter('2026-03-11T22:00:00Z')).toBe(shanghai('2026-03-12T18:30:00'));
  });

  it('leaves out weekends and statutory holidays, and not make-up workdays', () => {
    expect(nextAfter('2026-03-13T19:00:00+08:00')).toBe(shanghai('2026-03-16T18:30:00'));
    expect(nextAfter('2026-05-01T10:00:00+08:00')).toBe(shanghai('2026-05-06T18:30:00'));
    expect(nextAfter('2026-05-08T19:00:00+08:00')).toBe(shanghai('2026-05-09T18:30:00'));
    expect(nextAfter('2026-05-09T10:00:00+08:00')).toBe(shanghai('2026-05-09T18:30:00'));
  });

  it('minds the team’s own days off', async () => {
    await bot.workspace.write((db) => setTeamDay(db, 1, '2026-03-11', 'off'));
    expect(nextAfter('2026-03-11T10:00:00+08:00')).toBe(shanghai('2026-03-12T18:30:00'));
  });

  it('is that of the first team that posts; none when none does', async () => {
    await bot.workspace.write((db) => changeTeam(db, 1, { posts: false }));
    expect(nextAfter('2026-03-11T10:00:00+08:00')).toBe('2026-03-11T22:30:00.000Z');
    await bot.workspace.write((db) => changeTeam(db, 2, { channel: null }));
    expect(nextAfter('2026-03-11T10:00:00+08:00')).toBeNull();
  });
});
