import type { Source } from '@danban/verify/check';
import type { PackageSource } from '@danban/verify/package';
import { lookThrough } from '../engine.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What of a worker's own side is used here. */
interface Scope {
  postMessage(message: FromWorker): void;
  addEventListener(kind: 'message', heard: (event: { data: ToWorker }) => void): void;
}

/** The worker's side: it reaches nobody but the page that made it, which hands it the files it asks for, one by one. */
export function serve(scope: Scope): void {
  let arrived: ((answer: ToWorker) => void) | undefined;
  const read = async (path: string): Promise<Uint8Array | null> => {
    const answer = await new Promise<ToWorker>((resolve) => {
      arrived = resolve;
      scope.postMessage({ kind: 'read', path });
    });
    if (answer.kind !== 'file') throw new Error(`${path} did not come`);
    return answer.bytes;
  };
  const look = (receipt: string, source: Source | PackageSource): void =>
    void lookThrough(source, receipt, (tables, of) => scope.postMessage({ kind: 'counted', tables, of })).then(
      (outcome) => scope.postMessage({ kind: 'outcome', outcome }),
      () => scope.postMessage({ kind: 'failed' }),
    );
  scope.addEventListener('message', ({ data }) =>
    data.kind === 'look' ? look(data.receipt, data.names ? { read, names: data.names } : { read }) : arrived?.(data),
  );
}
