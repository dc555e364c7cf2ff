// JSON with positions: which line and column each value stands at, so that a fault can be shown where it is.

/** Keys and indexes from the root down. */
type Path = readonly (string | number)[];

export interface Position {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export class JsonError extends Error {
  override readonly name = 'JsonError';
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

export interface Located {
  readonly value: unknown;
  /** The offset of the value at a path, or of its nearest ancestor that is there. */
  offsetOf(path: Path): number;
  /** The offset of a key itself. */
  offsetOfKey(path: Path): number;
}

export const positionAt = (text: string, offset: number): Position => {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
};

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** Deeper than any mapping; keeps hostile files from exhausting the stack. */
const MAX_DEPTH = 40;

/** @throws JsonError with the offset at which the text stops being JSON; the same key twice is refused as well */
export const readJson = (text: string): Located => {
  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const fail = (wanted: string): never => {
    const found = text.slice(at, at + 1);
    throw new JsonError(
      `${wanted} is missing; here ${found === '' ? 'the file ends' : `stands ${JSON.stringify(found)}`}`,
      at,
    );
  };
  const take = (character: string): boolean => {
    if (text[at] !== character) return false;
    at += 1;
    match(SPACE);
    return true;
  };
  const string = (): string => {
    const token = match(STRING);
    if (token === '') fail('a text in double quotes');
    match(SPACE);
    return JSON.parse(token) as string;
  };

  const object = (path: Path): Record<string, unknown> => {
    const result: Record<string, unknown> = {};
    if (take('}')) return result;
    do {
      const start = at;
      const key = string();
      const own = [...path, key];
      if (Object.hasOwn(result, key)) throw new JsonError(`the key "${key}" is here twice`, start);
      keys.set(JSON.stringify(own), start);
      if (!take(':')) fail('":"');
      // Defined, not assigned: a key called __proto__ is a key like any other.
      Object.defineProperty(result, key, { value: value(own), enumerable: true });
    } while (take(','));
    if (!take('}')) fail('"," or "}"');
    return result;
  };
  const array = (path: Path): unknown[] => {
    const result: unknown[] = [];
    if (take(']')) return result;
    do result.push(value([...path, result.length]));
    while (take(','));
    if (!take(']')) fail('"," or "]"');
    return result;
  };
  const value = (path: Path): unknown => {
    if (path.length > MAX_DEPTH) throw new JsonError('this is nested too deep', at);
    values.set(JSON.stringify(path), at);
    if (take('{')) return object(path);
    if (take('[')) return array(path);
    if (text[at] === '"') return string();
    const token = match(PLAIN);
    if (token === '') fail('a value');
    match(SPACE);
    return JSON.parse(token) as unknown;
  };

  match(SPACE);
  const root = value([]);
  if (at < text.length) fail('the end');

  const offsetOf = (path: Path): number =>
    values.get(JSON.stringify(path)) ?? (path.length === 0 ? 0 : offsetOf(path.slice(0, -1)));
  return {
    value: root,
    offsetOf,
    offsetOfKey: (path) => keys.get(JSON.stringify(path)) ?? offsetOf(path),
  };
};
