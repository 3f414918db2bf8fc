export { facetIndices, type FacetIndex, type FacetItem } from './facets.ts';
export { indexOf, indexOfAll } from './hundred.ts';
export { intervalOf, type Interval } from './interval.ts';
export { LISTENING_SCORES, listeningOf, type Listening } from './listening.ts';
export { movementOf, type Movement } from './movement.ts';
export { merged, scoreOf, type Score, type Scoring } from './score.ts';
