const stamp = /^[^\p{L}\p{N}]*(?:(?:ĐỘ|Độ|độ)\s+(?:MẬT|mật)\s*:?\s*)?(TUYỆT MẬT|TỐI MẬT|MẬT)[^\p{L}\p{N}]*$/u;
const labelled = /^[^\p{L}\p{N}]*độ\s+mật\s*:?\s*(tuyệt mật|tối mật|mật)[^\p{L}\p{N}]*$/iu;

/** What stands beside each other on one line: cells of a table, or words set apart. */
const parts = (text: string): string[] => text.split(/ \| |\t|\s{3,}/);

/**
 * The stamp of secrecy that stands alone on a line or in a cell of it: `MẬT`, `TỐI MẬT`, `TUYỆT MẬT`, `Độ mật: Mật`; null
 * where there is none. The words within a sentence are no stamp. Source: Law on the protection of state secrets 29/2018/QH14.
 */
export function secrecyStamp(lines: readonly { text: string }[]): string | null {
  for (const part of lines.flatMap(({ text }) => parts(text))) {
    const found = stamp.exec(part) ?? labelled.exec(part);
    if (found !== null) return found[1]!.toUpperCase();
  }
  return null;
}
