// How long things are kept: the form, and the setting in words.
import type { Form, Values } from '../chat/form.ts';
import type { Locale } from '../locales/index.ts';
import { type Errors, form, number } from './settings-inputs.ts';

interface View {
  /** Months; null for ever. */
  readonly notes: number | null;
  /** Days. */
  readonly logs: number;
}

/** `notes for 24 months, logs for 90 days` */
export const retentionText = (locale: Locale, { notes, logs }: View): string =>
  locale.t.settings.retentionValue({ notes, logs });

/** Asks for both; no months mean for ever. */
export const retentionForm = (locale: Locale, now: View, values: Values, errors: Errors): Form => {
  const { settings } = locale.t;
  return form(
    locale,
    settings.labels.retention,
    'retentionSave',
    {},
    [
      number({
        name: 'notes',
        label: settings.keepNotes,
        values,
        now: now.notes === null ? '' : String(now.notes),
        required: false,
        hint: settings.hints.keepNotes,
      }),
      number({
        name: 'logs',
        label: settings.keepLogs,
        values,
        now: String(now.logs),
        hint: settings.hints.keepLogs,
      }),
    ],
    errors,
  );
};
