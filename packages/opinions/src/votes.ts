/** What somebody said to a statement. Who did not see it, or said nothing, has no vote. */
export const AGREE = -1;
export const PASS = 0;
export const DISAGREE = 1;
export type Vote = typeof AGREE | typeof PASS | typeof DISAGREE;

/**
 * Votes of people on statements, person after person: those of person i are `statement[start[i]]` to
 * `statement[start[i + 1] - 1]`, ascending, with `vote` beside them. Nobody votes twice on a statement.
 */
export interface Votes {
  readonly people: number;
  readonly statements: number;
  readonly start: Uint32Array;
  readonly statement: Uint32Array;
  readonly vote: Int8Array;
  /** 1 for statements that were taken out: they count as seen and say nothing. */
  readonly isOut: Uint8Array;
}

/** One vote of one person, in the order in which they came; of several on one statement the latest counts. */
export interface Cast {
  readonly person: number;
  readonly statement: number;
  readonly vote: Vote;
}

/** Throws when a vote names a person or a statement that is not there. */
export function votesOf(
  people: number,
  statements: number,
  casts: Iterable<Cast>,
  isOut: Uint8Array = new Uint8Array(statements),
): Votes {
  const latest: Map<number, Vote>[] = Array.from({ length: people }, () => new Map<number, Vote>());
  for (const { person, statement, vote } of casts) {
    if (!(person in latest) || !(statement >= 0 && statement < statements)) {
      throw new RangeError('a vote of nobody, or on nothing');
    }
    latest[person]!.set(statement, vote);
  }
  const start = new Uint32Array(people + 1);
  latest.forEach((own, person) => (start[person + 1] = start[person]! + own.size));
  const votes = {
    people,
    statements,
    start,
    statement: new Uint32Array(start[people]!),
    vote: new Int8Array(start[people]!),
    isOut,
  };
  latest.forEach((own, person) => {
    const ordered = [...own].sort((a, b) => a[0] - b[0]);
    ordered.forEach(([statement, vote], at) => {
      votes.statement[start[person]! + at] = statement;
      votes.vote[start[person]! + at] = isOut[statement] === 1 ? PASS : vote;
    });
  });
  return votes;
}

export function votesCast({ start }: Votes, person: number): number {
  return start[person + 1]! - start[person]!;
}
