/** The truth behind a table: people per inner cell and category, cell-major, "no answer" first. */
export interface Truth {
  readonly counts: Uint8Array | Uint16Array | Uint32Array;
  readonly width: number;
}
