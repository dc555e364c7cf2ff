// Serving from the command line, and stopping when asked to.
import { pino } from 'pino';
import { readConfig } from '../../../src/config.ts';

/** Serves until told to stop; a second signal does not wait. */
export const serve = async (
  options: { data?: string; port?: number },
  demo: boolean,
): Promise<void> => {
  const config = readConfig(process.env);
  const log = pino({ level: config.log });
  // Only what serves needs the databases: the other commands start without them.
  const { serveOnNode } = await import('../node.ts');
  const served = await serveOnNode({
    data: options.data ?? config.data,
    port: options.port ?? config.port,
    demo,
    vault: config,
    log,
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    served.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ fault: error instanceof Error ? error.message : typeof error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Last: whoever reads this may stop it at once.
  process.stdout.write(`Genjin is running: ${served.url}\n`);
};
