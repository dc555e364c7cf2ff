// The page as a platform: what is posted is kept, once, and errors have reasons the outbox knows.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageOfMessages } from '../../../adapters/web/wire.ts';
import { followupCard } from './cards.ts';
import { createStub, knock } from './stub.ts';

const east = { kind: 'channel', platform: 'web', tenant: 'local', channel: 'east' } as const;
const maya = { platform: 'web', tenant: 'local', user: 'maya' };

describe('the platform', () => {
  it('posts one message per key, also after a restart', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'genjin-web-')), 'web.sqlite');
    const first = createStub({ file });
    const ref = await first.web.platform.post(east, followupCard('zh'), 'board:1');
    expect(
      await first.web.platform.post(east, { ...followupCard('zh'), title: 'again' }, 'board:1'),
    ).toBe(ref);
    first.web.close();
    const second = createStub({ file });
    expect(await second.web.platform.post(east, followupCard('zh'), 'board:1')).toBe(ref);
    const page = (await (
      await knock(second, '/web/messages?as=maya&place=channel:east')
    ).json()) as PageOfMessages;
    expect(page.messages).toHaveLength(1);
    second.web.close();
  });

  it('knows people and who is in a channel', async () => {
    const { web } = createStub();
    expect(await web.platform.profile(maya)).toEqual({
      name: 'Maya Chen',
      locale: 'en',
      zone: 'Asia/Shanghai',
    });
    expect((await web.platform.members(east)).map((one) => one.user)).not.toContain('north');
    expect(await web.platform.members({ kind: 'person', ...maya })).toEqual([maya]);
    web.close();
  });

  it('refuses with a reason', async () => {
    const { web } = createStub();
    const { platform } = web;
    const big = { ...followupCard('zh'), summary: 'x'.repeat(300_000) };
    await expect(
      platform.post({ ...east, channel: 'none' }, followupCard('zh'), 'k'),
    ).rejects.toMatchObject({ reason: 'gone' });
    await expect(
      platform.post({ ...east, tenant: 'other' }, followupCard('zh'), 'k'),
    ).rejects.toMatchObject({ reason: 'gone' });
    await expect(platform.post(east, big, 'k')).rejects.toMatchObject({ reason: 'refused' });
    await expect(platform.replace('999', followupCard('zh'))).rejects.toMatchObject({
      reason: 'gone',
    });
    await expect(
      platform.replace("1'; DROP TABLE messages", followupCard('zh')),
    ).rejects.toMatchObject({ reason: 'gone' });
    await expect(platform.profile({ ...maya, user: 'x' })).rejects.toMatchObject({
      reason: 'gone',
    });
    web.close();
  });
});
