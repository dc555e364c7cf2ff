// The vault of surveys: there when it is needed, closed to others, outside the data, and with the right secret.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type Client from 'better-sqlite3';
import { VaultError } from '../../../src/store/vault.ts';
import { codesIn, liesIn, unwraps } from '../../vault/directory.ts';
import { readSecret } from '../../vault/secret.ts';
import { placeOf, type VaultPlace } from '../vault.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const CHECK = 'vault';
const OTHERS = 0o077;

export interface StoredSurvey {
  /** The workspace's file. */
  readonly name: string;
  readonly id: number;
  readonly code: string;
  /** 1 when its keys are needed, 0 while they are being made or destroyed. */
  readonly isOpen: number;
}

/** The surveys of a workspace's database that may have keys; none where there are no surveys yet. */
export const surveysIn = (client: Client.Database, name: string): readonly StoredSurvey[] => {
  const hasTable = client
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'survey'")
    .get();
  if (hasTable === undefined) return [];
  return client
    .prepare<[], Omit<StoredSurvey, 'name'>>(
      `SELECT id, code, state IN ('open', 'closing') AS isOpen FROM survey
       WHERE state NOT IN ('closed', 'cancelled') ORDER BY id`,
    )
    .all()
    .map((row) => ({ ...row, name }));
};

const folderFindings = (
  folder: string,
  data: string,
  { vaultInside }: VaultPlace,
): readonly Finding[] => {
  const findings: Finding[] = [];
  if (liesIn(folder, data)) {
    const says = `The vault ${folder} lies in the data folder: whoever copies the data has its keys.`;
    const fix = 'Stop Genjin, move it out, and name it with GENJIN_VAULT.';
    findings.push(vaultInside ? warn(CHECK, says, fix) : fail(CHECK, says, fix));
  }
  const stat = statSync(folder, { throwIfNoEntry: false });
  const isOpenToOthers = stat !== undefined && (stat.mode & OTHERS) !== 0;
  if (isOpenToOthers && process.platform !== 'win32') {
    const mode = (stat.mode & 0o777).toString(8);
    const says = `Other users of this machine may look into the vault ${folder} (mode ${mode}).`;
    findings.push(fail(CHECK, says, `chmod 700 ${folder}`));
  }
  return findings;
};

const keyFindings = (
  folder: string,
  secret: string | null,
  from: string,
  open: readonly StoredSurvey[],
): readonly Finding[] =>
  open.flatMap(({ name, id, code }) => {
    const which = `survey ${id} of ${name}`;
    if (secret === null) {
      return [
        fail(
          CHECK,
          `There is no master secret, so the keys of ${which} cannot be used.`,
          `Put back ${from}, or set GENJIN_SECRET to what it was.`,
        ),
      ];
    }
    switch (unwraps(folder, secret, code)) {
      case true:
        return [];
      case false:
        return [
          fail(
            CHECK,
            `The keys of ${which} are wrapped with another master secret than that of ${from}.`,
            'Set it to what it was when the survey began.',
          ),
        ];
      default:
        return [
          fail(
            CHECK,
            `The vault has no keys of ${which}: its ballots cannot be counted.`,
            `If the vault is elsewhere, name it with GENJIN_VAULT; else the survey is cancelled by itself.`,
          ),
        ];
    }
  });

/** @param surveys of all workspaces that could be read */
export const vault = (
  data: string,
  surveys: readonly StoredSurvey[],
  place: VaultPlace,
): readonly Finding[] => {
  const { folder, ...source } = placeOf(data, place);
  const open = surveys.filter(({ isOpen }) => isOpen === 1);
  const findings = [...folderFindings(folder, data, place)];
  const from = source.given === null ? source.file : 'GENJIN_SECRET';
  try {
    const codes = codesIn(folder);
    if (codes === null) {
      if (open.length === 0)
        return findings.length > 0 ? findings : [ok(CHECK, 'No survey needs the vault yet.')];
      const says = `There is no vault at ${folder}, and ${open.length} open surveys need their keys.`;
      const fix = 'Mount or move it back there, or name it with GENJIN_VAULT.';
      return [...findings, fail(CHECK, says, fix)];
    }
    findings.push(...keyFindings(folder, readSecret(source), from, open));
    const left = codes.filter((code) => !surveys.some((survey) => survey.code === code));
    if (left.length > 0) {
      const says = `The vault has keys of ${left.length} surveys that are not open in this data: ${left.join(', ')}.`;
      const fix = `If no other data folder uses this vault, remove them: ${left
        .map((code) => `shred -u ${join(folder, `${code}.keys`)}`)
        .join('; ')}`;
      findings.push(warn(CHECK, says, fix));
    }
    if (findings.length > 0) return findings;
    return [
      ok(CHECK, `${folder} is closed to others and has the keys of ${open.length} open surveys.`),
    ];
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return [...findings, fail(CHECK, `${error.message}.`, 'Mend what the sentence names.')];
  }
};
