/** A vector over inner cells, modulo PRIME: what some combination of published groups says about whom. */
export interface Row {
  readonly cells: Int32Array;
  readonly coefs: Int32Array;
  /** People in the cells of the support. */
  readonly weight: number;
  /** The cell that no other row holds; -1 for a watched row, which must never become empty. */
  readonly pivot: number;
  /** What the combination says of each option, modulo PRIME; empty where only memberships count. */
  readonly told: Float64Array;
}
