import { browser } from '$app/env';
import CheckWorker from '../checking/beside/worker.ts?worker';
import { inWorker } from '../checking/checking.svelte.ts';
import { filesAt } from '../checking/source.ts';
import { Recounting } from './recounting.svelte.ts';

const begun = new Map<string, Recounting>();

/** In the browser the same for the room and the minutes, so that what was counted in one stands in the other. */
export function recountingOf(slug: string): Recounting {
  const look = inWorker(() => new CheckWorker());
  const files = () => filesAt(new URL(`/api/log/${slug}/`, location.origin).href);
  const known = begun.get(slug) ?? new Recounting(files, look);
  // A server speaks with many people: there nothing is remembered.
  if (browser) begun.set(slug, known);
  return known;
}
