// The names of backups: a time in UTC, so that names in order are backups in order.
import { readdirSync } from 'node:fs';

const NAME = /^genjin-backup-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z$/;
const UNFINISHED = '.unfinished';

/** e.g. `genjin-backup-2026-11-23T20-55-10.123Z`; no colons, which some disks do not take. */
export const backupName = (at: number): string =>
  `genjin-backup-${new Date(at).toISOString().replaceAll(':', '-')}`;

/** Hidden, and with another ending: nothing that picks backups by name picks it up. */
export const unfinishedName = (name: string): string => `.${name}${UNFINISHED}`;

const isUnfinished = (name: string): boolean =>
  name.startsWith('.') && name.endsWith(UNFINISHED) && NAME.test(name.slice(1, -UNFINISHED.length));

/** What in a folder is named as a backup, the oldest first. */
export const backupsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort();

export const unfinishedIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter(isUnfinished);
