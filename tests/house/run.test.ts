import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Clone } from './clone.ts';

let clone: Clone;
beforeEach(() => void (clone = new Clone()));
afterEach(() => clone.remove());

describe('npm start on a fresh clone', () => {
  it('installs and builds once; the second start does neither', () => {
    clone.run(['start', 'leave']);
    clone.run(['start', 'leave']);
    expect(clone.lines('npx.log')).toHaveLength(1);
    expect(clone.lines('npx.log')[0]).toMatch(/^-y pnpm@[\d.]+ install --frozen-lockfile/);
    expect(clone.lines('build.log')).toEqual(['sync', 'build']);
  });

  it('builds again when a source differs, and installs again when the lockfile does', () => {
    clone.run(['start', 'leave']);
    clone.write('packages/text/src/index.ts', 'export {};');
    clone.run(['start', 'leave']);
    expect([clone.lines('npx.log').length, clone.lines('build.log').length]).toEqual([1, 4]);
    clone.write('pnpm-lock.yaml', '{ "changed": true }');
    clone.run(['start', 'leave']);
    expect(clone.lines('npx.log')).toHaveLength(2);
  });

  it('a test that changes is no reason to build', () => {
    clone.run(['start', 'leave']);
    clone.write('packages/text/src/index.test.ts', 'export {};');
    clone.run(['start', 'leave']);
    expect(clone.lines('build.log')).toHaveLength(2);
  });

  it('runs the server from the root with its arguments and ends with its code', () => {
    const { status, stdout } = clone.run(['start', 'leave', '--example']);
    expect(JSON.parse(stdout)).toEqual([clone.folder, 'leave', '--example']);
    expect(status).toBe(7);
  });

  it('an unreachable registry is told in a sentence, without a stack trace', () => {
    const { status, stderr } = clone.run(['start'], { REFUSAL: 'npm error code ENOTFOUND' });
    expect(stderr).toMatch(/The npm registry could not be reached\./);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });

  it('an old Node is told what is needed', () => {
    clone.write('old.mjs', "Object.defineProperty(process.versions, 'node', { value: '18.20.0' });");
    const { status, stderr } = clone.run(['start'], { NODE_OPTIONS: `--import=${join(clone.folder, 'old.mjs')}` });
    expect(stderr).toMatch(/needs Node 20 or newer to start; this is Node 18\.20\.0/);
    expect(status).toBe(1);
  });

  it('SIGTERM reaches the server and its clean stop is waited for', async () => {
    expect(await ending((child) => child.kill('SIGTERM'))).toEqual({ code: 0, stopped: true });
  });
});

/** Starts, does this at the server's first line, and answers how it ended. */
function ending(act: (child: ChildProcess) => void): Promise<{ code: number | null; stopped: boolean }> {
  const options = { cwd: clone.folder, env: clone.environment() };
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], options);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (output === '') act(child);
    output += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stopped: output.includes('stopped cleanly') }));
  });
}
