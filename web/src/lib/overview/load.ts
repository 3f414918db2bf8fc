import type { ListeningView, ReleasePage, WavesView } from '@danban/contract';
import { names, pageQuery } from '../results/address.ts';
import { overviewOf, type Overview } from './overview.ts';

/** Everything an overview shows. `read` reads a path of the API; `page` is where a page of the release lies. */
export async function loadOverview(
  read: <T>(path: string) => Promise<T>,
  page: string,
  address: URLSearchParams,
): Promise<{ overview: Overview; listening: ListeningView | null }> {
  const unit = new URLSearchParams({ [names.unit]: address.get(names.unit) ?? '0' });
  const [stored, { waves }, listening] = await Promise.all([
    read<ReleasePage>(`${page}${pageQuery(address)}`),
    read<WavesView>(`${page}/waves${pageQuery(unit)}`),
    read<ListeningView | null>(`${page}/listening`),
  ]);
  const overview = overviewOf(stored, waves, address);
  // Of the whole, as the index is.
  return { overview, listening: overview.path.length === 0 ? listening : null };
}
