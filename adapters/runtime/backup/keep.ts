// How many backups are kept: the newest of the same data folder, and what others left in the folder is left alone.
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sync } from './durable.ts';
import { faultIn } from './faults.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { backupsIn, unfinishedIn, unfinishedName } from './names.ts';

/** Longer than any backup takes; one that is older was cut off. */
const CUT_OFF_MS = 24 * 3_600_000;

/** Removes what backups that were killed left behind. */
export const removeCutOff = (folder: string, now: number): void => {
  for (const name of unfinishedIn(folder)) {
    const path = join(folder, name);
    if (now - statSync(path).mtimeMs > CUT_OFF_MS) rmSync(path, { recursive: true, force: true });
  }
};

const isSameSeries = (folder: string, { data, workspace }: Manifest): boolean => {
  if (!existsSync(join(folder, 'manifest.json'))) return false;
  try {
    const other = readManifest(folder);
    return other.data === data && other.workspace === workspace;
  } catch {
    // What cannot be read may be somebody else's, or the last thing there is: not ours to delete.
    return false;
  }
};

/**
 * Removes the oldest backups of the same data folder and the same choice of workspaces, so that `keep` are left,
 * `newest` always among them, even if the clock went back.
 * @returns the names of those removed
 * @throws Error when one cannot be removed; those before it are gone
 */
export const keepNewest = (
  folder: string,
  newest: string,
  manifest: Manifest,
  keep: number,
): readonly string[] => {
  const others = backupsIn(folder).filter(
    (name) => name !== newest && isSameSeries(join(folder, name), manifest),
  );
  const surplus = others.slice(0, Math.max(0, others.length + 1 - keep));
  for (const name of surplus) {
    try {
      // Renamed first: half a backup must not look like a whole one.
      const doomed = join(folder, unfinishedName(name));
      renameSync(join(folder, name), doomed);
      rmSync(doomed, { recursive: true });
    } catch (error) {
      throw faultIn(`the old backup ${join(folder, name)} could not be removed`, error);
    }
  }
  if (surplus.length > 0) sync(folder);
  return surplus;
};
