// Processes of a bench's own, and what they say.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a script of this folder, without its ending. */
export const start = (
  name: string,
  args: readonly string[],
  execArgv: readonly string[] = [],
): ChildProcess =>
  fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), args, { execArgv: [...execArgv] });

/** The next message of a child. @throws Error when it ends before it says anything */
export const message = <T>(child: ChildProcess, what: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      child.off('message', said);
      child.off('exit', left);
      child.off('error', failed);
      done();
    };
    const said = (value: unknown): void => settle(() => resolve(value as T));
    const left = (code: number | null): void =>
      settle(() => reject(new Error(`the ${what} ended with ${code}`)));
    const failed = (error: Error): void => settle(() => reject(error));
    child.on('message', said);
    child.on('exit', left);
    child.on('error', failed);
  });

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
