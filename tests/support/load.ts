// A sales team of many, and twenty people who record follow-ups over HTTP for as long as they are wanted.
import assert from 'node:assert/strict';
import { type Cli, recordedIn, visit } from './app.ts';
import { prepareTeam } from './team.ts';

const CLIENTS = 20;
/** Each client speaks for so many reps in turn: one may say no more than thirty lines a minute. */
const REPS_A_CLIENT = 4;
const LINES_A_REP = 25;

const repOf = (client: number, n: number): string => `rep-${client}-${n % REPS_A_CLIENT}`;

/** Makes the data folder of a team of eighty reps and a manager, with nothing recorded yet. */
export const prepareClients = (data: string): Promise<void> =>
  prepareTeam(
    data,
    Array.from({ length: CLIENTS }, (_, client) =>
      Array.from({ length: REPS_A_CLIENT }, (_, n) => repOf(client, n)),
    ).flat(),
  );

/** Twenty clients at work. */
export interface Load {
  /** The ids of the follow-ups that were acknowledged so far. */
  readonly acknowledged: ReadonlySet<number>;
  /** Resolves when so many are acknowledged. @throws AssertionError when the clients end before */
  reach(count: number): Promise<void>;
  /** Lets each client end with the line it is at. @throws what went wrong at any of them */
  stop(): Promise<void>;
}

/** Sets twenty clients to recording, each as fast as it is answered. */
export const startLoad = ({ url }: Cli): Load => {
  const acknowledged = new Set<number>();
  const watchers = new Map<number, () => void>();
  let stopping = false;
  const client = async (number: number): Promise<void> => {
    for (let n = 0; !stopping && n < REPS_A_CLIENT * LINES_A_REP; n += 1) {
      const line = `/followup 给星河${number}号${n % 7}厂打了电话，聊了10分钟，意向B，报价${n + 1}万`;
      const answer = await visit(url, repOf(number, n)).say(line);
      const id = recordedIn(answer);
      assert.notEqual(id, null, `not recorded: ${JSON.stringify(answer).slice(0, 300)}`);
      acknowledged.add(id ?? 0);
      watchers.get(acknowledged.size)?.();
    }
  };
  const ended = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return {
    acknowledged,
    reach: async (count) => {
      const reached = new Promise<void>((resolve) => {
        if (acknowledged.size >= count) resolve();
        else watchers.set(count, resolve);
      });
      await Promise.race([reached, ended]);
      assert.ok(acknowledged.size >= count, `only ${acknowledged.size} lines were recorded`);
    },
    stop: async () => {
      stopping = true;
      await ended;
    },
  };
};
