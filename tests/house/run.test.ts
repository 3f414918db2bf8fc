import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './planted.ts';

/** A clone with nothing installed, and an npx that "installs" by linking this Node and writing down that it was called. */
let clone: string;

const npx = `#!/bin/sh
echo "$*" >> npx.log
[ -n "$REFUSAL" ] && { echo "$REFUSAL" >&2; exit 1; }
mkdir -p node_modules/node/bin
ln -sf "${process.execPath}" node_modules/node/bin/node
`;
const tool = "import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';\n";
const builder = `${tool}appendFileSync('../build.log', process.argv[2] + '\\n');
mkdirSync('build', { recursive: true });
writeFileSync('build/handler.js', '');
`;
const server = `if (process.argv[2] !== 'leave') setInterval(() => undefined, 1000);
process.once('SIGTERM', () => setTimeout(() => { console.log('stopped cleanly'); process.exit(0); }, 300));
process.exitCode = 7;
console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)]));
`;

function write(file: string, source: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), source);
}

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'danban-run-'));
  cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true });
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json']) write(file, '{}');
  write('packages/text/package.json', '{}');
  write('web/server.ts', server);
  write('bin/npx', npx);
  chmodSync(join(clone, 'bin/npx'), 0o755);
  for (const [name, bin] of [
    ['@sveltejs/kit', 'svelte-kit'],
    ['vite', 'vite'],
  ] as const) {
    write(`web/node_modules/${name}/package.json`, JSON.stringify({ type: 'module', bin: { [bin]: 'cli.js' } }));
    write(`web/node_modules/${name}/cli.js`, builder);
  }
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

const environment = (more: Record<string, string> = {}) => {
  const { npm_lifecycle_event: _, ...own } = process.env;
  return { ...own, PATH: join(clone, 'bin') + delimiter + process.env.PATH, ...more };
};

const run = (args: string[], more?: Record<string, string>) =>
  spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: clone, env: environment(more), encoding: 'utf8' });

const lines = (file: string) =>
  existsSync(join(clone, file)) ? readFileSync(join(clone, file), 'utf8').trimEnd().split('\n') : [];

describe('npm start on a fresh clone', () => {
  it('installs and builds once; the second start does neither', () => {
    run(['start', 'leave']);
    run(['start', 'leave']);
    expect(lines('npx.log')).toHaveLength(1);
    expect(lines('npx.log')[0]).toMatch(/^-y pnpm@[\d.]+ install --frozen-lockfile/);
    expect(lines('build.log')).toEqual(['sync', 'build']);
  });

  it('builds again when a source differs, and installs again when the lockfile does', () => {
    run(['start', 'leave']);
    write('packages/text/src/index.ts', 'export {};');
    run(['start', 'leave']);
    expect([lines('npx.log').length, lines('build.log').length]).toEqual([1, 4]);
    write('pnpm-lock.yaml', '{ "changed": true }');
    run(['start', 'leave']);
    expect(lines('npx.log')).toHaveLength(2);
  });

  it('a test that changes is no reason to build', () => {
    run(['start', 'leave']);
    write('packages/text/src/index.test.ts', 'export {};');
    run(['start', 'leave']);
    expect(lines('build.log')).toHaveLength(2);
  });

  it('runs the server from the root with its arguments and ends with its code', () => {
    const { status, stdout } = run(['start', 'leave', '--example']);
    expect(JSON.parse(stdout)).toEqual([clone, 'leave', '--example']);
    expect(status).toBe(7);
  });

  it('an unreachable registry is told in a sentence, without a stack trace', () => {
    const { status, stderr } = run(['start'], { REFUSAL: 'npm error code ENOTFOUND' });
    expect(stderr).toMatch(/The npm registry could not be reached\./);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });

  it('a failed install counts as a failed test run', () => {
    const { status, stdout } = run(['test'], { REFUSAL: 'ERR_PNPM_OUTDATED_LOCKFILE' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('an old Node is told what is needed', () => {
    write('old.mjs', "Object.defineProperty(process.versions, 'node', { value: '18.20.0' });");
    const { status, stderr } = run(['start'], { NODE_OPTIONS: `--import=${join(clone, 'old.mjs')}` });
    expect(stderr).toMatch(/needs Node 20 or newer to start; this is Node 18\.20\.0/);
    expect(status).toBe(1);
  });

  it('SIGTERM reaches the server and its clean stop is waited for', async () => {
    expect(await ending((child) => child.kill('SIGTERM'))).toEqual({ code: 0, stopped: true });
  });
});

/** Starts, waits for the server's first line, does this to it, and answers how it ended. */
function ending(act: (child: ReturnType<typeof spawn>) => void): Promise<{ code: number | null; stopped: boolean }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], { cwd: clone, env: environment() });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') act(child);
      output += chunk.toString();
    });
    child.on('close', (code) => resolve({ code, stopped: output.includes('stopped cleanly') }));
  });
}
