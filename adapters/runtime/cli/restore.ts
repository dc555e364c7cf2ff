// genjin restore: a data folder out of a backup.
import { Command } from 'commander';

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

export const restore = new Command('restore')
  .description('make a new data folder out of a backup, checked and brought to this version')
  .argument('<backup>', 'a folder genjin-backup-…')
  .requiredOption('--data <dir>', 'the new data folder; empty or not there yet')
  .addHelpText('after', '\nExit codes: 0 restored; 1 nothing was restored: the sentence says why.')
  .action(async (backup: string, { data }: { data: string }) => {
    const { restoreBackup } = await import('../backup/restore.ts');
    const { manifest, files } = await restoreBackup(backup, data);
    const lines = [`Restored the backup of ${manifest.takenAt} into ${data}`];
    for (const { name, kind, rows, newestFollowup, migrated } of files) {
      const said = {
        directory: [counted(rows.workspace ?? 0, 'workspace')],
        workspace: [
          counted(rows.member ?? 0, 'member'),
          counted(rows.customer ?? 0, 'customer'),
          counted(rows.followup ?? 0, 'follow-up'),
          newestFollowup === null
            ? 'none recorded yet'
            : `the newest recorded at ${new Date(newestFollowup).toISOString()}`,
        ],
        web: [counted(rows.messages ?? 0, 'message')],
        clock: ['how far the demo’s clock was moved'],
      }[kind];
      if (migrated > 0) said.push(`${counted(migrated, 'migration')} applied`);
      lines.push(`  ${name}: ${said.join(', ')}`);
    }
    for (const id of manifest.missing) lines.push(`Workspace ${id} was not in the backup.`);
    lines.push(`Start it with: genjin start --data ${data}`);
    process.stdout.write(`${lines.join('\n')}\n`);
  });
