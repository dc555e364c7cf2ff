// Notes copied from customer to customer: the same text once names, numbers and dates are masked.
import { maskNote, nearlySame, shinglesOf } from './similarity.ts';

export interface Note {
  readonly id: number;
  readonly customerId: number;
  readonly text: string;
  /** Of the customer and its contacts. */
  readonly names: readonly string[];
}

/** Domain method: near-duplicates, other customer. */
const TEMPLATE = { atLeast: 0.9, minShingles: 8, notes: 3 };

/**
 * Groups of at least three notes of one member's day that are the same but for names, numbers and dates, for
 * at least three customers. The counts stand; the groups are evidence for the manager.
 * @param notes without those of a batch command
 * @returns the ids of each group, in the order given
 */
export const findTemplates = (notes: readonly Note[]): readonly (readonly number[])[] => {
  const groups: { shingles: ReadonlySet<string>; notes: Note[] }[] = [];
  for (const note of notes) {
    const shingles = shinglesOf(maskNote(note.text, note.names));
    const group = groups.find((other) =>
      nearlySame(other.shingles, shingles, TEMPLATE.atLeast, TEMPLATE.minShingles),
    );
    if (group) group.notes.push(note);
    else groups.push({ shingles, notes: [note] });
  }
  return groups
    .filter((group) => new Set(group.notes.map((note) => note.customerId)).size >= TEMPLATE.notes)
    .map((group) => group.notes.map(({ id }) => id));
};
