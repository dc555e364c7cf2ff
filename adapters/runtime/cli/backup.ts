// genjin backup: a checked copy of the data folder, also while the server runs.
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { dataFolder } from './workspace.ts';

interface Options {
  readonly data?: string;
  readonly workspace?: string;
  readonly keep?: number;
}

const positive = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use a number from 1');
};

/** A bar on a terminal, nothing elsewhere: cron mails what is printed. */
const bars = () => {
  const bar = new SingleBar({ format: '{name} {bar} {percentage} %', clearOnComplete: true });
  let shown = '';
  return {
    progress: (name: string, done: number, total: number): void => {
      if (name !== shown) bar.start(total, done, { name });
      else bar.update(done);
      shown = name;
    },
    stop: (): void => bar.stop(),
  };
};

export const backup = new Command('backup')
  .description('put a checked copy of all data into a folder of its own, also while Genjin runs')
  .argument('<folder>', 'where backups are kept, outside the data folder; made when not there')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--workspace <id>', 'only this workspace; all unless named')
  .option('--keep <number>', 'then remove the oldest backups of this data beyond so many', positive)
  .addHelpText(
    'after',
    '\nExit codes: 0 done; 1 no backup, or one to look at: the sentence says which.',
  )
  .action(async (folder: string, options: Options) => {
    const { takeBackup } = await import('../backup/take.ts');
    const { inWords } = await import('../backup/durable.ts');
    const { progress, stop } = bars();
    const taken = await takeBackup({
      data: dataFolder(options),
      out: folder,
      workspace: options.workspace ?? null,
      keep: options.keep ?? null,
      now: Date.now(),
      progress,
    }).finally(stop);
    const { files } = taken.manifest;
    const lines = [`Backed up to ${taken.folder}`];
    for (const { name, bytes, rows } of files) {
      const count = Object.values(rows).reduce((sum, number) => sum + number, 0);
      lines.push(`  ${name}: ${count} rows, ${inWords(bytes)}`);
    }
    if (taken.left.length > 0) lines.push(`Not backed up: ${taken.left.join(', ')}`);
    if (taken.removed.length > 0) lines.push(`Removed: ${taken.removed.join(', ')}`);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (taken.warnings.length > 0) throw new Error(taken.warnings.join('\n'));
  });
