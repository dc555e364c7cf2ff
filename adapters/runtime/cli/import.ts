// genjin import: brings in what another system knows, as often as wanted.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type Mapping, placeIn, readMapping } from '../../../src/domain/importing/mapping.ts';
import { dayOf, HOUR, type Instant } from '../../../src/domain/time.ts';
import type { Home } from '../../../src/store/importing/scope.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { inPackage } from '../../root.ts';
import type { ImportPlan } from '../importing/plan.ts';
import type { Target, TargetOptions } from '../importing/target.ts';
import { importOwn, OWN_PRESET } from '../transfer/own.ts';
import { instant } from './options.ts';

interface ImportOptions extends TargetOptions {
  readonly preset?: string;
  readonly map?: string;
  readonly rejects?: string;
  readonly dryRun?: boolean;
  readonly now?: Instant;
}

const PRESETS = ['adapters', 'files', 'presets'] as const;
/** Somewhere on earth it is later by so much than in UTC. */
const EASTERNMOST = 14 * HOUR;

const presetNames = (): string[] => [
  OWN_PRESET,
  ...readdirSync(inPackage(...PRESETS))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length)),
];

/** The file of the mapping that is wanted. @throws Error saying which there are */
const mappingFile = ({ preset, map }: ImportOptions): string => {
  if (preset !== undefined && map !== undefined) throw new Error('say --preset or --map, not both');
  if (map !== undefined) {
    if (!existsSync(map)) throw new Error(`there is no mapping file ${map}`);
    return map;
  }
  const names = presetNames().join(', ');
  if (preset === undefined) {
    throw new Error(`say which mapping: --preset (${names}) or --map FILE; see docs/importing.md`);
  }
  if (!presetNames().includes(preset)) {
    throw new Error(`there is no preset ${preset}; there is: ${names}`);
  }
  return inPackage(...PRESETS, `${preset}.json`);
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const announce = ({ files, skipped }: ImportPlan): void => {
  for (const { name, table, reader } of files) {
    const left = reader.left.length === 0 ? '' : `; columns not taken: ${reader.left.join(', ')}`;
    say(`${name} (${table.how})${left}`);
  }
  for (const { name, because } of skipped) say(`${name} is not read: ${because}`);
};

const bringIn = async (
  workspace: Workspace,
  mapping: Mapping,
  plan: ImportPlan,
  { now, rejects: rejectsFile, home }: { now: Instant; rejects?: string; home: Home | null },
): Promise<void> => {
  // Only what imports needs these: the other commands start without them.
  const { runImport } = await import('../importing/run.ts');
  const { openRejects } = await import('../importing/rejects.ts');
  const { progressOn } = await import('../importing/progress.ts');
  const { linesOf } = await import('../importing/tally.ts');
  const columns = [...new Set(plan.files.flatMap(({ table }) => table.header))];
  const rejects = rejectsFile === undefined ? null : openRejects(rejectsFile, columns);
  const progress = progressOn(process.stderr);
  try {
    const summary = await runImport({
      workspace,
      mapping,
      files: plan.files,
      now,
      rejects,
      home,
      progress: progress.show,
    });
    progress.stop();
    for (const line of linesOf(summary)) say(line);
    if (summary.rejected > 0) {
      say(
        rejectsFile === undefined
          ? 'Run it again with --rejects FILE to see each rejected row; nothing else changes.'
          : `Rejected rows are in ${rejectsFile}.`,
      );
    }
  } finally {
    progress.stop();
    rejects?.close();
  }
};

/** Runs something on a copy of the database, which is thrown away; on a new one where there is none yet. */
const onCopy = async (file: string, run: (workspace: Workspace) => Promise<void>) => {
  const { default: Client } = await import('better-sqlite3');
  const { openWorkspace } = await import('../../sqlite/file.ts');
  const folder = mkdtempSync(join(tmpdir(), 'genjin-dry-run-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    if (existsSync(file)) {
      const client = new Client(file, { readonly: true });
      try {
        await client.backup(copy);
      } finally {
        client.close();
      }
    }
    const workspace = openWorkspace(copy);
    try {
      await run(workspace);
    } finally {
      await workspace.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs something on the workspace, made before where it is new. */
const onTarget = async (
  target: Target,
  now: Instant,
  run: (workspace: Workspace, home: Home | null) => Promise<void>,
): Promise<void> => {
  const { homeOf, makeTarget } = await import('../importing/target.ts');
  const { openWorkspace } = await import('../../sqlite/file.ts');
  if (target.isNew) {
    await makeTarget(target, now);
    say(`new workspace ${target.workspace} in ${target.folder}`);
  }
  const home = await homeOf(target);
  const workspace = openWorkspace(fileOf(target));
  try {
    await run(workspace, home);
  } finally {
    await workspace.close();
  }
};

const fileOf = ({ folder, workspace }: Target): string => join(folder, `${workspace}.sqlite`);

const importFiles = async (paths: readonly string[], options: ImportOptions): Promise<void> => {
  if (options.preset === OWN_PRESET) return importOwn(paths, options);
  const { planImport } = await import('../importing/plan.ts');
  const { targetOf } = await import('../importing/target.ts');
  const file = mappingFile(options);
  const json = readFileSync(file, 'utf8');
  const mapping = readMapping(json, file);
  const now = options.now ?? Date.now();
  const target = await targetOf(options);
  const today = dayOf(now + EASTERNMOST, 'UTC');
  const plan = await planImport(mapping, paths, today, (path) => placeIn(json, file, path));
  announce(plan);
  const run = (workspace: Workspace, home: Home | null) =>
    bringIn(workspace, mapping, plan, { ...options, now, home });
  if (options.dryRun !== true) return onTarget(target, now, run);
  await onCopy(fileOf(target), (copy) => run(copy, null));
  say('This was a dry run: nothing was changed.');
};

export const importCommand = new Command('import')
  .description('bring in customers, deals, follow-ups and more from CSV and XLSX files')
  .argument('<files...>', 'files, or folders of them')
  .addOption(new Option('--preset <name>', 'a mapping that comes with Genjin').conflicts('map'))
  .option('--map <file>', 'your own mapping; see docs/importing.md')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data); made when it does not exist')
  .option('--workspace <id>', 'needed only where there are several')
  .option('--create', 'make the workspace that --workspace names')
  .option('--rejects <file>', 'write the rows that could not be taken there, with the reasons')
  .option('--dry-run', 'try it on a copy and say what would happen')
  .option('--now <instant>', 'the moment it counts as happening; the present unless told', instant)
  .action(importFiles);
