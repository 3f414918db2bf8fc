const tones = '\u0300\u0309\u0303\u0301\u0323';
/** `hoà` and `hòa`, `khoẻ` and `khỏe`, `uỷ` and `ủy`: open oa, oe, uy not after q, the tone on the second vowel. */
const openPair = new RegExp(
  `(?<![qQ])([oO])([aAeE])([${tones}])(?![\\p{L}\\u0302\\u0306\\u031B])|(?<![qQ])([uU])([yY])([${tones}])(?!\\p{L})`,
  'gu',
);
/** `kĩ` and `kỹ`, `lí` and `lý`: an i alone behind h, k, l, m, s, t. */
const loneI = new RegExp(`(?<!\\p{L})([hklmstHKLMST])([iI])(?=[${tones}]?(?!\\p{M})(?!\\p{L}))`, 'gu');

const yFor = (letter: string): string => (letter === 'i' ? 'y' : 'Y');

/** One spelling for words that have two: the tone on the first vowel of open oa, oe, uy; y for a lone i. NFC. */
export function canonicalSpelling(text: string): string {
  return text
    .normalize('NFD')
    .replace(openPair, (_, o: string, a: string, first: string, u: string, y: string, second: string) =>
      o === undefined ? u + second + y : o + first + a,
    )
    .replace(loneI, (_, onset: string, i: string) => onset + yFor(i))
    .normalize('NFC');
}

/**
 * Key under which two wordings meet that say the same in other signs: Unicode form, place of the tone, i and y, dashes,
 * quotes, spaces and what ends the clause (`;`, `.`, `./.`). Capitals and numbers make a difference.
 */
export function wordingKey(text: string): string {
  return canonicalSpelling(text)
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

/** The words and numbers of a text, small, in one spelling: what is counted to tell how alike two clauses are. */
export function wordsOf(text: string): string[] {
  return (
    canonicalSpelling(text)
      .toLowerCase()
      .match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu) ?? []
  );
}
