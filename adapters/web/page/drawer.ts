// On a phone the rail is a drawer: opened by the menu button, closed by Escape or a tap beside it.
import { need } from './dom.ts';

export const createDrawer = (
  frame: HTMLElement,
  rail: HTMLElement,
  main: HTMLElement,
  shade: HTMLElement,
) => {
  const button = need(main, '.menu');
  const narrow = matchMedia('(max-width: 760px)');
  const set = (open: boolean) => {
    const wasOpen = frame.classList.contains('open');
    frame.classList.toggle('open', open);
    button.setAttribute('aria-expanded', String(open));
    // Off the screen it must be off the keyboard's way too.
    rail.inert = narrow.matches && !open;
    main.inert = narrow.matches && open;
    if (open) need(rail, '.place').focus();
    else if (wasOpen) button.focus();
  };
  button.addEventListener('click', () => set(true));
  shade.addEventListener('click', () => set(false));
  rail.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && frame.classList.contains('open')) set(false);
  });
  narrow.addEventListener('change', () => set(false));
  set(false);
  return { close: () => set(false) };
};
