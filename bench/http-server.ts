// The server of the follow-up bench, a process of its own: one door, and behind it as much of the work as was asked.
import { timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { openWorkspace } from '../adapters/sqlite/file.ts';
import { openDirectoryVault, vaultBeside } from '../adapters/vault/directory.ts';
import { viewCard } from '../adapters/web/render.ts';
import { createBot } from '../src/bot.ts';
import type { Request } from '../src/chat/request.ts';
import { dayOf, type Instant } from '../src/domain/time.ts';
import { type FollowupFields, recordFollowup } from '../src/store/followup.ts';
import { claim, seen } from '../src/store/inbox.ts';
import { standardOn } from '../src/store/standard.ts';
import type { Vault } from '../src/store/vault.ts';
import type { Db, Workspace } from '../src/store/workspace.ts';
import { NOW, PLATFORM, TENANT, ZONE } from './company/office.ts';
import { type Door, sign, type Usage } from './http-door.ts';
import { watchLoop } from './loop.ts';

const isSigned = (timestamp: string, body: string, signature: string): boolean => {
  const wanted = Buffer.from(sign(timestamp, body));
  const given = Buffer.from(signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
};

const field = (form: URLSearchParams, name: string): string => form.get(name) ?? '';

/** What the line would have said, without parsing it. */
const rowOf = (form: URLSearchParams, at: Instant): FollowupFields => ({
  memberId: Number(field(form, 'member')),
  teamId: null,
  customerId: Number(field(form, 'customer')),
  contact: null,
  channel: 'phone',
  outcome: 'connected',
  grade: null,
  amountMinor: null,
  amountMaxMinor: null,
  currency: null,
  amountRole: null,
  duration: 12,
  occurredAt: at,
  day: dayOf(at, ZONE),
  loggedAt: at,
  text: field(form, 'text'),
  fields: {},
  completeness: 500_000,
  source: 'line',
  clarify: [],
});

const store = (db: Db, form: URLSearchParams, at: Instant): unknown => {
  const id = `${PLATFORM}:${TENANT}:${field(form, 'trigger_id')}`;
  const before = seen(db, id);
  if (before !== null) return before;
  const row = recordFollowup(db, rowOf(form, at), null, standardOn(db, dayOf(at, ZONE)).caps);
  claim(db, id, at, []);
  return { id: row.id, verdict: row.verdict };
};

const requestOf = (form: URLSearchParams, at: Instant): Request => {
  const user = field(form, 'user_id');
  const channel = field(form, 'channel_id');
  return {
    id: field(form, 'trigger_id'),
    actor: { platform: PLATFORM, tenant: TENANT, user, name: field(form, 'user_name') },
    place: { platform: PLATFORM, tenant: TENANT, channel, kind: 'direct' },
    at,
    ask: { kind: 'command', line: `/followup ${field(form, 'text')}`, mentions: [] },
  };
};

const doors = (
  workspace: Workspace,
  vault: Vault,
): Record<Door, (form: URLSearchParams, at: Instant) => Promise<unknown>> => {
  const bot = createBot({
    workspaceOf: () => Promise.resolve(workspace),
    profileOf: () => Promise.resolve(null),
    channelOf: () => null,
    // One person asks more often here in a second than a real one may in a minute.
    throttle: () => null,
    zone: ZONE,
    vault,
    written: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  return {
    ack: () => Promise.resolve({}),
    store: (form, at) => workspace.write((db) => store(db, form, at)),
    product: async (form, at) => {
      const replies = await bot.handle(requestOf(form, at));
      return replies.flatMap((reply) => (reply.kind === 'card' ? [viewCard(reply.card)] : []));
    },
  };
};

const main = (door: Door, file: string): void => {
  const workspace = openWorkspace(file);
  const vault = openDirectoryVault({
    folder: vaultBeside(file),
    given: null,
    file: `${file}.secret`,
  });
  const answer = doors(workspace, vault)[door];
  const started = Date.now();
  const app = new Hono();
  app.post('/command', async (c) => {
    const body = await c.req.text();
    const timestamp = c.req.header('x-slack-request-timestamp') ?? '';
    if (!isSigned(timestamp, body, c.req.header('x-slack-signature') ?? '')) {
      return c.json({}, 401);
    }
    // The company lives on one day of its own; its clock runs on from there.
    const at = NOW + Date.now() - started;
    return c.json(await answer(new URLSearchParams(body), at));
  });
  const loop = watchLoop();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = {
      cpu: user + system,
      rssMb: process.memoryUsage.rss() / 2 ** 20,
      loopP99: loop.lap(),
    };
    process.send?.(usage);
  });
  process.on('disconnect', () => {
    server.close();
    void workspace.close();
  });
};

const [door, file] = process.argv.slice(2);
if (door === undefined || file === undefined) throw new Error('which door, and over which file?');
main(door as Door, file);
