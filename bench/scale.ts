// A company of ten thousand people and years of follow-ups: does every command still answer, and how fast?
import { statSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { type FileDatabase, openWorkspace } from '../adapters/sqlite/file.ts';
import { openDirectoryVault, vaultBeside } from '../adapters/vault/directory.ts';
import { type Bot, createBot } from '../src/bot.ts';
import { encodeIntent } from '../src/chat/intent.ts';
import type { Ask, Reply } from '../src/chat/request.ts';
import { ROLES, type Role } from '../src/domain/role.ts';
import { dayOf } from '../src/domain/time.ts';
import { makeBoard } from '../src/store/board.ts';
import { customer, followup, identity, member } from '../src/store/schema/index.ts';
import { listTeams } from '../src/store/team.ts';
import type { Vault } from '../src/store/vault.ts';
import {
  type Bench,
  copyInto,
  cpuOf,
  type Figure,
  inFolder,
  median,
  over,
  quantile,
  timed,
} from './bench.ts';
import { companyFile, type Size } from './company/build.ts';
import { NOW, PLATFORM, TENANT, ZONE } from './company/office.ts';
import { watchLoop } from './loop.ts';
import { ASKED, type Names } from './requests.ts';
import { watchStatements } from './statements.ts';

const COMPANY: Size = { members: 10_000, followups: 5_000_000 };
const ONE_TEAM: Size = { members: 10_000, followups: 1_000_000, oneTeam: true };
const SMALL: Size = { members: 200, followups: 20_000 };
const SMALL_TEAM: Size = { members: 200, followups: 20_000, oneTeam: true };
/** People of each role who ask everything that is theirs. */
const ASKERS = 12;
/** Statements and requests that are named, the slowest first. */
const NAMED = 10;
/** No statement may keep the event loop for longer, in milliseconds. */
const LONGEST_STATEMENT = 5;

interface Asker extends Names {
  readonly user: string;
  readonly role: Role;
}

const askersOf = (workspace: FileDatabase, role: Role): readonly Asker[] =>
  workspace.read((db) => {
    const people = db
      .select({ id: member.id, user: identity.user, teamId: member.teamId, name: member.name })
      .from(member)
      .innerJoin(identity, eq(identity.memberId, member.id))
      .where(eq(member.role, role))
      .all();
    const each = Math.max(1, Math.floor(people.length / ASKERS));
    return people
      .filter((_, at) => at % each === 0)
      .slice(0, ASKERS)
      .map(({ id, user, teamId, name }) => {
        const colleague = db
          .select({ name: member.name })
          .from(member)
          .where(
            sql`${member.teamId} = ${teamId} and ${member.id} <> ${id} and ${member.role} = 'rep'`,
          )
          .get();
        const owned = db
          .select({ name: customer.name })
          .from(customer)
          .where(role === 'rep' ? eq(customer.ownerId, id) : sql`${customer.ownerId} is not null`)
          .get();
        return { user, role, colleague: colleague?.name ?? name, customer: owned?.name ?? '华星' };
      });
  });

/** The buttons of the cards, each once. */
const pressesIn = (replies: readonly Reply[]): Ask[] => {
  const intents = replies.flatMap((reply) =>
    'card' in reply
      ? reply.card.blocks.flatMap((block) =>
          block.kind === 'actions' ? block.actions.map(({ intent }) => intent) : [],
        )
      : [],
  );
  const unique = new Map(intents.map((intent) => [encodeIntent(intent), intent]));
  return [...unique.values()].map((intent) => ({ kind: 'press', intent }));
};

interface Took {
  /** The command and what of it, without names. */
  readonly what: string;
  readonly ms: number;
}

/** Everything everybody asks, and every button of the answers. @throws what the bot reports as a fault */
const askAll = async (workspace: FileDatabase, vault: Vault): Promise<readonly Took[]> => {
  const faults: unknown[] = [];
  const bot: Bot = createBot({
    workspaceOf: () => Promise.resolve(workspace),
    profileOf: () => Promise.resolve(null),
    channelOf: () => null,
    throttle: () => null,
    zone: ZONE,
    vault,
    written: () => undefined,
    report: (error) => faults.push(error),
  });
  const took: Took[] = [];
  let count = 0;
  const ask = async (user: string, what: string, asked: Ask): Promise<readonly Reply[]> => {
    count += 1;
    const request = {
      id: `scale-${count}`,
      actor: { platform: PLATFORM, tenant: TENANT, user, name: user },
      place: { platform: PLATFORM, tenant: TENANT, channel: user, kind: 'direct' as const },
      at: NOW + count,
      ask: asked,
    };
    const since = performance.now();
    const replies = await bot.handle(request);
    took.push({ what, ms: performance.now() - since });
    if (faults.length > 0) throw new Error(`${what} failed`, { cause: faults[0] });
    if (replies.length === 0) throw new Error(`${what} was not answered`);
    return replies;
  };
  for (const role of ROLES) {
    for (const [nth, asker] of askersOf(workspace, role).entries()) {
      for (const { line, role: least } of ASKED) {
        if (ROLES.indexOf(role) < ROLES.indexOf(least)) continue;
        const text = line(asker);
        const what = line({ customer: '<customer>', colleague: '<colleague>' });
        const replies = await ask(asker.user, `${role} ${what}`, {
          kind: 'command',
          line: text,
          mentions: [],
        });
        // The buttons are the same for all: a few people press them.
        if (nth > 2) continue;
        for (const press of pressesIn(replies)) {
          if (press.kind !== 'press') continue;
          const { command, verb } = press.intent;
          await ask(asker.user, `${role} [${command} ${verb}]`, press);
        }
      }
    }
  }
  return took;
};

const slowest = (took: readonly Took[]): readonly Figure[] => {
  const by = new Map<string, number[]>();
  for (const { what, ms } of took) by.set(what, [...(by.get(what) ?? []), ms]);
  return [...by]
    .map(([what, times]) => over(`  ${what}`, 'ms', times))
    .sort((a, b) => b.value - a.value)
    .slice(0, NAMED);
};

const oneLine = (text: string): string => {
  const short = text.replaceAll('"', '').replace(/\s+/g, ' ');
  return short.length > 170 ? `${short.slice(0, 90)} … ${short.slice(-75)}` : short;
};

/**
 * The daily posts of some teams, as the job makes them: from nothing, and from the scores that are kept when the ticks
 * before have prepared them.
 */
const postOf = async (file: string, rounds: number, what: string): Promise<readonly Figure[]> => {
  const workspace = openWorkspace(file);
  try {
    const today = dayOf(NOW, ZONE);
    const teams = workspace.read((db) => listTeams(db)).slice(0, rounds);
    const fresh: number[] = [];
    const prepared: number[] = [];
    const cpu: number[] = [];
    for (const team of teams) {
      await workspace.write((db) => {
        const make = () => makeBoard(db, team, 'day', today, NOW, true, { posts: true });
        fresh.push(timed(make));
        cpu.push(cpuOf(() => prepared.push(timed(make))) / 1000);
      });
    }
    return [
      over(`the daily post of ${what}, nothing prepared`, 'ms', fresh),
      over(`the daily post of ${what}`, 'ms', prepared, { most: 50 }),
      over(`the daily post of ${what}, CPU`, 'ms', cpu, { most: 50 }),
    ];
  } finally {
    await workspace.close();
  }
};

const benchVault = (file: string): Vault =>
  openDirectoryVault({ folder: vaultBeside(file), given: null, file: `${file}.secret` });

const commands = async (file: string): Promise<readonly Figure[]> => {
  const workspace = openWorkspace(file);
  const watch = watchStatements();
  const loop = watchLoop();
  try {
    const took = await askAll(workspace, benchVault(file));
    const times = took.map(({ ms }) => ms);
    const long = watch.seen().filter(({ longest }) => longest > LONGEST_STATEMENT);
    return [
      { name: 'a command or button, median', value: median(times), unit: 'ms' },
      { name: 'a command or button, p99', value: quantile(times, 0.99), unit: 'ms' },
      { name: 'event-loop delay p99', value: loop.lap(), unit: 'ms', goal: { most: 50 } },
      ...slowest(took),
      ...long.slice(0, NAMED).map(
        ({ sql: text, longest, times: n, total }): Figure => ({
          name: `  longest of ${n} (mean ${(total / n).toFixed(2)} ms) of ${oneLine(text)}`,
          value: longest,
          unit: 'ms',
        }),
      ),
    ];
  } finally {
    loop.stop();
    watch.stop();
    await workspace.close();
  }
};

export const scale: Bench = {
  name: 'scale',
  about: 'every command and button in a company of 10,000 members and 5,000,000 follow-ups',
  run: ({ rounds, small, members, followups }) =>
    inFolder(async (folder) => {
      const size: Size = {
        members: members ?? (small ? SMALL : COMPANY).members,
        followups: followups ?? (small ? SMALL : COMPANY).followups,
      };
      const company = await companyFile(size);
      const file = copyInto(folder, company);
      const posts = await postOf(file, rounds, 'a team of fifty');
      const asked = await commands(file);
      const workspace = openWorkspace(file);
      const stored = workspace.read(
        (db) => db.select({ n: sql<number>`count(*)` }).from(followup).get()?.n ?? 0,
      );
      await workspace.close();
      const bytes = statSync(company).size / stored;
      const big = copyInto(folder, await companyFile(small ? SMALL_TEAM : ONE_TEAM), 'team.sqlite');
      const bigPosts = await postOf(big, rounds, 'all in one team');
      return [
        { name: 'the file, a follow-up with all around it', value: bytes, unit: 'bytes' },
        ...posts,
        ...bigPosts,
        ...asked,
      ];
    }),
};
