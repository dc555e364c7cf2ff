// Charts come as SVG text; they are rebuilt element by element from a list of what a chart may hold.

const SVG = 'http://www.w3.org/2000/svg';
const ELEMENTS = new Set([
  'svg',
  'g',
  'path',
  'text',
  'tspan',
  'rect',
  'circle',
  'line',
  'polyline',
  'polygon',
  'ellipse',
  'defs',
  'clipPath',
]);
const ATTRIBUTES = new Set([
  'viewBox',
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'dx',
  'dy',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'points',
  'transform',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'text-anchor',
  'dominant-baseline',
  'font-size',
  'font-weight',
  'font-family',
  'xml:space',
  'paint-order',
  'stroke-miterlimit',
  'stroke-dashoffset',
]);

interface Policy {
  createHTML(text: string): string;
}
interface Factory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): Policy;
}
const { trustedTypes } = globalThis as { trustedTypes?: Factory };
/** The one door for markup: only `readChart` uses it, and what it parses is never inserted itself. */
const policy: Policy = trustedTypes?.createPolicy('genjin-charts', {
  createHTML: (text) => text,
}) ?? { createHTML: (text) => text };

/** A chart that may be inserted; null when the text is not a drawing. */
export const readChart = (text: string): SVGElement | null => {
  const parsed = new DOMParser().parseFromString(policy.createHTML(text), 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.localName !== 'svg' || parsed.querySelector('parsererror') !== null) return null;
  const copied = copy(root);
  if (copied === null) return null;
  const width = root.getAttribute('width');
  const height = root.getAttribute('height');
  if (!copied.hasAttribute('viewBox') && width !== null && height !== null) {
    copied.setAttribute('viewBox', `0 0 ${parseFloat(width)} ${parseFloat(height)}`);
  }
  copied.removeAttribute('width');
  copied.removeAttribute('height');
  return copied;
};

const copy = (source: Element): SVGElement | null => {
  if (source.namespaceURI !== SVG || !ELEMENTS.has(source.localName)) return null;
  const element = document.createElementNS(SVG, source.localName);
  for (const { name, value } of source.attributes) {
    if (ATTRIBUTES.has(name) && harmless(value)) element.setAttribute(name, value);
  }
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE)
      element.appendChild(document.createTextNode(child.nodeValue ?? ''));
    else if (child instanceof Element) {
      const copied = copy(child);
      if (copied !== null) element.appendChild(copied);
    }
  }
  return element;
};

/** No address of any kind; of CSS functions only the page's own colours. */
const harmless = (value: string): boolean =>
  !/url|import|expression|javascript|[<>\\]/i.test(value) &&
  !/var\((?!--(ink|ink-2|line|mark|surface|series-[1-5])\))/.test(value);
