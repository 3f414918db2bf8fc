import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A tree of our layout in a temporary folder, with the house's own configuration and these files planted. */
export function plant(files: Record<string, string>, config: string, links: Record<string, string> = {}): string {
  const tree = mkdtempSync(join(tmpdir(), 'danban-house-'));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const file of [config, 'package.json', 'tsconfig.base.json']) cpSync(join(root, file), join(tree, file));
  for (const workspace of workspaces()) settle(tree, workspace);
  for (const [file, source] of Object.entries(files)) write(join(tree, file), source);
  for (const [link, target] of Object.entries(links)) symlink(join(tree, target), join(tree, link));
  return tree;
}

function workspaces(): string[] {
  return [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'db', 'server', 'tests', 'web'];
}

/** The workspace's manifest, and its dependencies as pnpm links them: ours to the tree, others to the real ones. */
function settle(tree: string, workspace: string): void {
  mkdirSync(join(tree, workspace), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json'])
    cpSync(join(root, workspace, file), join(tree, workspace, file));
  linkDependencies(join(root, workspace, 'node_modules'), join(tree, workspace, 'node_modules'));
}

function linkDependencies(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.includes('.bin') && !path.includes('.vite'),
  });
}

function write(file: string, source: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}

function symlink(target: string, link: string): void {
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

export const uproot = (tree: string) => rmSync(tree, { recursive: true, force: true });
