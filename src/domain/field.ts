// The kinds of follow-up fields a team may add of its own.

export const FIELD_KINDS = ['text', 'number', 'choice', 'date'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
