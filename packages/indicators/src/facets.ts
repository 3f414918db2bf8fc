import { indexOfAll } from './hundred.ts';

/** One item of a question under the facets it speaks of; `index` 0–100, `null` where the release does not show it. */
export interface FacetItem<Facet extends string> {
  readonly facets: readonly Facet[];
  readonly index: number | null;
}

/** A facet of the motto. `items` are all that speak of it; `index` is there only where each of them is shown. */
export interface FacetIndex<Facet extends string> {
  readonly facet: Facet;
  readonly items: number;
  readonly index: number | null;
}

/** The index of each facet in the order given; one that nobody asked about has no items. */
export function facetIndices<Facet extends string>(
  facets: readonly Facet[],
  items: readonly FacetItem<Facet>[],
): FacetIndex<Facet>[] {
  return facets.map((facet) => {
    const own = items.filter((item) => item.facets.includes(facet));
    return { facet, items: own.length, index: indexOfAll(own.map(({ index }) => index)) };
  });
}
