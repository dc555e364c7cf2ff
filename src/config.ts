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
  GENJIN_VAULT: z.string().min(1).optional(),
  GENJIN_VAULT_INSIDE: z.enum(['yes', 'no']).default('no'),
  GENJIN_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
  GENJIN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  /** The folder of all databases. */
  readonly data: string;
  /** Where the keys of surveys are kept; null: beside the data folder. */
  readonly vault: string | null;
  /** Whether they may lie in the data folder all the same. */
  readonly vaultInside: boolean;
  /** The master secret; null: one kept in the data folder. */
  readonly secret: string | null;
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
  const { PORT, GENJIN_DATA, GENJIN_LOG, GENJIN_VAULT, GENJIN_VAULT_INSIDE, GENJIN_SECRET } =
    parsed.data;
  return {
    port: PORT,
    data: GENJIN_DATA,
    vault: GENJIN_VAULT ?? null,
    vaultInside: GENJIN_VAULT_INSIDE === 'yes',
    secret: GENJIN_SECRET ?? null,
    log: GENJIN_LOG,
  };
};
