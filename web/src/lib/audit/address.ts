import { asked, listQuery, type Address } from '../lists.ts';

/** Names in the address of the log, and what the API calls them. */
export const filters = {
  tu: 'from',
  den: 'to',
  nguoi: 'person',
  viec: 'act',
  loai: 'kind',
  ma: 'object',
} as const;
export type FilterName = keyof typeof filters;
const names = Object.keys(filters) as FilterName[];

/** What the filters of the page are set to; an empty field is none. */
export function chosenIn(url: Address): Partial<Record<FilterName, string>> {
  const set = names.map((name) => [name, (url.searchParams.get(name) ?? '').trim()] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== ''));
}

/** The question to the API; `paged: false` for what comes in one piece. */
export function auditQuery(url: Address, { paged = true } = {}): string {
  const chosen = Object.entries(chosenIn(url)).map(([name, value]) => [filters[name as FilterName], value] as const);
  const params = new URLSearchParams(listQuery(url, Object.fromEntries(chosen)));
  if (!paged) params.delete('page');
  return params.toString();
}

/** Whether anything but the whole log is shown. */
export function isFiltered(url: Address): boolean {
  return Object.keys(chosenIn(url)).length > 0 || (url.searchParams.get(asked.words) ?? '').trim() !== '';
}
