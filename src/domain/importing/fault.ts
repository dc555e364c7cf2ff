// Why something could not be taken in: a stable code to count by, and a sentence that says what to write instead.

/** Codes of the rejects file; add to them, never rename. */
const FAULT_CODES = [
  // The row itself
  'empty_line',
  'blank_row',
  'too_few_columns',
  'too_many_columns',
  'unterminated_quote',
  'misplaced_quote',
  'broken_text',
  // One value
  'missing',
  'control_characters',
  'too_long',
  'formula',
  'bad_date',
  'impossible_date',
  'future_date',
  'date_out_of_range',
  'bad_time',
  'bad_amount',
  'amount_too_fine',
  'amount_too_large',
  'negative_amount',
  'zero_amount',
  'bad_number',
  'out_of_range',
  'bad_yes_no',
  'unknown_code',
  'unknown_currency',
  'unknown_zone',
  'unknown_locale',
  // Several values of a row
  'closed_without_date',
  'date_without_closing',
  'closed_before_opened',
  'left_before_joined',
  'logged_before_it_happened',
  'done_over_applicable',
  'answered_before_asked',
  'both_answers',
  'self_handoff',
  'self_manager',
  'no_team',
  // Against what is already there
  'duplicate_id',
  'name_taken',
  'unknown_team',
  'unknown_member',
  'unknown_customer',
  'unknown_deal',
  'ambiguous_name',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export class Fault {
  /**
   * @param code what it is counted by
   * @param reason a sentence without its full stop, in English, for whoever runs the import
   */
  constructor(
    readonly code: FaultCode,
    readonly reason: string,
  ) {}
}

const SHOWN = 60;

/** A text as a sentence quotes it: cut, and with what cannot be seen made visible. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
