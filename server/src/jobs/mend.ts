import type { House } from '../house.ts';
import { KeysAway } from '../keys/folder.ts';

const hint =
  'A key of this survey is missing or cannot be read in DANBAN_KEYS. Is the folder mounted, whole and readable? ' +
  'Until then no answer is taken and none is lost. If keys are gone for good: docs/operations.md, "Restore".';

/** Before anything is opened: an urn out of an older backup is put in order, and what that means is said. */
export async function mend(house: House, survey: string): Promise<void> {
  try {
    if (await house.urn.mend(survey)) house.log.info('urn-answers-given-up', { survey });
  } catch (error) {
    if (error instanceof KeysAway) house.log.info('urn-keys-away', { survey, hint });
    throw error;
  }
}

/** At the start, before anybody answers. One survey that waits for its keys keeps no other from going on. */
export async function mendAll(house: House): Promise<void> {
  for (const survey of await house.urn.surveys()) {
    await mend(house, survey).catch((error: unknown) => {
      if (!(error instanceof KeysAway)) house.log.failure('urn-mend-failed', error);
    });
  }
}
