#!/usr/bin/env node
// The command line; one file a subcommand in cli/.
import { Command } from 'commander';
import { ConfigError } from '../../src/config.ts';
import { audit } from './cli/audit.ts';
import { backup } from './cli/backup.ts';
import { demo } from './cli/demo.ts';
import { doctor } from './cli/doctor.ts';
import { exportCommand } from './cli/export.ts';
import { importCommand } from './cli/import.ts';
import { parse } from './cli/parse.ts';
import { pulse } from './cli/pulse.ts';
import { restore } from './cli/restore.ts';
import { standings } from './cli/standings.ts';
import { start } from './cli/start.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const program = new Command('genjin')
  .description('Follow-ups, fair scores and recognition for sales teams, in chat.')
  .version('0.1.0');

for (const command of [
  start,
  demo,
  parse,
  audit,
  backup,
  restore,
  doctor,
  exportCommand,
  importCommand,
  standings,
  pulse,
])
  program.addCommand(command);

program.parseAsync().catch((error: unknown) => {
  const faults = error instanceof ConfigError ? error.faults : [messageOf(error)];
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
});
