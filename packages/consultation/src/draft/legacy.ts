import { inUnicode, readAs, writingsOf, type Writing } from '@danban/text';

const enough = 3;

/** The font from before in which most of the lines that tell anything were written. */
function writingOf(lines: readonly string[]): Writing | null {
  const votes = { unicode: 0, tcvn3: 0, vni: 0 };
  for (const line of lines) {
    const writings = writingsOf(line);
    if (writings.length === 1) votes[writings[0]!] += 1;
  }
  const legacy = votes.tcvn3 >= votes.vni ? 'tcvn3' : 'vni';
  return votes[legacy] >= enough && votes[legacy] > votes.unicode ? legacy : null;
}

/**
 * Lines in Unicode. A line that is surely of a font from before is turned by itself; one with too few marked words is
 * turned where the file as a whole is of that font.
 */
export function linesInUnicode(lines: readonly string[]): string[] {
  const writing = writingOf(lines);
  return lines.map((line) => {
    const turned = inUnicode(line);
    if (turned !== line.normalize('NFC') || writing === null) return turned;
    const writings = writingsOf(line);
    return writings.includes(writing) && writings.length > 0 ? readAs(writing, line) : turned;
  });
}
