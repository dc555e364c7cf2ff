// The process that is killed: writes as fast as it can and says what was acknowledged.
import { writeSync } from 'node:fs';
import { openWorkspace } from '../../../adapters/sqlite/file.ts';
import * as inbox from '../../../src/store/inbox.ts';
import { customer } from '../../../src/store/schema/customers.ts';

const [file = '', round = ''] = process.argv.slice(2);
const workspace = openWorkspace(file);

const writer = async (name: string): Promise<never> => {
  for (let n = 0; ; n += 1) {
    const id = `${round}:${name}:${n}`;
    await workspace.write((db) => {
      db.insert(customer).values({ name: id, key: id, createdAt: n }).run();
      inbox.claim(db, id, n, []);
    });
    writeSync(1, `${id}\n`);
  }
};

await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(writer));
