import type { ReleasePage, WavesView } from '@danban/contract';
import { names, pageQuery } from '../results/address.ts';
import { overviewOf, type Overview } from './overview.ts';

/** Everything an overview shows. `read` reads a path of the API; `page` is where a page of the release lies. */
export async function loadOverview(
  read: <T>(path: string) => Promise<T>,
  page: string,
  address: URLSearchParams,
): Promise<{ overview: Overview }> {
  const unit = new URLSearchParams({ [names.unit]: address.get(names.unit) ?? '0' });
  const [stored, { waves }] = await Promise.all([
    read<ReleasePage>(`${page}${pageQuery(address)}`),
    read<WavesView>(`${page}/waves${pageQuery(unit)}`),
  ]);
  return { overview: overviewOf(stored, waves, address) };
}
