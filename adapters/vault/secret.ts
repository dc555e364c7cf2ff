// The master secret: from the environment, or a file made once. It wraps the keys of every survey.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { VaultError } from '../../src/store/vault.ts';
import { inVault, writeOnce } from './files.ts';

/** Shorter ones can be guessed. */
const MIN_SECRET = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const INFO = 'genjin vault wrap v1';

export interface SecretSource {
  /** `GENJIN_SECRET`; null without. */
  readonly given: string | null;
  /** Where one is kept when none is given. */
  readonly file: string;
}

/** What the master secret is, if there is one. @throws VaultError when it cannot be read or is too short */
export const readSecret = ({ given, file }: SecretSource): string | null => {
  const secret =
    given ?? inVault(() => (existsSync(file) ? readFileSync(file, 'utf8').trim() : null));
  if (secret !== null && secret.length < MIN_SECRET) {
    const from = given === null ? file : 'GENJIN_SECRET';
    throw new VaultError('secret', `${from} holds fewer than ${MIN_SECRET} characters`);
  }
  return secret;
};

/** The master secret, made and kept when there is none. */
export const ensureSecret = (source: SecretSource): string => {
  const known = readSecret(source);
  if (known !== null) return known;
  const made = randomBytes(32).toString('base64url');
  writeOnce(source.file, Buffer.from(`${made}\n`));
  return readSecret(source) ?? made;
};

const keyOf = (secret: string, code: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, code, INFO, 32));

/** AES-256-GCM under a key of this survey's own, derived from the secret; bound to the survey's code. */
export const wrap = (secret: string, code: string, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, code), nonce);
  cipher.setAAD(Buffer.from(code));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
};

/** What was wrapped; null when it was with another secret, for another survey, or is damaged. */
export const unwrap = (secret: string, code: string, wrapped: Uint8Array): Buffer | null => {
  if (wrapped.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = wrapped.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, code), nonce);
  decipher.setAAD(Buffer.from(code));
  decipher.setAuthTag(wrapped.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(wrapped.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
};
