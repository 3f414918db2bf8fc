import type { Asked, Shape } from './organisation.ts';

export interface DisclosedWish {
  shape: Shape;
  questions: readonly Asked[];
  rounds: number;
}

/** Milliseconds of processor time, and what came out. */
export interface Disclosed {
  groups: number;
  /** All columns once, and the rest of each round: patterns, every question, the audit. */
  counting: number[];
  patterns: number[];
  questions: number[];
  audit: number[];
  memoryMb: number;
}
