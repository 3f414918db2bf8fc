import type { Source, Watch } from '@danban/verify/check';
import { askWorker, NotBegun } from './beside/ask.ts';
import type { Outcome } from './engine.ts';

/** Looks through a survey somewhere that leaves the page free; `signal` ends it. */
export type Look = (source: Source, receipt: string, watch: Watch, signal: AbortSignal) => Promise<Outcome>;

/** In a worker made for this one look. */
export const inWorker =
  (make: () => Worker): Look =>
  async (source, receipt, watch, signal) => {
    const worker = begun(make);
    const end = (): void => worker.terminate();
    signal.addEventListener('abort', end);
    return askWorker(worker, source, receipt, watch).finally(end);
  };

function begun(make: () => Worker): Worker {
  try {
    return make();
  } catch {
    throw new NotBegun();
  }
}

/** One look at a time, and what the page shows of it. */
export class Checking {
  isBusy = $state(false);
  /** What a look could not be finished without: files that could not be read, or the cryptography of a browser (https alone). */
  missing = $state<'files' | 'cryptography' | null>(null);
  counted = $state.raw<{ tables: number; of: number } | null>(null);
  outcome = $state.raw<Outcome | null>(null);
  readonly #look: Look;
  readonly #leaving = new AbortController();

  constructor(look: Look) {
    this.#look = look;
  }

  async look(source: Source, receipt: string): Promise<void> {
    if (this.isBusy) return;
    [this.isBusy, this.missing, this.counted, this.outcome] = [true, null, null, null];
    const watch = (tables: number, of: number): void => void (this.counted = { tables, of });
    try {
      this.outcome = await this.#look(source, receipt, watch, this.#leaving.signal);
    } catch {
      this.missing = isSecureContext ? 'files' : 'cryptography';
    } finally {
      this.isBusy = false;
    }
  }

  /** Who leaves the page ends what goes on beside it. */
  leave(): void {
    this.#leaving.abort();
  }
}
