// The web page's own SQLite file: messages, what was delivered, open forms, and files.
import Database from 'better-sqlite3';

export type Db = Database.Database;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  seq INTEGER NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  place TEXT NOT NULL,
  audience TEXT,
  author TEXT,
  author_name TEXT,
  at INTEGER NOT NULL,
  delivery TEXT,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS messages_by_place ON messages (place, id);
CREATE TABLE IF NOT EXISTS reads (
  user TEXT NOT NULL,
  place TEXT NOT NULL,
  message INTEGER NOT NULL,
  PRIMARY KEY (user, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deliveries (
  id TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  origin INTEGER,
  answered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS forms (
  id TEXT PRIMARY KEY,
  user TEXT NOT NULL,
  place TEXT NOT NULL,
  origin INTEGER,
  form TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  user TEXT NOT NULL,
  name TEXT NOT NULL,
  needs TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
`;

/** Opens the file and brings it to the current shape. @throws SqliteError when it is not a database */
export const openDatabase = (file: string): Db => {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // What is deleted is overwritten: somebody may be forgotten.
  db.pragma('secure_delete = ON');
  db.exec(SCHEMA);
  return db;
};
