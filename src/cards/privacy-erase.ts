// Erasing a member: the form that makes sure, and what went and what stays.
import type { Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Locale } from '../locales/index.ts';
import { notice } from './notice.ts';

/** Asks to type the name, or the number, of who is to be erased. */
export const eraseForm = (
  locale: Locale,
  view: {
    readonly id: number;
    /** What has to be typed. */
    readonly type: string;
    readonly isSelf: boolean;
    readonly error?: string;
  },
): Form => {
  const { t } = locale;
  const { privacy } = t;
  return {
    locale: t.formatTag,
    title: view.isSelf ? privacy.eraseMe : privacy.eraseOther({ name: view.type }),
    submit: privacy.eraseForGood,
    cancel: t.common.cancel,
    intro: view.isSelf ? privacy.eraseIntro : privacy.eraseOtherIntro,
    inputs: [
      {
        kind: 'text',
        name: 'name',
        label: privacy.typeToConfirm({ type: view.type }),
        required: true,
        multiline: false,
        maxLength: 200,
      },
    ],
    intent: { command: 'privacy', verb: 'erase', args: { id: view.id } },
    ...(view.error === undefined ? {} : { errors: { name: view.error } }),
  };
};

/** What went and what stays; it names nobody. */
export const erasedCard = (
  locale: Locale,
  label: string,
  /** Null: it had been erased before. */
  done: {
    readonly notes: number;
    readonly accounts: number;
    readonly customers: number;
    readonly mentions: number;
  } | null,
): Card => {
  const { privacy } = locale.t;
  if (done === null) return notice(locale, privacy.erasedBefore({ label }), [privacy.backups]);
  return notice(locale, privacy.erased({ label }), [
    privacy.went(done),
    privacy.stays({ label }),
    privacy.backups,
    privacy.comingBack,
  ]);
};
