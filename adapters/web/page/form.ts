// Genjin's forms as a dialog: what is missing is said at the field, and nothing typed is lost.
import type { Values } from '../../../src/chat/form.ts';
import type { PageMessages } from '../../../src/locales/en/page.ts';
import type { AskAnswer, FormView } from '../wire.ts';
import { ApiError, newDelivery } from './api.ts';
import { type Dialog, openDialog } from './dialog.ts';
import { type FieldElement, fieldElement } from './inputs.ts';

type Send = (form: FormView, values: Values, delivery: string) => Promise<AskAnswer>;

/** Opens the form; `send` delivers it, and a form in its answer (errors, or the next step) takes its place. */
export const openForm = (
  form: FormView,
  texts: PageMessages,
  send: Send,
  kept: Values = {},
): void => {
  const fields = form.inputs.map((input) => fieldElement(input, kept[input.name], texts));
  let tried = { values: '', delivery: '' };
  const submit = async (dialog: Dialog): Promise<void> => {
    const values = readAll(fields);
    const wrong = fields.filter((field) => field.required && values[field.name] === undefined);
    showErrors(fields, Object.fromEntries(wrong.map((field) => [field.name, texts.form.required])));
    if (wrong.length > 0) return;
    // The same answers sent again are the same delivery; other answers are another.
    const text = JSON.stringify(values);
    if (tried.values !== text) tried = { values: text, delivery: newDelivery() };
    dialog.setBusy(true);
    dialog.problem.hidden = true;
    try {
      const answer = await send(form, values, tried.delivery);
      dialog.close();
      if (answer.form !== null) openForm(answer.form, texts, send, values);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      dialog.problem.textContent = texts.errors[error.code];
      dialog.problem.hidden = false;
      if (!error.passing) tried = { values: '', delivery: '' };
    } finally {
      dialog.setBusy(false);
    }
  };
  const dialog = openDialog(
    {
      title: form.title,
      intro: form.intro,
      submit: form.submit,
      busy: texts.form.sending,
      cancel: form.cancel,
      close: texts.close,
      lang: form.locale,
      content: fields.map((field) => field.element),
    },
    (handle) => void submit(handle),
  );
  showErrors(fields, form.errors);
  if (Object.keys(form.errors).length > 0) {
    const unknown = Object.entries(form.errors).filter(
      ([name]) => !fields.some((field) => field.name === name),
    );
    dialog.problem.textContent = [texts.form.fix, ...unknown.map(([, what]) => what)].join(' ');
    dialog.problem.hidden = false;
  } else fields[0]?.focus();
};

const readAll = (fields: readonly FieldElement[]): Values =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = field.read();
      const empty = typeof value === 'string' ? value.trim() === '' : value.length === 0;
      return empty ? [] : [[field.name, value]];
    }),
  );

const showErrors = (
  fields: readonly FieldElement[],
  errors: Readonly<Record<string, string>>,
): void => {
  for (const field of fields) field.fail(errors[field.name] ?? null);
  fields.find((field) => errors[field.name] !== undefined)?.focus();
};
