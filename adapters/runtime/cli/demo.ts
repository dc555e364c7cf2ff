// genjin demo: the demo teams, new each time.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { port } from './options.ts';
import { serve } from './serve.ts';

export const demo = new Command('demo')
  .description('serve the demo teams from a data folder of its own, new each time')
  .option('--data <dir>', 'data folder to keep it in')
  .option('--port <number>', 'port on 127.0.0.1 (PORT, else 8080)', port)
  .action(async (options: { data?: string; port?: number }) => {
    await serve(
      { ...options, data: options.data ?? mkdtempSync(join(tmpdir(), 'genjin-demo-')) },
      true,
    );
  });
