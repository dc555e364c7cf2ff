// genjin pulse: what is stored of a survey, and whether answers can be connected with people.
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../../../src/config.ts';
import type { Verified } from '../pulse/verify.ts';
import { dataFolder, type WorkspaceOptions, workspaceFileOf } from './workspace.ts';

const number = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use the number of a survey, as /pulse results shows it');
};

const collect = (path: string, before: readonly string[]): readonly string[] => [...before, path];

const isGood = ({ attempts }: Verified): boolean =>
  attempts.every(({ found }) => found.length === 0);

const asText = (verified: Verified): string => {
  const { survey, stored, attempts, note } = verified;
  return [
    `Survey ${survey.id}`,
    ...stored.map((line) => `  ${line}`),
    '',
    'Tried to find out who answered what:',
    ...attempts.flatMap(({ attack, found }) =>
      found.length === 0
        ? [`  nothing   ${attack}`]
        : [`  FOUND     ${attack}`, ...found.map((line) => `            → ${line}`)],
    ),
    '',
    ...(note === null ? [] : [note]),
    isGood(verified)
      ? 'Nothing that was found leads from an answer to a person.'
      : 'What was FOUND must not be there: keep a copy of this and ask whoever runs Genjin.',
  ].join('\n');
};

interface VerifyCommandOptions extends WorkspaceOptions {
  readonly copy: readonly string[];
  readonly log: readonly string[];
  readonly json?: boolean;
}

const verify = new Command('verify')
  .description('print what is stored of a survey, and try to connect answers with people')
  .argument('<survey>', 'its number', number)
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--workspace <id>', 'which workspace, where there are several')
  .option(
    '--copy <file>',
    'an older copy of the database, from a backup; may be repeated',
    collect,
    [],
  )
  .option('--log <file>', 'a log of Genjin; may be repeated', collect, [])
  .option('--json', 'one JSON object instead of text')
  .addHelpText(
    'after',
    '\nChanges nothing, also while Genjin runs.' +
      '\nExit codes: 0 nothing leads to a person; 1 it could not be read; 2 something does.',
  )
  .action(async (survey: number, options: VerifyCommandOptions) => {
    const { verifySurvey } = await import('../pulse/verify.ts');
    const data = dataFolder(options);
    const verified = verifySurvey({
      data,
      file: join(data, await workspaceFileOf(options)),
      survey,
      place: readConfig(process.env),
      copies: options.copy,
      logs: options.log,
    });
    const ok = isGood(verified);
    process.stdout.write(
      `${options.json ? JSON.stringify({ ok, ...verified }, null, 2) : asText(verified)}\n`,
    );
    process.exitCode = ok ? 0 : 2;
  });

export const pulse = new Command('pulse')
  .description('anonymous surveys: check that they are')
  .addCommand(verify);
