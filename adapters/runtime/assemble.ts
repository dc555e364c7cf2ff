// The only place that puts adapters together: databases, bot, platforms, jobs and the clock.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createBot } from '../../src/bot.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import type { Instant, Zone } from '../../src/domain/time.ts';
import { PlatformError } from '../../src/errors.ts';
import { finishDeleting } from '../../src/jobs/forget.ts';
import { JOBS } from '../../src/jobs/index.ts';
import { prepareBoards } from '../../src/jobs/prepare.ts';
import { tick } from '../../src/jobs/tick.ts';
import { localeFor } from '../../src/locales/index.ts';
import { holdsImports } from '../../src/store/importing/external.ts';
import { countMembers } from '../../src/store/member.ts';
import { readSetting } from '../../src/store/setting.ts';
import { listTeams } from '../../src/store/team.ts';
import type { Workspace } from '../../src/store/workspace.ts';
import { demoPlayer } from '../demo/play.ts';
import { seedDemo } from '../demo/seed.ts';
import { csvFile } from '../files/write-csv.ts';
import { PLATFORM, TENANT } from '../web/deps.ts';
import { createWeb, type Web } from '../web/index.ts';
import { createDemoClock } from './clock.ts';
import { openCompanies } from './companies.ts';
import { createDeferred } from './deferred.ts';
import { webChannel } from './home.ts';
import { nextPost } from './next-post.ts';
import { mayOpenFile, webPeople } from './people.ts';
import { createPoster } from './post.ts';
import { createPulseKeeper } from './pulse/keeper.ts';
import { createThrottle } from './throttle.ts';
import { openVault, type VaultPlace } from './vault.ts';

export interface AssembleOptions {
  /** The data folder; made when it does not exist. */
  readonly data: string;
  /** Whether a workspace without members is filled with the demo teams. */
  readonly demo: boolean;
  readonly log: Logger;
  /** Where survey keys and their master secret are; beside and in the data folder unless told. */
  readonly vault?: VaultPlace;
  /** The real time; tests hand in their own. */
  readonly real?: () => Instant;
}

export interface App {
  readonly web: Web;
  /** Does what is due and sends what waits. Call it once a minute. */
  tick(): Promise<void>;
  /** Whether the databases answer. */
  isReady(): boolean;
  /** Lets deferred work end, commits, and closes the databases. */
  close(): Promise<void>;
}

const hostZone = (): Zone => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is left of an error in a log: its name and message, no words of a person. */
const faultOf = (error: unknown) =>
  error instanceof Error ? { fault: error.name, message: error.message } : { fault: typeof error };

/** Puts the application together over a data folder. Seeds the demo on first start when asked to. */
export const assemble = async (options: AssembleOptions): Promise<App> => {
  const { data, log } = options;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const vault = openVault(data, options.vault);
  const clock = createDemoClock(join(data, 'demo-clock.json'), options.real);
  const companies = openCompanies(data, clock.now);
  const deferred = createDeferred((error) => log.error(faultOf(error), 'deferred work failed'));
  const platforms = new Map<string, Platform>();
  const poster = createPoster(platforms, clock.now, deferred.defer, ({ outcomes }) => {
    for (const { key, state, error } of outcomes) {
      if (state === 'sent') log.info({ key }, 'posted');
      else log.warn({ key, state, error }, 'not posted');
    }
  });

  const pulse = createPulseKeeper({
    vault,
    now: clock.now,
    defer: deferred.defer,
    advanced: poster.wake,
    log,
  });

  const home = await companies.of(PLATFORM, TENANT);
  const isBlank = home.read((db) => countMembers(db) === 0 && !holdsImports(db));
  if (options.demo && isBlank) {
    log.info('preparing the demo teams');
    const stage = { platform: PLATFORM, tenant: TENANT, channel: webChannel };
    await seedDemo(home, stage, clock.now());
  }
  const isDemo = home.read((db) => readSetting(db, 'demo') ?? false);
  const playDemo = demoPlayer(home, PLATFORM, TENANT);

  const bot = createBot({
    workspaceOf: ({ platform, tenant }) => companies.of(platform, tenant),
    profileOf: async (person) => {
      const platform = platforms.get(person.platform);
      if (platform === undefined) return null;
      try {
        return await platform.profile(person);
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        log.warn({ platform: person.platform, reason: error.reason }, 'no profile');
        return null;
      }
    },
    channelOf: ({ platform }) => (platform === PLATFORM ? webChannel('team') : null),
    throttle: createThrottle(),
    zone: hostZone(),
    vault,
    written: (workspace) => {
      poster.wake(workspace);
      pulse.written(workspace);
    },
    report: (error, request) =>
      log.error({ ...faultOf(error), request: request.id, ask: request.ask.kind }, 'fault'),
  });

  const runJobs = async (workspace: Workspace): Promise<void> => {
    await prepareBoards(workspace, clock.now());
    const { done, skipped } = await tick(workspace, JOBS, clock.now(), (error, job, scope) =>
      log.error({ ...faultOf(error), job, scope }, 'job failed'),
    );
    if (done + skipped > 0) log.info({ done, skipped }, 'jobs');
    await pulse.advance(workspace);
    poster.wake(workspace);
    try {
      // The page is of the home workspace only.
      const forget: typeof web.forget = (whom) => {
        if (workspace === home) web.forget(whom);
      };
      if (await finishDeleting(workspace, clock.now(), forget)) log.info({}, 'compacted');
    } catch (error) {
      log.error(faultOf(error), 'not compacted; tried again in a minute');
    }
  };
  const tickAll = async (): Promise<void> => {
    if (isDemo) await playDemo(clock.now());
    for (const workspace of companies.all()) await runJobs(workspace);
  };

  const web = createWeb({
    bot,
    people: () => Promise.resolve(webPeople(home)),
    commands: (tag) => {
      const { t } = localeFor(tag);
      return COMMANDS.map(({ name, aliases, texts }) => {
        const { usage, summary } = texts(t);
        return { name, aliases: Object.keys(aliases), usage, summary };
      });
    },
    csv: csvFile,
    mayOpen: (user, needs) => mayOpenFile(home, user, needs),
    clock: {
      now: clock.now,
      get zone() {
        return home.read((db) => listTeams(db)[0]?.zone) ?? hostZone();
      },
      demo: isDemo
        ? {
            async jump(to) {
              clock.jump(to);
              await tickAll();
              await deferred.drain();
            },
            nextPost: () => home.read((db) => nextPost(db, clock.now())),
          }
        : null,
    },
    file: join(data, 'web.sqlite'),
    log,
  });
  platforms.set(PLATFORM, web.platform);

  return {
    web,
    tick: tickAll,
    isReady: () => home.read((db) => countMembers(db) >= 0),
    async close() {
      poster.stop();
      await deferred.drain();
      web.close();
      await companies.close();
    },
  };
};
