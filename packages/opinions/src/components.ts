import type { Votes } from './votes.ts';

const MOST_ROUNDS = 100;
const STILL = 1e-12;

/** A matrix that can be multiplied from the left by its own transpose: v becomes XᵀX v. */
export type Squared = (vector: Float64Array) => Float64Array;

/** The first component of a matrix by power iteration from all ones, as a vector of length one. */
export function firstComponent(squared: Squared, columns: number, rounds: number = MOST_ROUNDS): Float64Array {
  let vector = new Float64Array(columns).fill(1);
  for (let round = 0; round < rounds; round++) {
    const next = normalised(squared(vector));
    const isStill = next.every((value, at) => Math.abs(value - vector[at]!) < STILL);
    vector = next;
    if (isStill) break;
  }
  return vector;
}

/** What the two main directions of disagreement are, and where the middle lies. */
export interface Components {
  readonly mean: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Two principal components of the votes of these people. A missing vote counts as the mean of its statement, so after
 * centring it is nothing, and only votes that were cast are looked at.
 */
export function componentsOf(votes: Votes, people: readonly number[]): Components {
  const mean = meanOf(votes, people);
  const squared: Squared = (vector) => {
    const next = new Float64Array(votes.statements);
    for (const person of people) {
      let along = 0;
      for (let at = votes.start[person]!; at < votes.start[person + 1]!; at++) {
        const statement = votes.statement[at]!;
        along += (votes.vote[at]! - mean[statement]!) * vector[statement]!;
      }
      for (let at = votes.start[person]!; at < votes.start[person + 1]!; at++) {
        const statement = votes.statement[at]!;
        next[statement]! += along * (votes.vote[at]! - mean[statement]!);
      }
    }
    return next;
  };
  const first = firstComponent(squared, votes.statements);
  const second = firstComponent((vector) => without(squared(without(vector, first)), first), votes.statements);
  return { mean, first, second };
}

function meanOf(votes: Votes, people: readonly number[]): Float64Array {
  const sum = new Float64Array(votes.statements);
  const seen = new Float64Array(votes.statements);
  for (const person of people) {
    for (let at = votes.start[person]!; at < votes.start[person + 1]!; at++) {
      sum[votes.statement[at]!]! += votes.vote[at]!;
      seen[votes.statement[at]!]!++;
    }
  }
  return sum.map((value, statement) => (seen[statement] === 0 ? 0 : value / seen[statement]!));
}

function normalised(vector: Float64Array): Float64Array<ArrayBuffer> {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? new Float64Array(vector) : new Float64Array(vector.map((value) => value / length));
}

function without(vector: Float64Array, direction: Float64Array): Float64Array {
  const along = vector.reduce((sum, value, at) => sum + value * direction[at]!, 0);
  return vector.map((value, at) => value - along * direction[at]!);
}
