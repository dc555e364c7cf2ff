// The inputs of a form: one labelled field each, whatever its kind.
import type { Input } from '../../../src/chat/form.ts';
import type { PageMessages } from '../../../src/locales/en/page.ts';
import { freshId, h, need } from './dom.ts';
import { fill } from './format.ts';

type Value = string | readonly string[];

export interface FieldElement {
  readonly name: string;
  readonly element: HTMLElement;
  read(): Value;
  focus(): void;
  fail(what: string | null): void;
  readonly required: boolean;
}

/** Two of these fit beside each other. */
const SHORT: ReadonlySet<Input['kind']> = new Set(['number', 'day', 'time']);
/** Up to this many options are shown side by side; more go into a list. */
const SIDE_BY_SIDE = 4;

/** @param kept what was typed before, when the form comes back with errors */
export const fieldElement = (
  input: Input,
  kept: Value | undefined,
  texts: PageMessages,
): FieldElement => {
  const id = freshId('field');
  const error = h('p', { class: 'error', id: `${id}-error`, hidden: true });
  const hint =
    input.hint === undefined ? null : h('p', { class: 'hint', id: `${id}-hint` }, input.hint);
  const described = [hint?.id, error.id].filter(Boolean).join(' ');
  const value = kept ?? input.value ?? (input.kind === 'choices' ? [] : '');
  const control = controlFor(input, id, value, described, texts);
  const mark = input.required ? null : h('span', { class: 'optional' }, ` ${texts.form.optional}`);
  const element = control.grouped
    ? h(
        'fieldset',
        { class: 'field', 'aria-describedby': described },
        h('legend', {}, input.label, mark),
        hint,
        control.element,
        error,
      )
    : h(
        'div',
        { class: SHORT.has(input.kind) ? 'field short' : 'field' },
        h('label', { for: id }, input.label, mark),
        hint,
        control.element,
        error,
      );
  return {
    name: input.name,
    element,
    required: input.required,
    read: control.read,
    focus: () => need(element, 'input, textarea, select').focus(),
    fail(what) {
      error.textContent = what ?? '';
      error.hidden = what === null;
      element.classList.toggle('wrong', what !== null);
      for (const one of element.querySelectorAll('input, textarea, select')) {
        if (what === null) one.removeAttribute('aria-invalid');
        else one.setAttribute('aria-invalid', 'true');
      }
    },
  };
};

interface Control {
  readonly element: HTMLElement;
  readonly grouped: boolean;
  read(): Value;
}

const controlFor = (
  input: Input,
  id: string,
  value: Value,
  described: string,
  texts: PageMessages,
): Control => {
  const common = {
    id,
    name: input.name,
    'aria-describedby': described,
    'aria-required': input.required,
  };
  const text = typeof value === 'string' ? value : '';
  switch (input.kind) {
    case 'text': {
      const attributes = {
        ...common,
        placeholder: input.placeholder,
        maxlength: input.maxLength,
        dir: 'auto',
        autocomplete: 'off',
      };
      const element = input.multiline
        ? h('textarea', { ...attributes, rows: 4 })
        : h('input', { ...attributes, type: 'text' });
      return single(element, text);
    }
    case 'number':
      // Not type=number: it throws away what it cannot read, such as 12万, before anybody could explain.
      return single(
        h('input', {
          ...common,
          type: 'text',
          inputmode: 'decimal',
          placeholder: input.placeholder,
          autocomplete: 'off',
        }),
        text,
      );
    case 'day':
      return single(h('input', { ...common, type: 'date' }), text);
    case 'time':
      return single(h('input', { ...common, type: 'time' }), text);
    case 'person':
      return select(input.options, common, text, texts);
    case 'choice':
      return input.options.length <= SIDE_BY_SIDE
        ? boxes('radio', input.name, input.options, [text])
        : select(input.options, common, text, texts);
    case 'choices':
      return boxes(
        'checkbox',
        input.name,
        input.options,
        typeof value === 'string' ? [value] : value,
      );
    case 'rating': {
      const options = Array.from({ length: input.max }, (_, index) => ({
        value: String(index + 1),
        label: String(index + 1),
      }));
      const control = boxes('radio', input.name, options, [text]);
      control.element.classList.add('rating');
      control.element.querySelectorAll('input').forEach((radio) => {
        const spoken = fill(texts.form.rating, { n: radio.value, max: input.max });
        radio.setAttribute('aria-label', spoken);
      });
      return control;
    }
    default:
      return input satisfies never;
  }
};

const single = (
  element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: string,
): Control => {
  element.value = value;
  return { element, grouped: false, read: () => element.value };
};

const select = (
  options: readonly { readonly value: string; readonly label: string }[],
  attributes: Readonly<Record<string, string | boolean>>,
  value: string,
  texts: PageMessages,
): Control =>
  single(
    h(
      'select',
      attributes,
      h('option', { value: '' }, texts.form.choose),
      ...options.map((one) => h('option', { value: one.value }, one.label)),
    ),
    value,
  );

const boxes = (
  type: 'radio' | 'checkbox',
  name: string,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: readonly string[],
): Control => {
  const group = freshId(name);
  const inputs = options.map((one) => {
    const box = h('input', { type, name: group, value: one.value });
    box.checked = chosen.includes(one.value);
    return box;
  });
  const element = h(
    'div',
    { class: 'boxes' },
    ...options.map((one, index) =>
      h('label', {}, inputs[index] ?? null, h('span', { dir: 'auto' }, one.label)),
    ),
  );
  const read = (): Value => {
    const values = inputs.filter((one) => one.checked).map((one) => one.value);
    return type === 'checkbox' ? values : (values[0] ?? '');
  };
  return { element, grouped: true, read };
};
