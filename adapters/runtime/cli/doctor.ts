// genjin doctor: what is right and wrong with this machine, the configuration and the data, and what to do.
import { Command } from 'commander';
import type { Finding, Level } from '../doctor/finding.ts';

const EXIT: Readonly<Record<Level, number>> = { ok: 0, warn: 1, fail: 2 };

const asText = (findings: readonly Finding[], level: Level): string => {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ level: each, check, says, fix }) => [
    `${each.padEnd(4)}  ${check.padEnd(width)}  ${says}`,
    ...(fix === null ? [] : [`${' '.repeat(width + 8)}→ ${fix}`]),
  ]);
  const count = (wanted: Level): number => findings.filter(({ level }) => level === wanted).length;
  const summary =
    level === 'ok' ? 'All is well.' : `To mend: ${count('fail')}. To look at: ${count('warn')}.`;
  return [...lines, '', summary].join('\n');
};

export const doctor = new Command('doctor')
  .description(
    'look at the configuration, the disk and the data, and say what is wrong; changes nothing',
  )
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--json', 'one JSON object instead of text')
  .addHelpText('after', '\nExit codes: 0 all is well; 1 something to look at; 2 something to mend.')
  .action(async (options: { data?: string; json?: boolean }) => {
    const { examine } = await import('../doctor/examine.ts');
    const { worst } = await import('../doctor/finding.ts');
    const { data, findings } = await examine({
      data: options.data ?? null,
      environment: process.env,
      now: Date.now(),
    });
    const level = worst(findings);
    const text = options.json
      ? JSON.stringify({ level, data, findings }, null, 2)
      : asText(findings, level);
    process.stdout.write(`${text}\n`);
    process.exitCode = EXIT[level];
  });
