// The laws of the layout: what each folder may import. `tests/boundaries.test.ts` proves they bite.

/** Files of a folder of `src` may import these folders of `src`, and their own. */
const LAYERS = {
  domain: [],
  chat: ['domain'],
  locales: ['domain', 'chat'],
  cards: ['domain', 'chat', 'locales'],
  store: ['domain', 'chat'],
  commands: ['domain', 'chat', 'locales', 'cards', 'store'],
  jobs: ['domain', 'chat', 'locales', 'cards', 'store'],
};

/** Libraries the product may use: pure, and the same on every runtime. */
const PURE = [
  'drizzle-orm',
  'zod',
  'temporal-polyfill',
  'chrono-node',
  'chinese-days',
  '@noble/hashes',
];

const layers = Object.entries(LAYERS).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} imports only ${[layer, ...allowed].join(', ')} and src/errors.ts`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: '^src/',
    pathNot: [`^src/(${[layer, ...allowed].join('|')})/`, '^src/errors\\.ts$'],
  },
}));

export default {
  forbidden: [
    ...layers,
    {
      name: 'src-is-the-product',
      comment: 'src never imports adapters, tests or anything else of the repository',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(adapters|tests|bench)/' },
    },
    {
      name: 'src-without-node',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-pure-libraries',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: [
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'npm-no-pkg',
          'npm-unknown',
        ],
        pathNot: PURE.map((name) => `node_modules/${name}/`),
      },
    },
    {
      name: 'adapters-apart',
      comment: 'one adapter never imports another; charts and the package root are leaves',
      severity: 'error',
      from: { path: '^adapters/(?!runtime/)([^/]+)/' },
      to: {
        path: '^adapters/',
        pathNot: ['^adapters/$1/', '^adapters/charts/', '^adapters/root\\.ts$'],
      },
    },
    {
      name: 'root-is-a-leaf',
      severity: 'error',
      from: { path: '^adapters/[^/]+\\.ts$' },
      to: { path: '^(adapters|src)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
