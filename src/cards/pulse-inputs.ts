// The inputs the forms of /pulse are made of.
import type { Form, Input, Option, Values } from '../chat/form.ts';
import type { Locale } from '../locales/index.ts';

export type Errors = Readonly<Record<string, string>>;

interface Part {
  readonly name: string;
  readonly label: string;
  /** What was submitted last, else what stands here. */
  readonly values: Values;
  readonly now?: string;
  readonly hint?: string;
}

const base = ({ name, label, hint }: Part) => ({
  name,
  label,
  ...(hint === undefined ? {} : { hint }),
});

const started = ({ name, values, now = '' }: Part): { value: string } | object => {
  const last = values[name];
  const value = typeof last === 'string' ? last : now;
  return value === '' ? {} : { value };
};

export const numberInput = (part: Part): Input => ({
  kind: 'number',
  required: true,
  ...base(part),
  ...started(part),
});

export const dayInput = (part: Part): Input => ({
  kind: 'day',
  required: true,
  ...base(part),
  ...started(part),
});

export const choiceInput = (part: Part, options: readonly Option[]): Input => ({
  kind: 'choice',
  required: true,
  options,
  ...base(part),
  ...started(part),
});

/** @param now chosen from the start, unless something was submitted */
export const choicesInput = (
  part: Part,
  options: readonly Option[],
  now: readonly string[],
): Input => {
  const last = part.values[part.name];
  const chosen =
    Object.keys(part.values).length === 0 ? now : typeof last === 'string' ? [last] : (last ?? []);
  return { kind: 'choices', required: false, options, ...base(part), value: chosen };
};

export const textInput = (part: Part, maxLength: number, multiline: boolean): Input => ({
  kind: 'text',
  required: true,
  multiline,
  maxLength,
  ...base(part),
  ...started(part),
});

export const yesNo = ({ t }: Locale): Option[] => [
  { value: 'yes', label: t.common.yes },
  { value: 'no', label: t.common.no },
];

/** A form of /pulse. */
export const pulseForm = (
  locale: Locale,
  look: { readonly title: string; readonly submit: string; readonly intro?: string },
  verb: string,
  args: Form['intent']['args'],
  inputs: readonly Input[],
  errors: Errors,
): Form => ({
  locale: locale.t.formatTag,
  title: look.title,
  submit: look.submit,
  cancel: locale.t.common.cancel,
  ...(look.intro === undefined ? {} : { intro: look.intro }),
  inputs,
  intent: { command: 'pulse', verb, args },
  ...(Object.keys(errors).length > 0 ? { errors } : {}),
});
