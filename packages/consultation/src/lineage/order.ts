import type { Link } from './link.ts';

/** Links in the order of the new version; what was removed stands behind what stood before it. */
export function inReadingOrder(links: readonly Link[], olds: readonly string[], news: readonly string[]): Link[] {
  const oldPlace = new Map(olds.map((path, i) => [path, i]));
  const newPlace = new Map(news.map((path, i) => [path, i]));
  const placeInNew: number[] = olds.map(() => -1);
  for (const { from, to } of links)
    if (from !== null && to !== null) {
      const at = oldPlace.get(from)!;
      placeInNew[at] = Math.max(placeInNew[at]!, newPlace.get(to)!);
    }
  const before = (from: string): number => {
    for (let at = oldPlace.get(from)!; at >= 0; at--) if (placeInNew[at]! >= 0) return placeInNew[at]!;
    return -1;
  };
  const keyed = links.map((link) => {
    const isRemoved = link.to === null;
    const place = isRemoved ? before(link.from) : newPlace.get(link.to)!;
    return { link, place, isRemoved, old: link.from === null ? -1 : oldPlace.get(link.from)! };
  });
  keyed.sort((a, b) => a.place - b.place || Number(a.isRemoved) - Number(b.isRemoved) || a.old - b.old);
  return keyed.map(({ link }) => link);
}
