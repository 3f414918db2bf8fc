/** The truth behind a table: people per inner cell and category, cell-major, "no answer" first. */
export interface Truth {
  readonly counts: Uint32Array | Uint16Array;
  readonly width: number;
}
