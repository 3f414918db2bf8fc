import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { node, root, withProjectNode } from './places.mjs';

const living = new Set();
let asked;

/** Passes a wish to stop on to every child; each stops in its own time and is waited for. */
function stop(signal) {
  if (asked === signal) return;
  asked = signal;
  if (living.size === 0) process.exit(exitCode(null, signal));
  // At a terminal Ctrl-C has reached the whole process group: a second copy would cut a clean stop short.
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  for (const child of living) child.kill(signal);
}

const exitCode = (code, signal) => code ?? 128 + constants.signals[signal];

/** npm passes SIGTERM only to its shell, so the shell's death is a wish to stop as well. */
export function listenForStop() {
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGHUP', () => stop('SIGTERM'));
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && asked === undefined && stop('SIGTERM'), 250).unref();
}

/** Runs a command to its end: `{ code, output }`; `output` is collected unless `stdio` is inherited. */
export function run(command, args, { stdio = 'inherit', onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: withProjectNode(), stdio, ...options });
    living.add(child);
    let output = '';
    const collect = (chunk) => {
      output += chunk;
      onOutput?.(chunk);
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      living.delete(child);
      resolve({ code: exitCode(code, signal), output });
    });
  });
}

/** As `run`, under the project's Node. */
export const runNode = (args, options) => run(node, args, options);

/** After a step before the last one: leaves when a stop was asked for meanwhile. */
export function leaveIfAsked() {
  if (asked !== undefined && living.size === 0) process.exit(exitCode(null, asked));
}
