import { aboveHalf, aboveOther, SURE } from './chances.ts';
import { AGREE, DISAGREE, type Votes } from './votes.ts';

/** What people of a group said to one statement; those who passed have seen it, too. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly seen: number;
}

/** A statement that tells a group from all others. */
export interface Representative {
  readonly statement: number;
  readonly side: 'agree' | 'disagree';
  /** Share of the group on this side, and by how much larger it is than among the others. */
  readonly share: number;
  readonly ratio: number;
}

const MOST = 5;

export function tallies(votes: Votes, people: readonly number[]): Tally[] {
  const found = Array.from({ length: votes.statements }, () => ({ agree: 0, disagree: 0, seen: 0 }));
  for (const person of people) {
    for (let at = votes.start[person]!; at < votes.start[person + 1]!; at++) {
      const tally = found[votes.statement[at]!]!;
      tally.seen++;
      if (votes.vote[at] === AGREE) tally.agree++;
      if (votes.vote[at] === DISAGREE) tally.disagree++;
    }
  }
  return found;
}

interface Candidate extends Representative {
  readonly strength: number;
  readonly isSure: boolean;
}

/**
 * Up to five statements by which a group differs from everybody else, what it agrees to most first. Where none is sure,
 * the one that comes nearest.
 */
export function representativeOf(own: readonly Tally[], others: readonly Tally[]): Representative[] {
  const candidates = own.flatMap((tally, statement): Candidate[] => [
    candidateOf(statement, 'agree', tally, others[statement]!),
    candidateOf(statement, 'disagree', tally, others[statement]!),
  ]);
  const sure = candidates.filter(({ isSure }) => isSure).sort(byStrength);
  if (sure.length === 0) {
    return candidates
      .filter(({ share }) => share > 0.5)
      .sort(byStrength)
      .slice(0, 1)
      .map(withoutStrength);
  }
  const bestAgree = sure.filter(({ side }) => side === 'agree').slice(0, 1);
  const rest = sure.filter((one) => !bestAgree.includes(one) && !isOtherSide(one, bestAgree[0]));
  return [...bestAgree, ...rest].slice(0, MOST).map(withoutStrength);
}

function candidateOf(statement: number, side: 'agree' | 'disagree', own: Tally, others: Tally): Candidate {
  const [chosen, seen] = [own[side], own.seen];
  const share = (chosen + 1) / (seen + 2);
  const ratio = share / ((1 + others[side]) / (2 + others.seen));
  const above = aboveHalf(chosen, seen);
  const apart = aboveOther(chosen, others[side], seen, others.seen);
  const isSure = above > SURE && apart > SURE;
  return { statement, side, share, ratio, strength: ratio * apart * share * above, isSure };
}

const byStrength = (a: Candidate, b: Candidate): number => b.strength - a.strength || a.statement - b.statement;
const withoutStrength = ({ statement, side, share, ratio }: Candidate): Representative => ({
  statement,
  side,
  share,
  ratio,
});
const isOtherSide = (one: Candidate, than: Candidate | undefined): boolean => one.statement === than?.statement;
