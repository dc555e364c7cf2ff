// Forgetting a person: takes their name, accounts and words out of texts and of JSON that others keep.

export interface Forgotten {
  readonly memberId: number;
  readonly name: string;
  /** How chat platforms knew them. */
  readonly accounts: readonly {
    readonly platform: string;
    readonly tenant: string;
    readonly user: string;
  }[];
  /** What they wrote: cards and pages may quote it. */
  readonly notes: readonly string[];
}

export interface Forgetting {
  /** What stands in the place of the name: `#7`. */
  readonly label: string;
  /** The text with the label instead of the name and the accounts. */
  unnamed(text: string): string;
  /** The value with every string in it unnamed; the same object when there was nothing to take out. */
  unnamedIn<T>(value: T): T;
  /** As {@link Forgetting.unnamedIn}, and without their words: a string ends where it quotes them. */
  emptiedIn<T>(value: T): T;
}

/** Cards cut long names; this much of one is taken for the whole. */
export const NAME_KEPT = 16;
/** Shorter ones are parts of too many other words. */
const MIN_NAME = 2;
/** Shorter account names are words of the language. */
const MIN_ACCOUNT = 6;
/** A quoted note is known by its first characters, since cards cut notes too. */
const NOTE_KEPT = 24;
/** Shorter notes are what anybody might say; only a string that says nothing else is theirs. */
const MIN_NOTE = 6;
/** How many characters notes are looked up by. */
const LOOKED_UP = 4;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Words of scripts with blanks between words end at the edge of the name: Dan is not in Danish. */
const bounded = (text: string, pattern: string): string => {
  const word = /[\p{L}\p{N}]/u;
  const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  const [first = '', last = ''] = [[...text][0], [...text].at(-1)];
  const isWord = (character: string): boolean => word.test(character) && !han.test(character);
  const edge = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_]`;
  return `${isWord(first) ? `(?<!${edge})` : ''}${pattern}${isWord(last) ? `(?!${edge})` : ''}`;
};

/** The name, or as much of a long one as a card may have kept. */
const namePattern = (name: string): string => {
  const characters = [...name];
  if (characters.length <= NAME_KEPT) return bounded(name, escaped(name));
  const rest = characters
    .slice(NAME_KEPT)
    .reduceRight((after, character) => `(?:${escaped(character)}${after})?`, '');
  const start = characters.slice(0, NAME_KEPT).join('');
  return `${bounded(start, escaped(start)).replace(/\(\?!.*$/u, '')}${rest}`;
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** How to forget one person. Texts of others keep names of a single character. */
export const forgetting = ({ memberId, name, accounts, notes }: Forgotten): Forgetting => {
  const label = `#${memberId}`;
  const users = new Set(accounts.map(({ user }) => user));
  const patterns = [
    ...([...name].length < MIN_NAME ? [] : [namePattern(name)]),
    ...[...users]
      .filter((user) => user.length >= MIN_ACCOUNT)
      .map((user) => bounded(user, escaped(user))),
  ];
  const names = patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'giu');
  const unnamed = (text: string): string => {
    if (users.has(text)) return label;
    return names === null ? text : text.replace(names, label);
  };

  const whole = new Set(notes.filter((note) => note !== ''));
  const starts = new Map<string, string[]>();
  for (const note of whole) {
    if (note.length < MIN_NOTE) continue;
    const kept = note.slice(0, NOTE_KEPT);
    const key = kept.slice(0, LOOKED_UP);
    starts.set(key, [...(starts.get(key) ?? []), kept]);
  }
  const withoutNotes = (text: string): string => {
    if (whole.has(text)) return '';
    if (starts.size === 0) return text;
    for (let at = 0; at + LOOKED_UP <= text.length; at += 1) {
      const quoted = starts.get(text.slice(at, at + LOOKED_UP));
      if (quoted?.some((note) => text.startsWith(note, at))) return `${text.slice(0, at)}…`;
    }
    return text;
  };

  const isTheirs = (value: unknown): boolean =>
    isObject(value) &&
    accounts.some(
      ({ platform, tenant, user }) =>
        value.platform === platform && value.tenant === tenant && value.user === user,
    );

  const walk = <T>(value: T, change: (text: string) => string): T => {
    const part = (inner: unknown): unknown => {
      if (typeof inner === 'string') return change(inner);
      if (Array.isArray(inner)) {
        const changed = inner.map(part);
        return changed.some((item, at) => item !== inner[at]) ? changed : inner;
      }
      if (!isObject(inner)) return inner;
      // Nobody can be notified any more: a mention becomes text.
      if (inner.kind === 'mention' && isTheirs(inner.person)) return `@${label}`;
      const changed = Object.entries(inner).map(([key, item]) => [key, part(item)] as const);
      const person = isTheirs(inner) ? [['user', label] as const] : [];
      return person.length > 0 || changed.some(([key, item]) => item !== inner[key])
        ? Object.fromEntries([...changed, ...person])
        : inner;
    };
    return part(value) as T;
  };

  return {
    label,
    unnamed,
    unnamedIn: (value) => walk(value, unnamed),
    emptiedIn: (value) => walk(value, (text) => unnamed(withoutNotes(text))),
  };
};
