import type { Source } from '@danban/verify/check';
import { Checking, type Look } from '../checking/checking.svelte.ts';
import type { Outcome } from '../checking/engine.ts';

/** A survey as it was looked through on this device, and when, in milliseconds. */
export interface Recounted extends Omit<Outcome, 'sheet'> {
  readonly at: number;
}

/** The recount of one survey, done by this device from the public files alone. */
export class Recounting {
  readonly checking: Checking;
  found = $state.raw<Recounted | null>(null);
  readonly #files: () => Source;

  constructor(files: () => Source, look: Look) {
    this.checking = new Checking(look);
    this.#files = files;
  }

  async run(): Promise<void> {
    if (this.checking.isBusy) return;
    this.found = null;
    await this.checking.look(this.#files(), '');
    const { outcome } = this.checking;
    this.found = outcome && { survey: outcome.survey, roots: outcome.roots, at: Date.now() };
  }
}
