// The laws of the layout, checked where it counts: every file was looked at, and a breach is seen.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inPackage } from '../adapters/root.ts';

interface Cruised {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const cruise = (folder: string): Cruised => {
  const command = [
    inPackage('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    'src',
    'adapters',
    '--config',
    inPackage('.dependency-cruiser.mjs'),
    '--output-type',
    'json',
  ];
  try {
    const output = execFileSync(process.execPath, command, { cwd: folder, maxBuffer: 1 << 28 });
    return JSON.parse(output.toString()) as Cruised;
  } catch (error) {
    // It ends with the number of violations; what it found is on its output all the same.
    return JSON.parse(String((error as { stdout: Buffer }).stdout)) as Cruised;
  }
};

const filesIn = (folder: string): string[] =>
  readdirSync(inPackage(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const EMPTY = 'export const x = 1;';

/** A breach of each law, by the file that commits it; then what is allowed. */
const BREACHES: Readonly<Record<string, readonly [text: string, rule: string]>> = {
  'src/bot.ts': ["import '../adapters/web/index.ts';", 'src-is-the-product'],
  'src/config.ts': ["import 'node:fs';", 'src-without-node'],
  'src/domain/up.ts': ["import '../store/leaf.ts';", 'layer-domain'],
  'src/cards/rows.ts': [
    "import type { X } from '../store/leaf.ts'; export type Y = X;",
    'layer-cards',
  ],
  'src/store/show.ts': ["import '../cards/leaf.ts';", 'layer-store'],
  'src/domain/circle.ts': ["import './circle-back.ts';", 'no-circles'],
  'src/domain/lost.ts': ["import './gone.ts';", 'resolvable'],
  'adapters/web/other.ts': ["import '../slack/leaf.ts';", 'adapters-apart'],
  'adapters/charts/up.ts': ["import '../web/index.ts';", 'adapters-apart'],
  'adapters/leaf.ts': ["import './web/index.ts';", 'root-is-a-leaf'],
};
const ALLOWED: Readonly<Record<string, string>> = {
  'src/errors.ts': EMPTY,
  'src/store/leaf.ts': 'export type X = 1;',
  'src/cards/leaf.ts': "import '../locales/leaf.ts'; import '../errors.ts';",
  'src/locales/leaf.ts': EMPTY,
  'src/domain/circle-back.ts': "import './circle.ts';",
  'adapters/web/index.ts': "import '../charts/leaf.ts'; import '../root.ts';",
  'adapters/slack/leaf.ts': EMPTY,
  'adapters/charts/leaf.ts': EMPTY,
  'adapters/root.ts': EMPTY,
  'adapters/runtime/assemble.ts': "import '../web/index.ts'; import '../slack/leaf.ts';",
};

describe('the layout', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-laws-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is kept by every file, and every file was cruised', () => {
    const { modules, summary } = cruise(inPackage());
    const cruised = new Set(modules.map(({ source }) => source));
    const missed = [...filesIn('src'), ...filesIn('adapters')].filter((file) => !cruised.has(file));
    expect(missed).toEqual([]);
    expect(summary.violations).toEqual([]);
  });

  it('is enforced: each breach is seen, and nothing else is', () => {
    const breaches = Object.entries(BREACHES).map(([file, [text]]) => [file, text] as const);
    for (const [file, text] of [...breaches, ...Object.entries(ALLOWED)]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const { violations } = cruise(folder).summary;
    // A circle is reported at one of its files, whichever was looked at first.
    const seen = violations.map(({ from, rule }) => `${from.replace('-back', '')} ${rule.name}`);
    const expected = Object.entries(BREACHES).map(([file, [, rule]]) => `${file} ${rule}`);
    expect([...new Set(seen)].sort()).toEqual(expected.sort());
  });
});
