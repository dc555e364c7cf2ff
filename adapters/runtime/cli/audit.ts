// genjin audit: whether the trail of changes is the one that was written, and what is in it.
import { Command, InvalidArgumentError } from 'commander';
import type { ChainedEntry, Fault, Verdict } from '../../../src/store/audit-chain.ts';
import type { Workspace } from '../../../src/store/workspace.ts';
import { type WorkspaceOptions, withWorkspace } from './workspace.ts';

/** Entries read at once. */
const AT_ONCE = 1_000;

const FAULTS: Readonly<Record<Fault, string>> = {
  changed: 'is not what was written: it was edited, or entries changed places',
  missing: 'does not follow the one before: entries were deleted',
  unsealed: 'was added by hand: it is not sealed',
  emptied: 'was emptied, and no erasure says so',
};

const hash = (text: string): string => {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('Use a head as verify prints it: 64 hexadecimal digits');
};

const count = (text: string): number => {
  const number = Number(text);
  if (/^\d{1,6}$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('Use a whole number from 1 to 999999');
};

const entriesOf = async (
  workspace: Workspace,
): Promise<(after: number) => readonly ChainedEntry[]> => {
  const { chainedEntries } = await import('../../../src/store/audit.ts');
  return (after) => workspace.read((db) => chainedEntries(db, after, AT_ONCE));
};

/** All entries, some at a time, oldest first. */
const all = function* (page: (after: number) => readonly ChainedEntry[]): Generator<ChainedEntry> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const entries = page(after);
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
};

const isGood = ({ broken, anchored }: Verdict): boolean => broken === null && anchored !== false;

const asText = (verdict: Verdict): string => {
  const { entries, unchained, erased, head, broken, anchored } = verdict;
  const lines = [
    `${entries} entries${unchained > 0 ? `, ${unchained} of them older than the chain` : ''}${
      erased > 0 ? `, ${erased} emptied by erasures that the trail tells of` : ''
    }`,
    `head  ${head ?? 'none yet'}`,
  ];
  if (broken !== null) lines.push(`BROKEN  entry ${broken.id} ${FAULTS[broken.fault]}`);
  if (anchored === false) {
    lines.push(
      'BROKEN  the head asked for is not in the chain: its end was cut off, or it was made anew',
    );
  }
  lines.push(
    isGood(verdict)
      ? 'The chain holds. Keep count and head somewhere else, and check later with --head.'
      : 'Compare with a backup: genjin audit list shows what is there now.',
  );
  return lines.join('\n');
};

const verify = new Command('verify')
  .description('check that no entry was edited, deleted or moved')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--workspace <id>', 'which workspace, where there are several')
  .option('--head <hash>', 'a head printed earlier, which must still be in the chain', hash)
  .option('--json', 'one JSON object instead of text')
  .addHelpText('after', '\nExit codes: 0 the chain holds; 1 it could not be read; 2 it is broken.')
  .action(async (options: WorkspaceOptions & { head?: string; json?: boolean }) => {
    const { ERASED } = await import('../../../src/store/audit.ts');
    const { verifyChain } = await import('../../../src/store/audit-chain.ts');
    const verdict = await withWorkspace(options, async (workspace) =>
      verifyChain(all(await entriesOf(workspace)), ERASED, options.head ?? null),
    );
    const ok = isGood(verdict);
    process.stdout.write(
      `${options.json ? JSON.stringify({ ok, ...verdict }, null, 2) : asText(verdict)}\n`,
    );
    process.exitCode = ok ? 0 : 2;
  });

const list = new Command('list')
  .description('show the newest entries')
  .option('--data <dir>', 'data folder (GENJIN_DATA, else ./data)')
  .option('--workspace <id>', 'which workspace, where there are several')
  .option('--limit <n>', 'how many', count, 50)
  .option('--json', 'a JSON object a line instead of text')
  .action(async (options: WorkspaceOptions & { limit: number; json?: boolean }) => {
    const { latestAudit } = await import('../../../src/store/audit.ts');
    const entries = await withWorkspace(options, (workspace) =>
      Promise.resolve(workspace.read((db) => latestAudit(db, options.limit))),
    );
    const lines = entries.map((entry) => {
      const at = new Date(entry.at).toISOString();
      if (options.json) return JSON.stringify({ ...entry, at });
      const values = [entry.before, entry.after].map((value) => JSON.stringify(value));
      const who = entry.actor ?? 'Genjin';
      const what = entry.unreadable ? 'unreadable: its values are no JSON' : values.join(' → ');
      return `${entry.id}  ${at}  ${who}  ${entry.action}  ${entry.subject}  ${what}`;
    });
    process.stdout.write(lines.length === 0 ? 'no entries yet\n' : `${lines.join('\n')}\n`);
  });

export const audit = new Command('audit')
  .description('the trail of who changed what: check it, show it')
  .addCommand(verify)
  .addCommand(list);
