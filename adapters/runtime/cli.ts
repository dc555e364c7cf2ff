#!/usr/bin/env node
// The command line: start, demo, parse.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { ConfigError, readConfig } from '../../src/config.ts';
import { CALENDAR_KINDS, type CalendarKind, STANDARD_SHIFTS } from '../../src/domain/calendar.ts';
import { isCurrency } from '../../src/domain/money.ts';
import { type Instant, isZone } from '../../src/domain/time.ts';
import { runWorkbench } from './workbench.ts';

const instant = (text: string): Instant => {
  const at = Date.parse(text);
  if (Number.isNaN(at) || !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    throw new InvalidArgumentError('Use an instant with its offset: 2026-03-11T10:00:00+08:00');
  }
  return at;
};

const zone = (text: string): string => {
  if (isZone(text)) return text;
  throw new InvalidArgumentError('Use a time zone such as Asia/Shanghai');
};

const currency = (text: string): string => {
  if (isCurrency(text)) return text;
  throw new InvalidArgumentError('Use a currency code such as CNY');
};

const port = (text: string): number => {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65535) return number;
  throw new InvalidArgumentError('Use a port from 0 to 65535');
};

const calendarKind = (text: string): CalendarKind => {
  const kind = CALENDAR_KINDS.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Use one of ${CALENDAR_KINDS.join(', ')}`);
};

/** Serves until told to stop; a second signal does not wait. */
const serve = async (options: { data?: string; port?: number }, demo: boolean): Promise<void> => {
  const config = readConfig(process.env);
  const log = pino({ level: config.log });
  // Only what serves needs the databases: the other commands start without them.
  const { serveOnNode } = await import('./node.ts');
  const served = await serveOnNode({
    data: options.data ?? config.data,
    port: options.port ?? config.port,
    demo,
    log,
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    served.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ fault: error instanceof Error ? error.message : typeof error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Last: whoever reads this may stop it at once.
  process.stdout.write(`Genjin is running: ${served.url}\n`);
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const program = new Command('genjin')
  .description('Follow-ups, fair scores and recognition for sales teams, in chat.')
  .version('0.1.0');

program
  .command('start')
  .description('serve; without any chat platform configured, the web playground on this machine')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--port <number>', 'port on 127.0.0.1 (PORT, else 8080)', port)
  .option('--empty', 'begin with a blank workspace instead of the demo teams')
  .action(async (options: { data?: string; port?: number; empty?: boolean }) => {
    await serve(options, options.empty !== true);
  });

program
  .command('demo')
  .description('serve the demo teams from a data folder of its own, new each time')
  .option('--data <dir>', 'data folder to keep it in')
  .option('--port <number>', 'port on 127.0.0.1 (PORT, else 8080)', port)
  .action(async (options: { data?: string; port?: number }) => {
    await serve(
      { ...options, data: options.data ?? mkdtempSync(join(tmpdir(), 'genjin-demo-')) },
      true,
    );
  });

program
  .command('parse')
  .description('read follow-up lines from standard input and print what is understood, as JSON')
  .option('--data <dir>', 'accepted for uniformity; nothing is read or written there')
  .option('--now <instant>', 'the moment the lines are written', instant)
  .option('--tz <zone>', 'the time zone of the writer', zone, 'Asia/Shanghai')
  .option('--currency <code>', 'meant when a line names none', currency, 'CNY')
  .option('--calendar <kind>', 'working days', calendarKind, 'cn')
  .option('--customer <name...>', 'names in the writer’s book')
  .action(
    async (options: {
      now?: Instant;
      tz: string;
      currency: string;
      calendar: CalendarKind;
      customer?: string[];
    }) => {
      await runWorkbench(process.stdin, process.stdout, {
        now: options.now ?? Date.now(),
        zone: options.tz,
        currency: options.currency,
        customers: (options.customer ?? []).map((name, at) => ({ id: at + 1, name, aliases: [] })),
        calendar: { kind: options.calendar, exceptions: {}, shifts: STANDARD_SHIFTS },
      });
    },
  );

program.parseAsync().catch((error: unknown) => {
  const faults = error instanceof ConfigError ? error.faults : [messageOf(error)];
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
});
