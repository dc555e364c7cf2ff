// Asks whom one thanks, and for what.
import type { Form, Input, Option, Values } from '../chat/form.ts';
import { MAX_REASON } from '../domain/recognition/reason.ts';
import type { Locale } from '../locales/index.ts';

const typedIn = (values: Values, name: string): { value: string } | object => {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? { value } : {};
};

/** @param view `values`: the team's, none: no such input; `typed`: what was submitted last */
export const kudosForm = (
  locale: Locale,
  view: {
    readonly people: readonly Option[];
    readonly values: readonly string[];
    readonly left: number;
    readonly typed: Values;
    readonly errors: Readonly<Record<string, string>>;
  },
): Form => {
  const { t } = locale;
  const texts = t.kudos.form;
  const { typed, errors, values } = view;
  const who = typeof typed.who === 'string' ? [typed.who] : typed.who;
  const value: Input = {
    kind: 'choice',
    name: 'value',
    label: texts.value,
    required: false,
    options: values.map((name) => ({ value: name, label: name })),
    ...typedIn(typed, 'value'),
  };
  return {
    locale: t.formatTag,
    title: texts.title,
    submit: texts.submit,
    cancel: t.common.cancel,
    intro: texts.intro({ left: view.left }),
    intent: { command: 'kudos', verb: 'submit', args: {} },
    inputs: [
      {
        kind: 'choices',
        name: 'who',
        label: texts.who,
        hint: texts.whoHint,
        required: true,
        options: view.people,
        ...(who === undefined ? {} : { value: who }),
      },
      {
        kind: 'text',
        name: 'reason',
        label: texts.reason,
        hint: texts.reasonHint,
        required: true,
        multiline: true,
        maxLength: MAX_REASON,
        ...typedIn(typed, 'reason'),
      },
      ...(values.length === 0 ? [] : [value]),
      {
        kind: 'number',
        name: 'points',
        label: texts.points,
        required: true,
        value: '1',
        ...typedIn(typed, 'points'),
      },
    ],
    ...(Object.keys(errors).length === 0 ? {} : { errors }),
  };
};
