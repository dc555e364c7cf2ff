// What a follow-up costs over HTTP, durable before it is answered, against a door that only checks the signature.
import { type Bench, copyInto, type Figure, inFolder, over, ratios } from './bench.ts';
import { ended, message, start } from './child.ts';
import { companyFile, type Size } from './company/build.ts';
import type { Door, Usage } from './http-door.ts';
import type { Load, LoadOptions } from './http-load.ts';

const CONNECTIONS = 50;
const SECONDS = 4;
/** So many people that nobody records more in a run than in a busy day. */
const COMPANY: Size = { members: 1_000, followups: 200_000 };
const SMALL: Size = { members: 50, followups: 1_000 };

interface Round {
  readonly perSecond: number;
  readonly p99: number;
  /** CPU of the server a request, in microseconds. */
  readonly cpu: number;
  readonly rssMb: number;
  readonly loopP99: number;
}

/** @throws Error when an answer was not 2xx */
const round = async (
  door: Door,
  file: string,
  effort: Pick<LoadOptions, 'connections' | 'seconds'>,
): Promise<Round> => {
  const server = start('http-server', [door, file]);
  try {
    const { port } = await message<{ port: number }>(server, 'server');
    const drive = async (seconds: number): Promise<Load> => {
      const options: LoadOptions = { port, file, connections: effort.connections, seconds };
      const child = start('http-load', [JSON.stringify(options)]);
      const load = await message<Load>(child, 'load');
      await ended(child);
      return load;
    };
    const usage = async (): Promise<Usage> => {
      const answer = message<Usage>(server, 'server');
      server.send('usage');
      return answer;
    };
    await drive(1);
    const before = await usage();
    const load = await drive(effort.seconds);
    if (load.failed > 0) throw new Error(`${door}: ${load.failed} requests failed`);
    const after = await usage();
    const cpu = (after.cpu - before.cpu) / load.requests;
    return { ...load, cpu, rssMb: after.rssMb, loopP99: after.loopP99 };
  } finally {
    if (server.connected) server.disconnect();
    await ended(server);
  }
};

const DOORS: readonly Door[] = ['ack', 'store', 'product'];
const TITLES: Readonly<Record<Door, string>> = {
  ack: 'signature only',
  store: 'stored',
  product: 'whole product',
};

const figures = (rounds: Readonly<Record<Door, readonly Round[]>>): Figure[] => {
  const of = (door: Door, key: keyof Round) => rounds[door].map((each) => each[key]);
  const against = (door: Door, key: keyof Round) => ratios(of(door, key), of('ack', key));
  const title = (door: Door, what: string) => `${TITLES[door]}: ${what}`;
  return [
    ...DOORS.flatMap((door) => [
      over(title(door, 'requests'), '/s', of(door, 'perSecond')),
      over(title(door, 'p99'), 'ms', of(door, 'p99')),
      over(title(door, 'CPU a request'), 'µs', of(door, 'cpu')),
      over(title(door, 'event-loop delay p99'), 'ms', of(door, 'loopP99'), { most: 50 }),
      over(title(door, 'memory'), 'MB', of(door, 'rssMb')),
    ]),
    over('stored against signature only, requests', '×', against('store', 'perSecond'), {
      least: 0.5,
    }),
    over('stored against signature only, CPU', '×', against('store', 'cpu')),
    over('whole product against signature only, requests', '×', against('product', 'perSecond'), {
      least: 0.5,
    }),
    over('whole product against signature only, CPU', '×', against('product', 'cpu')),
  ];
};

export const followup: Bench = {
  name: 'followup',
  about: `a signed, durable /followup over HTTP, ${CONNECTIONS} connections, against an empty signed answer`,
  run: async ({ rounds, small }) => {
    const company = await companyFile(small ? SMALL : COMPANY);
    const effort = { connections: small ? 4 : CONNECTIONS, seconds: small ? 1 : SECONDS };
    const found: Record<Door, Round[]> = { ack: [], store: [], product: [] };
    for (let n = 0; n < rounds; n += 1) {
      await inFolder(async (folder) => {
        for (const door of DOORS) {
          found[door].push(await round(door, copyInto(folder, company, `${door}.sqlite`), effort));
        }
      });
    }
    return figures(found);
  },
};
