import { canonicalJson } from '@danban/bytes';
import type { Definition } from './definition.ts';
import type { Question } from './questions/index.ts';
import { freshIds } from './freshIds.ts';

/** A place two people wrote differently. `path` leads there by names and ids; what is not there was taken away. */
export interface Clash {
  path: string[];
  mine?: unknown;
  theirs?: unknown;
}

export interface Merged {
  /** What both changed, with my words where they clash. */
  mine: Definition;
  /** The same with theirs. */
  theirs: Definition;
  clashes: Clash[];
}

/**
 * What two people made of one definition, in one. Where only one of them changed a place, that change holds; lists
 * whose items have ids are merged item by item. The result is still to be parsed: each half may be whole and both
 * together not.
 */
export function merge(base: Definition, mine: Definition, theirs: Definition): Merged {
  const three = { base: lifted(base), mine: lifted(freshIds(base, mine, theirs)), theirs: lifted(theirs) };
  const clashes: Clash[] = [];
  const first = mergeValue(three, 'mine', [], clashes) as Lifted;
  return { mine: lowered(first), theirs: lowered(mergeValue(three, 'theirs', [], []) as Lifted), clashes };
}

type Lifted = Definition & { headline?: string };

/** Which question is the headline is one choice among all of them: two merged halves must not have two. */
function lifted(definition: Definition): Lifted {
  const headline = definition.questions.find((question) => question.headline)?.id;
  const questions = definition.questions.map(({ headline: _, ...question }) => question as Question);
  return { ...definition, questions, ...(headline === undefined ? {} : { headline }) };
}

function lowered({ headline, ...definition }: Lifted): Definition {
  const questions = definition.questions.map((question) =>
    question.id === headline ? { ...question, headline: true } : question,
  );
  return { ...definition, questions };
}

type Side = 'mine' | 'theirs';
type Three<T> = { base: T | undefined; mine: T | undefined; theirs: T | undefined };
type Item = Pick<Question, 'id'> & Record<string, unknown>;

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

function mergeValue(three: Three<unknown>, prefer: Side, path: string[], clashes: Clash[]): unknown {
  const { base, mine, theirs } = three;
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isItems(mine) && isItems(theirs)) {
    return mergeItems({ base: isItems(base) ? base : [], mine, theirs }, prefer, path, clashes);
  }
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    return mergeFields({ base, mine, theirs }, prefer, path, clashes);
  }
  clashes.push({ path, ...(mine === undefined ? {} : { mine }), ...(theirs === undefined ? {} : { theirs }) });
  return three[prefer];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isItems = (value: unknown): value is Item[] =>
  Array.isArray(value) && value.every((item) => isRecord(item) && typeof item['id'] === 'string');

type Fields = { base: Record<string, unknown>; mine: Record<string, unknown>; theirs: Record<string, unknown> };

function mergeFields({ base, mine, theirs }: Fields, prefer: Side, path: string[], clashes: Clash[]): object {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const merged = [...names].map((name) => {
    const three = { base: base[name], mine: mine[name], theirs: theirs[name] };
    return [name, mergeValue(three, prefer, [...path, name], clashes)] as const;
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

type Lists = { base: Item[]; mine: Item[]; theirs: Item[] };

/** In my order if I changed it, else in theirs; what the other added stands behind what it stood behind there. */
function mergeItems({ base, mine, theirs }: Lists, prefer: Side, path: string[], clashes: Clash[]): Item[] {
  const known = new Set(base.map(({ id }) => id));
  const moved = !same(orderOf(mine, known), orderOf(base, new Set(mine.map(({ id }) => id))));
  const order = moved ? woven(mine, theirs) : woven(theirs, mine);
  return order.flatMap((id) => {
    const of = (items: Item[]) => items.find((item) => item.id === id);
    const three = { base: of(base), mine: of(mine), theirs: of(theirs) };
    const value = mergeValue(three, prefer, [...path, id], clashes);
    return (value === undefined ? [] : [value]) as Item[];
  });
}

const orderOf = (items: Item[], known: ReadonlySet<string>): string[] =>
  items.map(({ id }) => id).filter((id) => known.has(id));

function woven(leading: Item[], others: Item[]): string[] {
  const order = leading.map(({ id }) => id);
  others.forEach(({ id }, at) => {
    if (order.includes(id)) return;
    const before = others[at - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}
