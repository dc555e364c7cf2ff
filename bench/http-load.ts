// The load of the follow-up bench, a process of its own: signed commands of many people over a number of connections.
import autocannon from 'autocannon';
import Client from 'better-sqlite3';
import { sign } from './http-door.ts';

export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** The workspace, to read from whom the people follow up. */
  readonly file: string;
}

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
  /** Answers other than 2xx, errors and time-outs. */
  readonly failed: number;
}

interface Pair {
  readonly user: string;
  readonly member: number;
  readonly customer: number;
  readonly name: string;
}

/** Signing while measuring would cost more than answering: so many are signed before, and then sent in turn. */
const SIGNED = 120_000;

const LINES: readonly ((name: string) => string)[] = [
  (name) => `${name} 王芳 电话 12分钟 报价5万 下周五再联系`,
  (name) => `${name} 微信 发了资料 等回复`,
  (name) => `${name} called Maya, quote 5000, follow up next Tuesday`,
  (name) => `${name} 拜访 李经理 谈得不错 A级 周四下午三点签约`,
];

const pairsIn = (file: string): readonly Pair[] => {
  const client = new Client(file, { readonly: true });
  try {
    return client
      .prepare<[], Pair>(
        `SELECT identity.user, member.id AS member, customer.id AS customer, customer.name
         FROM customer JOIN member ON member.id = customer.owner_id
         JOIN identity ON identity.member_id = member.id
         ORDER BY customer.id * 7919 % 10007, customer.id LIMIT 5000`,
      )
      .all();
  } finally {
    client.close();
  }
};

const requestsFor = (pairs: readonly Pair[], count: number) => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return Array.from({ length: count }, (_, n) => {
    const pair = pairs[n % pairs.length];
    if (pair === undefined) throw new Error('nobody in the workspace has a customer');
    const body = new URLSearchParams({
      token: 'x',
      team_id: 'T1',
      channel_id: 'D1',
      user_id: pair.user,
      user_name: pair.user,
      command: '/followup',
      text: LINES[n % LINES.length]?.(pair.name) ?? '',
      trigger_id: `${process.pid}.${n}`,
      member: String(pair.member),
      customer: String(pair.customer),
    }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(timestamp, body),
    };
    return { method: 'POST' as const, path: '/command', headers, body };
  });
};

const main = async ({ port, connections, seconds, file }: LoadOptions): Promise<void> => {
  const requests = requestsFor(pairsIn(file), Math.min(SIGNED, seconds * 30_000));
  let next = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/command',
        setupRequest: (request) => {
          const signed = requests[next % requests.length];
          next += 1;
          return { ...request, ...signed };
        },
      },
    ],
  });
  const load: Load = {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    requests: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
  };
  process.send?.(load);
  process.disconnect();
};

const [options] = process.argv.slice(2);
if (options === undefined) throw new Error('which load?');
main(JSON.parse(options) as LoadOptions).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
