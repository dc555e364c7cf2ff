// /help: generated from the list of commands, for the asker's role.
import { z } from 'zod';
import { commandCard, helpCard, type ShownCommand } from '../cards/help.ts';
import type { Action } from '../chat/card.ts';
import type { Reply } from '../chat/request.ts';
import { ROLES } from '../domain/role.ts';
import type { Messages } from '../locales/messages.ts';
import { type Call, type Command, verb } from './command.ts';
import { nearest } from './nearest.ts';
import { refuse } from './refuse.ts';

interface Useful {
  readonly label: keyof Messages['help']['buttons'];
  readonly command: string;
  readonly verb: string;
}

const LOG: Useful = { label: 'log', command: 'followup', verb: 'form' };
const DUE: Useful = { label: 'due', command: 'followup', verb: 'due' };
const NEXT: Useful = { label: 'next', command: 'followup', verb: 'next' };
const SETTINGS: Useful = { label: 'settings', command: 'settings', verb: 'show' };

/** The three most useful things to press, by role. */
const USEFUL = {
  rep: [LOG, DUE, NEXT],
  manager: [LOG, DUE, SETTINGS],
  admin: [LOG, DUE, SETTINGS],
} as const;

const mayUse = (call: Call, command: Command): boolean =>
  ROLES.indexOf(call.me.role) >= ROLES.indexOf(command.role);

const shown = (call: Call, command: Command): ShownCommand & { examples: readonly string[] } => {
  const { usage, summary, examples } = command.texts(call.locale.t);
  return { name: command.name, usage, summary, examples };
};

const actionsFor = (call: Call, commands: readonly Command[]): Action[] =>
  USEFUL[call.me.role].flatMap(({ label, command: name, verb: verbName }): Action[] => {
    const command = commands.find((candidate) => candidate.name === name);
    if (command === undefined || !Object.hasOwn(command.verbs, verbName)) return [];
    return [
      {
        label: call.locale.t.help.buttons[label],
        style: label === 'log' ? 'primary' : 'plain',
        intent: { command: name, verb: verbName, args: {} },
      },
    ];
  });

/** A word as it is looked up: without its slash, in any width and case. */
const bare = (word: string): string =>
  word
    .normalize('NFKC')
    .trim()
    .replace(/^\/+\s*/u, '')
    .toLowerCase();

/**
 * The help over a list of commands, which comes from outside so that the list can hold the help as well.
 * @param commands all others, in the order the help shows them
 */
export const helpFor = (commands: readonly Command[]): Command => {
  const one = (call: Call, typed: string): Reply[] => {
    const word = bare(typed);
    const command = all.find(({ name, aliases }) => name === word || Object.hasOwn(aliases, word));
    if (command === undefined) {
      const known = all.filter((candidate) => mayUse(call, candidate));
      const words = known.flatMap(({ name, aliases }) => [name, ...Object.keys(aliases)]);
      const near = nearest(word, words);
      const meant = known.find(
        ({ name, aliases }) => near !== null && (name === near || Object.hasOwn(aliases, near)),
      );
      const said = { typed: typed.slice(0, 40) };
      return meant === undefined
        ? refuse('unknown_word', said)
        : refuse('unknown_command', { ...said, nearest: meant.name });
    }
    const onlyFor = mayUse(call, command) ? null : call.locale.t.common.roles[command.role];
    const aliases = Object.keys(command.aliases).map((alias) => `/${alias}`);
    const card = commandCard(call.locale, { ...shown(call, command), aliases }, onlyFor);
    return [{ kind: 'card', to: 'actor', card }];
  };

  const help: Command = {
    name: 'help',
    aliases: { 帮助: '', 幫助: '', '?': '' },
    role: 'rep',
    texts: (t) => t.help,

    grammar: (rest) => ({ verb: 'show', args: rest === '' ? {} : { of: rest } }),

    verbs: {
      show: verb({
        effect: 'read',
        args: z.object({ of: z.string().optional() }),
        run: (call, { of }) => {
          if (of !== undefined) return one(call, of);
          const usable = all.filter((command) => mayUse(call, command));
          const rows = usable.map((command) => shown(call, command));
          const card = helpCard(call.locale, rows, actionsFor(call, usable));
          return [{ kind: 'card', to: 'actor', card }];
        },
      }),
    },
  };

  const all: readonly Command[] = [...commands, help];
  return help;
};
