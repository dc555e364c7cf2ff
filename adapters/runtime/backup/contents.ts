// What of a data folder is Genjin's own, by name: the list that backups, restoring and the doctor go by.

/** The three kinds of database in a data folder. */
export type DatabaseKind = 'directory' | 'workspace' | 'web';

export interface DatabaseFile {
  /** Its name in the folder, e.g. `w1.sqlite`. */
  readonly name: string;
  readonly kind: DatabaseKind;
}

export const DIRECTORY: DatabaseFile = { name: 'directory.sqlite', kind: 'directory' };
export const WEB: DatabaseFile = { name: 'web.sqlite', kind: 'web' };
/** How far the demo's clock was moved. */
export const CLOCK_FILE = 'demo-clock.json';

/** SQLite's `application_id` of each kind, as `adapters/sqlite` writes it; the web page's file has none. */
export const APPLICATION_ID: Readonly<Record<DatabaseKind, number>> = {
  directory: 0x47656e64,
  workspace: 0x47656e6a,
  web: 0,
};

export const workspaceFile = (id: string): DatabaseFile => ({
  name: `${id}.sqlite`,
  kind: 'workspace',
});

/** Whether it belongs to a database beside it and means nothing without it: SQLite's files, and Litestream's. */
export const isBeside = (name: string): boolean =>
  /\.sqlite-(?:wal|shm|journal)$|^\..+-litestream$/.test(name);
