// The page's files: read from the package once, served from memory; fonts from disk when asked for.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Rejection } from './rejection.ts';

interface Asset {
  readonly type: string;
  readonly text: string;
}

export interface Assets {
  /** Changes with any file's content, so that files may be cached for ever under it. */
  readonly version: string;
  /** The page, with `{{name}}` where something is to be filled in. */
  readonly html: string;
  readonly styles: readonly string[];
  readonly modules: readonly string[];
  find(name: string): Asset | null;
  /** The font file's bytes; null when the style sheets name no such file. */
  font(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

const FONT_PACKAGES = ['@fontsource-variable/inter', '@fontsource-variable/noto-sans-sc'];

/**
 * Reads the page: HTML and styles from the source folder, modules as compiled by `tsc -b adapters/web/page`.
 * @throws Rejection 503 when the page was not compiled
 */
export const loadAssets = (compiled = join(packageRoot(), 'dist/adapters/web/page')): Assets => {
  const source = join(packageRoot(), 'adapters/web/page');
  const files = new Map<string, Asset>();
  if (!existsSync(join(compiled, 'main.js'))) {
    throw new Rejection(503, 'not_built', 'the page is not compiled: run npm run build');
  }
  for (const name of sorted(compiled, '.js')) {
    const text = readFileSync(join(compiled, name), 'utf8').replace(/^\/\/# sourceMapping.*$/m, '');
    files.set(name, { type: 'text/javascript; charset=utf-8', text });
  }
  for (const name of sorted(source, '.css')) {
    files.set(name, css(readFileSync(join(source, name), 'utf8')));
  }
  const fonts = new Map<string, string>();
  files.set('fonts.css', css(FONT_PACKAGES.map((name) => fontStyles(name, fonts)).join('\n')));

  const html = readFileSync(join(source, 'index.html'), 'utf8');
  const hash = createHash('sha256').update(html);
  for (const [name, { text }] of files) hash.update(name).update(text);
  const names = [...files.keys()];
  return {
    version: hash.digest('hex').slice(0, 12),
    html,
    styles: names.filter((name) => name.endsWith('.css')),
    modules: names.filter((name) => name.endsWith('.js')),
    find: (name) => files.get(name) ?? null,
    async font(name) {
      const path = fonts.get(name);
      return path === undefined ? null : new Uint8Array(await readFile(path));
    },
  };
};

const css = (text: string): Asset => ({ type: 'text/css; charset=utf-8', text });

const sorted = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();

/** A font package's style sheet with our addresses, its files noted down in `fonts`. */
const fontStyles = (name: string, fonts: Map<string, string>): string => {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return readFileSync(join(folder, 'index.css'), 'utf8').replace(
    /url\(\.\/files\/([\w[\]-]+\.woff2)\)/g,
    (_, file: string) => {
      fonts.set(file, join(folder, 'files', file));
      return `url(/web/fonts/${file})`;
    },
  );
};

/** The folder of package.json, from the sources as from `dist`. */
const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json not found above the web adapter');
    folder = parent;
  }
  return folder;
};
