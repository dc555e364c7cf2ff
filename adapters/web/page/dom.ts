// Elements made by hand: text is always text, so nothing anybody typed is ever markup.

type Value = string | number | boolean | null | undefined | ((event: Event) => void);
export type Child = Node | string | null | false;

/**
 * An element with attributes, listeners (`onclick`, …) and children. A true attribute is set empty; false, null
 * and undefined ones are left out.
 */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children);
  return element;
};

/** Appends the children that are there. */
export const append = (parent: Node, children: readonly Child[]): void => {
  for (const child of children) {
    if (child === null || child === false) continue;
    parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
};

let counter = 0;
/** An id no other element has. */
export const freshId = (prefix: string): string => `${prefix}-${++counter}`;

/** The first element that matches; the page's own markup has it. @throws TypeError when it does not */
export const need = (parent: ParentNode, selector: string): HTMLElement => {
  const found = parent.querySelector<HTMLElement>(selector);
  if (found === null) throw new TypeError(`no ${selector}`);
  return found;
};
