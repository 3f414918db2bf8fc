import type { ListedSurveyView, ReleaseMark } from '@danban/contract';
import { isHttpError } from '@sveltejs/kit';
import { loadOverview } from './load.ts';
import type { Overview } from './overview.ts';

/** What to know of one result before it is opened. */
export type Glance = Pick<ListedSurveyView, 'id' | 'title' | 'unit'> &
  Pick<Overview, 'who' | 'told' | 'attention' | 'headline'> & { release: Pick<ReleaseMark, 'kind' | 'madeOn'> };

const mostGlanced = 3;
const mostSaid = 2;

/** The newest results at a glance. */
export async function glancesAt(
  read: <T>(path: string) => Promise<T>,
  results: readonly ListedSurveyView[],
): Promise<Glance[]> {
  const glances = results.slice(0, mostGlanced).map((result) =>
    glanceAt(read, result).catch((problem: unknown) => {
      // A desk is set out without a result that cannot be read.
      if (isHttpError(problem)) return null;
      throw problem;
    }),
  );
  return (await Promise.all(glances)).filter((glance) => glance !== null);
}

async function glanceAt(read: <T>(path: string) => Promise<T>, { id, title, unit }: ListedSurveyView): Promise<Glance> {
  const page = `/lam-viec/api/surveys/${encodeURIComponent(id)}/release`;
  const {
    who,
    told,
    attention,
    headline,
    release: { kind, madeOn },
  } = (await loadOverview(read, page, new URLSearchParams())).overview;
  return { id, title, unit, who, told, attention: attention.slice(0, mostSaid), headline, release: { kind, madeOn } };
}
