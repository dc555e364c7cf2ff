// The store contract on a file.
import { describe, it } from 'vitest';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import { storeContract } from '../../support/store-contract.ts';
import { temporaryFolder } from './folder.ts';

const path = temporaryFolder();

describe('a workspace in a file keeps the store contract', () => {
  for (const [index, { name, run }] of storeContract.entries()) {
    it(name, async () => {
      const workspace = openWorkspace(path(`${index}.sqlite`));
      try {
        await run(workspace);
      } finally {
        await workspace.close();
      }
    });
  }
});
