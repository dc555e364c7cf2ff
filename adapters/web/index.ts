// The web page as a chat platform: a page, an HTTP door and live updates over its own message store.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Platform } from '../../src/chat/platform.ts';
import type { Forgotten } from '../../src/domain/forgetting.ts';
import { createAsk } from './ask.ts';
import { type Assets, loadAssets } from './assets.ts';
import { createPlatform } from './client.ts';
import { openDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import type { WebDeps } from './deps.ts';
import { createHub, streamEvents } from './events.ts';
import { createFiles } from './files.ts';
import { forgetPerson } from './forget.ts';
import { createForms } from './form.ts';
import { renderHtml } from './html.ts';
import { LIMITS } from './limits.ts';
import { createMessages } from './messages.ts';
import {
  askBody,
  clockBody,
  eventsQuery,
  fileQuery,
  messagesQuery,
  readBody,
  readJson,
  readQuery,
  stateQuery,
  storedPlace,
} from './parse.ts';
import { Rejection } from './rejection.ts';
import { viewMessage } from './render.ts';
import { memberOf, targetOf, viewClock, viewState } from './state.ts';
import { protect, verify } from './verify.ts';
import type { ErrorBody, PageOfMessages } from './wire.ts';

export type { WebDeps, WebPerson } from './deps.ts';

export interface Web {
  readonly routes: Hono;
  readonly platform: Platform;
  /** Forgets a person who was erased; may be called again for the same one. */
  forget(whom: Forgotten): void;
  /** Ends the event streams and closes the store. */
  close(): void;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Puts the page together over the file `deps.file`. @throws SqliteError when that is not a database */
export const createWeb = (deps: WebDeps): Web => {
  const db = openDatabase(deps.file);
  const messages = createMessages(db);
  const files = createFiles(db);
  const hub = createHub();
  const ask = createAsk({
    deps,
    messages,
    deliveries: createDeliveries(db),
    forms: createForms(db),
    files,
    hub,
    together: (change) => db.transaction(change)(),
  });
  let loaded: Assets | null = null;
  const assets = (): Assets => {
    loaded ??= loadAssets(deps.page);
    return loaded;
  };

  const routes = new Hono();
  // Only the page's own paths: it is mounted beside the doors of other platforms.
  for (const path of ['/', '/web/*']) {
    routes.use(path, async (c, next) => {
      await next();
      protect(c);
    });
    routes.use(path, verify);
  }
  routes.use('/web/*', async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  routes.use(
    '/web/*',
    bodyLimit({
      maxSize: LIMITS.body,
      onError: () => {
        throw new Rejection(413, 'too_large', `a body of more than ${LIMITS.body} bytes`);
      },
    }),
  );

  routes.get('/', (c) => {
    c.header('cache-control', 'no-store');
    return c.html(renderHtml(c, assets()));
  });
  routes.get('/web/assets/:version/:name', (c) => {
    const asset = assets().find(c.req.param('name'));
    if (asset === null) return c.notFound();
    const current = c.req.param('version') === assets().version;
    return c.body(asset.text, 200, {
      'content-type': asset.type,
      'cache-control': current ? FOR_EVER : 'no-store',
    });
  });
  routes.get('/web/fonts/:name', async (c) => {
    const font = await assets().font(c.req.param('name'));
    if (font === null) return c.notFound();
    return c.body(font, 200, { 'content-type': 'font/woff2', 'cache-control': FOR_EVER });
  });

  routes.get('/web/state', async (c) => {
    const { as, lang } = readQuery(c, stateQuery);
    const people = await deps.people();
    const me = as === undefined ? null : memberOf(people, as);
    return c.json(viewState(deps, messages, people, me, lang));
  });
  routes.get('/web/messages', async (c) => {
    const query = readQuery(c, messagesQuery);
    const person = memberOf(await deps.people(), query.as);
    const place = storedPlace(person, query.place);
    const found = messages.page(person.user, place, query.before ?? Number.MAX_SAFE_INTEGER);
    const body: PageOfMessages = {
      messages: found.map((one) => viewMessage(one, person.user)),
      before: found.length === LIMITS.page ? (found[0]?.id ?? null) : null,
    };
    return c.json(body);
  });
  routes.get('/web/events', async (c) => {
    const query = readQuery(c, eventsQuery);
    const resumed = c.req.header('last-event-id');
    const seq = resumed === undefined ? (query.since ?? messages.last().seq) : Number(resumed);
    if (!Number.isSafeInteger(seq)) {
      throw new Rejection(400, 'bad_shape', 'last-event-id: expected a number');
    }
    memberOf(await deps.people(), query.as);
    const feed = {
      async since(last: number) {
        const person = (await deps.people()).find((one) => one.user === query.as);
        if (person === undefined || !db.open) return null;
        const places = person.channels.map((one) => `channel:${one.channel}` as const);
        return messages.since(person.user, [...places, `person:${person.user}`], last);
      },
      view: (message: Parameters<typeof viewMessage>[0]) => viewMessage(message, query.as),
      clock: async () => viewClock(deps, await deps.people()),
    };
    return streamEvents(c, hub, feed, seq);
  });

  routes.get('/web/files/:id', async (c) => {
    const { as } = readQuery(c, fileQuery);
    const person = memberOf(await deps.people(), as);
    const id = c.req.param('id');
    const file = /^\d{1,15}$/.test(id) ? files.find(Number(id)) : null;
    if (file === null) throw new Rejection(410, 'file_gone', 'the file is no longer kept');
    if (file.user !== person.user || !deps.mayOpen(person.user, file.needs)) {
      throw new Rejection(403, 'file', 'that file is not yours to open');
    }
    return c.body(file.content, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
    });
  });

  routes.post('/web/ask', async (c) => c.json(await ask(await readJson(c, askBody))));
  routes.post('/web/read', async (c) => {
    const body = await readJson(c, readBody);
    const person = memberOf(await deps.people(), body.as);
    messages.markRead(person.user, storedPlace(person, body.place), body.message);
    return c.body(null, 204);
  });
  routes.post('/web/clock', async (c) => {
    const body = await readJson(c, clockBody);
    memberOf(await deps.people(), body.as);
    const to = targetOf(deps, body.move);
    await deps.clock.demo?.jump(to);
    hub.wake();
    return c.json(viewClock(deps, await deps.people()));
  });

  routes.notFound((c) => {
    const body: ErrorBody = { error: { code: 'not_found', message: 'nothing is here' } };
    c.res = c.json(body, 404);
    protect(c);
    return c.res;
  });
  routes.onError((error, c) => {
    const rejection = toRejection(error, deps);
    const { code, message } = rejection;
    const response = c.json({ error: { code, message } } satisfies ErrorBody, rejection.status);
    c.res = response;
    protect(c);
    return c.res;
  });

  return {
    routes,
    platform: createPlatform(deps, messages, hub),
    forget(whom) {
      forgetPerson(db, whom);
      hub.wake();
    },
    close() {
      hub.close();
      db.close();
    },
  };
};

const toRejection = (error: unknown, { log }: Pick<WebDeps, 'log'>): Rejection => {
  if (error instanceof Rejection) return error;
  if (error instanceof HTTPException) return new Rejection(400, 'bad_shape', 'a broken request');
  const frame = error instanceof Error ? error.stack?.split('\n    at ')[1] : undefined;
  const name = error instanceof Error ? error.name : typeof error;
  log.error({ name, frame }, 'the web door failed');
  return new Rejection(500, 'internal', 'something broke on our side; nothing was lost');
};
