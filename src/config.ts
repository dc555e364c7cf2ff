// Configuration from the environment, checked at once: every fault is named, not only the first.
import { z } from 'zod';

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'expected a port from 0 to 65535')
    .default(8080),
  GENJIN_DATA: z.string().min(1).default('data'),
  GENJIN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  /** The folder of all databases. */
  readonly data: string;
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** What is wrong with the environment, a line a name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/**
 * The configuration in the environment; an empty value counts as absent.
 * @throws ConfigError naming every fault
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const { PORT, GENJIN_DATA, GENJIN_LOG } = parsed.data;
  return { port: PORT, data: GENJIN_DATA, log: GENJIN_LOG };
};
