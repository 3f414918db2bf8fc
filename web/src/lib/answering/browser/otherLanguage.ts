/**
 * Another language is another page. What only this one knows goes along behind `#`, which is sent to nobody; undefined
 * keeps the page where it is.
 */
export function carryOver(carried: () => string | undefined): void {
  const link = document.querySelector<HTMLAnchorElement>('header a[hreflang]');
  link?.addEventListener('click', (event) => {
    const fragment = carried();
    if (fragment === undefined) return event.preventDefault();
    link.hash = fragment;
    // The browser has read it by then: it stays nowhere on the page.
    setTimeout(() => (link.hash = ''));
  });
}
