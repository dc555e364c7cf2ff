// What can be found of a survey: rows of the database, bytes of its files, logs and backups, and what the vault holds.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type Client from 'better-sqlite3';
import type { SurveyState } from '../../../src/domain/pulse/survey.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { openGlimpse, peek } from '../backup/peek.ts';

/** A file as whoever stole it reads it. */
export interface Loot {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface StoredSurvey {
  readonly id: number;
  readonly code: string;
  readonly state: SurveyState;
  readonly seal: string | null;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly counted: number | null;
}

export interface Evidence {
  /** The database as it is now. */
  readonly client: Client.Database;
  readonly survey: StoredSurvey;
  readonly invitees: readonly number[];
  /** Marks of the survey, from the database and from older copies of it. */
  readonly marks: readonly Buffer[];
  /** The database, its log and older copies of them. */
  readonly files: readonly Loot[];
  readonly logs: readonly Loot[];
  /** Whether the vault still has keys of the survey; null when it is not there. */
  readonly hasKeys: boolean | null;
  close(): void;
}

export interface Sources {
  /** The workspace's database file. */
  readonly file: string;
  readonly survey: number;
  /** Older copies of the database. */
  readonly copies?: readonly string[];
  readonly logs?: readonly string[];
  readonly hasKeys: (code: string) => boolean | null;
}

const lootOf = (path: string): Loot => ({ name: basename(path), bytes: readFileSync(path) });

/** A database file with its log. */
const withLog = (file: string): readonly Loot[] =>
  [file, `${file}-wal`].filter((path) => existsSync(path)).map(lootOf);

const findStored = (client: Client.Database, id: number): StoredSurvey | undefined =>
  client
    .prepare<[number], StoredSurvey>(
      `SELECT id, code, state, seal, opens_at AS opensAt, closes_at AS closesAt, counted
       FROM survey WHERE id = ?`,
    )
    .get(id);

const marksIn = (client: Client.Database, code: string): readonly Buffer[] =>
  client.prepare<[string], Buffer>('SELECT mark FROM mark WHERE survey = ?').pluck().all(code);

const marksOfCopy = (file: string, code: string): readonly Buffer[] =>
  peek(file, (client) => marksIn(client, code));

/**
 * Everything there is, opened for reading, without leaving a trace; the caller closes it.
 * @throws Error naming the survey when the database has none of this number
 */
export const gather = ({
  file,
  survey: id,
  copies = [],
  logs = [],
  hasKeys,
}: Sources): Evidence => {
  const glimpse = openGlimpse(file);
  const { client } = glimpse;
  const survey = findStored(client, id);
  if (survey === undefined) {
    glimpse.close();
    throw new Error(`there is no survey ${id}; /pulse results names those there are`);
  }
  const { code } = survey;
  return {
    client,
    survey,
    invitees: client
      .prepare<[number], number>('SELECT member_id FROM invitee WHERE survey_id = ? ORDER BY 1')
      .pluck()
      .all(id),
    marks: [...marksIn(client, code), ...copies.flatMap((copy) => marksOfCopy(copy, code))],
    files: [file, ...copies].flatMap(withLog),
    logs: logs.map(lootOf),
    hasKeys: hasKeys(code),
    close: glimpse.close,
  };
};
