// The preset `genjin`: our own export, brought back whole.
import type { Instant } from '../../../src/domain/time.ts';
import type { WorkspaceOptions } from '../cli/workspace.ts';

export const OWN_PRESET = 'genjin';

interface OwnOptions extends WorkspaceOptions {
  readonly dryRun?: boolean;
  readonly rejects?: string;
  readonly now?: Instant;
}

/**
 * Imports one export and says what came of it.
 * @throws Error saying what to do instead
 */
export const importOwn = async (
  paths: readonly string[],
  { dryRun, rejects, now = Date.now(), ...options }: OwnOptions,
): Promise<void> => {
  const [folder, ...others] = paths;
  if (folder === undefined || others.length > 0) {
    throw new Error('--preset genjin takes one folder, as genjin export wrote it');
  }
  if (dryRun === true || rejects !== undefined) {
    throw new Error(
      '--preset genjin brings back all or nothing, so there is no --dry-run and no --rejects; try it with --workspace NAME, which makes a new workspace',
    );
  }
  const { importExport } = await import('./import.ts');
  const { progressBar } = await import('./progress.ts');
  const progress = progressBar('importing');
  try {
    const done = await importExport({ ...options, folder, now, progress });
    progress.stop();
    const rows = `${done.rows} rows`;
    process.stdout.write(
      done.changed
        ? `workspace ${done.workspace}: ${rows} imported\n`
        : `workspace ${done.workspace} has all of the ${rows} already; nothing was changed\n`,
    );
    for (const tenant of done.elsewhere) {
      process.stdout.write(`${tenant} stays with the workspace that serves it\n`);
    }
  } finally {
    progress.stop();
  }
};
