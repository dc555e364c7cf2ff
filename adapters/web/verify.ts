// Who may knock: the same machine, the same page. Sets the headers that keep the page to itself.
import type { Context, MiddlewareHandler } from 'hono';
import { Rejection } from './rejection.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Markup reaches the page through one door only: the drawing of charts (page/svg.ts).
  "require-trusted-types-for 'script'",
  'trusted-types genjin-charts',
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Puts the protective headers on every answer, refusals included. */
export const protect = (c: Context): void => {
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};

/** Turns away other hosts, other machines and other sites. */
export const verify: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  // A page elsewhere whose name was rebound to 127.0.0.1 still sends its own name here.
  if (!isLoopbackName(host)) {
    throw new Rejection(403, 'host', 'open the page by the name localhost or 127.0.0.1');
  }
  const remote = remoteAddress(c.env);
  if (remote !== null && !isLoopbackAddress(remote)) {
    throw new Rejection(403, 'host', 'the page answers this machine only');
  }
  if (c.req.path.startsWith('/web/')) sameSite(c, host);
  await next();
};

const sameSite = (c: Context, host: string): void => {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const ownOrigin = origin === undefined || origin === `http://${host}`;
  if (!ownOrigin || site === 'cross-site' || site === 'same-site') {
    throw new Rejection(403, 'origin', 'the request came from another site');
  }
  if (c.req.method !== 'POST') return;
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Rejection(415, 'content_type', 'send the body as application/json');
  }
};

const isLoopbackName = (host: string): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host);

const isLoopbackAddress = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127\./.test(address);

/** The caller's address when Node's server passes its socket along; null elsewhere. */
const remoteAddress = (env: unknown): string | null => {
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return null;
  const { incoming } = env as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? null;
};
