// What is handed out as a file is noted: an export shows others' data outside of here.
import type { Table } from '../chat/file.ts';
import { addAudit } from '../store/audit.ts';
import type { Call } from './command.ts';

/** Notes a file in the audit trail, in the write that makes it. @param subject whose data: `team:1`, `workspace` */
export const noteExport = (
  { db, now, me }: Call,
  subject: string,
  after: {
    readonly what: 'customers' | 'leaderboard';
    readonly rows: number;
    readonly period?: string;
  },
): void => addAudit(db, { at: now, actorId: me.id, action: 'data.exported', subject, after });

/** So much text, in UTF-16 units, that a table fits a row of the database it is kept in (2 MB, 3 bytes a unit). */
const MAX_TEXT = 600_000;

/** As many of the first rows as a chat platform and its store can take. */
export const cutTable = (table: Table): { readonly table: Table; readonly cut: number } => {
  let text = 0;
  const fits = table.rows.findIndex((row) => {
    text += JSON.stringify(row).length;
    return text > MAX_TEXT;
  });
  const rows = fits < 0 ? table.rows : table.rows.slice(0, fits);
  return { table: { ...table, rows }, cut: table.rows.length - rows.length };
};
