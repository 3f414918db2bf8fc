const everyTone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The syllable with its tone at the end, so that both places of it are one: `hoà` and `hòa`. */
function toneLast(syllable: string): string {
  return syllable.replace(everyTone, '') + (syllable.match(everyTone) ?? []).join('');
}

/**
 * Key under which two spellings of one name meet: capitals, composition, spaces and the place of the tone make no
 * difference, marks do ("TRƯỜNG HOÀ BÌNH" is "Trường Hòa Bình", "Hoa Bình" is another).
 */
export function nameKey(name: string): string {
  const words = name.toLowerCase().normalize('NFD').split(/\s+/);
  return words.map(toneLast).join(' ').trim();
}
