/** What an uploaded file may hold: fifty thousand people of a province with the long names of their units. */
export const LIMITS = {
  bytes: 8 * 1024 * 1024,
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
