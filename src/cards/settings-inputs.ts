// The parts the forms of /settings are made of.
import type { Form, Input, Option, Values } from '../chat/form.ts';
import { LOCALE_TAGS, type Locale, localeFor } from '../locales/index.ts';

export type Errors = Readonly<Record<string, string>>;

/** What an input starts with: what was submitted last, else what is so now. */
const shown = (values: Values, name: string, now: string): { value: string } | object => {
  const last = values[name];
  const value = typeof last === 'string' ? last : now;
  return value === '' ? {} : { value };
};

export const form = (
  locale: Locale,
  title: string,
  verb: string,
  args: Record<string, number>,
  inputs: readonly Input[],
  errors: Errors,
  intro?: string,
): Form => ({
  locale: locale.t.formatTag,
  title,
  submit: locale.t.common.save,
  cancel: locale.t.common.cancel,
  inputs,
  intent: { command: 'settings', verb, args },
  ...(intro === undefined ? {} : { intro }),
  ...(Object.keys(errors).length > 0 ? { errors } : {}),
});

export interface Part {
  readonly name: string;
  readonly label: string;
  readonly values: Values;
  /** What is so now. */
  readonly now?: string;
  readonly required?: boolean;
  readonly hint?: string;
}

const base = ({ name, label, values, now = '', required = true, hint }: Part) => ({
  name,
  label,
  required,
  ...(hint === undefined ? {} : { hint }),
  ...shown(values, name, now),
});

export const text = (part: Part, maxLength: number, multiline = false): Input => ({
  kind: 'text',
  multiline,
  maxLength,
  ...base(part),
});
export const choice = (part: Part, options: readonly Option[]): Input => ({
  kind: 'choice',
  options,
  ...base(part),
});
export const day = (part: Part): Input => ({ kind: 'day', ...base(part) });
export const number = (part: Part): Input => ({ kind: 'number', ...base(part) });
export const time = (part: Part): Input => ({ kind: 'time', ...base(part) });

export const onOff = (locale: Locale): Option[] => {
  const { values } = locale.t.settings;
  return [
    { value: 'on', label: values.on },
    { value: 'off', label: values.off },
  ];
};
export const yesNo = (locale: Locale): Option[] => [
  { value: 'on', label: locale.t.common.yes },
  { value: 'off', label: locale.t.common.no },
];
export const flag = (on: boolean): string => (on ? 'on' : 'off');

export const languages = (): Option[] =>
  LOCALE_TAGS.map((tag) => ({ value: tag, label: localeFor(tag).t.name }));
