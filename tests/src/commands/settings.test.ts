// /settings: what everybody sees and may change, told in both languages, and what stays behind of it.
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/chat/intent.ts';
import type { Reply } from '../../../src/chat/request.ts';
import { LOCALE_TAGS, localeFor } from '../../../src/locales/index.ts';
import { latestAudit } from '../../../src/store/audit.ts';
import { changeMember, leaveDays, listMembers, memberOf } from '../../../src/store/member.ts';
import { readSetting } from '../../../src/store/setting.ts';
import { calendarOf, listFields, listTeams, type Team } from '../../../src/store/team.ts';
import { actionsOf, botPerTest, cardOf, formOf, intentOf, textOf } from '../../support/bot.ts';

const bot = botPerTest();

const said = async (user: string, line: string, where?: 'direct' | 'channel') =>
  textOf(cardOf(await bot.say(user, line, where)));
const member = (user: string) => {
  const found = bot.workspace.read((db) => memberOf(db, { platform: 'test', tenant: 't1', user }));
  if (found === undefined) throw new Error(`no ${user}`);
  return found;
};
const team = (index = 0): Team => {
  const found = bot.workspace.read(listTeams)[index];
  if (found === undefined) throw new Error(`no team ${index}`);
  return found;
};
const trail = () => bot.workspace.read((db) => latestAudit(db, 50));
const to = (verb: string, args: Intent['args'] = {}): Intent => ({
  command: 'settings',
  verb,
  args,
});
const errorsOf = (replies: readonly Reply[]) => formOf(replies).errors ?? {};

describe('the overview', () => {
  it('shows a rep their own part and the team’s facts, with nothing to change of the team', async () => {
    const card = cardOf(await bot.say('li', '/设置'));
    expect(textOf(card)).toContain('我的团队：华东一部');
    expect(textOf(card)).toContain('发榜时间: 18:30');
    expect(textOf(card)).not.toContain('操作记录');
    expect(actionsOf(card).map(({ intent }) => intent.verb)).toEqual([
      'mineForm',
      'public',
      'leaveForm',
    ]);
  });

  it('shows a manager their people, an admin all teams', async () => {
    expect(await said('mei', '/settings')).toContain(
      '共 5 人（销售 3 人、经理 1 人、管理员 1 人）',
    );
    const admin = await said('ann', '/settings');
    expect(admin).toContain('共 6 人');
    expect(admin).toContain('North America | 1');
  });

  it('has no Chinese in English and no English words in Chinese', async () => {
    const english = await said('dan', '/settings');
    expect(english.replace('简体中文', '')).not.toMatch(/\p{Script=Han}/u);
    const chinese = await said('li', '/settings');
    expect(chinese.replace(/Asia\/Shanghai|CNY|\/settings/g, '')).not.toMatch(/[A-Za-z]{2,}/);
  });

  it('summarises ten thousand members', async () => {
    const extra = Array.from({ length: 10_000 }, (_, index) => ({
      user: `u${index}`,
      name: index === 77 ? '欧阳'.repeat(100) : `成员${index}`,
      team: index % 2,
    }));
    await bot.restart([
      { user: 'ann', name: '安然', role: 'admin' },
      { user: 'mei', name: '梅琳', role: 'manager' },
      ...extra,
    ]);
    const overview = cardOf(await bot.say('ann', '/settings'));
    expect(textOf(overview)).toContain('10,002 人');
    expect(JSON.stringify(overview).length).toBeLessThan(8_000);
    const members = cardOf(await bot.say('ann', '/settings members'));
    expect(textOf(members)).toContain('/settings 成员 <姓名>');
    expect(JSON.stringify(members).length).toBeLessThan(4_000);
    expect(await said('mei', '/settings members')).toContain('5,002 人');
    const found = cardOf(await bot.say('ann', `/settings member ${'欧阳'.repeat(100)}`));
    expect(found.title).toBe('欧阳'.repeat(100));
    for (const { label } of actionsOf(found)) expect(label.length).toBeLessThan(75);
  });
});

describe('one’s own settings', () => {
  it('are answered in the language just chosen', async () => {
    expect(await said('li', '/settings 语言 英文')).toContain('Language: 简体中文 → English');
    expect(member('li').locale).toBe('en');
    expect(await said('li', '/settings language team')).toContain('跟随团队');
    expect(member('li').locale).toBeNull();
  });

  it('opting out says that one still counts, and is in the trail', async () => {
    expect(await said('bob', '/settings opt-out')).toContain('You still count in the team total');
    expect(member('bob').optedOut).toBe(true);
    expect(trail()[0]).toMatchObject({ action: 'member.optedOut', before: false, after: true });
    expect(await said('bob', '/settings opt in')).toContain('may appear');
    expect(await said('bob', '/settings public on')).toContain('Nothing changed');
    expect(trail()).toHaveLength(2);
  });

  it('morning takes on and off as one’s own, and a time as the team’s', async () => {
    await said('li', '/settings 早间 关');
    expect(member('li').morning).toBe(false);
    expect(await said('li', '/settings morning 08:30')).toContain('经理和管理员');
    await said('mei', '/settings morning 8:30');
    expect(team().morningAt).toBe('08:30');
  });

  it('come as a form, which says what is wrong', async () => {
    const form = formOf(await bot.press('li', to('mineForm')));
    expect(form.inputs.map(({ name }) => name)).toEqual([
      'language',
      'morning',
      'public',
      'praised',
    ]);
    const values = { language: 'klingon', morning: 'on' };
    expect(errorsOf(await bot.submit('li', form.intent, values))).toEqual({
      language: '我会中文（zh）和英文（en）。',
      public: '请填写这一项。',
      praised: '请填写这一项。',
    });
    const filled = { language: 'team', morning: 'off', public: 'off', praised: 'on' };
    await bot.submit('li', form.intent, filled);
    expect(member('li')).toMatchObject({ locale: null, morning: false, optedOut: true });
  });

  it.each(['constructor', '__proto__', 'x'.repeat(3000), '<!channel>'])(
    'are not changed by nonsense: %s',
    async (word) => {
      expect(await said('li', `/settings language ${word}`)).toContain('没有成功');
      expect(await said('li', `/settings opt ${word}`)).toContain('没有成功');
      expect(await said('mei', `/settings zone ${word}`)).toContain('没有成功');
      expect(await said('li', `/settings ${word}`)).toContain('没有成功');
    },
  );
});

describe('a team', () => {
  it.each([
    ['/settings post 19:05', 'postAt', '19:05'],
    ['/settings 发榜 7：30', 'postAt', '07:30'],
    ['/settings post 6:30pm', 'postAt', '18:30'],
    ['/settings posts off', 'posts', false],
    ['/settings zone asia/tokyo', 'zone', 'Asia/Tokyo'],
    ['/settings 时区 Asia/Kolkata', 'zone', 'Asia/Kolkata'],
    ['/settings currency usd', 'currency', 'USD'],
    ['/settings 货币 欧元', 'currency', 'EUR'],
    ['/settings 日历 周末', 'calendar', 'weekends'],
    ['/settings team language en', 'locale', 'en'],
    ['/settings 改名 华东精英', 'name', '华东精英'],
  ] as const)('%s', async (line, key, value) => {
    await said('mei', line);
    expect(team()[key]).toBe(value);
  });

  it.each([
    ['/settings zone shanghai', 'Asia/Shanghai 吗？例如：/settings 时区 Asia/Shanghai'],
    ['/settings zone 纽约', '/settings 时区 America/New_York'],
    ['/settings zone Asia/Shangai', '/settings 时区 Asia/Shanghai'],
    ['/settings zone +08:00', '/settings 时区 Asia/Shanghai'],
    ['/settings currency XYZ1', '/settings 货币 CNY'],
    ['/settings post 25:00', '/settings 发榜 18:30'],
    ['/settings calendar lunar', '/settings 日历 中国'],
    ['/settings rename North America', '已经有同名的团队了'],
    [`/settings rename ${'长'.repeat(200)}`, '请控制在 100 字以内'],
    ['/settings channel general', '/settings 群'],
    ['/settings 群', '/settings 群'],
    ['/settings holiday 2026-02-30 off', '2026-03-12'],
    ['/settings holiday 2026-05-04', '“休”“班”或“清除”'],
    ['/settings holiday 2026-05-04 2026-05-01 off', '结束日期早于开始日期'],
    ['/settings holiday 2026-05-04 2026-12-01 off', '超过 60 天'],
    ['/settings holidy 2026-05-04 off', '/settings holiday'],
    ['/settings field add 竞品', '类型：文字、数字、选项或日期'],
    ['/settings field add 竞品 choice 甲', '至少要有两个'],
    ['/settings field add 竞品 text 甲,乙', '只有“选项”类型'],
    ['/settings field retire 竞品', '还没有自定义字段'],
  ])('%s is refused with what to type', async (line, hint) => {
    const before = team();
    const text = await said('mei', line);
    expect(text).toContain('没有成功');
    expect(text).toContain(hint);
    expect(team()).toEqual(before);
    expect(trail()).toEqual([]);
  });

  it('says when a change takes effect, and what it was before', async () => {
    const text = await said('mei', '/settings 发榜 19:00');
    expect(text).toContain('发榜时间: 18:30 → 19:00');
    expect(text).toContain('从团队的下一次发布起生效');
    expect(trail()).toMatchObject([
      { actor: '梅琳', action: 'team.postAt', before: '18:30', after: '19:00' },
    ]);
    expect(await said('mei', '/settings 发榜 19:00')).toContain('没有变化');
    expect(trail()).toHaveLength(1);
  });

  it('gets the group it is typed in as its channel', async () => {
    await bot.ask('mei', { kind: 'command', line: '/settings channel', mentions: [] }, undefined, {
      kind: 'group',
      channel: 'war-room',
    });
    expect(team().channel).toMatchObject({ kind: 'channel', channel: 'war-room' });
    await said('mei', '/settings channel off');
    expect(team().channel).toBeNull();
  });

  it('keeps days of its own, shown as ranges', async () => {
    await said('mei', '/settings holiday 2026-05-04 to 2026-05-06 off 团建');
    await said('mei', '/settings 假日 2026-05-05 清除');
    await said('mei', '/settings holiday 2026-05-09 work');
    const { exceptions } = bot.workspace.read((db) => calendarOf(db, team()));
    expect(exceptions).toEqual({
      '2026-05-04': 'off',
      '2026-05-06': 'off',
      '2026-05-09': 'work',
    });
    expect(await said('li', '/settings')).toContain(
      '5月4日周一 休息、5月6日周三 休息、5月9日周六 上班',
    );
    expect(trail()[2]).toMatchObject({
      action: 'team.holiday',
      after: { from: '2026-05-04', to: '2026-05-06', kind: 'off', note: '团建' },
    });
  });

  it('comes as a form, whose errors stand at their inputs', async () => {
    const form = formOf(await bot.press('mei', to('teamForm', { team: team().id })));
    const values = {
      name: 'north AMERICA',
      posts: 'on',
      postAt: '18.30',
      morningAt: '09:00',
      zone: 'beijing',
      currency: 'dollarydoo',
      locale: 'zh',
    };
    const again = formOf(await bot.submit('mei', form.intent, values));
    expect(Object.keys(again.errors ?? {})).toEqual([
      'name',
      'postAt',
      'zone',
      'currency',
      'calendar',
    ]);
    expect(again.errors?.zone).toContain('Asia/Shanghai');
    expect(again.inputs[0]).toMatchObject({ value: 'north AMERICA' });
    const good = { ...values, name: '新名', postAt: '17:00', zone: 'Asia/Tokyo' };
    await bot.submit('mei', form.intent, { ...good, currency: 'JPY', calendar: 'weekends' });
    expect(team()).toMatchObject({ name: '新名', postAt: '17:00', currency: 'JPY' });
    expect(trail().map(({ action }) => action)).toEqual([
      'team.calendar',
      'team.currency',
      'team.zone',
      'team.postAt',
      'team.name',
    ]);
  });

  it('of another is named first, and what to type names it as well', async () => {
    await said('ann', '/settings team north america post 17:00');
    expect(team(1).postAt).toBe('17:00');
    expect(team().postAt).toBe('18:30');
    const refused = await said('ann', '/settings team North America zone paris');
    expect(refused).toContain('/settings 团队 North America 时区 Europe/Paris');
    expect(await said('ann', '/settings team Nowhere zone UTC')).toContain(
      '没有“Nowhere zone UTC”',
    );
    expect(await said('ann', '/settings team North America audit')).toContain('/settings audit');
    expect(await said('mei', '/settings team North America')).toContain('别的团队');
    expect(await said('ann', '/settings team North America')).toContain('North America');
  });

  it('has to be named by an admin who is in none', async () => {
    const { id } = member('ann');
    await bot.workspace.write((db) => changeMember(db, id, { teamId: null }));
    const text = await said('ann', '/settings post 17:00');
    expect(text).toContain('华东一部和North America');
    await said('ann', '/settings 团队 华东一部 发榜 17:00');
    expect(team().postAt).toBe('17:00');
    expect(await said('ann', '/settings')).toContain('2 个团队');
  });

  it('is added by an admin, with the settings of their own', async () => {
    await said('ann', '/settings 团队 新建 华南一部');
    expect(team(2)).toMatchObject({ name: '华南一部', zone: 'Asia/Shanghai', channel: null });
    const form = formOf(await bot.press('ann', to('teamAddForm')));
    expect(errorsOf(await bot.submit('ann', form.intent, { name: '华南一部' })).name).toContain(
      '同名',
    );
    expect(errorsOf(await bot.submit('ann', form.intent, { name: ' \u200b ' })).name).toBeDefined();
    expect(bot.workspace.read(listTeams)).toHaveLength(3);
  });

  it('has follow-up fields of its own, typed or by form, retired but never lost', async () => {
    await said('mei', '/settings field add 竞品 choice 甲,乙，丙 required');
    const [field] = bot.workspace.read((db) => listFields(db, team().id));
    expect(field).toMatchObject({
      label: '竞品',
      kind: 'choice',
      options: ['甲', '乙', '丙'],
      required: true,
    });
    expect(await said('mei', '/settings field add 竞品 text')).toContain('同名');
    const form = formOf(await bot.press('mei', to('fieldForm', { team: team().id })));
    const bad = { label: '竞品', kind: 'choice', options: '甲' };
    expect(Object.keys(errorsOf(await bot.submit('mei', form.intent, bad)))).toEqual([
      'label',
      'required',
      'options',
    ]);
    const good = { label: '预算 万元', kind: 'number', required: 'off' };
    await bot.submit('mei', form.intent, good);
    const card = cardOf(await bot.say('mei', '/settings fields'));
    expect(textOf(card)).toContain('竞品: 选项 · 甲 / 乙 / 丙 · 必填');
    await bot.press('mei', intentOf(card, '停用：竞品'));
    expect(await said('mei', '/settings field retire 预算 万元')).toContain('预算 万元 → –');
    expect(bot.workspace.read((db) => listFields(db, team().id))).toEqual([]);
    expect(trail().map(({ action }) => action)).toContain('team.fieldRetired');
  });
});

describe('members', () => {
  it('are moved, promoted, ranked and dated by an admin', async () => {
    await said('ann', '/settings member @王芳 team North America');
    await said('ann', '/settings 角色 @王芳 经理');
    await said('ann', '/settings seller @王芳 no');
    await said('ann', '/settings 入职 @王芳 2026/3/2');
    expect(member('wang')).toMatchObject({
      teamId: team(1).id,
      role: 'manager',
      seller: false,
      joinedOn: '2026-03-02',
    });
    const rows = trail().map(({ action, before, after }) => [action, before, after]);
    expect(rows).toEqual([
      ['member.joinedOn', '2025-01-06', '2026-03-02'],
      ['member.seller', true, false],
      ['member.role', 'rep', 'manager'],
      ['member.teamId', team().id, team(1).id],
    ]);
  });

  it('are found by mention first, then by the longest name, then by how it begins', async () => {
    const mentions = [
      { person: { platform: 'test', tenant: 't1', user: 'bob' }, name: 'Bob Stone' },
    ];
    const line = '/settings member @Bob Stone';
    const card = cardOf(await bot.ask('ann', { kind: 'command', line, mentions }));
    expect(card.title).toBe('Bob Stone');
    expect((await said('ann', '/settings member bob')).startsWith('Bob Stone')).toBe(true);
    expect(await said('ann', '/settings member Zoe')).toContain('没有叫“Zoe”');
    const form = formOf(await bot.press('mei', to('findForm')));
    expect(cardOf(await bot.submit('mei', form.intent, { name: '李雷' })).title).toBe('李雷');
    const sneaky = await bot.submit('ann', form.intent, { name: '李雷 role admin' });
    expect(textOf(cardOf(sneaky))).toContain('没有成功');
    expect(member('li').role).toBe('rep');
  });

  it('a role holds from the next request on', async () => {
    const press = to('teamForm', { team: team().id });
    expect(textOf(cardOf(await bot.press('li', press)))).toContain('只有经理和管理员');
    await said('ann', '/settings role @李雷 manager');
    expect(formOf(await bot.press('li', press)).title).toBe('修改团队设置');
    await said('ann', '/settings role @李雷 rep');
    const values = { name: 'x' };
    expect(textOf(cardOf(await bot.submit('li', to('teamSave'), values)))).toContain('没有成功');
  });

  it('the last admin can be neither demoted nor removed, by whatever door', async () => {
    const { id } = member('ann');
    const values = { seller: 'on', joinedOn: '2025-01-06', role: 'rep' };
    for (const replies of [
      await bot.say('ann', '/settings role @安然 rep'),
      await bot.say('ann', '/settings remove @安然'),
      await bot.press('ann', to('remove', { id })),
      await bot.submit('ann', to('memberSave', { id }), values),
    ]) {
      expect(textOf(cardOf(replies))).toContain('唯一的管理员');
    }
    expect(member('ann')).toMatchObject({ role: 'admin', leftOn: null });
    await said('ann', '/settings role @梅琳 admin');
    await said('ann', '/settings role @安然 rep');
    expect(member('ann').role).toBe('rep');
  });

  it('nobody raises their own role', async () => {
    for (const user of ['li', 'mei']) {
      const name = member(user).name;
      expect(await said(user, `/settings role @${name} admin`)).toContain('不能提升自己');
    }
    const values = { seller: 'off', joinedOn: '2025-01-06', role: 'admin' };
    const { id } = member('mei');
    const forged = await bot.submit('mei', to('memberSave', { id }), values);
    expect(textOf(cardOf(forged))).toContain('不能提升自己');
    expect(member('mei').role).toBe('manager');
  });

  it('leave, lose their role, and come back', async () => {
    await said('ann', '/settings role @李雷 manager');
    const card = cardOf(await bot.say('ann', '/settings 移除 @李雷'));
    expect(member('li')).toMatchObject({ leftOn: '2026-03-11', role: 'rep' });
    expect(bot.workspace.read(listMembers).map(({ name }) => name)).not.toContain('李雷');
    const edit = to('memberSave', { id: member('li').id });
    const values = { seller: 'off', joinedOn: '2025-01-06' };
    expect(textOf(cardOf(await bot.submit('ann', edit, values)))).toContain('已离职');
    expect(await said('ann', '/settings members left')).toContain('李雷 · 2026年3月11日周三');
    await bot.press('ann', intentOf(card, '恢复'));
    expect(member('li')).toMatchObject({ leftOn: null, role: 'rep' });
  });

  it('without a team are taken in by a manager', async () => {
    await bot.say('zed', '/settings');
    expect(member('zed').teamId).toBeNull();
    expect(await said('mei', '/settings members')).toContain('还没有团队： zed');
    const card = cardOf(await bot.say('mei', '/settings member zed'));
    await bot.press('mei', intentOf(card, '加入我的团队'));
    expect(member('zed').teamId).toBe(team().id);
    expect(await said('mei', '/settings member zed team North America')).toContain('只有管理员');
  });

  it('take leave, their own or by their manager', async () => {
    await said('li', '/settings 请假 2026-03-16至2026-03-17');
    await said('mei', '/settings leave @李雷 2026-03-12 2026-03-13');
    await said('li', '/settings leave 2026-03-16 clear');
    const range = { from: '2026-03-01', to: '2026-03-31' };
    const days = bot.workspace.read((db) => [...leaveDays(db, member('li').id, range)]);
    expect(days.toSorted()).toEqual(['2026-03-12', '2026-03-13', '2026-03-17']);
    expect(trail().map(({ actor, action }) => [actor, action])).toEqual([
      ['李雷', 'member.leave'],
      ['梅琳', 'member.leave'],
      ['李雷', 'member.leave'],
    ]);
    const form = formOf(await bot.say('li', '/settings leave'));
    const values = { from: '2026-03-20', to: '2026-03-18', away: 'on' };
    expect(errorsOf(await bot.submit('li', form.intent, values))).toEqual({
      to: '结束日期早于开始日期。',
    });
    expect(await said('li', '/settings leave tomorrow')).toContain('没有成功');
    expect(await said('li', '/settings leave 2026-03-20 maybe')).toContain('/settings 请假');
  });

  it('are changed by form', async () => {
    const card = cardOf(await bot.say('ann', '/settings member @王芳'));
    const form = formOf(await bot.press('ann', intentOf(card, '修改')));
    const values = {
      team: String(team(1).id),
      role: 'manager',
      seller: 'off',
      joinedOn: '2026-01-05',
    };
    await bot.submit('ann', form.intent, values);
    expect(member('wang')).toMatchObject({ teamId: team(1).id, role: 'manager', seller: false });
    const bad = { ...values, team: '999', role: 'king', joinedOn: '5 Jan' };
    expect(Object.keys(errorsOf(await bot.submit('ann', form.intent, bad)))).toEqual([
      'joinedOn',
      'role',
      'team',
    ]);
    const managers = formOf(await bot.press('mei', to('memberForm', { id: member('li').id })));
    expect(managers.inputs.map(({ name }) => name)).toEqual(['seller', 'joinedOn']);
  });
});

describe('what the texts tell to type', () => {
  it.each(LOCALE_TAGS)('works in %s', async (tag) => {
    const { examples, type } = localeFor(tag).t.settings;
    await bot.say('ann', `/settings language ${tag}`);
    await bot.say('ann', '/settings team add Sales East');
    const refused = localeFor(tag).t.common.problem;
    for (const example of [...examples, ...Object.values(type)]) {
      const line = example.replace('@Jane', '@Bob Stone').replace(/team add .*/, 'team add West');
      const [reply] = await bot.say(
        'ann',
        line.replace(/(currency|货币) \w+/, '$1 EUR'),
        'channel',
      );
      const title =
        reply?.kind === 'form'
          ? reply.form.title
          : reply?.kind === 'file'
            ? reply.file.title
            : reply?.card.title;
      const isTaken = /rename|改名|新建/.test(line);
      if (!isTaken) expect(title, line).not.toBe(refused);
    }
  });
});

describe('rates and the trail', () => {
  it('keeps rates by their pair of currencies', async () => {
    expect(await said('ann', '/settings rate USD 7.2')).toContain('1 USD = 7.2 CNY');
    await said('ann', '/settings 汇率 欧元 8');
    await said('ann', '/settings team North America rate EUR 1.1');
    await said('ann', '/settings rate EUR clear');
    expect(bot.workspace.read((db) => readSetting(db, 'rates'))).toEqual({
      'USD:CNY': 7.2,
      'EUR:USD': 1.1,
    });
    expect(await said('ann', '/settings rates')).toContain('1 EUR = 1.1 USD');
    for (const line of ['CNY 1', 'USD -1', 'USD 0', 'USD 1e9', 'USD', 'XXQ 2', 'USD NaN']) {
      expect(await said('ann', `/settings rate ${line}`)).toContain('没有成功');
    }
    const form = formOf(await bot.press('ann', to('rateForm', { team: team().id })));
    const bad = { currency: 'CNY', rate: 'many' };
    expect(Object.keys(errorsOf(await bot.submit('ann', form.intent, bad)))).toEqual([
      'currency',
      'rate',
    ]);
  });

  it('tells the last changes in words, newest first, in the reader’s language', async () => {
    await said('mei', '/settings post 19:00');
    await said('mei', '/settings leave @李雷 2026-03-12');
    await said('ann', '/settings member @王芳 team North America');
    await said('ann', '/settings language en');
    const text = await said('ann', '/settings audit');
    const rows = text.split('\n').slice(2);
    expect(rows).toEqual([
      'Wed, Mar 11 10:00 | 安然 | 王芳 · Team: 华东一部 → North America',
      'Wed, Mar 11 10:00 | 梅琳 | 李雷 · Leave: Thu, Mar 12 away',
      'Wed, Mar 11 10:00 | 梅琳 | 华东一部 · Posting time: 18:30 → 19:00',
    ]);
  });

  it('a delivery that comes twice changes once and is answered alike', async () => {
    const line = '/settings field add 竞品 text';
    const first = await bot.say('mei', line, 'direct', 'd-1');
    expect(await bot.say('mei', line, 'direct', 'd-1')).toEqual(first);
    expect(bot.workspace.read((db) => listFields(db, team().id))).toHaveLength(1);
    const pressed = await bot.press('mei', to('remove', { id: member('li').id }), 'd-2');
    expect(await bot.press('mei', to('remove', { id: member('li').id }), 'd-2')).toEqual(pressed);
    expect(trail()).toHaveLength(2);
  });
});
