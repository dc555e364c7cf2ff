// genjin export: everything of a workspace as files.
import { Command, InvalidArgumentError } from 'commander';
import { FORMATS, type Format } from '../transfer/manifest.ts';
import { type WorkspaceOptions, withWorkspace } from './workspace.ts';

const DEFAULT: readonly Format[] = ['csv', 'jsonl'];

interface ExportCliOptions extends WorkspaceOptions {
  readonly format?: readonly Format[];
  readonly bom?: boolean;
}

const format = (text: string, before: readonly Format[] = []): readonly Format[] => {
  const found = FORMATS.find((known) => known === text);
  if (found === undefined) throw new InvalidArgumentError(`Use one of ${FORMATS.join(', ')}`);
  return before.includes(found) ? before : [...before, found];
};

export const exportCommand = new Command('export')
  .description('write everything of a workspace into a new folder, a file a table')
  .argument('<folder>', 'where to; a folder that does not exist yet, or is empty')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--workspace <id>', 'which workspace, where there are several')
  .option(
    '--format <format>',
    'csv, jsonl or xlsx; may be repeated (default csv and jsonl)',
    format,
  )
  .option('--bom', 'begin CSV files with a byte order mark, so that Excel takes them for UTF-8')
  .action(async (folder: string, options: ExportCliOptions) => {
    // Only what exports needs these: the other commands start without them.
    const { exportWorkspace } = await import('../transfer/export.ts');
    const { progressBar } = await import('../transfer/progress.ts');
    const bar = progressBar('exporting');
    try {
      const tables = await withWorkspace(options, (workspace, file) =>
        exportWorkspace(workspace, file, {
          folder,
          formats: options.format ?? DEFAULT,
          bom: options.bom === true,
          now: Date.now(),
          progress: bar,
        }),
      );
      bar.stop();
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      process.stdout.write(`${folder}: ${rows} rows of ${tables.length} tables\n`);
    } finally {
      bar.stop();
    }
  });
