// Where the keys of surveys are: outside every database and every backup. They never leave it.

/** A member's participation mark and their answers, as they are stored. */
export interface SealedBallot {
  /** `HMAC(mark key, member)`. */
  readonly mark: Uint8Array;
  /** 16 random bytes. */
  readonly key: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface Vault {
  /**
   * Makes both keys of a survey, once; they are on disk when it resolves.
   * @returns the public key ballots are sealed with, the same at every call
   */
  open(code: string): Promise<Uint8Array>;
  /** Whether there are keys of the survey. @throws VaultError when the vault itself cannot be looked into */
  has(code: string): Promise<boolean>;
  /**
   * HPKE (RFC 9180) in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, bound to the survey's code.
   * Needs no key of the vault. @returns the ballot under 16 random bytes
   */
  seal(
    publicKey: Uint8Array,
    code: string,
    plain: Uint8Array,
  ): Promise<Pick<SealedBallot, 'key' | 'sealed'>>;
  /** The participation mark of each member, in their order. @throws VaultError */
  marks(code: string, memberIds: readonly number[]): Promise<Uint8Array[]>;
  /**
   * What was sealed, in its order; null for what was not sealed for this survey. Some dozens at a time: nothing
   * else happens meanwhile. @throws VaultError
   */
  unseal(code: string, sealed: readonly Uint8Array[]): Promise<(Uint8Array | null)[]>;
  /** Overwrites and removes the keys; they are gone when it resolves. Nothing happens when there are none. */
  destroy(code: string): Promise<void>;
  /** 0 ≤ x < 1, from the system's source of cryptographic randomness: for shuffling. */
  random(): number;
}

/**
 * `gone`: it has no keys of that survey. `folder`: it is not there itself. `secret`: the keys are wrapped with
 * another master secret, or damaged. `permission`: this user may not.
 */
export type VaultFault = 'gone' | 'folder' | 'secret' | 'permission';

/** What keeps the vault from doing as asked. The message names folders and what to do, and nothing of an answer. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  constructor(
    readonly fault: VaultFault,
    message: string,
  ) {
    super(message);
  }
}
