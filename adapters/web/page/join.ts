// Somebody new: the first admin of an empty workspace, or one more person.
import type { PageMessages } from '../../../src/locales/en/page.ts';
import type { Language } from '../wire.ts';
import { ApiError, newDelivery, postAsk } from './api.ts';
import { openDialog } from './dialog.ts';
import { fill } from './format.ts';
import { fieldElement } from './inputs.ts';

/**
 * Asks for a name and a language and introduces that person to Genjin.
 * @param joined is given the new user's id
 */
export const openJoin = (
  texts: PageMessages,
  language: Language,
  first: boolean,
  joined: (user: string, name: string) => Promise<void>,
): void => {
  const user = `web-${newDelivery()}`;
  const delivery = newDelivery();
  const name = fieldElement(
    {
      kind: 'text',
      name: 'name',
      label: texts.join.name,
      required: true,
      multiline: false,
      maxLength: 200,
      placeholder: texts.join.namePlaceholder,
    },
    undefined,
    texts,
  );
  const locale = fieldElement(
    {
      kind: 'choice',
      name: 'locale',
      label: texts.language,
      required: true,
      value: language,
      options: [
        { value: 'zh', label: texts.chinese },
        { value: 'en', label: texts.english },
      ],
    },
    undefined,
    texts,
  );
  const dialog = openDialog(
    {
      title: first ? texts.join.firstTitle : texts.join.addTitle,
      intro: first ? texts.join.firstText : texts.join.addText,
      submit: first ? texts.join.first : texts.join.add,
      busy: texts.form.sending,
      cancel: first ? null : texts.close,
      close: texts.close,
      content: [name.element, locale.element],
    },
    () => void submit(),
  );
  name.focus();

  const submit = async (): Promise<void> => {
    const typed = String(name.read()).trim();
    name.fail(typed === '' ? texts.join.nameMissing : null);
    if (typed === '') {
      name.focus();
      return;
    }
    dialog.setBusy(true);
    dialog.problem.hidden = true;
    try {
      const chosen: Language = locale.read() === 'zh' ? 'zh' : 'en';
      await postAsk({
        as: user,
        delivery,
        place: 'direct',
        ask: { kind: 'opened', name: typed, locale: chosen },
      });
      await joined(user, typed);
      dialog.close();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      dialog.problem.textContent =
        error.code === 'unknown_person'
          ? fill(texts.join.failed, { name: typed })
          : texts.errors[error.code];
      dialog.problem.hidden = false;
    } finally {
      dialog.setBusy(false);
    }
  };
};
