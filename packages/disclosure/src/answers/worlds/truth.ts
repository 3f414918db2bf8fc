/** The truth behind a table: people per inner cell and category, cell-major, "no answer" first. */
export interface Truth {
  readonly counts: Uint8Array | Uint16Array | Uint32Array;
  readonly width: number;
}

/** How many more people of each cell give one answer in another world, and how many fewer another. */
export interface Moved {
  readonly cells: readonly number[];
  readonly people: readonly number[];
}
