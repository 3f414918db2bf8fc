import { isKept, withSharedEnds, type Kept, type Link, type Place, type Wording } from './link.ts';

const wordings: readonly Wording[] = ['same', 'orthographic', 'changed'];

const further = (one: Wording, other: Wording): Wording =>
  wordings[Math.max(wordings.indexOf(one), wordings.indexOf(other))]!;

function placeOf(one: Kept, other: Kept): Place {
  if (one.place === 'moved' || other.place === 'moved') return 'moved';
  return one.from === other.to ? 'same' : 'renumbered';
}

/**
 * Links from the first to the third of three versions, through the second. Words that were changed and changed back
 * count as changed: somebody read them in between.
 */
export function compose(first: readonly Link[], second: readonly Link[]): Link[] {
  const onward = Map.groupBy(second.filter(isKept), (link) => link.from);
  const kept = new Map<string, Kept>();
  for (const one of first.filter(isKept))
    for (const other of onward.get(one.to) ?? []) {
      const key = JSON.stringify([one.from, other.to]);
      const [wording, place] = [further(one.wording, other.wording), placeOf(one, other)];
      const known = kept.get(key);
      // By two ways (divided and put together again): the further one counts.
      const both = known === undefined ? wording : further(known.wording, wording);
      kept.set(key, { from: one.from, to: other.to, relation: 'modified', wording: both, place });
    }
  const all = [...kept.values()];
  const [froms, tos] = [new Set(all.map(({ from }) => from)), new Set(all.map(({ to }) => to))];
  const gone = new Set(first.flatMap(({ from }) => (from === null || froms.has(from) ? [] : [from])));
  const come = new Set(second.flatMap(({ to }) => (to === null || tos.has(to) ? [] : [to])));
  return withSharedEnds([
    ...all,
    ...[...gone].map((from): Link => ({ from, to: null, relation: 'removed' })),
    ...[...come].map((to): Link => ({ from: null, to, relation: 'added' })),
  ]);
}
