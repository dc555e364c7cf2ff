// Who decides how a team recognises, and who says that they are not to be praised in public.
import { beforeEach, describe, expect, it } from 'vitest';
import { recognitionRules } from '../../../src/domain/recognition/settings.ts';
import { findTeam } from '../../../src/store/team.ts';
import { memberOf } from '../../support/book.ts';
import { actionsOf, botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();

const stored = () => bot.workspace.read((db) => findTeam(db, 1)?.recognition);
const said = async (user: string, line: string) => textOf(cardOf(await bot.say(user, line)));
const formFor = async (user = 'mei') => {
  const card = cardOf(await bot.say(user, '/settings recognition'));
  return formOf(await bot.press(user, intentOf(card, '修改认可规则')));
};
/** As the form is filled in when it opens. */
const asShown = (form: Awaited<ReturnType<typeof formFor>>) =>
  Object.fromEntries(
    form.inputs.flatMap((input) =>
      'value' in input && input.value !== undefined ? [[input.name, input.value]] : [],
    ),
  );

describe('the rules', () => {
  it('are open to the whole team', async () => {
    expect(await said('li', '/settings 认可')).toBe(
      [
        '华东一部的认可规则',
        '每天可给出的积分: 销售 5、经理 5、管理员 5',
        '团队价值观: 未设定，标签随意',
        '表扬发到群里: 开启',
        '喜报里的客户名称: 隐去',
        '喜报里的金额: 隐去',
        '自动认可: 首单、目标达成、个人最佳、持续跟进、进步明显、快速交接和客户点赞',
        '每周汇总: 开启',
        '每周提醒经理关心谁: 开启',
      ].join('\n'),
    );
    expect(await said('dan', '/settings recognition')).toContain('Recognition in North America');
    const team = cardOf(await bot.say('mei', '/settings 团队'));
    expect(actionsOf(team).map(({ label }) => label)).toContain('认可规则');
  });

  it('are changed by the manager, and only what differs from the defaults is kept', async () => {
    const form = await formFor();
    const values = {
      ...asShown(form),
      kudos_rep: '8',
      values: '客户第一，#坦诚\n坦诚',
      showCustomer: 'on',
      milestones: ['first_win', 'streak'],
    };
    const card = cardOf(await bot.submit('mei', form.intent, values));
    expect(textOf(card)).toContain(
      '每天可给出的积分: 销售 5、经理 5、管理员 5 → 销售 8、经理 5、管理员 5',
    );
    expect(textOf(card)).toContain('团队价值观: 未设定，标签随意 → #客户第一和#坦诚');
    expect(textOf(card)).toContain('今天仍按原来的数量');
    expect(stored()).toEqual({
      kudosADay: { rep: 8, manager: 5, admin: 5 },
      values: ['客户第一', '坦诚'],
      showCustomer: true,
      milestones: {
        goal_reached: false,
        personal_best: false,
        improved: false,
        fast_handoff: false,
        customer_thanks: false,
      },
    });
    const again = await formFor();
    expect(asShown(again)).toMatchObject({
      values: '客户第一\n坦诚',
      milestones: ['first_win', 'streak'],
    });
    expect(await said('ann', '/settings audit')).toContain('华东一部 · 认可规则：每天可给出的积分');
    const reset = { ...asShown(form), milestones: asShown(form).milestones ?? [] };
    await bot.submit('mei', again.intent, reset);
    expect(stored()).toBeNull();
  });

  it('changes nothing when nothing was changed', async () => {
    const form = await formFor();
    const card = cardOf(await bot.submit('mei', form.intent, asShown(form)));
    expect(textOf(card)).toContain('没有变化');
    expect(stored()).toBeNull();
  });

  it('says at each input what is wrong', async () => {
    const form = await formFor();
    const values = {
      ...asShown(form),
      kudos_rep: '51',
      kudos_admin: '-1',
      values: '123',
      digest: 'maybe',
    };
    const back = formOf(await bot.submit('mei', form.intent, values));
    expect(Object.keys(back.errors ?? {}).sort()).toEqual([
      'digest',
      'kudos_admin',
      'kudos_rep',
      'values',
    ]);
    const many = Array.from({ length: 13 }, (_, i) => `价值${i}`).join('，');
    const tooMany = formOf(
      await bot.submit('mei', form.intent, { ...asShown(form), values: many }),
    );
    expect(tooMany.errors?.values).toContain('最多 12 个');
    expect(stored()).toBeNull();
  });

  it('are not for a rep or another team’s manager to change', async () => {
    const form = await formFor();
    const values = { ...asShown(form), publicKudos: 'off' };
    expect(textOf(cardOf(await bot.submit('li', form.intent, values)))).toContain(
      '只有经理和管理员',
    );
    expect(actionsOf(cardOf(await bot.say('li', '/settings recognition')))).toEqual([]);
    const other = { ...form.intent, args: { team: 2 } };
    expect(textOf(cardOf(await bot.submit('mei', other, values)))).toContain('别的团队');
    expect(stored()).toBeNull();
    await bot.submit('ann', form.intent, values);
    expect(stored()).toEqual({ publicKudos: false });
    expect(await said('ann', '/settings team North America recognition')).toContain('North');
  });

  it('are read with their defaults, whatever part of them is stored', () => {
    expect(recognitionRules(null)).toMatchObject({ kudosADay: { rep: 5, manager: 5, admin: 5 } });
    expect(recognitionRules({ kudosADay: { rep: 0 } }).kudosADay).toEqual({
      rep: 0,
      manager: 5,
      admin: 5,
    });
    expect(() => recognitionRules({ kudosADay: { rep: 51 } })).toThrow();
  });
});

describe('praise in public', () => {
  beforeEach(() => expect(memberOf(bot, '李雷').praised).toBe(true));

  it.each(['/settings praise off', '/settings 公开表扬 关'])('%s', async (line) => {
    expect(await said('li', line)).toContain('对你的表扬不再发到群里');
    expect(memberOf(bot, '李雷').praised).toBe(false);
    expect(await said('li', '/settings')).toContain('公开表扬我: 只私下告诉我');
    expect(await said('li', '/settings praise on')).toContain('又可以发到群里');
    expect(await said('ann', '/settings audit')).toContain('李雷 · 公开表扬我：');
  });

  it('is in one’s own form', async () => {
    const form = formOf(await bot.say('li', '/settings me'));
    expect(form.inputs.map(({ name }) => name)).toContain('praised');
    const values = { language: 'zh', morning: 'on', public: 'on', praised: 'off' };
    await bot.submit('li', form.intent, values);
    expect(memberOf(bot, '李雷').praised).toBe(false);
    expect(memberOf(bot, '李雷').optedOut).toBe(false);
  });

  it('asks for on or off', async () => {
    expect(await said('li', '/settings praise perhaps')).toContain('/settings 公开表扬 关');
  });
});
