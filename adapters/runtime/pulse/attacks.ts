// Attempts to connect answers with people, each told in a sentence. The tests run them, and so may anybody.
import { createHash, createHmac } from 'node:crypto';
import { isOver } from '../../../src/domain/pulse/survey.ts';
import type { Evidence, Loot } from './evidence.ts';

export interface Attempt {
  /** What was tried, in a few words. */
  readonly attack: string;
  /** What it found that it should not have; empty: it led nowhere. */
  readonly found: readonly string[];
}

/** What the tables may hold, and no more. */
const SHAPE: Readonly<Record<string, { columns: readonly string[]; rowid: boolean }>> = {
  ballot: { columns: ['key', 'sealed', 'survey'], rowid: false },
  mark: { columns: ['mark', 'survey'], rowid: false },
  survey_comment: {
    columns: ['acknowledged', 'group_number', 'key', 'reply', 'survey', 'text'],
    rowid: false,
  },
  survey_figure: { columns: ['figure', 'group_number', 'question', 'survey_id'], rowid: true },
};

/** A column of time, order or person, a hidden row number, or anything that runs along with a vote. */
const shape = ({ client }: Evidence): Attempt => {
  const found: string[] = [];
  for (const [table, { columns, rowid }] of Object.entries(SHAPE)) {
    const names = client
      .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) ORDER BY name')
      .pluck()
      .all(table);
    const others = names.filter((name) => !columns.includes(name));
    if (others.length > 0) found.push(`${table} has a column ${others.join(', ')}`);
    const hidden = client
      .prepare<[string], number>('SELECT wr FROM pragma_table_list(?)')
      .pluck()
      .get(table);
    if (!rowid && hidden !== 1) found.push(`${table} numbers its rows`);
    const triggers = client
      .prepare<[string], string>(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
      )
      .pluck()
      .all(table);
    if (triggers.length > 0) found.push(`${table} has a trigger ${triggers.join(', ')}`);
  }
  return { attack: 'columns that tell a person, a time or an order', found };
};

const count = ({ client }: Evidence, sql: string, ...values: readonly unknown[]): number =>
  client
    .prepare<unknown[], number>(`SELECT count(*) FROM ${sql}`)
    .pluck()
    .get(...values) ?? 0;

/** After closing, nothing sealed, no key, and no message that says who was asked when. */
const leftovers = (evidence: Evidence): Attempt => {
  const { survey, hasKeys } = evidence;
  const attack = 'ballots, marks, keys and messages that should be gone';
  if (!isOver(survey.state)) return { attack, found: [] };
  const rows: readonly [string, number][] = [
    ['ballots', count(evidence, 'ballot WHERE survey = ?', survey.code)],
    ['marks', count(evidence, 'mark WHERE survey = ?', survey.code)],
    ['messages', count(evidence, "outbox WHERE key GLOB 'pulse:' || ? || ':*'", String(survey.id))],
  ];
  return {
    attack,
    found: [
      ...rows.filter(([, n]) => n > 0).map(([what, n]) => `${n} ${what} are still there`),
      ...(hasKeys === true ? ['the vault still has its keys'] : []),
    ],
  };
};

/** Before closing, no results: each new ballot would show in them. */
const early = (evidence: Evidence): Attempt => {
  const { survey } = evidence;
  const attack = 'results before closing';
  if (survey.state !== 'opening' && survey.state !== 'open') return { attack, found: [] };
  const figures = count(evidence, 'survey_figure WHERE survey_id = ?', survey.id);
  const comments = count(evidence, 'survey_comment WHERE survey = ?', survey.code);
  const counted = survey.counted === null ? [] : ['it is counted already'];
  return {
    attack,
    found: [
      ...counted,
      ...(figures > 0 ? [`${figures} figures are there`] : []),
      ...(comments > 0 ? [`${comments} comments are there`] : []),
    ],
  };
};

/** Ballots that differ in length tell long answers from short ones. */
const sizes = ({ client, survey }: Evidence): Attempt => {
  const lengths = client
    .prepare<[string], number>('SELECT DISTINCT length(sealed) FROM ballot WHERE survey = ?')
    .pluck()
    .all(survey.code);
  return {
    attack: 'ballots of different sizes',
    found: lengths.length > 1 ? [`${lengths.length} sizes: ${lengths.join(', ')} bytes`] : [],
  };
};

/** Ballots kept in the order they came would have growing keys. */
const order = ({ client, survey }: Evidence): Attempt => {
  const keys = client
    .prepare<[string], Buffer>('SELECT key FROM ballot WHERE survey = ? ORDER BY key')
    .pluck()
    .all(survey.code);
  const numbers = keys.map((key) => Number.parseInt(key.toString('hex', 0, 4) || '0', 16));
  // Of random keys the first 32 bits are spread over everything; counted or timed ones lie close together.
  const spread = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
  const isCounted = keys.length >= 5 && spread < 2 ** 32 / 1_000;
  return {
    attack: 'keys that grow with time',
    found: isCounted ? ['the ballots’ keys are not random: they lie close together'] : [],
  };
};

const KEY_BYTES = 32;
/** Random bytes have 30 different values in 32, hardly ever fewer than 25; text and zeros have fewer. */
const LEAST_VALUES = 25;
/** Members whose mark is tried with each candidate. */
const TRIED = 3;
/** Copies share most of their pages. */
const BLOCK = 4_096;

/** Where 32 bytes begin that look random. */
const candidates = function* (bytes: Buffer): Generator<number> {
  const seen = new Uint16Array(256);
  let different = 0;
  for (let end = 0; end < bytes.length; end += 1) {
    const entering = bytes[end] ?? 0;
    seen[entering] = (seen[entering] ?? 0) + 1;
    if (seen[entering] === 1) different += 1;
    const start = end - KEY_BYTES + 1;
    if (start < 0) continue;
    if (different >= LEAST_VALUES) yield start;
    const leaving = bytes[start] ?? 0;
    seen[leaving] = (seen[leaving] ?? 1) - 1;
    if (seen[leaving] === 0) different -= 1;
  }
};

/** The parts of all files in which a key may lie, each only once. */
const parts = function* (
  files: readonly Loot[],
): Generator<{ name: string; at: number; bytes: Buffer }> {
  const known = new Set<string>();
  for (const { name, bytes } of files) {
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const part = bytes.subarray(at, at + BLOCK + KEY_BYTES - 1);
      const sum = createHash('sha256').update(part).digest('base64');
      if (known.has(sum)) continue;
      known.add(sum);
      yield { name, at, bytes: part };
    }
  }
};

/** Takes every 32 bytes of every file for the mark key, and looks whether it makes a known mark. */
const markKey = ({ files, marks, invitees }: Evidence): Attempt => {
  const known = new Set(marks.map((mark) => mark.toString('hex')));
  const attack = `the mark key, among all bytes of ${files.length} files`;
  if (known.size === 0) return { attack, found: [] };
  const members = invitees.slice(0, TRIED).map((id) => `member:${id}`);
  const found: string[] = [];
  for (const { name, at, bytes } of parts(files)) {
    for (const start of candidates(bytes)) {
      const key = bytes.subarray(start, start + KEY_BYTES);
      const isKey = members.some((member) =>
        known.has(createHmac('sha256', key).update(member).digest('hex')),
      );
      if (isKey)
        found.push(`byte ${at + start} of ${name} begins the mark key: it says who took part`);
    }
  }
  return { attack, found };
};

interface TextColumn {
  readonly table: string;
  readonly column: string;
}

const textColumns = ({ client }: Evidence): readonly TextColumn[] =>
  client
    .prepare<[], TextColumn>(
      `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT'`,
    )
    .all();

/** Shorter words are said everywhere. */
const LEAST_WORDS = 6;

const commentsOf = ({ client, survey }: Evidence): readonly string[] =>
  client
    .prepare<[string], string>('SELECT text FROM survey_comment WHERE survey = ?')
    .pluck()
    .all(survey.code)
    .filter((text) => text.length >= LEAST_WORDS);

/** The same words elsewhere, beside a name or a time. */
const words = (evidence: Evidence): Attempt => {
  const attack = 'the words of comments in other tables and in logs';
  const comments = commentsOf(evidence);
  const found: string[] = [];
  for (const { table, column } of textColumns(evidence)) {
    if (table === 'survey_comment') continue;
    const statement = evidence.client
      .prepare<[string], number>(`SELECT count(*) FROM "${table}" WHERE instr("${column}", ?) > 0`)
      .pluck();
    const hits = comments.filter((text) => (statement.get(text) ?? 0) > 0).length;
    if (hits > 0) found.push(`${hits} of them in ${table}.${column}`);
  }
  for (const { name, bytes } of evidence.logs) {
    const hits = comments.filter((text) => bytes.includes(text)).length;
    if (hits > 0) found.push(`${hits} of them in ${name}`);
  }
  return { attack, found };
};

/** How answers travel in buttons before they are sealed: never to be met in anything that is kept. */
const TRAVELLING = /\\*"answers\\*":\s*\\*"[^"\\]*\d/;

/** Answers on their way, kept in answers to deliveries, messages, drafts or logs. */
const travelling = (evidence: Evidence): Attempt => {
  const { client, logs } = evidence;
  const found: string[] = [];
  for (const { table, column } of textColumns(evidence)) {
    const rows = client
      .prepare<[], string>(
        `SELECT "${column}" FROM "${table}" WHERE "${column}" LIKE '%answers%' OR "${column}" LIKE '%"sealed":true%'`,
      )
      .pluck()
      .all()
      .filter((text) => TRAVELLING.test(text) || text.includes('"sealed":true'));
    if (rows.length > 0) found.push(`${rows.length} in ${table}.${column}`);
  }
  for (const { name, bytes } of logs) {
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => TRAVELLING.test(line));
    if (lines.length > 0) found.push(`${lines.length} lines of ${name}`);
  }
  return { attack: 'answers on their way into a ballot that were kept', found };
};

/** Messages and log lines whose key names a person. */
const named = ({ client, survey, invitees }: Evidence): Attempt => {
  const keys = client
    .prepare<[string], string>("SELECT key FROM outbox WHERE key GLOB 'pulse:' || ? || ':*'")
    .pluck()
    .all(String(survey.id));
  const ids = new Set(invitees.map(String));
  const naming = keys.filter((key) => ids.has(key.split(':').at(-1) ?? ''));
  return {
    attack: 'members in the keys of messages, which are logged',
    found: naming.length > 0 ? [`${naming.length} keys end in a member’s number`] : [],
  };
};

const ATTACKS = [shape, leftovers, early, sizes, order, markKey, words, travelling, named] as const;

/** Tries everything. */
export const attack = (evidence: Evidence): readonly Attempt[] =>
  ATTACKS.map((each) => each(evidence));
