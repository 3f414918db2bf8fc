import { Chance } from './chance.ts';
import { drafts } from './drafts.ts';

const sentences = Object.values(drafts).flatMap((text) => text.split(/[\n.;:]+/));
const phrases = sentences
  .map((sentence) =>
    sentence
      .trim()
      .toLowerCase()
      .split(/[\s,()"]+/),
  )
  .filter((words) => words.length >= 4 && words.every((word) => /^\p{L}+$/u.test(word)));

/** Some words in a row of a real draft: two to five. */
function phrase(chance: Chance): string {
  const words = chance.one(phrases);
  const length = Math.min(chance.between(2, 5), words.length);
  const from = chance.below(words.length - length + 1);
  return words.slice(from, from + length).join(' ');
}

/** A sentence nobody wrote, of phrases of real drafts. */
export function sentence(chance: Chance, words = chance.between(6, 45)): string {
  const parts: string[] = [];
  while (parts.join(' ').split(' ').length < words) parts.push(phrase(chance));
  const text = parts.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** The text with about this share of its words replaced, left out or added to. */
export function reworded(chance: Chance, text: string, share: number): string {
  const words = text.split(' ').flatMap((word) => {
    if (!chance.happens(share)) return [word];
    const what = chance.next();
    if (what < 0.7) return [phrase(chance).split(' ')[0]!];
    return what < 0.85 ? [] : [word, phrase(chance)];
  });
  return words.length === 0 ? sentence(chance) : words.join(' ');
}

const swaps: readonly (readonly [RegExp, string])[] = [
  [/hóa(?!\p{L})/gu, 'hoá'],
  [/òa(?!\p{L})/gu, 'oà'],
  [/ỏa(?!\p{L})/gu, 'oả'],
  [/ủy(?!\p{L})/gu, 'uỷ'],
  [/ỏe(?!\p{L})/gu, 'oẻ'],
  [/ - /g, ' – '],
  [/"([^"]*)"/g, '“$1”'],
  [/, /g, ',  '],
  [/\.$/, ';'],
];

/** The same words in other signs; null where the text offers no way. */
export function respelled(chance: Chance, text: string): string | null {
  const ways = swaps.map(([from, to]) => text.replace(from, to)).filter((other) => other !== text);
  return ways.length === 0 ? null : chance.one(ways);
}
