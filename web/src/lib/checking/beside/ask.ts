import type { Source, Watch } from '@danban/verify/check';
import { isPackage } from '@danban/verify/package';
import type { Outcome } from '../engine.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** The worker could not begin: what it does may be done elsewhere. */
export class NotBegun extends Error {}

/** Has a worker look through a survey while the page goes on; the page reads the files for it. */
export function askWorker(worker: Worker, source: Source, receipt: string, watch: Watch): Promise<Outcome> {
  const send = (message: ToWorker, moved: Transferable[] = []): void => worker.postMessage(message, moved);
  const bring = (path: string): void =>
    void source.read(path).then(
      (bytes) =>
        send(
          { kind: 'file', bytes: bytes as Uint8Array<ArrayBuffer> | null },
          bytes ? [bytes.buffer as ArrayBuffer] : [],
        ),
      () => send({ kind: 'away' }),
    );
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      hasBegun = true;
      if (data.kind === 'read') bring(data.path);
      if (data.kind === 'counted') void watch(data.tables, data.of);
      if (data.kind === 'outcome') resolve(data.outcome);
      if (data.kind === 'failed') reject(new Error('not everything could be read'));
    });
    worker.addEventListener('error', () => reject(hasBegun ? new Error('the worker stopped') : new NotBegun()));
    send({ kind: 'look', receipt, names: isPackage(source) ? source.names : null });
  });
}
