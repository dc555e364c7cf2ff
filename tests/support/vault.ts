// A real vault in a test's own folder; nothing is made before the first survey opens.
import { join } from 'node:path';
import { openDirectoryVault } from '../../adapters/vault/directory.ts';
import type { Vault } from '../../src/store/vault.ts';

/** Where {@link testVault} keeps its keys. */
export const vaultFolder = (folder: string): string => join(folder, 'vault');

export const testVault = (folder: string): Vault =>
  openDirectoryVault({
    folder: vaultFolder(folder),
    given: null,
    file: join(folder, 'secret'),
  });
