import { readAs, writingsOf, type Writing } from './writing.ts';

/** Letters no font from before had: the line was written in Unicode, whatever else stands in it. */
const surelyUnicode = /[\u0102-\u1fff]/;
/** Below so many marked words a line may be of another language. */
const fewest = 2;

const markedWords = (line: string): string[] =>
  line.split(/[^\p{L}\p{M}\u00a1-\u00bf×÷]+/u).filter((word) => /[^\p{ASCII}]/u.test(word));

/** How many of the words are Vietnamese read in this writing. A slip of the pen must not decide, so it is a share. */
function share(words: readonly string[], writing: Writing): number {
  return words.filter((word) => writingsOf(word).includes(writing)).length / words.length;
}

function lineInUnicode(line: string): string {
  if (surelyUnicode.test(line.normalize('NFC'))) return line;
  const words = markedWords(line);
  if (words.length < fewest) return line;
  const asItIs = share(words, 'unicode');
  const [best] = (['tcvn3', 'vni'] as const)
    .map((writing) => ({ writing, share: share(words, writing) }))
    .sort((one, other) => other.share - one.share);
  return best!.share >= 0.8 && best!.share > asItIs ? readAs(best!.writing, line) : line;
}

/**
 * A text with the lines that were written in a font from before (TCVN3, VNI) in Unicode, NFC. A line is turned only where
 * nearly all of its marked words are Vietnamese in that writing and fewer are as they stand.
 */
export function inUnicode(text: string): string {
  return text.split('\n').map(lineInUnicode).join('\n').normalize('NFC');
}
