// Serves the application on Node: HTTP on the loopback, a tick a minute, logs, and an orderly end.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { schedule } from 'node-cron';
import type { Logger } from 'pino';
import { type App, type AssembleOptions, assemble } from './assemble.ts';

/** The playground lets anyone act as any member, so nobody but this machine may reach it. */
const LOOPBACK = '127.0.0.1';

export interface ServeOptions extends AssembleOptions {
  /** 0 lets the system choose. */
  readonly port: number;
}

export interface Served {
  /** Where the page is. */
  readonly url: string;
  /** Stops listening, lets work end, commits, closes. */
  close(): Promise<void>;
}

/** Routes of the process itself in front of the platforms', with a request's id, route and time in the log. */
const routesOf = (app: App, log: Logger): Hono => {
  const routes = new Hono();
  routes.use(async (c, next) => {
    const id = randomUUID();
    const started = performance.now();
    await next();
    c.header('x-request-id', id);
    const ms = Math.round(performance.now() - started);
    log.debug({ id, method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request');
  });
  routes.get('/healthz', (c) => c.json({ ok: true }));
  routes.get('/readyz', (c) => {
    try {
      if (app.isReady()) return c.json({ ok: true });
    } catch (error) {
      log.error({ fault: error instanceof Error ? error.name : typeof error }, 'not ready');
    }
    return c.json({ ok: false }, 503);
  });
  routes.route('/', app.web.routes);
  return routes;
};

/** What keeps the port from being had, in words. */
const listenFault = (error: unknown, port: number): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return new Error(`port ${port} on ${LOOPBACK} is already in use; choose another with --port`);
  }
  if (code === 'EACCES') {
    return new Error(`port ${port} on ${LOOPBACK} is not ours to use; choose another with --port`);
  }
  return error;
};

/**
 * Starts serving.
 * @throws Error when the port is taken or the data folder cannot be used
 */
export const serveOnNode = async (options: ServeOptions): Promise<Served> => {
  const { log, port } = options;
  const app = await assemble(options);
  const routes = routesOf(app, log);
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: routes.fetch, hostname: LOOPBACK, port }, () =>
      resolve(listening),
    );
    listening.once('error', reject);
  }).catch(async (error: unknown) => {
    await app.close();
    throw listenFault(error, port);
  });
  const minute = schedule('* * * * *', () => app.tick(), { noOverlap: true });
  await app.tick();
  const { port: actual } = server.address() as AddressInfo;
  const url = `http://${LOOPBACK}:${actual}`;
  log.info({ url }, 'listening');
  return {
    url,
    async close() {
      await minute.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Live event streams would keep the server open for ever.
      if ('closeAllConnections' in server) {
        setTimeout(() => server.closeAllConnections(), 500).unref();
      }
      await closed;
      await app.close();
      log.info('stopped');
    },
  };
};
