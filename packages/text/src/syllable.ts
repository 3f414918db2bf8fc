const everyTone = /[\u0300\u0301\u0303\u0309\u0323]/g;

const listed = (text: string): string[] => text.split(' ').map((word) => word.normalize('NFC'));

const onsets = ['', ...listed('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x')];

const rimes = listed(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ' +
    'ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu ' +
    'uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ' +
    'y ych yêm yên yêng yêt yêu ynh yt yu',
);

/** A syllable that ends in c, ch, p or t takes the tone sắc or nặng, no other and not none. */
const isStopped = (rime: string): boolean => /[cpt]$|ch$/.test(rime);

/** Every onset with every rime, and whether it is stopped. */
const syllables = new Map(onsets.flatMap((onset) => rimes.map((rime) => [onset + rime, isStopped(rime)] as const)));

/**
 * Whether the word is spelled as a Vietnamese syllable is: onset, rime and one tone (`trường`, `Quốc`, `GIẾNG`).
 * Composition and case make no difference; the old and the new place of the tone (`hoà`, `hòa`) are both right.
 * Onset and rime are looked at apart, so pairs that never meet (`ngia`) pass, and so do words of other languages that
 * look alike (`an`); `Müller` and `tr­êng` do not.
 */
export function isSyllable(word: string): boolean {
  const marked = word.toLowerCase().normalize('NFD');
  const tones = marked.match(everyTone);
  if (tones !== null && tones.length > 1) return false;
  const stopped = syllables.get(marked.replace(everyTone, '').normalize('NFC'));
  if (stopped === undefined) return false;
  const tone = tones?.[0];
  return !stopped || tone === '\u0301' || tone === '\u0323';
}
