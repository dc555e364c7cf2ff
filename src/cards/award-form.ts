// The forms of an award: a nomination, the committee, the votes, and the words of the announcement.
import type { Form, Input, Option, Values } from '../chat/form.ts';
import { AWARD_RULES } from '../domain/recognition/award.ts';
import type { Locale } from '../locales/index.ts';
import { awardText, type NamedAward } from './award.ts';

type Errors = Readonly<Record<string, string>>;

const formOf = (
  locale: Locale,
  award: NamedAward,
  verb: string,
  parts: Pick<Form, 'title' | 'submit' | 'inputs'> & { readonly intro?: string },
  errors: Errors,
): Form => ({
  locale: locale.t.formatTag,
  cancel: locale.t.common.cancel,
  intent: { command: 'award', verb, args: { id: award.id } },
  ...parts,
  ...(Object.keys(errors).length > 0 ? { errors } : {}),
});

const typed = (values: Values, name: string): { value: string } | object => {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? { value } : {};
};

/** @param people whom the reader may nominate */
export const nominateForm = (
  locale: Locale,
  award: NamedAward,
  people: readonly Option[],
  values: Values,
  errors: Errors,
): Form => {
  const { award: texts } = locale.t;
  const inputs: Input[] = [
    {
      kind: 'person',
      name: 'who',
      label: texts.who,
      required: true,
      options: people,
      ...typed(values, 'who'),
    },
    {
      kind: 'text',
      name: 'reason',
      label: texts.reason,
      hint: texts.reasonHint,
      required: true,
      multiline: true,
      maxLength: AWARD_RULES.reasonMax,
      ...typed(values, 'reason'),
    },
  ];
  const title = texts.nominateForm({ award: awardText(locale, award) });
  const parts = { title, submit: texts.buttons.nominate, inputs, intro: texts.honours[award.kind] };
  return formOf(locale, award, 'nominated', parts, errors);
};

/** @param judges who may judge without a conflict */
export const appointForm = (
  locale: Locale,
  award: NamedAward,
  judges: readonly Option[],
  chosen: readonly string[],
  errors: Errors,
): Form => {
  const { award: texts } = locale.t;
  const title = texts.appointForm({ award: awardText(locale, award) });
  const inputs: Input[] = [
    {
      kind: 'choices',
      name: 'judges',
      label: texts.judges,
      hint: texts.judgesHint,
      required: true,
      options: judges,
      ...(chosen.length === 0 ? {} : { value: chosen }),
    },
  ];
  return formOf(
    locale,
    award,
    'appointed',
    { title, submit: texts.buttons.appoint, inputs },
    errors,
  );
};

/** @param nominees who can win */
export const voteForm = (locale: Locale, award: NamedAward, nominees: readonly Option[]): Form => {
  const { award: texts } = locale.t;
  const title = texts.voteForm({ award: awardText(locale, award) });
  const inputs: Input[] = [
    { kind: 'choices', name: 'approve', label: texts.approve, required: false, options: nominees },
  ];
  const parts = { title, submit: texts.buttons.vote, inputs, intro: texts.voteIntro };
  return formOf(locale, award, 'voted', parts, {});
};

/** @param draft what the nominations say, or what was submitted last */
export const postForm = (
  locale: Locale,
  award: NamedAward,
  names: readonly string[],
  draft: string,
  errors: Errors,
): Form => {
  const { award: texts } = locale.t;
  const title = texts.postForm({ names: locale.format.list(names) });
  const inputs: Input[] = [
    {
      kind: 'text',
      name: 'reason',
      label: texts.postReason,
      hint: texts.postHint,
      required: true,
      multiline: true,
      maxLength: AWARD_RULES.postMax,
      ...(draft === '' ? {} : { value: draft }),
    },
  ];
  const parts = { title, submit: texts.postSubmit, inputs, intro: awardText(locale, award) };
  return formOf(locale, award, 'posted', parts, errors);
};
