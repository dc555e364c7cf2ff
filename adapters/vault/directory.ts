// The vault as a directory: one small file a survey, wrapped with the master secret, outside the data folder.
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type Vault, VaultError } from '../../src/store/vault.ts';
import { inVault, shred, syncFolder, UNFINISHED, writeOnce } from './files.ts';
import { type KeyPair, makeKeyPair, openerOf, sealFor } from './hpke.ts';
import { ensureSecret, readSecret, type SecretSource, unwrap, wrap } from './secret.ts';

const ENDING = '.keys';
const PUBLIC_BYTES = 65;
const PRIVATE_BYTES = 32;
const MARK_BYTES = 32;
/** Ballots opened at the same time; each takes a thread for a millisecond or two. */
const LANES = 4;

export interface DirectoryVaultOptions extends SecretSource {
  /** Where the keys are; made when the first survey opens. */
  readonly folder: string;
}

/** Both keys of a survey. */
interface Keys extends KeyPair {
  readonly mark: Buffer;
}

/** Where the vault is unless told: beside the data folder, not in it. */
export const vaultBeside = (data: string): string => `${resolve(data)}.vault`;

/** Where the master secret is kept when the environment names none. */
export const secretIn = (data: string): string => join(data, 'secret');

/** The path as the disk knows it, as far as it exists. */
const real = (path: string): string => {
  let above = resolve(path);
  const missing: string[] = [];
  while (!existsSync(above) && dirname(above) !== above) {
    missing.unshift(above.slice(dirname(above).length).replace(sep, ''));
    above = dirname(above);
  }
  return join(realpathSync(above), ...missing);
};

/** Whether a folder lies in another, or is it. */
export const liesIn = (folder: string, data: string): boolean =>
  `${real(folder)}${sep}`.startsWith(`${real(data)}${sep}`);

/** The surveys a vault has keys of, by code; null when it is not there. */
export const codesIn = (folder: string): readonly string[] | null =>
  inVault(() =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(ENDING))
          .map((name) => name.slice(0, -ENDING.length))
          .sort()
      : null,
  );

/** Whether the keys of a survey can be had with this secret; null when there are none. */
export const unwraps = (folder: string, secret: string, code: string): boolean | null => {
  const path = fileOf(folder, code);
  return inVault(() =>
    existsSync(path) ? unwrap(secret, code, readFileSync(path)) !== null : null,
  );
};

const fileOf = (folder: string, code: string): string => {
  if (!/^[0-9a-f]{32}$/.test(code)) throw new RangeError('not a survey’s code');
  return join(folder, code + ENDING);
};

/** A vault in a directory. Nothing is made before the first survey opens. */
export const openDirectoryVault = ({ folder, ...source }: DirectoryVaultOptions): Vault => {
  const has = (code: string): boolean => {
    const path = fileOf(folder, code);
    return inVault(() => {
      if (existsSync(path)) return true;
      if (existsSync(folder)) return false;
      throw new VaultError('folder', `there is no vault at ${folder}`);
    });
  };

  const read = (code: string): Keys => {
    if (!has(code)) throw new VaultError('gone', `${folder} holds no keys of this survey`);
    const secret = readSecret(source);
    const wrapped = inVault(() => readFileSync(fileOf(folder, code)));
    const plain = secret === null ? null : unwrap(secret, code, wrapped);
    if (plain === null) {
      const from = source.given === null ? source.file : 'GENJIN_SECRET';
      throw new VaultError('secret', `the keys in ${folder} are not wrapped with ${from}`);
    }
    return {
      publicKey: plain.subarray(0, PUBLIC_BYTES),
      privateKey: plain.subarray(PUBLIC_BYTES, PUBLIC_BYTES + PRIVATE_BYTES),
      mark: plain.subarray(PUBLIC_BYTES + PRIVATE_BYTES),
    };
  };

  const make = async (code: string): Promise<void> => {
    inVault(() => {
      if (!existsSync(folder)) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        syncFolder(dirname(folder));
      }
    });
    const secret = ensureSecret(source);
    const { publicKey, privateKey } = await makeKeyPair();
    const plain = Buffer.concat([publicKey, privateKey, randomBytes(MARK_BYTES)]);
    writeOnce(fileOf(folder, code), wrap(secret, code, plain));
    plain.fill(0);
  };

  return {
    async open(code) {
      if (!existsSync(fileOf(folder, code))) await make(code);
      return Uint8Array.from(read(code).publicKey);
    },
    has: (code) => Promise.resolve().then(() => has(code)),
    seal: async (publicKey, code, plain) => ({
      key: Uint8Array.from(randomBytes(16)),
      sealed: await sealFor(publicKey, code, plain),
    }),
    marks: (code, memberIds) =>
      Promise.resolve().then(() => {
        const { mark } = read(code);
        return memberIds.map((id) =>
          Uint8Array.from(createHmac('sha256', mark).update(`member:${id}`).digest()),
        );
      }),
    async unseal(code, sealed) {
      const open = await openerOf(read(code), code);
      const opened: (Uint8Array | null)[] = [];
      for (let at = 0; at < sealed.length; at += LANES) {
        opened.push(...(await Promise.all(sealed.slice(at, at + LANES).map(open))));
      }
      return opened;
    },
    destroy: (code) =>
      Promise.resolve().then(() =>
        inVault(() => {
          const path = fileOf(folder, code);
          if (!existsSync(folder)) return;
          // What a crash left half made is of no use to anybody.
          for (const name of readdirSync(folder)) {
            if (name.startsWith(code) && name.endsWith(UNFINISHED)) shred(join(folder, name));
          }
          shred(path);
          syncFolder(folder);
        }),
      ),
    random: () => randomInt(2 ** 47) / 2 ** 47,
  };
};
