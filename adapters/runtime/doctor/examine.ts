// The whole examination, in the order in which one would mend things.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Instant } from '../../../src/domain/time.ts';
import {
  CLOCK_FILE,
  type DatabaseFile,
  DIRECTORY,
  WEB,
  workspaceFile,
} from '../backup/contents.ts';
import { messageOf } from '../backup/faults.ts';
import { workspacesIn } from '../backup/inspect.ts';
import { createDemoClock } from '../clock.ts';
import type { VaultPlace } from '../vault.ts';
import { database } from './database.ts';
import { type Finding, fail, guarded, ok, warn } from './finding.ts';
import { disk, permissions, present, type StatDisk, writable } from './folder.ts';
import { configuration, type Environment, hostZone, node, platforms, zoneData } from './machine.ts';
import { type StoredSurvey, surveysIn, vault } from './vault.ts';
import { clock, outbox, recount, zones } from './workspace.ts';

/** Genjin did not exist before. */
const EARLIEST: Instant = Date.UTC(2026, 0, 1);

export interface ExamineOptions {
  /** The data folder; null: what the environment says. */
  readonly data: string | null;
  readonly environment: Environment;
  /** The machine's clock. */
  readonly now: Instant;
  /** The system's unless a test says otherwise. */
  readonly statDisk?: StatDisk;
}

export interface Examination {
  /** The data folder, absolute. */
  readonly data: string;
  readonly findings: readonly Finding[];
}

const plausible = (now: Instant): readonly Finding[] =>
  now >= EARLIEST
    ? [ok('clock', `It is ${new Date(now).toISOString()}.`)]
    : [
        fail(
          'clock',
          `The clock of this machine says ${new Date(now).toISOString()}, which is long past.`,
          'Set it: timedatectl set-ntp true',
        ),
      ];

/** As the configuration reads it, also when another of its names has a fault. */
const readPlace = ({
  GENJIN_VAULT,
  GENJIN_VAULT_INSIDE,
  GENJIN_SECRET,
}: Environment): VaultPlace => ({
  vault: GENJIN_VAULT || null,
  vaultInside: GENJIN_VAULT_INSIDE === 'yes',
  secret: GENJIN_SECRET || null,
});

/** What Genjin takes for now: in the demo the clock may have been moved forward. */
const clockOf = (data: string, real: Instant): { now: Instant; findings: readonly Finding[] } => {
  try {
    return { now: createDemoClock(join(data, CLOCK_FILE), () => real).now(), findings: [] };
  } catch (error) {
    const says = `The demo’s clock cannot be read: ${messageOf(error)}.`;
    return { now: real, findings: [fail('clock', says, `rm ${join(data, CLOCK_FILE)}`)] };
  }
};

const examineDatabases = async (
  data: string,
  now: Instant,
  place: VaultPlace,
): Promise<readonly Finding[]> => {
  const surveys: StoredSurvey[] = [];
  const databases = readdirSync(data).filter((name) => name.endsWith('.sqlite'));
  if (!existsSync(join(data, DIRECTORY.name)) && databases.length === 0) {
    return [
      warn(
        'data folder',
        `${data} holds no data yet.`,
        'Start Genjin once, or name the right folder with --data or GENJIN_DATA.',
      ),
    ];
  }
  let ids: readonly string[] | null = null;
  const findings = [
    ...(await database(data, DIRECTORY, (client) => {
      ids = workspacesIn(client);
      return [];
    })),
  ];
  // A directory that cannot be read says nothing about the workspaces: look at what is there.
  const workspaces: readonly DatabaseFile[] =
    ids === null
      ? databases
          .filter((name) => name !== DIRECTORY.name && name !== WEB.name)
          .map((name) => ({ name, kind: 'workspace' }))
      : (ids as readonly string[]).map(workspaceFile);
  for (const file of workspaces) {
    const { name } = file;
    findings.push(
      ...(await database(data, file, (client) => {
        surveys.push(...surveysIn(client, name));
        return [
          ...zones(client, name),
          ...clock(client, name, now),
          ...outbox(client, name, now),
          ...recount(client, name),
        ];
      })),
    );
  }
  if (databases.includes(WEB.name)) findings.push(...(await database(data, WEB, () => [])));
  const known = new Set([DIRECTORY.name, WEB.name, ...workspaces.map(({ name }) => name)]);
  for (const name of databases.filter((each) => !known.has(each)).sort()) {
    findings.push(
      warn(
        name,
        `The directory knows no workspace of ${name}, so nobody uses it and no backup holds it.`,
        'Move it out of the data folder if it is not needed.',
      ),
    );
  }
  return [...findings, ...(await guarded('vault', () => vault(data, surveys, place)))];
};

/** Looks at everything and changes nothing, also while a server runs. Never throws: what breaks off is a finding. */
export const examine = async (options: ExamineOptions): Promise<Examination> => {
  const { environment, now: real, statDisk } = options;
  // Not from the configuration: a fault in another of its names must not keep the data from being looked at.
  const data = resolve(options.data ?? (environment.GENJIN_DATA || 'data'));
  const findings: Finding[] = [];
  const add = async (check: string, look: Parameters<typeof guarded>[1]): Promise<void> => {
    findings.push(...(await guarded(check, look)));
  };
  await add('configuration', () => configuration(environment));
  await add('node', () => node(process.versions.node));
  await add('time zone', () => hostZone(environment));
  await add('zone data', zoneData);
  await add('clock', () => plausible(real));
  await add('platforms', platforms);
  const absent = await guarded('data folder', () => present(data));
  findings.push(...absent);
  if (absent.length > 0) return { data, findings };
  await add('data folder', () => permissions(data));
  await add('writing', () => writable(data));
  await add('disk', () => disk(data, statDisk));
  const { now, findings: unread } = clockOf(data, real);
  findings.push(...unread);
  await add('databases', () => examineDatabases(data, now, readPlace(environment)));
  return { data, findings };
};
