import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const at = (...parts) => join(root, ...parts);

export const node = at('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The JavaScript entry of a tool, so that it starts under the project's own Node on every system. */
export function tool(workspace, name, command = name) {
  const folder = at(workspace, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * The environment with the project's Node first in PATH, which Windows may spell `Path`. What Node has once compiled of
 * a source it does not compile again: a start takes a third less work.
 */
export function withProjectNode(env = process.env) {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const compiled = { NODE_COMPILE_CACHE: at('node_modules/.cache/compiled') };
  return { ...compiled, ...env, [key]: dirname(node) + delimiter + (env[key] ?? '') };
}
