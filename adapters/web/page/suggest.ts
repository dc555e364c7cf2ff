// What the composer offers while one types: commands after a slash, people after an @.
import type { CommandView, Language, PersonView } from '../wire.ts';

export interface Suggestion {
  /** What stands in the list first, e.g. `/followup`. */
  readonly title: string;
  readonly detail: string;
  readonly hint: string;
  /** The text and caret position after taking it. */
  readonly text: string;
  readonly caret: number;
  /** The person picked, for namesakes. */
  readonly user: string | null;
  /** What was typed is this already; Enter sends instead of completing. */
  readonly exact: boolean;
}

const MOST = 8;

/** What fits the text before the caret; nothing when it is neither a command nor a name. */
export const suggest = (
  text: string,
  caret: number,
  commands: readonly CommandView[],
  people: readonly PersonView[],
  language: Language,
): readonly Suggestion[] => {
  const head = text.slice(0, caret);
  const tail = text.slice(caret);
  const slash = /^\s*[/／](\S*)$/u.exec(head);
  if (slash !== null) return suggestCommands(slash[1] ?? '', tail, commands, language);
  const at = /(^|[\s,，。;；、])[@＠]([^\s@＠]*)$/u.exec(head);
  if (at === null) return [];
  const typed = at[2] ?? '';
  return suggestPeople(typed, head.slice(0, head.length - typed.length), tail, people);
};

const suggestCommands = (
  typed: string,
  tail: string,
  commands: readonly CommandView[],
  language: Language,
): readonly Suggestion[] => {
  const wanted = typed.toLowerCase();
  const matches = commands.flatMap((command) => {
    const own = command.aliases.find((alias) => /\p{Script=Han}/u.test(alias));
    const preferred = language === 'zh' && own !== undefined ? own : command.name;
    const names = [preferred, command.name, ...command.aliases];
    const name = names.find((one) => one.toLowerCase().startsWith(wanted));
    if (name !== undefined) return [{ command, name, rank: 0 }];
    const inside = names.find((one) => one.toLowerCase().includes(wanted));
    return inside === undefined ? [] : [{ command, name: inside, rank: 1 }];
  });
  return matches
    .sort((a, b) => a.rank - b.rank)
    .slice(0, typed === '' ? commands.length : MOST)
    .map(({ command, name }) => {
      const taken = `/${name} `;
      return {
        title: `/${name}`,
        detail: command.summary,
        hint: command.usage,
        text: taken + tail.trimStart(),
        caret: taken.length,
        user: null,
        exact: name.toLowerCase() === wanted,
      };
    });
};

const suggestPeople = (
  typed: string,
  head: string,
  tail: string,
  people: readonly PersonView[],
): readonly Suggestion[] => {
  const wanted = typed.toLowerCase();
  return people
    .filter(({ name }) =>
      [name, ...name.split(/\s+/u)].some((part) => part.toLowerCase().startsWith(wanted)),
    )
    .slice(0, MOST)
    .map(({ user, name, team }) => {
      const taken = `${head}${name} `;
      return {
        title: `@${name}`,
        detail: team ?? '',
        hint: '',
        text: taken + tail.trimStart(),
        caret: taken.length,
        user,
        exact: false,
      };
    });
};
