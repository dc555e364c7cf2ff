// Why a file could not be read or written, in a sentence that says what to do.

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The last line of what is known about an error. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/;

const reasonOf = (code: string): string | null => {
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) {
    return 'there is no space left; free some, or name a folder on another disk';
  }
  if (code === 'EROFS') return 'the disk is read-only';
  if (code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_PERM') {
    return 'this user may not; run as the owner of the folder, or change its permissions';
  }
  if (DAMAGED.test(code)) {
    return 'it is damaged; `genjin doctor` says where';
  }
  if (code.startsWith('SQLITE_CANTOPEN')) return 'it cannot be opened';
  if (code.startsWith('SQLITE_READONLY')) return 'it cannot be written';
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return 'the disk reports an error';
  return null;
};

/** An error that says what was being done and, where the system's code is known, what to do about it. */
export const faultIn = (doing: string, error: unknown): Error =>
  new Error(`${doing}: ${reasonOf(codeOf(error)) ?? messageOf(error)}`, { cause: error });

/** Whether the disk, not the content, is what keeps a database from being opened in its place. */
export const isUnwritable = (error: unknown): boolean =>
  /^(?:SQLITE_CANTOPEN|SQLITE_READONLY)/.test(codeOf(error));

export const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** Whether the content of a database is what is wrong. */
export const isDamage = (error: unknown): boolean => DAMAGED.test(codeOf(error));
