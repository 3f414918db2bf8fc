export { acrossGroups, consensusOf, type Consensus } from './consensus.ts';
export type { Components } from './components.ts';
export { opinionMap, type OpinionMap } from './groups.ts';
export { priority } from './next.ts';
export { extremity, placeOfStatement, type Place } from './places.ts';
export { representativeOf, tallies, type Representative, type Tally } from './representative.ts';
export { mapSaid, type GroupSaid, type MapSaid } from './said.ts';
export { shownMap, stability, type Rules, type Shown } from './shown.ts';
export { AGREE, DISAGREE, PASS, votesOf, type Cast, type Vote, type Votes } from './votes.ts';
