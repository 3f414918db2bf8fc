import type { ReplyState } from './steps.ts';

/** A cluster, or a point of an organisation, as the lock sees it. */
export interface Covered {
  /** How many opinions to be answered it holds; a point is one. */
  readonly opinions: number;
  readonly state: ReplyState;
  /** Whether an answer to it went out, be it one that is being corrected. */
  readonly out: boolean;
  /** Whether its answer is about to go out without the clause of a version that is there by now. */
  readonly clauseOwed: boolean;
}

export interface Contributions {
  /** Not read by two people yet. */
  readonly undecided: number;
  /** To be answered and in no cluster. */
  readonly loose: number;
  readonly clusters: readonly Covered[];
  /** What organisations said by name, point by point. */
  readonly points: readonly Covered[];
  /** Whether the opinions themselves went out. */
  readonly opinionsOut: boolean;
}

export type GapCode = 'undecided' | 'loose' | 'unanswered' | 'points-unanswered' | 'clause-owed' | 'opinions-not-out';
export interface Gap {
  readonly code: GapCode;
  readonly count: number;
}

const isHeld = ({ opinions }: Covered): boolean => opinions > 0;
const isAnswered = ({ state, out }: Covered): boolean => out || state === 'approved';

/**
 * What keeps the answers from going out and the consultation from ending: the coverage lock. Nobody's opinion is left without a
 * cluster, and neither a cluster nor a point of an organisation without a reasoned answer that was approved.
 */
export function gapsOf({ undecided, loose, clusters, points, opinionsOut }: Contributions): Gap[] {
  const held = clusters.filter(isHeld);
  const open = (some: readonly Covered[]): number => some.filter((one) => !isAnswered(one)).length;
  const gaps: Gap[] = [
    { code: 'undecided', count: undecided },
    { code: 'loose', count: loose },
    { code: 'unanswered', count: open(held) },
    { code: 'points-unanswered', count: open(points) },
    { code: 'clause-owed', count: [...held, ...points].filter(({ clauseOwed }) => clauseOwed).length },
    { code: 'opinions-not-out', count: opinionsOut ? 0 : 1 },
  ];
  return gaps.filter(({ count }) => count > 0);
}

export interface Counter {
  readonly received: number;
  readonly answered: number;
  readonly pending: number;
}

/** Received = answered + pending, by the opinions of people: organisations are counted by their points. */
export function counterOf({ undecided, loose, clusters }: Omit<Contributions, 'points'>): Counter {
  const sum = (some: readonly Covered[]): number => some.reduce((all, { opinions }) => all + opinions, 0);
  const answered = sum(clusters.filter(({ out }) => out));
  const pending = sum(clusters.filter(({ out }) => !out)) + loose + undecided;
  return { received: answered + pending, answered, pending };
}
