// From a typed line to a command: slashes of every width, aliases in both languages, and near misses.
import type { Command } from './command.ts';
import { COMMANDS } from './index.ts';
import { nearest } from './nearest.ts';
import { refuse } from './refuse.ts';

/** Longer lines are refused before anything looks at them. */
const MAX_LINE = 4000;

const isCjk = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The command of this very word, with the words its alias stands for. */
const named = (word: string): { command: Command; prefix: string } | null => {
  const lower = word.toLowerCase();
  for (const command of COMMANDS) {
    if (command.name === lower) return { command, prefix: '' };
    if (Object.hasOwn(command.aliases, lower)) {
      return { command, prefix: command.aliases[lower] ?? '' };
    }
  }
  return null;
};

/** An alias written right before the text, as Chinese is: 跟进华为…. The longest one wins. */
const fused = (text: string): { command: Command; prefix: string; length: number } | null => {
  let found: { command: Command; prefix: string; length: number } | null = null;
  for (const command of COMMANDS) {
    for (const [alias, prefix] of Object.entries(command.aliases)) {
      if (!isCjk(alias) || !text.startsWith(alias) || alias.length <= (found?.length ?? 0))
        continue;
      found = { command, prefix, length: alias.length };
    }
  }
  return found;
};

const followup = (): Command => {
  const command = COMMANDS.find(({ name }) => name === 'followup');
  if (command === undefined) throw new TypeError('there is no /followup');
  return command;
};

/** What a typed line asks for. */
export interface Understood {
  readonly command: Command;
  /** What follows the command's word, as typed. */
  readonly rest: string;
  /** Whether it names no command: something told to the bot, to be offered as a follow-up, not recorded. */
  readonly said: boolean;
}

/** An alias that stands for words of its own, such as 待跟进 for `due`, takes no others. */
const asked = (command: Command, prefix: string, rest: string): Understood => ({
  command,
  rest: prefix === '' ? rest.trim() : prefix,
  said: false,
});

/**
 * The command a line means.
 * @param direct whether it was said to the bot alone, where the slash is optional
 * @throws Refusal `unknown_command` with the nearest one, `unknown_word`, `empty_line`, `too_long`
 */
export const understand = (line: string, direct: boolean): Understood => {
  if (line.length > MAX_LINE) return refuse('too_long', { max: MAX_LINE });
  const text = line.replace(/^[\s\u200b\ufeff]+/u, '');
  const slash = /^[/／]/u.test(text);
  const body = slash ? text.slice(1).trimStart() : text;
  if (body.trim() === '') return refuse('empty_line');
  const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(body) ?? [];
  const bare = word.normalize('NFKC').replace(/[:,，。：]$/u, '');
  const exact = named(bare);
  if (exact !== null) return asked(exact.command, exact.prefix, rest);
  const joined = fused(body);
  // Without a slash only 跟进华为… is a command; 客户说… and 积分… begin sentences.
  if (
    joined !== null &&
    (slash || (direct && joined.command.name === 'followup' && joined.prefix === ''))
  ) {
    const after = body.slice(joined.length).replace(/^[了过]?[\s:：,，]*/u, '');
    return asked(joined.command, joined.prefix, after);
  }
  const typed = word.slice(0, 40);
  if (slash) {
    const words = COMMANDS.flatMap(({ name, aliases }) => [name, ...Object.keys(aliases)]);
    const near = nearest(bare, words);
    return near === null
      ? refuse('unknown_word', { typed })
      : refuse('unknown_command', { typed, nearest: named(near)?.command.name ?? near });
  }
  // Whatever else is said to the bot is most likely a follow-up: it is offered, not recorded.
  if (!direct) return refuse('unknown_word', { typed });
  return { command: followup(), rest: body, said: true };
};
