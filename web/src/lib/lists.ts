/** Names in addresses of pages: what is searched, which page of the list, which state, only whose address takes no mail. */
export const asked = { words: 'tim', page: 'trang', state: 'trang-thai', refused: 'khong-nhan-thu' } as const;

/** An address as SvelteKit has it, on the server and in the page. */
export interface Address {
  readonly pathname: string;
  readonly searchParams: Iterable<[string, string]> & { get(name: string): string | null };
}

/** The page of the list the address asks for; the first where it says nothing sensible. */
export function pageAsked(url: Address): number {
  const page = url.searchParams.get(asked.page) ?? '';
  return /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}

/** The question a list puts to the API: words and page of the address, and whatever else it is given. */
export function listQuery(url: Address, more: Readonly<Record<string, string | undefined>> = {}): string {
  const words = (url.searchParams.get(asked.words) ?? '').trim().slice(0, 200);
  const given = Object.entries({ q: words, page: String(pageAsked(url)), ...more });
  return new URLSearchParams(given.filter((pair): pair is [string, string] => !!pair[1])).toString();
}

/** This address with some names changed or, by null, taken out; the name of a form's action never stays. */
export function addressWith(url: Address, changes: Readonly<Record<string, string | null>>): string {
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/') && !Object.hasOwn(changes, name));
  const given = Object.entries(changes).filter((pair): pair is [string, string] => pair[1] !== null);
  const params = new URLSearchParams([...kept, ...given]).toString();
  return params === '' ? url.pathname : `${url.pathname}?${params}`;
}

/** Where a form of this page is sent: its action, beside what the address asks for and these changes. */
export function actionAt(url: Address, action: string, changes: Readonly<Record<string, string | null>> = {}): string {
  const [, query] = addressWith(url, changes).split('?');
  return `?/${action}${query === undefined ? '' : `&${query}`}`;
}
