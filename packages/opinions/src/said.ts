import { acrossGroups, consensusOf } from './consensus.ts';
import type { OpinionMap } from './groups.ts';
import type { Place } from './places.ts';
import { representativeOf, tallies } from './representative.ts';
import { shownMap, type Rules, type Shown } from './shown.ts';
import type { Votes } from './votes.ts';

/** One group, without a count: about how large it is, what tells it from the others, and where it lies on the map. */
export interface GroupSaid {
  /** Tenths of the people on the map. */
  readonly tenths: number;
  /** Statements most of it is for and against, those first that tell it best. */
  readonly agree: readonly number[];
  readonly disagree: readonly number[];
  /** Its middle, to one decimal; the outermost middle lies at a distance of 1. */
  readonly at: Place;
}

/** All that is said of an opinion map. Statements are numbered as in the votes. */
export interface MapSaid {
  /** Statements on which most people are surely of one mind. */
  readonly consensus: { readonly agree: readonly number[]; readonly disagree: readonly number[] };
  /** Statements that more than half of every group agrees to, the surest first; empty where no groups are shown. */
  readonly across: readonly number[];
  readonly groups: readonly GroupSaid[];
  /** Why no groups are shown; null where they are. */
  readonly why: Extract<Shown, { kind: 'consensus' }>['why'] | null;
}

const MOST_ACROSS = 5;

/**
 * What may be said of how people are of one mind or not: never a count, never anybody's place. Groups where `shownMap`
 * lets them be shown, otherwise consensus alone (Small et al. 2021; deliberation in small communities).
 */
export function mapSaid(votes: Votes, rules: Rules): MapSaid {
  const everybody = Array.from({ length: votes.people }, (_, person) => person);
  const { agree, disagree } = consensusOf(tallies(votes, everybody));
  const consensus = { agree: agree.map(numberOf), disagree: disagree.map(numberOf) };
  const shown = shownMap(votes, rules);
  if (shown.kind === 'consensus') return { consensus, across: [], groups: [], why: shown.why };
  return { consensus, across: acrossOf(votes, shown.map), groups: groupsOf(votes, shown.map), why: null };
}

const numberOf = ({ statement }: { statement: number }): number => statement;

function acrossOf(votes: Votes, { groups }: OpinionMap): number[] {
  const counted = groups.map((own) => tallies(votes, own));
  const together = acrossGroups(counted);
  const isAcross = (statement: number): boolean =>
    counted.every((group) => (group[statement]!.agree + 1) / (group[statement]!.seen + 2) > 0.5);
  return [...together.keys()]
    .filter(isAcross)
    .sort((a, b) => together[b]! - together[a]! || a - b)
    .slice(0, MOST_ACROSS);
}

function groupsOf(votes: Votes, map: OpinionMap): GroupSaid[] {
  const middles = middlesOf(map);
  return map.groups.map((own, group) => {
    const members = new Set(own);
    const others = map.people.filter((person) => !members.has(person));
    const telling = representativeOf(tallies(votes, own), tallies(votes, others));
    return {
      tenths: Math.round((10 * own.length) / map.people.length),
      agree: telling.filter(({ side }) => side === 'agree').map(numberOf),
      disagree: telling.filter(({ side }) => side === 'disagree').map(numberOf),
      at: middles[group]!,
    };
  });
}

function middlesOf({ people, places, groups }: OpinionMap): Place[] {
  const placeOf = new Map(people.map((person, at) => [person, places[at]!]));
  const middles = groups.map((own): Place => {
    const along = (axis: 0 | 1) => own.reduce((sum, person) => sum + placeOf.get(person)![axis], 0) / own.length;
    return [along(0), along(1)];
  });
  const farthest = Math.max(...middles.map(([x, y]) => Math.hypot(x, y)));
  const scaled = (value: number): number => Math.round((10 * value) / farthest) / 10 + 0;
  return middles.map(([x, y]) => [scaled(x), scaled(y)]);
}
