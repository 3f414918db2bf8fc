import type { Db } from '@danban/db/vaults/house';
import { findByResultsSlug } from './queries.ts';

interface Publication {
  until: number;
  survey: Promise<Published | undefined>;
}

/** A survey whose results are published, and the number of its newest release. */
export interface Published {
  id: string;
  released: number;
}

const mostKept = 10_000;

async function read(db: Db, slug: string): Promise<Published | undefined> {
  const row = await findByResultsSlug(db, slug);
  return row?.published ? { id: row.id, released: row.released } : undefined;
}

/** Which published survey a results link leads to, looked up once in `keptFor` milliseconds. */
export function openPublications(db: Db, clock: () => Date, keptFor: number) {
  const kept = new Map<string, Publication>();
  const find = (slug: string): Promise<Published | undefined> => {
    const now = clock().getTime();
    const known = kept.get(slug);
    if (known && known.until > now) return known.survey;
    const survey = read(db, slug);
    if (kept.size >= mostKept) kept.clear();
    kept.set(slug, { until: now + keptFor, survey });
    survey.catch(() => kept.delete(slug));
    return survey;
  };
  /** One that is just being looked up goes as soon as it is known: it may have been read before the change. */
  const forget = (survey: string): void => {
    for (const [slug, one] of kept) {
      void one.survey.then(
        (found) => (found === undefined || found.id === survey) && kept.delete(slug),
        () => undefined,
      );
    }
  };
  return { find, forget };
}
