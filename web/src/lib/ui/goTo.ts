/** Leads to a field of this page by its id, unfolding what it is folded in; for a link that names it. */
export function goTo(event: Event): void {
  const id = (event.currentTarget as HTMLAnchorElement).hash.slice(1);
  const place = document.getElementById(decodeURIComponent(id));
  if (!place) return;
  event.preventDefault();
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  const field = place.matches('details') ? place.querySelector<HTMLElement>('summary') : place;
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
