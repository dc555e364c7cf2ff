// Forms that are open in somebody's dialog: a submission names one, so its intent cannot be forged.
import type { Form, Input, Values } from '../../src/chat/form.ts';
import { encodeIntent } from '../../src/chat/intent.ts';
import { assertNever } from '../../src/errors.ts';
import type { Db } from './database.ts';
import { LIMITS } from './limits.ts';
import type { StoredPlace } from './messages.ts';
import { Rejection } from './rejection.ts';
import type { FormView } from './wire.ts';

export interface OpenForm {
  readonly id: string;
  readonly user: string;
  readonly place: StoredPlace;
  /** The message whose button opened it. */
  readonly origin: number | null;
  readonly form: Form;
}

/** The open forms in one database. The oldest are forgotten when it is opened. */
export const createForms = (db: Db) => {
  db.prepare('DELETE FROM forms WHERE rowid <= (SELECT max(rowid) FROM forms) - ?').run(
    LIMITS.remembered,
  );
  const insert = db.prepare(
    `INSERT INTO forms (id, user, place, origin, form) VALUES (@id, @user, @place, @origin, @form)
     ON CONFLICT (id) DO NOTHING`,
  );
  const byId = db.prepare<
    [string, string],
    { id: string; user: string; place: StoredPlace; origin: number | null; form: string }
  >('SELECT id, user, place, origin, form FROM forms WHERE id = ? AND user = ?');

  return {
    open(form: OpenForm): void {
      if (form.form.sealed) throw new TypeError('a sealed form is never stored');
      insert.run({ ...form, form: JSON.stringify(form.form) });
    },
    /** The form, if it was opened for this person. */
    find(id: string, user: string): OpenForm | null {
      const row = byId.get(id, user);
      return row === undefined ? null : { ...row, form: JSON.parse(row.form) as Form };
    },
  };
};

export type Forms = ReturnType<typeof createForms>;

/** The form as the page draws it: everything but the intent, unless nobody else may hold that. */
export const viewForm = (id: string, form: Form): FormView => ({
  id,
  locale: form.locale,
  title: form.title,
  submit: form.submit,
  cancel: form.cancel,
  intro: form.intro ?? null,
  inputs: form.inputs,
  errors: form.errors ?? {},
  sealed: form.sealed === true ? encodeIntent(form.intent) : null,
});

/**
 * The values a form was answered with, empty ones left out.
 * @throws Rejection for a name, a type or an option the form does not have; what people get wrong by hand
 *   (a missing or senseless value) is the product's to explain
 */
export const readValues = (
  form: Form,
  values: Readonly<Record<string, string | readonly string[]>>,
): Values => {
  const inputs = new Map(form.inputs.map((input) => [input.name, input]));
  const read: [string, string | readonly string[]][] = [];
  for (const [name, value] of Object.entries(values)) {
    const input = inputs.get(name);
    if (input === undefined) throw bad(name, 'the form has no such input');
    const kept = readValue(input, value);
    if (kept !== null) read.push([name, kept]);
  }
  return Object.fromEntries(read);
};

const readValue = (
  input: Input,
  value: string | readonly string[],
): string | readonly string[] | null => {
  if (input.kind === 'choices') {
    const chosen = typeof value === 'string' ? [value] : value;
    const offered = new Set(input.options.map((option) => option.value));
    if (!chosen.every((one) => offered.has(one))) throw bad(input.name, 'not one of the options');
    return chosen.length === 0 ? null : [...new Set(chosen)];
  }
  if (typeof value !== 'string') throw bad(input.name, 'expected one value');
  if (value.trim() === '') return null;
  switch (input.kind) {
    case 'text':
      if (value.length > input.maxLength) {
        throw bad(input.name, `longer than ${input.maxLength} characters`);
      }
      return value;
    case 'choice':
    case 'person':
      if (!input.options.some((option) => option.value === value)) {
        throw bad(input.name, 'not one of the options');
      }
      return value;
    case 'number':
    case 'day':
    case 'time':
    case 'rating':
      return value;
    default:
      return assertNever(input);
  }
};

const bad = (name: string, what: string): Rejection =>
  new Rejection(400, 'bad_shape', `ask.values.${name.slice(0, 60)}: ${what}`);
