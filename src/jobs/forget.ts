// What deleting leaves to be done outside its write: stores of platforms forget, then the file is compacted.
import type { Forgotten } from '../domain/forgetting.ts';
import type { Instant } from '../domain/time.ts';
import { forgetDeliveriesOf } from '../store/erase.ts';
import { readSetting, removeSetting, writeSetting } from '../store/setting.ts';
import type { Workspace } from '../store/workspace.ts';

/** The answer to the erasure itself, and a redelivery of it, are still on their way until then. */
const AFTER_MS = 10_000;

/**
 * Does what is due; call it every minute. A crash at any point leaves it due.
 * @param forget lets the stores of chat platforms forget a person; may be called again for the same one
 * @returns whether the workspace was compacted
 * @throws Error when the data is in use by another process: it stays due
 */
export const finishDeleting = async (
  workspace: Workspace,
  now: Instant,
  forget: (whom: Forgotten) => void,
): Promise<boolean> => {
  const { people, isDue } = workspace.read((db) => ({
    people: readSetting(db, 'forgetDue') ?? [],
    isDue: readSetting(db, 'compactDue') ?? false,
  }));
  const ready = people.filter(({ at }) => at + AFTER_MS <= now);
  if (people.length > ready.length || !(isDue || ready.length > 0)) return false;
  for (const person of ready) forget(person);
  if (ready.length > 0) {
    await workspace.write((db) => {
      for (const { accounts } of ready) forgetDeliveriesOf(db, accounts);
      const others = (readSetting(db, 'forgetDue') ?? []).filter(
        ({ memberId }) => !ready.some((done) => done.memberId === memberId),
      );
      if (others.length === 0) removeSetting(db, 'forgetDue');
      else writeSetting(db, 'forgetDue', others);
    });
  }
  await workspace.compact();
  await workspace.write((db) => {
    // Whoever was erased meanwhile needs it once more.
    if (readSetting(db, 'forgetDue') === null) removeSetting(db, 'compactDue');
  });
  return true;
};
