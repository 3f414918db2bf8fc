import type { FoundUnits, ReleasePage } from '@danban/contract';
import { names, pageQuery } from './address.ts';
import { resultsView, type ResultsView } from './view.ts';

/** Units found by the words that were typed. */
export interface FoundByName {
  words: string;
  found: FoundUnits;
}

/** Everything a page of results shows. `read` reads a path of the API; `page` is where a page of the release lies. */
export async function loadResults(
  read: <T>(path: string) => Promise<T>,
  page: string,
  address: URLSearchParams,
): Promise<{ view: ResultsView; search: FoundByName | null }> {
  const query = pageQuery(address);
  const view = resultsView(await read<ReleasePage>(`${page}${query}`), address);
  const words = (address.get(names.words) ?? '').trim().slice(0, 200);
  if (words === '') return { view, search: null };
  const asked = new URLSearchParams({ q: words, release: String(view.release.number) });
  const found = await read<FoundUnits>(`${page}/units?${asked.toString()}`);
  return { view, search: { words, found } };
}
