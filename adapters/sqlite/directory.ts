// The directory as a file beside the workspaces.
import { type FileDatabase, openDatabase } from './file.ts';
import type { Kind } from './open.ts';

const DIRECTORY: Kind = { name: 'directory', applicationId: 0x47656e64 };

/**
 * Opens the directory in `file`, creating or migrating it as needed; its statements are in `src/store/directory`.
 * @throws Error naming the file, when it is foreign, damaged or of a newer version; it is left as it was
 */
export const openDirectory = (file: string): FileDatabase => openDatabase(file, DIRECTORY);
