import type { Page } from './page.ts';

/** A code as the address of a slip carries it; the anchors of the page are shorter. */
const inAddress = /^#([0-9a-z-]{20,29})$/i;

/** A scanned slip brings its code behind `#`, which no request and no Referer carries; it leaves the address at once. */
export function takeCode({ code }: Page): void {
  const found = inAddress.exec(location.hash)?.[1];
  if (code && found) code.value = found.toUpperCase();
}
