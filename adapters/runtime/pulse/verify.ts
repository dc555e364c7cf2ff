// What is stored of a survey in plain words, and whether anything of it leads to a person.

import { codesIn, unwraps } from '../../vault/directory.ts';
import { readSecret } from '../../vault/secret.ts';
import { placeOf, type VaultPlace } from '../vault.ts';
import { type Attempt, attack } from './attacks.ts';
import { type Evidence, gather, type StoredSurvey } from './evidence.ts';

export interface VerifyOptions {
  /** The data folder. */
  readonly data: string;
  /** The workspace's database file. */
  readonly file: string;
  readonly survey: number;
  readonly place: VaultPlace;
  /** Older copies of the database, e.g. from backups. */
  readonly copies: readonly string[];
  readonly logs: readonly string[];
}

export interface Verified {
  readonly survey: Omit<StoredSurvey, 'code'>;
  /** What is stored, a sentence each. */
  readonly stored: readonly string[];
  readonly attempts: readonly Attempt[];
  /** What the promise does not cover while the survey is open. */
  readonly note: string | null;
}

const pluck = ({ client }: Evidence, sql: string, ...values: readonly unknown[]): number =>
  client
    .prepare<unknown[], number>(sql)
    .pluck()
    .get(...values) ?? 0;

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

const storedOf = (evidence: Evidence): readonly string[] => {
  const { survey, invitees, hasKeys } = evidence;
  const { code, id } = survey;
  const ballots = pluck(evidence, 'SELECT count(*) FROM ballot WHERE survey = ?', code);
  const bytes = pluck(evidence, 'SELECT max(length(sealed)) FROM ballot WHERE survey = ?', code);
  const marks = pluck(evidence, 'SELECT count(*) FROM mark WHERE survey = ?', code);
  const figures = pluck(evidence, 'SELECT count(*) FROM survey_figure WHERE survey_id = ?', id);
  const comments = pluck(evidence, 'SELECT count(*) FROM survey_comment WHERE survey = ?', code);
  const deliveries = pluck(
    evidence,
    "SELECT count(*) FROM inbox WHERE id > 'sealed:' AND id < 'sealed;'",
  );
  return [
    `state ${survey.state}, open from ${day(survey.opensAt)} to ${day(survey.closesAt)}`,
    `seal ${survey.seal ?? 'none yet'}`,
    `${invitees.length} people were invited; that is stored, and not who of them answered`,
    `${ballots} sealed ballots${ballots > 0 ? ` of ${bytes} bytes each, under random numbers` : ''}`,
    `${marks} participation marks`,
    `${figures} published figures, each of one question in one group`,
    `${comments} comments, each beside nothing else`,
    hasKeys === null
      ? 'there is no vault here: without its keys a ballot cannot be opened'
      : hasKeys
        ? 'the vault has its keys'
        : 'the vault has no keys of it',
    `${deliveries} deliveries of this day and the last that carried answers of any survey: their ids and that they were answered`,
  ];
};

/**
 * Looks at everything and changes nothing.
 * @throws Error when there is no such survey, or a file cannot be read
 */
export const verifySurvey = (options: VerifyOptions): Verified => {
  const { folder, ...source } = placeOf(options.data, options.place);
  const evidence = gather({
    ...options,
    hasKeys: (code) => codesIn(folder)?.includes(code) ?? null,
  });
  try {
    const { code, ...survey } = evidence.survey;
    const secret = readSecret(source);
    const opens = secret !== null && unwraps(folder, secret, code) === true;
    return {
      survey,
      stored: storedOf(evidence),
      attempts: attack(evidence),
      note: opens
        ? 'The vault and its secret are both on this machine: until the survey is closed, whoever has both can open its ballots, and whoever also has copies of the database from between two clicks can tell whose they are.'
        : null,
    };
  } finally {
    evidence.close();
  }
};
