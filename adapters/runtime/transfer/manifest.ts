// What an export says of itself: which workspace, when, which files, and how each can be told to be whole.
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const FORMATS = ['csv', 'jsonl', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export const MANIFEST = 'manifest.json';
/** All files but the manifest, as `sha256sum -c` reads them: equal for equal content, whoever exported when. */
export const SUMS = 'SHA256SUMS';

/** Grows when an older Genjin could misread what a newer one wrote. */
const FORMAT_VERSION = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.object({
  format: z.literal('genjin-export'),
  formatVersion: z.literal(FORMAT_VERSION),
  /** Of the program that wrote it. */
  genjin: z.string(),
  workspace: z.string(),
  /** How many migrations the database had seen. */
  schemaVersion: z.int().positive(),
  /** An instant in UTC. */
  madeAt: z.iso.datetime(),
  /** Of the file `SHA256SUMS`. */
  contents: sha256,
  tables: z.array(
    z.object({
      /** In the database. */
      name: z.string(),
      rows: z.int().nonnegative(),
      files: z.array(
        z.object({
          // A plain name: what is read lies in the folder itself.
          name: z.string().regex(/^[a-z][a-z-]*(?:\.\d+)?\.(?:csv|jsonl|xlsx)$/),
          format: z.enum(FORMATS),
          bytes: z.int().nonnegative(),
          sha256,
        }),
      ),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestTable = Manifest['tables'][number];
export type ManifestFile = ManifestTable['files'][number];

/** The manifest in a file's text. @throws Error saying what is wrong */
export const readManifest = (text: string): Manifest => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${MANIFEST} is no JSON; export again, or copy the folder whole`);
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { formatVersion } = z.object({ formatVersion: z.unknown() }).safeParse(json).data ?? {};
  if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) {
    throw new Error(`the export was written by a newer Genjin; import it with that one`);
  }
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'it';
  throw new Error(`${MANIFEST} was changed or is of something else: ${where}: ${issue?.message}`);
};

export const manifestText = (values: Omit<Manifest, 'format' | 'formatVersion'>): string => {
  const manifest: Manifest = { format: 'genjin-export', formatVersion: FORMAT_VERSION, ...values };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

/** The lines of {@link SUMS}, by file name. */
export const sumsOf = (tables: readonly ManifestTable[]): string =>
  tables
    .flatMap(({ files }) => files)
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .sort((a, b) => (a.slice(64) < b.slice(64) ? -1 : 1))
    .join('');

export const sha256Of = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');
