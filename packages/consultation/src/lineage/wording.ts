/** `hoà` for `hòa`, `khoẻ` for `khỏe`, `uỷ` for `ủy`: open oa, oe, uy not after q, the tone on the second vowel. */
const openPair = /(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?![\p{L}\p{M}])/gu;
/** `kĩ` for `kỹ`, `lí` for `lý`: an i alone behind h, k, l, m, s, t. */
const loneI = /(?<!\p{L})[hklmstHKLMST][iìíỉĩịIÌÍỈĨỊ](?![\p{L}\p{M}])/gu;

function toneFirst(pair: string): string {
  const [first, second, tone] = pair.normalize('NFD');
  return (first! + tone! + second!).normalize('NFC');
}

const withY = (word: string): string => word.normalize('NFD').replace('i', 'y').replace('I', 'Y').normalize('NFC');

/** One spelling for words that have two: the tone on the first vowel of open oa, oe, uy; y for a lone i. NFC. */
export function canonicalSpelling(text: string): string {
  return text.normalize('NFC').replace(openPair, toneFirst).replace(loneI, withY);
}

/**
 * Key under which two wordings meet that say the same in other signs: Unicode form, place of the tone, i and y, dashes,
 * quotes, spaces and what ends the clause (`;`, `.`, `./.`). Capitals and numbers make a difference.
 */
export function wordingKey(text: string): string {
  return keyOfSpelled(canonicalSpelling(text));
}

/** The same for a text in canonical spelling. */
export function keyOfSpelled(text: string): string {
  return text
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/…/g, '...')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:.!?)\]%])|(?<=[([]) | ?(?<!\d) ?([-/]) ?(?!\d) ?/g, '$1')
    .replace(/(?<=\d) ?([-/]) ?(?=\d)/g, '$1')
    .replace(/([,;:])(?=\p{L})/gu, '$1 ')
    .replace(/[\s.;,/]+$/, '')
    .trim();
}

/** The words and numbers of a text in canonical spelling, small: what is counted to tell how alike two clauses are. */
export function wordsOfSpelled(text: string): string[] {
  return text.toLowerCase().match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu) ?? [];
}

/** The words and numbers of a text. */
export const wordsOf = (text: string): string[] => wordsOfSpelled(canonicalSpelling(text));
