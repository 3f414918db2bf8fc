import type { Outcome } from '../engine.ts';

/** To the worker: what is looked for, and of a package the names of its files; then one answer to each file it asks for. */
export type ToWorker =
  | { kind: 'look'; receipt: string; names: readonly string[] | null }
  | { kind: 'file'; bytes: Uint8Array<ArrayBuffer> | null }
  | { kind: 'away' };

/** From the worker: a file it needs, how far it has counted, and at last what it found, or that it could not look. */
export type FromWorker =
  | { kind: 'read'; path: string }
  | { kind: 'counted'; tables: number; of: number }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'failed' };
