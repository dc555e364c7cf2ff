// Somebody erases themselves on the page: no byte of them is left in the data folder, and the trail holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { assemble } from '../../adapters/runtime/assemble.ts';
import { cleanUp, keptLog, runCli, temporary, visitInProcess } from '../support/app.ts';

afterEach(cleanUp);

const NAME = 'Quillon Ferraby';
const USER = 'quillon-account-7';
const NOTES = ['zebra-walnut', 'velvet-ledger', 'copper-gull', 'paisley-anchor'];

/** The words that are found in any file of the folder, by file. */
const found = (data: string): string[] =>
  readdirSync(data).flatMap((name) => {
    const all = readFileSync(join(data, name));
    return [NAME, USER, ...NOTES]
      .filter((word) => all.includes(word))
      .map((word) => `${name}: ${word}`);
  });

it('leaves no byte of them in any file, and everybody else’s pages whole', async () => {
  const data = temporary();
  let now = Date.parse('2026-03-11T10:00:00+08:00');
  const { log, lines } = keptLog();
  const app = await assemble({ data, demo: false, log, real: () => now });
  const boss = visitInProcess(app.web.routes, 'boss-account-1');
  const me = visitInProcess(app.web.routes, USER);
  await boss.ask({ kind: 'opened', name: 'Bea Boss', locale: 'en' });
  await me.ask({ kind: 'opened', name: NAME, locale: 'en' });
  const [zebra, velvet, copper, paisley] = NOTES;
  await me.say(`/followup Called Acme Corp about ${zebra}, 20 min, demo Friday`);
  await me.say(`hello all, ${copper}`, 'channel:team');
  await me.say(`/followup Visited Initech about ${paisley}`, 'channel:team');
  await me.say(`/handoff Acme Corp @Bea Boss ${velvet} Jane decides in April, annual plan`);
  await me.say('/privacy export');
  await boss.say(`thanks ${NAME}`, 'channel:team');
  await boss.say(`/followup Called Globex with ${NAME}, they liked it`);
  await boss.say('/customer Acme Corp');
  now += 60_000;
  await app.tick();
  await boss.say('/settings audit');
  expect(found(data).length).toBeGreaterThan(8);

  const { form } = await me.say('/privacy erase');
  if (form === null) throw new Error('no form');
  const answer = await me.ask({ kind: 'submit', form: form.id, values: { name: NAME } });
  expect(JSON.stringify(answer)).toContain('Erased: now only #2');
  await expect(me.state()).rejects.toThrow('unknown_person');
  now += 60_000;
  await app.tick();
  // Also while it runs: the log of what is not yet in the file included.
  expect(found(data)).toEqual([]);
  const page = await app.web.routes.request(
    'http://localhost/web/messages?as=boss-account-1&place=channel:team',
    { headers: { host: 'localhost' } },
  );
  expect(await page.text()).toContain('thanks #2');
  await app.close();
  expect(found(data)).toEqual([]);
  expect(lines.join('\n')).not.toMatch(/"level":50/);

  const verified = await runCli(['audit', 'verify', '--data', data, '--json']);
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, unchained: 0, broken: null });
  const listed = await runCli(['audit', 'list', '--data', data, '--limit', '3']);
  expect(listed.stdout).toContain('member.erased  member:2');
});
