// What a backup says of itself: its files, their sums and rows, and when it was taken.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { seal } from './durable.ts';
import { messageOf } from './faults.ts';

const FORMAT = 'genjin-backup';
/** Grows when an older version could no longer read what is written. */
const VERSION = 1;
const FILE = 'manifest.json';

const file = z.object({
  /** No path: nothing outside the backup is ever read or written for it. */
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*\.(?:sqlite|json)$/),
  kind: z.enum(['directory', 'workspace', 'web', 'clock']),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows by table; empty for what is no database. */
  rows: z.record(z.string(), z.int().min(0)),
  /** The migrations that were applied, by the time each was made (ms). */
  migrations: z.array(z.int()),
  /** When the newest follow-up was recorded (ms); null where there is none. */
  newestFollowup: z.int().nullable(),
});

const schema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** ISO 8601, UTC: when the first database was read. */
  takenAt: z.iso.datetime(),
  /** The version of Genjin. */
  genjin: z.string(),
  /** The data folder it was taken of. */
  data: z.string(),
  /** The only workspace in it; null: all there were. */
  workspace: z.string().nullable(),
  /** Workspaces the directory lists whose file was not there. */
  missing: z.array(z.string()),
  files: z.array(file).min(1),
});

export type BackedUp = z.infer<typeof file>;
export type Manifest = z.infer<typeof schema>;

export const writeManifest = (
  folder: string,
  content: Omit<Manifest, 'format' | 'version'>,
): Manifest => {
  const manifest: Manifest = { format: FORMAT, version: VERSION, ...content };
  const path = join(folder, FILE);
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  seal(path);
  return manifest;
};

const parse = (text: string, folder: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `the manifest of ${folder} is damaged: ${messageOf(error)}; use another backup`,
    );
  }
};

/** @throws Error saying why the folder is no backup, or none this version can read */
export const readManifest = (folder: string): Manifest => {
  const path = join(folder, FILE);
  if (!existsSync(path)) {
    throw new Error(
      `${folder} is no backup: it has no ${FILE}; name a folder genjin-backup-… that \`genjin backup\` made`,
    );
  }
  const content = parse(readFileSync(path, 'utf8'), folder);
  const { format, version } = z
    .object({ format: z.unknown(), version: z.unknown() })
    .catch({ format: null, version: null })
    .parse(content);
  if (format === FORMAT && typeof version === 'number' && version > VERSION) {
    throw new Error(
      `${folder} was made by a newer version of Genjin; install that version to restore it`,
    );
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
  throw new Error(`the manifest of ${folder} is damaged${where}; use another backup`);
};
