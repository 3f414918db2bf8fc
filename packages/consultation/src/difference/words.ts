import { diffArrays } from 'diff';
import { canonicalSpelling } from '../lineage/wording.ts';

/** A run of a text: in both versions, in one of them, or in both in other signs (`hoá`, `hóa`). */
export type Segment =
  { kind: 'equal' | 'inserted' | 'deleted'; text: string } | { kind: 'respelled'; text: string; before: string };

interface Token {
  text: string;
  key: string;
}

/** Vietnamese words are written syllable by syllable; punctuation is a token of its own, a number is one. */
const tokens = /(?:\d+(?:[.,/]\d+)*%?|[\p{L}\p{M}]+|[^\s])\s*|\s+/gu;

const signs: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
};

function keyOf(text: string): string {
  const bare = text.trim();
  if (/^[\u2010-\u2015\u2212]$/.test(bare)) return '-';
  return signs[bare] ?? canonicalSpelling(bare);
}

const tokensOf = (text: string): Token[] =>
  (text.normalize('NFC').match(tokens) ?? []).map((token) => ({ text: token, key: keyOf(token) }));

/** Beyond so many single changes the texts are shown as replaced: nobody reads such a comparison word by word. */
const mostChanges = 1_200;

interface Change {
  kind: 'equal' | 'inserted' | 'deleted';
  before: Token[];
  after: Token[];
}

/** What both begin and end with needs no comparing, and a long clause is mostly that. */
function edges(before: readonly Token[], after: readonly Token[]): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start]!.key === after[start]!.key) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end)!.key === after.at(-1 - end)!.key) end += 1;
  return { start, end };
}

function middle(before: Token[], after: Token[]): Change[] {
  const found = diffArrays(before, after, {
    comparator: (one, other) => one.key === other.key,
    maxEditLength: mostChanges,
  });
  if (found === undefined)
    return [
      { kind: 'deleted', before, after: [] },
      { kind: 'inserted', before: [], after },
    ];
  let at = 0;
  return found.map(({ added, removed, value }): Change => {
    if (added) return { kind: 'inserted', before: [], after: value };
    const same = before.slice(at, at + value.length);
    at += value.length;
    return removed ? { kind: 'deleted', before: same, after: [] } : { kind: 'equal', before: same, after: value };
  });
}

function changesOf(before: Token[], after: Token[]): Change[] {
  const { start, end } = edges(before, after);
  const equal = (from: number, to: number, fromAfter: number, toAfter: number): Change[] =>
    from === to ? [] : [{ kind: 'equal', before: before.slice(from, to), after: after.slice(fromAfter, toAfter) }];
  const [cut, cutAfter] = [before.length - end, after.length - end];
  return [
    ...equal(0, start, 0, start),
    ...middle(before.slice(start, cut), after.slice(start, cutAfter)),
    ...equal(cut, before.length, cutAfter, after.length),
  ];
}

const lonely = 1;
const wordsIn = (all: readonly Token[]): number => all.filter(({ key }) => /[\p{L}\p{N}]/u.test(key)).length;

/** A word that happens to be in both between two long changes is noise: the changes are read as one. */
function smoothed(changes: readonly Change[]): Change[] {
  const result: Change[] = [];
  changes.forEach((change, i) => {
    const around = [changes[i - 1], changes[i + 1]];
    const isLonely = change.kind === 'equal' && wordsIn(change.before) <= lonely;
    const isBetween = around.every((other) => other !== undefined && wordsIn([...other.before, ...other.after]) >= 3);
    if (isLonely && isBetween)
      result.push({ ...change, kind: 'deleted', after: [] }, { ...change, kind: 'inserted', before: [] });
    else result.push(change);
  });
  return result;
}

const joined = (all: readonly Token[]): string => all.map(({ text }) => text).join('');

/** Deleted before inserted within a run of changes, each as one segment. */
function gathered(changes: readonly Change[]): Segment[] {
  const segments: Segment[] = [];
  let [deleted, inserted] = ['', ''];
  const flush = (): void => {
    if (deleted !== '') segments.push({ kind: 'deleted', text: deleted });
    if (inserted !== '') segments.push({ kind: 'inserted', text: inserted });
    [deleted, inserted] = ['', ''];
  };
  for (const { kind, before, after } of changes) {
    deleted += kind === 'deleted' ? joined(before) : '';
    inserted += kind === 'inserted' ? joined(after) : '';
    if (kind !== 'equal') continue;
    flush();
    segments.push(...equalSegments(before, after));
  }
  flush();
  return segments;
}

function equalSegments(before: readonly Token[], after: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  after.forEach((token, i) => {
    const there = before[i]!;
    const isSame = there.text.trim() === token.text.trim();
    const last = segments.at(-1);
    if (last?.kind === 'equal' && isSame) last.text += token.text;
    else if (last?.kind === 'respelled' && !isSame)
      [last.text, last.before] = [last.text + token.text, last.before + there.text];
    else
      segments.push(
        isSame ? { kind: 'equal', text: token.text } : { kind: 'respelled', text: token.text, before: there.text },
      );
  });
  return segments;
}

/**
 * The difference of two texts word by word, for showing inline: deletions stand before insertions, what differs in
 * signs alone (tone placement, dashes, quotes) is marked and no change. Time is bounded whatever the texts.
 */
export function differenceOf(before: string, after: string): Segment[] {
  return gathered(smoothed(changesOf(tokensOf(before), tokensOf(after))));
}

/** The same for showing side by side: what stands on the left and on the right. */
export function sidesOf(segments: readonly Segment[]): { before: Segment[]; after: Segment[] } {
  const before = segments
    .filter(({ kind }) => kind !== 'inserted')
    .map((segment) => (segment.kind === 'respelled' ? { ...segment, text: segment.before } : segment));
  return { before, after: segments.filter(({ kind }) => kind !== 'deleted') };
}

/** How much two texts share, 0 to 1, given their difference. */
export function likenessOf(segments: readonly Segment[]): number {
  const letters = (wanted: (kind: Segment['kind']) => boolean): number =>
    segments.filter(({ kind }) => wanted(kind)).reduce((sum, { text }) => sum + text.trim().length, 0);
  const shared = letters((kind) => kind === 'equal' || kind === 'respelled');
  const other = letters((kind) => kind === 'inserted' || kind === 'deleted');
  return shared + other === 0 ? 1 : (2 * shared) / (2 * shared + other);
}
