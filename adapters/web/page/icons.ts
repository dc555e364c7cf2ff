// The page's few icons, drawn with a pen of one width.

const PATHS = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h16M4 15h16',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  send: 'M5 12h13M12 5l7 7-7 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.500 10.500Z',
  auto: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 3v18',
  down: 'M12 5v14M6 13l6 6 6-6',
  updown: 'M8 10l4-4 4 4M8 14l4 4 4-4',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  eye: 'M4 4l16 16M9.900 5.300A9.600 9.600 0 0 1 12 5c5 0 8.500 4.500 9.500 7a13 13 0 0 1-2.600 3.800M6.300 7.500A13 13 0 0 0 2.500 12c1 2.500 4.500 7 9.500 7a9 9 0 0 0 4.500-1.200M9.900 10a3 3 0 0 0 4.200 4.200',
  retry: 'M4 12a8 8 0 1 0 2.500-5.800M4 4v4.500h4.500',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A decorative icon; whatever it stands for is said in text beside it. */
export const icon = (name: IconName): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.appendChild(path);
  return svg;
};

/** Genjin's seal. */
export const seal = (): SVGSVGElement => {
  const svg = icon('check');
  svg.setAttribute('class', 'seal');
  return svg;
};
