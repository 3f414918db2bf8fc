export { facetIndices, type FacetIndex, type FacetItem } from './facets.ts';
export { indexOf, indexOfAll } from './hundred.ts';
export { intervalOf, type Interval } from './interval.ts';
export { movementOf, type Movement } from './movement.ts';
export { merged, scoreOf, type Score, type Scoring } from './score.ts';
