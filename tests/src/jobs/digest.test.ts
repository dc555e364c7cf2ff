// The weekly digest: a simulated fortnight, what it says, and when it stays away.
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { JOBS } from '../../../src/jobs/index.ts';
import { tick } from '../../../src/jobs/tick.ts';
import { changeTeam, setTeamDay } from '../../../src/store/team.ts';
import { giveCustomer, outboxOf } from '../../support/book.ts';
import { botPerTest, textOf } from '../../support/bot.ts';
import { change } from '../../support/recognition.ts';
import { thanked } from '../../support/thanks.ts';

const bot = botPerTest();
const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`);
const never = (error: unknown): void => {
  throw error;
};

/** Every quarter of an hour between the two, all jobs. */
const run = async (from: string, to: string): Promise<void> => {
  for (let at = shanghai(from); at <= shanghai(to); at += 15 * MINUTE) {
    bot.now = at;
    await tick(bot.workspace, JOBS, at, never);
  }
};
const at = (time: string) => tick(bot.workspace, JOBS, shanghai(time), never);
const digests = () =>
  outboxOf(bot).flatMap(({ key, card, target }) =>
    key.startsWith('digest:1:') && target.kind === 'channel' ? [{ key, text: textOf(card) }] : [],
  );
const theText = (): string => {
  const [first] = digests();
  if (first === undefined) throw new Error('no digest');
  return first.text;
};
const rules = (recognition: object) =>
  bot.workspace.write((db) => changeTeam(db, 1, { recognition }));

describe('when it comes', () => {
  it('on the last working day of each week, a quarter of an hour after the post, once', async () => {
    await thanked(bot, ['李雷', '王芳'], '2026-03-12');
    await thanked(bot, ['李雷', '王芳'], '2026-03-19');
    const when: string[] = [];
    for (
      let time = shanghai('2026-03-11T12:00');
      time < shanghai('2026-03-25T12:00');
      time += HOUR / 4
    ) {
      const before = digests().length;
      await tick(
        bot.workspace,
        JOBS.filter(({ name }) => name === 'digest'),
        time,
        never,
      );
      if (digests().length > before)
        when.push(new Date(time + 8 * HOUR).toISOString().slice(0, 16));
    }
    expect(when).toEqual(['2026-03-13T18:45', '2026-03-20T18:45']);
    expect(digests().map(({ key }) => key)).toEqual(['digest:1:2026-03-13', 'digest:1:2026-03-20']);
  });

  it('before a holiday, and on a make-up Saturday', async () => {
    await thanked(bot, ['李雷', '王芳'], '2026-03-12');
    await bot.workspace.write((db) => setTeamDay(db, 1, '2026-03-13', 'off'));
    await run('2026-03-12T18:30', '2026-03-12T18:45');
    expect(digests()).toHaveLength(1);
    await bot.workspace.write((db) => setTeamDay(db, 1, '2026-03-21', 'work'));
    await thanked(bot, ['李雷', '王芳'], '2026-03-18');
    await at('2026-03-20T18:45');
    expect(digests()).toHaveLength(1);
    await at('2026-03-21T18:45');
    expect(digests()).toHaveLength(2);
  });

  it.each([
    ['switched off', { recognition: { digest: false } }],
    ['its posts are off', { posts: false }],
    ['it has no channel', { channel: null }],
  ])('not where %s', async (_why, values) => {
    await thanked(bot, ['李雷', '王芳'], '2026-03-12');
    await bot.workspace.write((db) => changeTeam(db, 1, values));
    await at('2026-03-13T18:45');
    expect(digests()).toEqual([]);
  });

  it('not of a week in which nothing was done at all', async () => {
    await at('2026-03-13T18:45');
    expect(digests()).toEqual([]);
  });

  it('not half a day late', async () => {
    await thanked(bot, ['李雷', '王芳'], '2026-03-12');
    await at('2026-03-14T09:00');
    expect(digests()).toEqual([]);
  });
});

describe('what it says', () => {
  beforeEach(async () => {
    await giveCustomer(bot, '晨光科技', '李雷');
    await bot.say('li', '/followup 电话联系晨光科技张总，聊了25分钟，意向A');
    await bot.say('li', '/成交 晨光科技 20万');
  });

  it('is what the team did, what was noticed, and thanks by value, never by person', async () => {
    await thanked(bot, ['李雷', '王芳'], '2026-03-10', { value: '客户第一', reason: '第一件事' });
    await thanked(bot, ['王芳', '李雷'], '2026-03-11', { value: '客户第一', reason: '第二件事' });
    await thanked(bot, ['安然', '李雷'], '2026-03-12', { value: '客户第一', reason: '第三件事' });
    await thanked(bot, ['安然', '王芳'], '2026-03-12', { value: '坦诚', reason: '第四件事' });
    await thanked(bot, ['安然', '王芳'], '2026-03-13', { reason: '第五件事' });
    await at('2026-03-13T18:45');
    expect(theText()).toBe(
      [
        '华东一部 · 一周回顾（3月7日周六 至 3月13日周五）',
        '团队跟进 1 / 150',
        '本周成交: 1 单，¥200,000',
        '亮点',
        '恭喜李雷拿下首单！',
        '本周 5 次表扬',
        '#客户第一 · 3 次',
        '安然 → 李雷：第三件事',
        '王芳 → 李雷：第二件事',
        '… 还有 1 项',
        '#坦诚 · 1 次',
        '安然 → 王芳：第四件事',
        '未选价值观 · 1 次',
        '安然 → 王芳：第五件事',
      ].join('\n'),
    );
  });

  it('counts the weekend since the last one, and neither the week before nor what was taken back', async () => {
    await thanked(bot, ['李雷', '王芳'], '2026-03-06', { reason: '上周五的' });
    await thanked(bot, ['李雷', '王芳'], '2026-03-07', { reason: '周六的' });
    await at('2026-03-13T18:45');
    expect(theText()).toContain('周六的');
    expect(theText()).not.toContain('上周五的');
  });

  it('invites where nobody was thanked, and leaves out who would rather not be named', async () => {
    await change(bot, '王芳', { praised: false });
    await thanked(bot, ['李雷', '王芳'], '2026-03-12');
    await at('2026-03-13T18:45');
    expect(theText()).toContain('本周还没有人收到表扬');
    expect(theText()).not.toContain('王芳');
  });

  it('keeps thanks private where the team does', async () => {
    await rules({ publicKudos: false });
    await thanked(bot, ['李雷', '王芳'], '2026-03-12');
    await at('2026-03-13T18:45');
    expect(theText()).not.toContain('帮我改完');
  });

  it('has room for five values and says how many more', async () => {
    for (let n = 1; n <= 7; n += 1) {
      const value = `价值${n}`;
      await thanked(bot, ['李雷', '王芳'], '2026-03-12', { value, times: 8 - n });
    }
    await at('2026-03-13T18:45');
    expect(theText()).toContain('本周 28 次表扬');
    expect(theText().match(/^#/gmu)).toHaveLength(5);
    expect(theText()).toContain('… 还有 3 次，属于其他价值观');
  });

  it('speaks English to a team that does', async () => {
    await bot.workspace.write((db) => changeTeam(db, 1, { locale: 'en' }));
    await thanked(bot, ['李雷', '王芳'], '2026-03-12', { value: 'Care' });
    await at('2026-03-13T18:45');
    expect(theText()).toContain('1 thanks this week\n#Care · 1\n李雷 → 王芳: 帮我改完了报价单');
  });
});
