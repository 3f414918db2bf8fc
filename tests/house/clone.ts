import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './planted.ts';

/** "Installs" by linking this Node, and writes down that it was called. */
const NPX = `#!/bin/sh
echo "$*" >> npx.log
[ -n "$REFUSAL" ] && { echo "$REFUSAL" >&2; exit 1; }
mkdir -p node_modules/node/bin
ln -sf "${process.execPath}" node_modules/node/bin/node
`;

const BUILDER = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('../build.log', process.argv[2] + '\\n');
mkdirSync('build', { recursive: true });
writeFileSync('build/handler.js', '');
`;

const SERVER = `if (process.argv[2] !== 'leave') setInterval(() => undefined, 1000);
process.once('SIGTERM', () => setTimeout(() => { console.log('stopped cleanly'); process.exit(0); }, 300));
process.exitCode = 7;
console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)]));
`;

/** A clone of scripts/ with nothing installed, where the tools that scripts call are small stand-ins. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), 'danban-run-'));

  constructor() {
    cpSync(join(root, 'scripts'), join(this.folder, 'scripts'), { recursive: true });
    for (const file of [
      'package.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'tsconfig.base.json',
      'web/package.json',
    ])
      this.write(file, '{}');
    this.write('packages/text/package.json', '{}');
    this.write('web/server.ts', SERVER);
    this.write('bin/npx', NPX);
    chmodSync(join(this.folder, 'bin/npx'), 0o755);
    this.tool('web', '@sveltejs/kit', 'svelte-kit', BUILDER);
    this.tool('web', 'vite', 'vite', BUILDER);
  }

  write(file: string, source: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), source);
  }

  tool(workspace: string, name: string, command: string, source: string): void {
    const bin = { [command]: 'cli.js' };
    this.write(`${workspace}/node_modules/${name}/package.json`, JSON.stringify({ type: 'module', bin }));
    this.write(`${workspace}/node_modules/${name}/cli.js`, source);
  }

  environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
    const { npm_lifecycle_event: _, ...own } = process.env;
    return { ...own, PATH: join(this.folder, 'bin') + delimiter + process.env.PATH, ...more };
  }

  run(args: string[], more?: Record<string, string>): SpawnSyncReturns<string> {
    const env = this.environment(more);
    return spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: this.folder, env, encoding: 'utf8' });
  }

  lines(file: string): string[] {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
