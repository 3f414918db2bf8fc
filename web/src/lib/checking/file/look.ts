import type { Watch } from '@danban/verify/check';
import { NotBegun } from '../beside/ask.ts';
import { inWorker, type Look } from '../checking.svelte.ts';
import { lookThrough } from '../engine.ts';

/** The page draws what it has to between two tables. */
const drawingBreath =
  (watch: Watch): Watch =>
  async (counted, of) => {
    await watch(counted, of);
    await new Promise((resolve) => setTimeout(resolve));
  };

/** In a worker made of the file's own script; where a browser gives a file from the disk none, on the page, table by table. */
export function lookFrom(script: string): Look {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const beside = inWorker(() => new Worker(address));
  return (source, receipt, watch, signal) =>
    beside(source, receipt, watch, signal).catch((error: unknown) => {
      if (error instanceof NotBegun) return lookThrough(source, receipt, drawingBreath(watch));
      throw error;
    });
}
