// The vault around a data folder: what `pulse verify` prints, what the doctor says, and that no backup holds it.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeBackup } from '../../../adapters/runtime/backup/take.ts';
import { pulse } from '../../../adapters/runtime/cli/pulse.ts';
import { examine } from '../../../adapters/runtime/doctor/examine.ts';
import { cleanUp, temporary } from '../../support/app.ts';
import { fingerprint, tamper, WRITTEN } from '../../support/folder.ts';
import { makePulseData, type PulseData } from '../../support/pulse-data.ts';

let base: string;
let data: string;
let vault: string;
let made: PulseData;

beforeEach(async () => {
  base = temporary();
  data = join(base, 'data');
  vault = join(base, 'data.vault');
  mkdirSync(data, { mode: 0o700 });
  made = await makePulseData(data);
});
afterEach(() => {
  vi.unstubAllEnvs();
  return cleanUp();
});

describe('genjin pulse verify', () => {
  const verify = async (...args: readonly string[]): Promise<{ code: unknown; output: string }> => {
    const said: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    try {
      await pulse.parseAsync(['verify', '1', '--data', data, ...args], { from: 'user' });
      return { code: process.exitCode, output: said.join('') };
    } finally {
      write.mockRestore();
      process.exitCode = undefined;
    }
  };

  it('says what is stored of an open survey, and what its promise leaves open', async () => {
    const before = fingerprint(data);
    const { code, output } = await verify();
    expect(output).toContain('state open, open from 2026-03-11 to 2026-03-18');
    expect(output).toContain(
      '12 people were invited; that is stored, and not who of them answered',
    );
    expect(output).toMatch(/12 sealed ballots of \d+ bytes each, under random numbers/);
    expect(output).toContain('12 participation marks');
    expect(output).toContain('The vault and its secret are both on this machine');
    expect(output).toContain('Nothing that was found leads from an answer to a person.');
    expect(output).not.toContain(made.survey.code);
    expect(code).toBe(0);
    expect(fingerprint(data)).toBe(before);
  });

  it('says what is left of a closed one, and tries copies and logs as well', async () => {
    const copy = join(base, 'open.sqlite');
    copyFileSync(made.file, copy);
    const log = join(base, 'log');
    writeFileSync(log, '{"msg":"listening"}\n');
    await made.finish();
    const { code, output } = await verify('--copy', copy, '--log', log);
    expect(output).toContain('state closed');
    expect(output).toContain('0 sealed ballots\n');
    expect(output).toContain('0 participation marks');
    expect(output).toContain('12 comments, each beside nothing else');
    expect(output).toContain('the vault has no keys of it');
    expect(output).not.toContain('FOUND');
    expect(code).toBe(0);
  });

  it('ends with 2 when something leads to a person, in text and in JSON', async () => {
    await made.finish();
    tamper(made.file, 'ALTER TABLE survey_comment ADD COLUMN member_id INTEGER');
    const found = await verify();
    expect(found.output).toContain('→ survey_comment has a column member_id');
    expect(found.code).toBe(2);
    const { output, code } = await verify('--json');
    expect(JSON.parse(output)).toMatchObject({ ok: false, survey: { id: 1, state: 'closed' } });
    expect(code).toBe(2);
  });

  it('names a survey that is not there', async () => {
    await expect(
      pulse.parseAsync(['verify', '9', '--data', data], { from: 'user' }),
    ).rejects.toThrow('there is no survey 9');
  });
});

describe('the doctor', () => {
  const says = async (environment: Record<string, string> = {}): Promise<readonly string[]> => {
    const { findings } = await examine({ data, environment, now: WRITTEN });
    return findings
      .filter(({ check }) => check === 'vault')
      .map(({ level, says: sentence }) => `${level}: ${sentence}`);
  };

  it('finds a vault in order, open and closed, and leaves it so', async () => {
    const before = [fingerprint(data), fingerprint(vault)];
    expect(await says()).toEqual([
      `ok: ${vault} is closed to others and has the keys of 1 open surveys.`,
    ]);
    expect([fingerprint(data), fingerprint(vault)]).toEqual(before);
    await made.finish();
    expect(await says()).toEqual([
      `ok: ${vault} is closed to others and has the keys of 0 open surveys.`,
    ]);
    rmSync(vault, { recursive: true });
    expect(await says()).toEqual(['ok: No survey needs the vault yet.']);
  });

  it('says when it is missing, empty, or open to others', async () => {
    chmodSync(vault, 0o755);
    expect(await says()).toEqual([expect.stringMatching(/^fail: Other users .* \(mode 755\)/)]);
    chmodSync(vault, 0o700);
    const kept = join(base, 'kept');
    renameSync(join(vault, `${made.survey.code}.keys`), kept);
    expect(await says()).toEqual([expect.stringContaining('has no keys of survey 1 of w1.sqlite')]);
    rmSync(vault, { recursive: true });
    expect(await says()).toEqual([
      `fail: There is no vault at ${vault}, and 1 open surveys need their keys.`,
    ]);
  });

  it('says when it lies in the data folder', async () => {
    renameSync(vault, join(data, 'vault'));
    const inside = { GENJIN_VAULT: join(data, 'vault') };
    expect(await says(inside)).toEqual([
      expect.stringMatching(/^fail: .* lies in the data folder/),
    ]);
    expect(await says({ ...inside, GENJIN_VAULT_INSIDE: 'yes' })).toEqual([
      expect.stringMatching(/^warn: .* lies in the data folder/),
    ]);
  });

  it('says when the secret is missing, short or another one', async () => {
    expect(await says({ GENJIN_SECRET: 'another secret of enough letters' })).toEqual([
      expect.stringContaining('wrapped with another master secret than that of GENJIN_SECRET'),
    ]);
    expect(await says({ GENJIN_SECRET: 'short' })).toEqual([
      expect.stringContaining('GENJIN_SECRET holds fewer than 16 characters'),
    ]);
    rmSync(join(data, 'secret'));
    expect(await says()).toEqual([expect.stringContaining('There is no master secret')]);
  });

  it('says when keys are left over', async () => {
    const left = 'a'.repeat(32);
    writeFileSync(join(vault, `${left}.keys`), 'x');
    expect(await says()).toEqual([expect.stringMatching(`^warn: .* of 1 surveys .*: ${left}`)]);
  });
});

describe('a backup', () => {
  it('holds neither the vault nor the secret, wherever they are', async () => {
    const secret = readFileSync(join(data, 'secret'));
    const keys = readFileSync(join(vault, `${made.survey.code}.keys`));
    // Inside the data folder, too, for those who insist.
    mkdirSync(join(data, 'vault'));
    writeFileSync(join(data, 'vault', `${made.survey.code}.keys`), keys);
    const out = join(base, 'backups');
    const { folder, left } = await takeBackup({
      data,
      out,
      workspace: null,
      keep: null,
      now: WRITTEN,
      progress: () => undefined,
    });
    expect(left).toEqual(['secret', 'vault']);
    expect(existsSync(join(folder, 'w1.sqlite'))).toBe(true);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => /vault|secret|\.keys/.test(name))).toEqual([]);
    for (const name of names.filter((each) => statSync(join(folder, each)).isFile())) {
      const bytes = readFileSync(join(folder, name));
      expect([name, bytes.includes(secret), bytes.includes(keys)]).toEqual([name, false, false]);
    }
  });
});
