// A real server on a free loopback port, for the tests with a browser.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Web } from '../../../adapters/web/index.ts';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page's routes until closed. */
export const serveWeb = (web: Web, port = 0): Promise<Served> =>
  new Promise((resolve) => {
    const server = serve(
      { fetch: web.routes.fetch, hostname: '127.0.0.1', port },
      (info: AddressInfo) => {
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          close: () =>
            new Promise((done) => {
              if ('closeAllConnections' in server) server.closeAllConnections();
              server.close(() => done());
            }),
        });
      },
    );
  });
