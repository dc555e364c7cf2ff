// A modal dialog that cleans up after itself and gives the focus back.
import { freshId, h } from './dom.ts';
import { icon } from './icons.ts';

export interface Dialog {
  readonly form: HTMLFormElement;
  /** What stands above the buttons when the whole did not work. */
  readonly problem: HTMLElement;
  setBusy(busy: boolean): void;
  close(): void;
}

interface Look {
  readonly title: string;
  readonly intro: string | null;
  readonly submit: string;
  readonly busy: string;
  /** Null: the dialog cannot be left. */
  readonly cancel: string | null;
  /** What the corner's cross says. */
  readonly close: string;
  readonly lang?: string;
  readonly content: readonly Node[];
}

/** Opens a dialog with a form in it. @param submit runs when the form is sent */
export const openDialog = (look: Look, submit: (dialog: Dialog) => void): Dialog => {
  const title = freshId('dialog');
  const opener = document.activeElement;
  const button = h('button', { type: 'submit', class: 'button primary' }, look.submit);
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const form = h(
    'form',
    { novalidate: true },
    h(
      'div',
      { class: 'scroll' },
      h('h2', { id: title, dir: 'auto' }, look.title),
      look.intro === null ? null : h('p', { class: 'intro', dir: 'auto' }, look.intro),
      h('div', { class: 'fields-grid' }, ...look.content),
    ),
    problem,
    h(
      'div',
      { class: 'actions' },
      look.cancel === null
        ? null
        : h(
            'button',
            { type: 'button', class: 'button plain', onclick: () => dialog.close() },
            look.cancel,
          ),
      button,
    ),
  );
  const dialog = h('dialog', { 'aria-labelledby': title, lang: look.lang }, form);
  if (look.cancel !== null) {
    dialog.appendChild(
      h(
        'button',
        {
          type: 'button',
          class: 'corner',
          'aria-label': look.close,
          onclick: () => dialog.close(),
        },
        icon('close'),
      ),
    );
  }
  let busy = false;
  const handle: Dialog = {
    form,
    problem,
    setBusy(now) {
      busy = now;
      button.disabled = now;
      button.textContent = now ? look.busy : look.submit;
      form.setAttribute('aria-busy', String(now));
    },
    close: () => dialog.close(),
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!busy) submit(handle);
  });
  dialog.addEventListener('cancel', (event) => {
    if (look.cancel === null) event.preventDefault();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    else document.getElementById('line')?.focus();
  });
  document.body.appendChild(dialog);
  dialog.showModal();
  return handle;
};
