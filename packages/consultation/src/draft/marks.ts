import { LIMITS } from './limits.ts';

/** Takes a mark away where it comes in pairs: `**bold**`, `__bold__`. An odd one stays, and so do rows of underscores to fill in. */
function withoutPairs(text: string, mark: string): string {
  const parts = text.split(mark);
  if (parts.length < 3 || parts.length % 2 === 0) return text;
  // "____" of a form: what stands between two marks would be empty.
  if (parts.some((part, i) => i % 2 === 1 && part.trim() === '')) return text;
  return parts.join('');
}

const opens = /(?<![\p{L}\p{N}*_\\])[*_](?=[\p{L}\p{N}"“(])/gu;
const closes = /(?<=[\p{L}\p{N}.,;:!?)"”])[*_](?![\p{L}\p{N}*_])/gu;

/** Single `*` and `_` around words; a footnote mark that nothing closes stays. */
function withoutEmphasis(text: string): string {
  const opening = text.match(opens)?.length ?? 0;
  if (opening === 0 || opening !== (text.match(closes)?.length ?? 0)) return text;
  return text.replace(opens, '').replace(closes, '');
}

const escaped = /\\([\\`*_{}[\]()#+\-.!>|~])/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** A line without the marks of Markdown inside it. */
export function withoutMarks(text: string): string {
  if (text.length > LIMITS.lineWithMarks) return text;
  const plain = withoutEmphasis(withoutPairs(withoutPairs(withoutPairs(text, '***'), '**'), '__'));
  return plain
    .replace(escaped, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name]!)
    .trim();
}
