// What the doctor says: one sentence a finding, and what to do where something is to be done.
import { messageOf } from '../backup/faults.ts';

/** `warn`: Genjin runs, and it is worth a look; `fail`: it does not run, or what it says may be wrong. */
export type Level = 'ok' | 'warn' | 'fail';

export interface Finding {
  readonly level: Level;
  /** What was looked at, e.g. `disk` or `w1.sqlite`. */
  readonly check: string;
  /** One plain sentence. */
  readonly says: string;
  /** What to do; null where nothing is. */
  readonly fix: string | null;
}

const SEVERITY: readonly Level[] = ['ok', 'warn', 'fail'];

export const ok = (check: string, says: string): Finding => ({
  level: 'ok',
  check,
  says,
  fix: null,
});
export const warn = (check: string, says: string, fix: string): Finding => ({
  level: 'warn',
  check,
  says,
  fix,
});
export const fail = (check: string, says: string, fix: string): Finding => ({
  level: 'fail',
  check,
  says,
  fix,
});

export const worst = (findings: readonly Finding[]): Level =>
  SEVERITY.findLast((level) => findings.some((finding) => finding.level === level)) ?? 'ok';

/** The findings of a check; of one that breaks off, that it did. */
export const guarded = async (
  check: string,
  look: () => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<readonly Finding[]> => {
  try {
    return await look();
  } catch (error) {
    return [
      fail(
        check,
        `This could not be looked at: ${messageOf(error)}.`,
        'Mend what the sentence names, then run `genjin doctor` again.',
      ),
    ];
  }
};
