import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { leafHash } from '@danban/merkle';
import { sha256 } from '@danban/server/sha256';

const command = fileURLToPath(new URL('../../server/src/witness/command.ts', import.meta.url));

/** A witness as its organisation runs it: a process of its own. */
export interface WitnessProcess {
  url: string;
  /** How its key is told. */
  key: string;
  ask(body: string): Promise<Response>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

export async function startWitness(data: string, logs: readonly string[]): Promise<WitnessProcess> {
  const args = [command, '--data', data, '--listen', '0', ...logs.flatMap((log) => ['--log', log])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const { key, port } = await started(child);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    key,
    ask: (body) => fetch(`${url}/add-checkpoint`, { method: 'POST', body }),
    kill: () =>
      new Promise((ended) => {
        child.once('exit', () => ended());
        child.kill('SIGKILL');
      }),
  };
}

function started(child: ChildProcess): Promise<{ key: string; port: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, key, port] = /^Witness: (\S+)$[^]*^listens on .*:(\d+)$/m.exec(said) ?? [];
      if (key !== undefined && port !== undefined) resolve({ key, port });
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', () => reject(new Error(said)));
  });
}

export const leavesOf = (many: number, salt = 0): Uint8Array[] =>
  Array.from({ length: many }, (_, at) => leafHash(sha256, Uint8Array.of(at, salt)));
