/** One planted violation: the first file breaks exactly this rule; the others are what it leans on. */
export interface Violation {
  claim: string;
  rule: string;
  files: Record<string, string>;
}

const one = 'export const one = 1;\n';
const read = (path: string) => `import { one } from '${path}';\nexport const read = one;\n`;

/** What the planted files lean on, and what is allowed to lean on it. */
export const harmless: Record<string, string> = {
  'packages/bytes/src/index.ts': one,
  'packages/text/src/index.ts': one,
  'packages/contract/src/index.ts': one,
  'packages/survey/src/declared.ts': read('@danban/bytes'),
  'packages/survey/src/host.test.ts': read('node:fs'),
  'packages/survey/src/node/sign.ts': read('node:crypto'),
  'db/src/vaults/submissions.ts': one,
  'db/src/vaults/releases.ts': one,
  'db/src/vaults/urn.ts': one,
  'db/src/vaults/roster.ts': one,
  'server/src/index.ts': one,
  'server/src/urn/index.ts': read('@danban/db/vaults/urn'),
  'server/src/results/queries.ts': read('@danban/db/vaults/submissions'),
  'server/src/participation/service.ts': one,
  'server/src/participation/index.ts': read('@danban/db/vaults/roster'),
  'server/src/start/carried.ts':
    read('@danban/db/vaults/roster') + read('@danban/db/vaults/urn').replaceAll('read', 'urn'),
  'server/src/audit/record.ts': one,
  'server/src/surveys/queries.ts': one,
  'server/src/surveys/service.ts': read('./queries.ts') + read('../urn/index.ts').replaceAll('read', 'urn'),
  'server/src/notices/service.ts': read('../surveys/service.ts'),
  'web/src/hooks.server.ts': read('@danban/server'),
  'web/src/routes/+page.server.ts': read('@danban/server'),
  'web/src/routes/api/+server.ts': read('@danban/server'),
  'web/src/lib/client.ts': "import type { one } from '@danban/server';\nexport type One = typeof one;\n",
  'web/src/lib/page.ts': read('@danban/contract'),
  'tests/support/one.ts': one,
  'tests/api/allowed.ts': read('@danban/server') + read('@danban/db/vaults/urn').replaceAll('read', 'urn'),
};

/** A package that declares an engine, and pages that declare a package: only the walls stand between. */
export const links = {
  'packages/planted/node_modules/hono': 'server/node_modules/hono',
  'web/node_modules/@danban/credential': 'packages/credential',
};
const engineDeclared = '{ "name": "@danban/planted", "type": "module", "dependencies": { "hono": "*" } }';

const breaks = (rule: string, claim: string, files: Record<string, string>): Violation => ({ rule, claim, files });

export const violations: Violation[] = [
  breaks('nothing-in-packages-points-ahead', 'a package does not know the database', {
    'packages/survey/src/ahead.ts': read('../../../db/src/vaults/urn.ts'),
  }),
  breaks('nothing-in-db-points-ahead', 'the database does not know the server', {
    'db/src/ahead.ts': read('../../server/src/index.ts'),
  }),
  breaks('nothing-in-server-points-ahead', 'the server does not know the pages', {
    'server/src/ahead.ts': read('../../web/src/lib/page.ts'),
  }),
  breaks('nothing-in-web-points-ahead', 'nothing outside of tests imports tests', {
    'web/src/lib/ahead.ts': read('../../../tests/support/one.ts'),
  }),
  breaks('nothing-in-scripts-points-ahead', 'scripts run before anything is installed', {
    'scripts/ahead.mjs': read('../packages/text/src/index.ts'),
  }),
  breaks('participation-never-meets-the-urn', 'who knows people does not import the urn', {
    'server/src/participation/direct.ts': read('../urn/index.ts'),
  }),
  breaks('participation-never-meets-the-urn', 'who knows people does not reach the urn through others', {
    'server/src/participation/through.ts': read('../feedback/service.ts'),
    'server/src/feedback/service.ts': read('../surveys/service.ts'),
  }),
  breaks('the-urn-never-meets-participation', 'who holds answers does not reach people', {
    'server/src/urn/through.ts': read('../reports/service.ts'),
    'server/src/reports/service.ts': read('../participation/service.ts'),
  }),
  breaks('the-urn-never-meets-the-audit', 'who takes answers records no act of anybody', {
    'server/src/urn/telltale.ts': read('../letters/service.ts'),
    'server/src/letters/service.ts': read('../audit/record.ts'),
  }),
  breaks('only-results-reads-submissions', 'no other feature reads submissions', {
    'server/src/surveys/peek.ts': read('@danban/db/vaults/submissions'),
  }),
  breaks('only-results-reads-submissions', 'the index of the database does not pass submissions on', {
    'db/src/index.ts': "export { one } from './vaults/submissions.ts';\n",
  }),
  breaks('only-results-writes-releases', 'no other feature writes releases', {
    'server/src/surveys/publish.ts': read('@danban/db/vaults/releases'),
  }),
  breaks('only-the-urn-opens-its-vault', 'no other feature opens the urn', {
    'server/src/notices/peek.ts': read('@danban/db/vaults/urn'),
  }),
  breaks('only-participation-opens-the-roster', 'no other feature opens the roster', {
    'server/src/reminders/peek.ts': read('@danban/db/vaults/roster'),
  }),
  breaks('only-participation-opens-the-roster', 'who counts does not see who may answer', {
    'server/src/results/turnout.ts': read('@danban/db/vaults/roster'),
  }),
  breaks('browser-code-holds-no-server', 'a module for the browser imports no server', {
    'web/src/lib/leak.ts': read('@danban/server'),
  }),
  breaks('browser-code-holds-no-server', 'a page imports no server', {
    'web/src/routes/Leak.svelte': `<script lang="ts">${read('@danban/server')}</script>\n<p>{read}</p>\n`,
  }),
  breaks('packages-touch-no-host', 'a package reads no files', { 'packages/survey/src/host.ts': read('node:fs') }),
  breaks('node-parts-know-cryptography-alone', "a package's part for the server reads no files", {
    'packages/survey/src/node/files.ts': read('node:fs'),
  }),
  breaks('node-parts-stay-on-the-server', 'what a package gives to both leans on no part for the server', {
    'packages/survey/src/both.ts': read('./node/sign.ts'),
  }),
  breaks('node-parts-stay-on-the-server', 'a module for the browser signs nothing', {
    'web/src/lib/sign.ts': read('@danban/credential/issuer'),
    'packages/credential/src/node/issuer.ts': one,
  }),
  breaks('packages-know-no-engine', 'a package serves no requests, even when it declares to', {
    'packages/planted/src/engine.ts': read('hono'),
    'packages/planted/package.json': engineDeclared,
  }),
  breaks('packages-enters-by-the-front-door', 'packages meet at their index', {
    'packages/survey/src/back.ts': read('../../text/src/index.ts'),
  }),
  breaks('db-enters-by-the-front-door', 'the database enters packages by name', {
    'db/src/back.ts': read('../../packages/text/src/index.ts'),
  }),
  breaks('server-enters-by-the-front-door', 'the server enters the database by name', {
    'server/src/urn/back.ts': read('../../../db/src/vaults/urn.ts'),
  }),
  breaks('web-enters-by-the-front-door', 'pages enter packages by name', {
    'web/src/lib/back.ts': read('../../../packages/contract/src/index.ts'),
  }),
  breaks('tests-enters-by-the-front-door', 'tests enter the server by name', {
    'tests/api/back.ts': read('../../server/src/index.ts'),
  }),
  breaks('no-circle', 'two files do not need each other', {
    'server/src/audit/egg.ts': `${read('./hen.ts')}${one}`,
    'server/src/audit/hen.ts': `${read('./egg.ts')}${one}`,
  }),
  breaks('declared-and-found', 'a package imports no package of ours that it does not declare', {
    'packages/survey/src/undeclared.ts': read('@danban/i18n'),
  }),
  breaks('declared-and-found', 'a package imports nothing that only the root declares', {
    'packages/survey/src/stray.ts': read('globals'),
  }),
  breaks('no-feature-calls-routes', 'a feature does not enter another through its routes', {
    'server/src/verification/service.ts': read('../surveys/routes.staff.ts'),
    'server/src/surveys/routes.staff.ts': one,
  }),
];
