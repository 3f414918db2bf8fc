import { searchKey } from '@danban/text';

/** Syllables nearly every opinion has: alike in them is no likeness. */
const common = new Set(
  'va la co cua cho cac nhung de nghi xin mong can nen duoc khong toi chung em con thi ma o tai voi ve khi nhu nay do rat them hon se da dang nha truong'.split(
    ' ',
  ),
);

/** As they are written. */
const syllablesOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A part as the text has it, with its marks. */
function asWritten(part: string, text: string): string {
  const syllables = syllablesOf(text);
  const keys = syllables.map(searchKey);
  const length = part.split(' ').length;
  const at = keys.findIndex((_, from) => keys.slice(from, from + length).join(' ') === part);
  return at === -1 ? part : syllables.slice(at, at + length).join(' ');
}

/** What a text is compared by: pairs of neighbouring syllables, which are the words of Vietnamese, and syllables that are not common. */
function partsOf(text: string): Map<string, number> {
  const syllables = syllablesOf(text).map(searchKey);
  const counts = new Map<string, number>();
  const add = (part: string): void => void counts.set(part, (counts.get(part) ?? 0) + 1);
  syllables.forEach((one, at) => {
    const next = syllables[at + 1];
    if (!common.has(one)) add(one);
    if (next !== undefined && !(common.has(one) && common.has(next))) add(`${one} ${next}`);
  });
  return counts;
}

type Weights = ReadonlyMap<string, number>;

/** What few texts have says more (inverse document frequency). */
function rarity(documents: readonly Weights[]): (part: string) => number {
  const found = new Map<string, number>();
  for (const document of documents) for (const part of document.keys()) found.set(part, (found.get(part) ?? 0) + 1);
  return (part) => Math.log(1 + documents.length / (found.get(part) ?? documents.length));
}

function weighted(parts: Weights, rare: (part: string) => number): Map<string, number> {
  const weights = [...parts].map(([part, count]) => [part, (1 + Math.log(count)) * rare(part)] as const);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([part, weight]) => [part, weight / length]));
}

export interface Grouped {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
}

export interface Suggestion {
  readonly cluster: string;
  /** 0 to 1: the cosine of the two. */
  readonly alike: number;
  /** What both say, as the loose text has it, the most telling first: why it is suggested. */
  readonly shared: readonly string[];
}

const leastAlike = 0.12;
const mostShared = 3;

function likeness(one: Weights, other: Weights): { alike: number; shared: string[] } {
  const both = [...one].flatMap(([part, weight]) => {
    const there = other.get(part);
    return there === undefined ? [] : [{ part, weight: weight * there }];
  });
  const told = both.toSorted((a, b) => b.weight - a.weight || (a.part < b.part ? -1 : 1)).map(({ part }) => part);
  const longest = told.filter((part) => !told.some((whole) => whole !== part && ` ${whole} `.includes(` ${part} `)));
  return { alike: both.reduce((sum, { weight }) => sum + weight, 0), shared: longest.slice(0, mostShared) };
}

/**
 * For each loose text the cluster it is most like, or null where it is like none: cosine of weighted syllables and pairs of
 * them. A suggestion to somebody who reads both, never a decision.
 */
export function suggestionsFor(loose: readonly string[], clusters: readonly Grouped[]): (Suggestion | null)[] {
  const documents = [...loose, ...clusters.map(({ title, texts }) => [title, title, ...texts].join('. '))].map(partsOf);
  const rare = rarity(documents);
  const vectors = documents.map((document) => weighted(document, rare));
  const ofClusters = clusters.map(({ id }, at) => ({ id, vector: vectors[loose.length + at]! }));
  return loose.map((text, at) => {
    const ranked = ofClusters
      .map(({ id, vector }) => ({ cluster: id, ...likeness(vectors[at]!, vector) }))
      .sort((one, other) => other.alike - one.alike || (one.cluster < other.cluster ? -1 : 1));
    const [best] = ranked;
    if (!best || best.alike < leastAlike) return null;
    return { ...best, shared: best.shared.map((part) => asWritten(part, text)) };
  });
}
