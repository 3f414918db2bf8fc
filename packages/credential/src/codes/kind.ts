/** A kind of code: how many groups it has, and the mark of the first; the following ones count on. */
export interface CodeKind {
  groups: number;
  firstMark: number;
}

/** Recovery and receipt code of a respondent: 6 groups, 120 bits. */
export const SEED: CodeKind = { groups: 6, firstMark: 1 };

/** Code of a shuffled slip: 4 groups, 80 bits. It has no mark of a seed's, so that neither is taken for the other. */
export const SLIP: CodeKind = { groups: 4, firstMark: 17 };

/** Bytes of a slip: 80 bits. */
export const SLIP_BYTES = 10;
