/** What an uploaded file may hold. The staff of a province's schools is less than this. */
export const LIMITS = {
  bytes: 5 * 1024 * 1024,
  rows: 50_000,
  columns: 60,
  sheets: 20,
  /** Letters of one cell; what is longer is no name and no code. */
  cell: 2_000,
  /** Letters of the whole file: sheets may repeat one long text a million times. */
  letters: 8_000_000,
  /** Parts of a workbook, and their bytes once unpacked. */
  parts: 1_000,
  unpacked: 64 * 1024 * 1024,
} as const;
