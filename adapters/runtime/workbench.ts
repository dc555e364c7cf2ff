// The parser's workbench: a line of text in, a line of JSON out.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseFollowup } from '../../src/domain/parsing/parse.ts';
import type { ParseContext } from '../../src/domain/parsing/parsed.ts';
import { toWorkbench } from '../../src/domain/parsing/workbench.ts';

/** Parses each line of `input`, blank ones too: one line of output for each line of input. */
export const runWorkbench = async (
  input: Readable,
  output: Writable,
  context: ParseContext,
): Promise<void> => {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = `${JSON.stringify({ text: line, ...toWorkbench(parseFollowup(line, context)) })}\n`;
    if (!output.write(text)) await new Promise((resolve) => output.once('drain', resolve));
  }
};
