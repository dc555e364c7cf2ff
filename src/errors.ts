// The two errors the product raises on purpose, and the check that a closed union was handled whole.

/** Why a command was not carried out. Each code has its sentence in every locale. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /**
   * @param code the key under `refusals` in the locales
   * @param params what the sentence names, e.g. what was typed or what to type instead
   */
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

export const PLATFORM_REASONS = [
  'rate_limited',
  'unauthorized',
  'gone',
  'refused',
  'unavailable',
  'unknown_outcome',
] as const;
export type PlatformReason = (typeof PLATFORM_REASONS)[number];

/** What went wrong at a chat platform, in terms the outbox can act on. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  /** @param retryAfterMs how long the platform asks to wait, in milliseconds */
  constructor(
    readonly reason: PlatformReason,
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** Makes a forgotten member of a closed union a compile error, and a loud one at run time. */
export const assertNever = (value: never): never => {
  throw new TypeError(`unhandled: ${JSON.stringify(value)}`);
};
