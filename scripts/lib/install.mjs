import { existsSync, readdirSync } from 'node:fs';
import { leaveIfAsked, run } from './children.mjs';
import { inWords } from './in-words.mjs';
import { at, node } from './places.mjs';
import { fingerprint, isDone, markDone } from './stamps.mjs';

const PNPM = 'pnpm@12.21.0';

/** What npm is told about reaching the registry; the rest of npm_config_* is about npm's own run and would mislead pnpm. */
const REACHING = /^npm_config_(registry|cache|userconfig|globalconfig|.*proxy|ca|cafile|strict_ssl|\/\/.*|@.*)$/i;

const SENTENCES = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_PNPM_META_FETCH_FAIL|ERR_SOCKET_TIMEOUT/,
    'The npm registry could not be reached. Connect this machine to it (or set a mirror with `npm config set registry`), then run the command again.',
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_FROZEN_LOCKFILE/,
    `pnpm-lock.yaml does not match the package.json files. Run \`npx ${PNPM} install\` and keep the changed lockfile.`,
  ],
  [/ENOSPC/, 'The disk is full. Make room (about 1 GB), then run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'This folder or the package cache may not be written to by this user. Change its owner or rights.',
  ],
];

/** Installs what the lockfile names, unless exactly that is installed already. */
export async function install() {
  const wanted = fingerprint(manifests());
  if (isDone('install', wanted) && existsSync(node)) return;
  console.error('Installing dependencies from the npm registry (once; later starts skip this) …');
  const { code, output } = await run('npx', ['-y', PNPM, 'install', ...FLAGS], {
    env: installEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    onOutput: (chunk) => process.stderr.write(chunk),
  }).catch(refuseMissingNpx);
  leaveIfAsked();
  if (code !== 0) throw inWords(whyFailed(output));
  if (!existsSync(node)) throw inWords('The install ended without node_modules/node: its build script did not run.');
  markDone('install', wanted);
}

const FLAGS = ['--frozen-lockfile', '--prod=false', '--reporter=append-only', '--loglevel=error'];

function manifests() {
  const workspaces = [
    '.',
    'db',
    'server',
    'web',
    'tests',
    ...readdirSync(at('packages')).map((name) => `packages/${name}`),
  ];
  const packages = workspaces.map((folder) => `${folder}/package.json`).filter((file) => existsSync(at(file)));
  return [...packages, 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];
}

function installEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || REACHING.test(name));
  // CI: pnpm asks no questions. NODE_ENV=production would leave out what builds the pages.
  const patience = { npm_config_fetch_retry_mintimeout: '2000', npm_config_fetch_retry_maxtimeout: '5000' };
  return { ...Object.fromEntries(kept), ...patience, CI: 'true', NODE_ENV: '' };
}

function whyFailed(output) {
  const known = SENTENCES.find(([pattern]) => pattern.test(output));
  return known ? known[1] : 'The install failed; the lines above say why. Nothing was started.';
}

function refuseMissingNpx(error) {
  if (error.code !== 'ENOENT') throw error;
  throw inWords('npx was not found. It comes with npm: install npm, then run the command again.');
}
