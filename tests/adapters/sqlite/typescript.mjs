// Lets a child process on Node 20 run our sources: `node --import <this file> child.ts`. Node loads this file twice,
// to register it and, in a thread of its own, as what was registered. What it compiled is kept in COMPILED, a
// folder, so that only the first child has to load the compiler.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

/** @type {import('node:module').LoadHook} */
export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const text = await readFile(new URL(url), 'utf8');
  const kept = join(process.env.COMPILED ?? '', createHash('sha256').update(text).digest('hex'));
  if (!existsSync(kept)) await writeFile(kept, await compile(text));
  return { format: 'module', source: await readFile(kept), shortCircuit: true };
};

const compile = async (text) => {
  const { default: ts } = await import('typescript');
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
};
