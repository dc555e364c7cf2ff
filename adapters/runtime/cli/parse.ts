// genjin parse: the parser's workbench.
import { Command } from 'commander';
import { type CalendarKind, STANDARD_SHIFTS } from '../../../src/domain/calendar.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { runWorkbench } from '../workbench.ts';
import { calendarKind, currency, instant, zone } from './options.ts';

export const parse = new Command('parse')
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
