// The vault in a directory: what it keeps, what it refuses, and that nothing is left of a destroyed key.
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVault } from '../../../adapters/runtime/vault.ts';
import { codesIn, liesIn, openDirectoryVault, unwraps } from '../../../adapters/vault/directory.ts';
import { inVault } from '../../../adapters/vault/files.ts';
import { unwrap, wrap } from '../../../adapters/vault/secret.ts';
import { VaultError } from '../../../src/store/vault.ts';

const CODE = '0123456789abcdef0123456789abcdef';
const OTHER = 'f'.repeat(32);
const SECRET = 'a master secret of enough letters';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'genjin-vault-'));
  folder = join(base, 'data.vault');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const vaultWith = (given: string | null = SECRET) =>
  openDirectoryVault({ folder, given, file: join(base, 'secret') });
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('keys', () => {
  it('are made once, in files of their owner alone', async () => {
    const vault = vaultWith();
    expect(existsSync(folder)).toBe(false);
    const publicKey = await vault.open(CODE);
    expect([...(await vault.open(CODE))]).toEqual([...publicKey]);
    expect([...(await vaultWith().open(CODE))]).toEqual([...publicKey]);
    expect([mode(folder), mode(join(folder, `${CODE}.keys`))]).toEqual(['700', '600']);
    expect(readdirSync(folder)).toEqual([`${CODE}.keys`]);
    expect(codesIn(folder)).toEqual([CODE]);
  });

  it('are the same for two that make them at once', async () => {
    const [a, b] = await Promise.all([vaultWith().open(CODE), vaultWith().open(CODE)]);
    expect([...a]).toEqual([...b]);
    expect(readdirSync(folder)).toEqual([`${CODE}.keys`]);
  });

  it('open what was sealed for the survey, and nothing else', async () => {
    const vault = vaultWith();
    const publicKey = await vault.open(CODE);
    await vault.open(OTHER);
    const sealed = await Promise.all(
      ['one', 'two', 'three'].map((text) => vault.seal(publicKey, CODE, bytes(text))),
    );
    expect(new Set(sealed.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(3);
    expect(sealed[0]?.key).toHaveLength(16);
    const opened = await vault.unseal(CODE, [
      ...sealed.map((each) => each.sealed),
      bytes('no ballot at all'),
    ]);
    expect(opened.map((each) => each && Buffer.from(each).toString())).toEqual([
      'one',
      'two',
      'three',
      null,
    ]);
    const elsewhere = await vault.seal(publicKey, OTHER, bytes('bound to the other'));
    expect(await vault.unseal(CODE, [elsewhere.sealed])).toEqual([null]);
    const [damaged] = sealed.map((each) => Uint8Array.from(each.sealed));
    if (damaged !== undefined) damaged[70] = (damaged[70] ?? 0) ^ 1;
    expect(await vault.unseal(CODE, [damaged ?? bytes('')])).toEqual([null]);
  });

  it('mark members alike within a survey and differently between surveys', async () => {
    const vault = vaultWith();
    await vault.open(CODE);
    await vault.open(OTHER);
    const hex = async (code: string): Promise<string[]> =>
      (await vault.marks(code, [1, 2])).map((mark) => Buffer.from(mark).toString('hex'));
    expect(await hex(CODE)).toEqual(await hex(CODE));
    expect(new Set([...(await hex(CODE)), ...(await hex(OTHER))]).size).toBe(4);
  });
});

describe('destroying', () => {
  it('leaves neither a name nor a byte, and may be asked for again', async () => {
    const vault = vaultWith();
    await vault.open(CODE);
    const path = join(folder, `${CODE}.keys`);
    const before = readFileSync(path);
    // Whoever still has the file open sees what was written over it.
    const handle = openSync(path, 'r');
    writeFileSync(`${path}.00000000.new`, before);
    await vault.destroy(CODE);
    await vault.destroy(CODE);
    expect(readdirSync(folder)).toEqual([]);
    const left = Buffer.alloc(before.length);
    readSync(handle, left, 0, left.length, 0);
    closeSync(handle);
    expect(before.every((byte, at) => byte === left[at])).toBe(false);
    expect(left.includes(before.subarray(0, 8))).toBe(false);
    expect(await vault.has(CODE)).toBe(false);
    await expect(vault.marks(CODE, [1])).rejects.toMatchObject({ fault: 'gone' });
    await expect(vault.unseal(CODE, [])).rejects.toMatchObject({ fault: 'gone' });
  });

  it('is done when there is no vault', async () => {
    await vaultWith().destroy(CODE);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the master secret', () => {
  it('is made once where none is given', async () => {
    const vault = vaultWith(null);
    await vault.open(CODE);
    const made = readFileSync(join(base, 'secret'), 'utf8').trim();
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(mode(join(base, 'secret'))).toBe('600');
    await vault.open(OTHER);
    expect(readFileSync(join(base, 'secret'), 'utf8').trim()).toBe(made);
    expect(unwraps(folder, made, CODE)).toBe(true);
    expect(unwraps(folder, `${made}.`, CODE)).toBe(false);
    expect(unwraps(folder, made, 'e'.repeat(32))).toBe(null);
  });

  it('is asked for by name when it is another one', async () => {
    await vaultWith().open(CODE);
    const wrong = vaultWith('another secret of enough letters');
    await expect(wrong.marks(CODE, [1])).rejects.toMatchObject({
      fault: 'secret',
      message: expect.stringContaining('GENJIN_SECRET') as string,
    });
    await expect(wrong.unseal(CODE, [])).rejects.toMatchObject({ fault: 'secret' });
    const [short] = [vaultWith('short')];
    await expect(short.marks(CODE, [1])).rejects.toThrow('fewer than 16');
    writeFileSync(join(base, 'secret'), 'the secret of another folder');
    await expect(vaultWith(null).marks(CODE, [1])).rejects.toThrow(join(base, 'secret'));
  });

  it('wraps for one survey only', () => {
    const wrapped = wrap(SECRET, CODE, bytes('keys'));
    expect(unwrap(SECRET, CODE, wrapped)?.toString()).toBe('keys');
    expect(unwrap(SECRET, OTHER, wrapped)).toBe(null);
    expect(unwrap(SECRET, CODE, wrapped.subarray(0, 20))).toBe(null);
  });
});

describe('faults', () => {
  it('tell a vault that is away from keys that are gone', async () => {
    const vault = vaultWith();
    await expect(vault.has(CODE)).rejects.toMatchObject({ fault: 'folder' });
    mkdirSync(folder);
    expect(await vault.has(CODE)).toBe(false);
  });

  it.each(['EACCES', 'EPERM', 'EROFS'])('say where this user may not: %s', (code) => {
    const refused = (): never => {
      throw Object.assign(new Error(`${code}: not permitted, open '/there'`), { code });
    };
    expect(() => inVault(refused)).toThrow(
      new VaultError('permission', `${code}: not permitted, open '/there'`),
    );
    expect(() => inVault(() => readFileSync(join(base, 'none')))).toThrow('ENOENT');
  });

  it('refuse a name that could lead elsewhere', async () => {
    await expect(vaultWith().open('../../etc/passwd')).rejects.toThrow(RangeError);
  });
});

describe('its place', () => {
  it('is not in the data folder, also through a link, unless told', () => {
    const data = join(base, 'data');
    mkdirSync(data);
    symlinkSync(data, join(base, 'link'));
    const at = (vault: string | null, vaultInside = false) =>
      openVault(data, { vault, vaultInside, secret: null });
    expect(() => at(join(data, 'vault'))).toThrow('GENJIN_VAULT');
    expect(() => at(join(base, 'link', 'deep', 'vault'))).toThrow('GENJIN_VAULT');
    expect(() => at(data)).toThrow('GENJIN_VAULT');
    expect(() => at(null)).not.toThrow();
    expect(() => at(join(data, 'vault'), true)).not.toThrow();
    expect(liesIn(join(base, 'data.vault'), data)).toBe(false);
  });
});

it('draws numbers between 0 and 1', () => {
  const { random } = vaultWith();
  const drawn = Array.from({ length: 2_000 }, random);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  expect(new Set(drawn).size).toBe(2_000);
});
