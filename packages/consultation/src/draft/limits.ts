/** What a draft may hold: the longest law of Vietnam has about 4,000 paragraphs and 700,000 letters. */
export const LIMITS = {
  bytes: 16 * 1024 * 1024,
  letters: 4_000_000,
  lines: 20_000,
  /** A line beyond this is shown as it stands: no mark of Markdown is looked for in it. */
  lineWithMarks: 20_000,
  /** Parts of a .docx, and the bytes of those that are read once unpacked. */
  parts: 5_000,
  unpacked: 48 * 1024 * 1024,
  /** Elements within each other in a part of a .docx; Word itself writes about thirty. */
  depth: 400,
} as const;
