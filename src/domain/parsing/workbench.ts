// The parse of a line in the shape of the judged examples, for a workbench and for tests.
import type { ParsedFollowup } from './parsed.ts';

export interface WorkbenchRow {
  readonly customer: string | null;
  readonly contact: string | null;
  readonly channel: string | null;
  readonly outcome: string;
  readonly intent: string | null;
  readonly amount: {
    readonly value: number;
    readonly currency: string;
    readonly min?: number;
    readonly max?: number;
  } | null;
  readonly next: {
    readonly action: string | null;
    readonly at: string | null;
    readonly precision: string | null;
    readonly end?: string;
  } | null;
  readonly duration_min: number | null;
  readonly occurred: string | null;
  /** The kinds to ask, joined by a comma. */
  readonly clarify: string | null;
}

/** The row of `followups.dev.jsonl` without id, lang, text and note. */
export const toWorkbench = (parsed: ParsedFollowup): WorkbenchRow => {
  const { amount, next } = parsed;
  const kinds = [...new Set(parsed.clarify.map((ask) => ask.kind))];
  return {
    customer: parsed.customer?.name ?? null,
    contact: parsed.contact,
    channel: parsed.channel,
    outcome: parsed.outcome,
    intent: parsed.intent,
    amount: amount && {
      value: amount.value,
      currency: amount.currency,
      ...(amount.min === undefined ? {} : { min: amount.min }),
      ...(amount.max === undefined ? {} : { max: amount.max }),
    },
    next: next && {
      action: next.action,
      at: next.period ?? next.at,
      precision: next.precision,
      ...(next.end === null ? {} : { end: next.end }),
    },
    duration_min: parsed.durationMin,
    occurred: parsed.occurred?.period ?? parsed.occurred?.at ?? null,
    clarify: kinds.length === 0 ? null : kinds.join(','),
  };
};
