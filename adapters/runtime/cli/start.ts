// genjin start: serves until told to stop.
import { Command } from 'commander';
import { port } from './options.ts';
import { serve } from './serve.ts';

export const start = new Command('start')
  .description('serve; without any chat platform configured, the web playground on this machine')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--port <number>', 'port on 127.0.0.1 (PORT, else 8080)', port)
  .option('--empty', 'begin with a blank workspace instead of the demo teams')
  .action(async (options: { data?: string; port?: number; empty?: boolean }) => {
    await serve(options, options.empty !== true);
  });
