import { masked } from '@danban/text';
import { isPublished, isReason, reasons, type Reason } from './routes.ts';
import type { Clustering } from './clustering.ts';
import type { Review } from './review.ts';

/** Fewer than so many who may answer know each other's way of writing: there only the titles of clusters go out. */
export const leastForTexts = 20;

export interface Decided {
  readonly id: string;
  readonly question: string;
  readonly text: string;
  readonly review: Review;
}

export interface Material {
  readonly decided: readonly Decided[];
  readonly clustering: Clustering;
  /** The survey's threshold of comments: fewer are not told apart. */
  readonly threshold: number;
  /** How many may answer, or have where nobody knows. */
  readonly eligible: number;
  /** Numbers by chance, one for each opinion: what order they stand in tells nothing. */
  readonly chance: readonly number[];
}

/** A number from the threshold on; null: there are some, and how many is not told. */
type Told = number | null;

export interface Publication {
  readonly schema: 1;
  /** Masked words by question, in an order by chance; none where only clusters go out. */
  readonly groups: readonly { readonly question: string | null; readonly texts: readonly string[] }[];
  readonly clusters: readonly { readonly title: string; readonly opinions: Told }[];
  readonly published: Told;
  /** What is not: withheld for a reason, or gone another way (complaints, denunciations, children in danger). */
  readonly hidden: {
    readonly all: Told;
    readonly parts: readonly { readonly why: Reason | 'routed'; readonly opinions: Told }[];
  };
  readonly only: 'texts' | 'clusters';
}

const told = (count: number, threshold: number): Told => (count === 0 || count >= threshold ? count : null);

function shuffled<T>(items: readonly T[], chance: readonly number[]): T[] {
  return items
    .map((item, at) => ({ item, place: chance[at]! }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/**
 * Words by question where the question has enough of them and what is left has, too; else all together. Fewer than the
 * threshold stand nowhere by themselves.
 */
function grouped(texts: readonly Pick<Decided, 'question' | 'text'>[], threshold: number): Publication['groups'] {
  const byQuestion = new Map<string, string[]>();
  for (const { question, text } of texts) byQuestion.set(question, [...(byQuestion.get(question) ?? []), text]);
  const large = [...byQuestion].filter(([, own]) => own.length >= threshold);
  // In their order by chance: those of one question beside each other would be told apart.
  const rest = texts.filter(({ question }) => byQuestion.get(question)!.length < threshold).map(({ text }) => text);
  if (rest.length > 0 && rest.length < threshold) return [{ question: null, texts: texts.map(({ text }) => text) }];
  const groups = large.map(([question, own]) => ({ question, texts: own }));
  return rest.length > 0 ? [...groups, { question: null, texts: rest }] : groups;
}

type Why = Reason | 'routed';

const whyOf = ({ review: { decision } }: Decided): Why => (isReason(decision) ? decision : 'routed');

/**
 * What is told of parts whose sum is known. Parts below the threshold are not told, and as many others with them as it takes for
 * what is not told to reach it: else the last one follows by subtraction.
 */
export function toldParts(counts: readonly number[], threshold: number): Told[] {
  const bySize = counts.map((count, at) => ({ count, at })).sort((one, other) => one.count - other.count);
  const untold = new Set<number>();
  let sum = 0;
  for (const { count, at } of bySize.filter((one) => one.count > 0)) {
    if (count >= threshold && (sum === 0 || sum >= threshold)) break;
    untold.add(at);
    sum += count;
  }
  return counts.map((count, at) => (untold.has(at) ? null : count));
}

function hiddenOf(hidden: readonly Decided[], threshold: number): Publication['hidden'] {
  const counts = [...reasons, 'routed' as const]
    .map((why) => ({ why, count: hidden.filter((one) => whyOf(one) === why).length }))
    .filter(({ count }) => count > 0);
  const parts = toldParts(
    counts.map(({ count }) => count),
    threshold,
  );
  return {
    all: told(hidden.length, threshold),
    parts: counts.map(({ why }, at) => ({ why, opinions: parts[at]! })),
  };
}

/** Clusters with what is told of their size; what is in none is a part like them. */
function clustersOf({ clusters }: Clustering, open: ReadonlySet<string>, threshold: number): Publication['clusters'] {
  const held = clusters
    .map(({ title, comments }) => ({ title, size: comments.filter((comment) => open.has(comment)).length }))
    .filter(({ size }) => size > 0);
  const sizes = held.map(({ size }) => size);
  const loose = open.size - sizes.reduce((sum, size) => sum + size, 0);
  const parts = toldParts([...sizes, loose], threshold);
  return held.map(({ title }, at) => ({ title, opinions: parts[at]! }));
}

/**
 * What is published of opinions two people have agreed on: masked, in an order by chance, without unit, time or dimension.
 * Null where too few are left to stand together (R14). Sources: docs/privacy.md, disclosure rule R14.
 */
export function publicationOf({ decided, clustering, threshold, eligible, chance }: Material): Publication | null {
  const inOrderOfChance = shuffled(decided, chance);
  const open = inOrderOfChance.filter(({ review }) => isPublished(review.decision));
  if (open.length < threshold) return null;
  const only = eligible < leastForTexts ? 'clusters' : 'texts';
  const ids = new Set(open.map(({ id }) => id));
  const texts = open.map(({ question, text, review }) => {
    return {
      question,
      text: masked(
        text,
        review.masks.map((mask) => ({ ...mask, level: 'redact' as const })),
      ),
    };
  });
  return {
    schema: 1,
    groups: only === 'texts' ? grouped(texts, threshold) : [],
    clusters: clustersOf(clustering, ids, threshold),
    published: told(open.length, threshold),
    hidden: hiddenOf(
      decided.filter(({ review }) => !isPublished(review.decision)),
      threshold,
    ),
    only,
  };
}
