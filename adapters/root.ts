// Where the package lies, from its source and from dist/ alike.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A path inside the package, e.g. `inPackage('migrations', 'workspace')`.
 * @throws Error when no `package.json` lies above this file
 */
export const inPackage = (...parts: readonly string[]): string => {
  const start = dirname(fileURLToPath(import.meta.url));
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${start}`);
    folder = parent;
  }
  return join(folder, ...parts);
};
