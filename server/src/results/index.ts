import type { Connection } from '@danban/db';
import { openSubmissionVault } from '@danban/db/vaults/submissions';
import type { House } from '../house.ts';
import { deleteComments, deleteCredentials } from './queries.ts';
import { recount, release, type Wish } from './service.ts';

/** The only reader of submissions, and only in sums. */
export interface Counter {
  /** Turnout as it stands after a flush. */
  recount(house: House, survey: string): Promise<void>;
  /** Counts once and freezes what may be shown, unless it does not stand its audit. */
  release(house: House, survey: string, wish: Wish): Promise<void>;
  /** The copies of written opinions go, and credentials. */
  forget(house: House, survey: string): Promise<void>;
  leave(): Promise<void>;
}

/** `urn` is where the opened sheets are, `house` where releases are kept. */
export function openCounter(places: { urn: Connection; house: Connection }): Counter {
  const submissions = openSubmissionVault(places.urn);
  return {
    recount: (house, survey) => recount(house, submissions, survey),
    release: (house, survey, wish) => release(house, { submissions, places }, survey, wish),
    async forget(house, survey) {
      await deleteComments(house.db, survey);
      await deleteCredentials(house.db, survey);
    },
    leave: () => submissions.destroy(),
  };
}
