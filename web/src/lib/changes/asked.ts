import { relations } from '@danban/contract';

/** Which versions and which changes the address of a page asks for, as the API takes it; what makes no sense is left out. */
export function comparisonAsked(url: URL): { query: string; show: string | null } {
  const query = new URLSearchParams();
  for (const [name, as] of [
    ['tu', 'from'],
    ['den', 'to'],
  ] as const) {
    const value = url.searchParams.get(name);
    if (value !== null && /^\d{1,4}$/.test(value)) query.set(as, value);
  }
  const wanted = url.searchParams.get('loai');
  const show = [...relations, 'all'].find((one) => one === wanted) ?? null;
  if (show !== null) query.set('show', show);
  const asked = query.toString();
  return { query: asked === '' ? '' : `?${asked}`, show };
}
