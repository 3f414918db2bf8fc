import { nfc } from './clean.ts';
import { fromTcvn3, fromVni } from './legacy.ts';
import { isSyllable } from './syllable.ts';

/** How Vietnamese was written down: in Unicode, or in one of the fonts from before. */
export type Writing = 'unicode' | 'tcvn3' | 'vni';

const eth = /[Ðð]/;

/** The Icelandic eth looks like đ and stands for it in many old files. */
function fromEth(word: string): string {
  const mended = nfc(word.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ'));
  return isSyllable(mended) ? mended : nfc(word);
}

const converters: Readonly<Record<Writing, (word: string) => string>> = {
  unicode: fromEth,
  tcvn3: fromTcvn3,
  vni: fromVni,
};

// What stands between words in every writing: spaces, the punctuation of ASCII, typographic signs from U+2000 on.
const everyWord = /[^\s!-/:-@[-`{-~\u2000-\u2bff]+/g;
const beyondAscii = /[^\p{ASCII}\u2000-\u2bff]/u;
/** Letters that no font from before had at its disposal, and marks apart from their letter. */
const surelyUnicode = /[\u0100-\u1fff\u2c00-\uffff]/;
/** Signs of Latin-1 that are letters in the .Vn fonts. */
const signs = /[\u00a1-\u00bf×÷]/;

/** A bullet or a degree sign that stands alone belongs to no word. */
const isWord = (word: string): boolean => [...word].some((char) => !signs.test(char));

function markedWords(text: string): string[] {
  return (text.match(everyWord) ?? []).filter((word) => beyondAscii.test(word) && isWord(word));
}

function fits(writing: Writing, words: readonly string[]): boolean {
  if (writing === 'unicode' && words.some((word) => signs.test(word))) return false;
  return words.length > 0 && words.every((word) => isSyllable(converters[writing](word)));
}

const everyWriting = ['unicode', 'tcvn3', 'vni'] as const;

/**
 * The writings in which every word with a letter beyond ASCII is a Vietnamese syllable. Empty: no such word, or none
 * fits (a French name). Two or more: the text alone does not tell ("Vò" is "Vũ" in TCVN3); its neighbours may.
 */
export function writingsOf(text: string): Writing[] {
  if (!beyondAscii.test(text)) return [];
  if (surelyUnicode.test(text)) return ['unicode'];
  const words = markedWords(text);
  return everyWriting.filter((writing) => fits(writing, words));
}

/** The text in Unicode, NFC, its words read in this writing. */
export function readAs(writing: Writing, text: string): string {
  if (!beyondAscii.test(text)) return text;
  if (writing === 'unicode' && !eth.test(text)) return nfc(text);
  return nfc(text.replace(everyWord, (word) => (isWord(word) ? converters[writing](word) : word)));
}
