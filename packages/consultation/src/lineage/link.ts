export type Relation =
  'unchanged' | 'orthographic' | 'renumbered' | 'moved' | 'modified' | 'split' | 'merged' | 'added' | 'removed';

/** What became of the words: the same, the same in other signs, others. */
export type Wording = 'same' | 'orthographic' | 'changed';
/** What became of the place: the same, another number in the same home, another home. */
export type Place = 'same' | 'renumbered' | 'moved';

/** What a clause of one version is in the next, by paths; null where it has no counterpart. */
export type Link =
  | { from: string; to: string; relation: Exclude<Relation, 'added' | 'removed'>; wording: Wording; place: Place }
  | { from: string; to: null; relation: 'removed' }
  | { from: null; to: string; relation: 'added' };

export type Kept = Extract<Link, { from: string; to: string }>;

export const isKept = (link: Link): link is Kept => link.from !== null && link.to !== null;

/** Words outweigh the place, because whoever agreed agreed to words; where none changed, the place is told. */
export function relationOf(
  wording: Wording,
  place: Place,
): Exclude<Relation, 'added' | 'removed' | 'split' | 'merged'> {
  if (wording === 'changed') return 'modified';
  if (wording === 'orthographic') return 'orthographic';
  return place === 'same' ? 'unchanged' : place;
}

/** Gives kept links that share an end their relation: one to many is split, many to one merged. */
export function withSharedEnds(links: readonly Link[]): Link[] {
  const count = (side: 'from' | 'to') => {
    const counts = new Map<string, number>();
    for (const link of links) if (isKept(link)) counts.set(link[side], (counts.get(link[side]) ?? 0) + 1);
    return counts;
  };
  const [froms, tos] = [count('from'), count('to')];
  return links.map((link) => {
    if (!isKept(link)) return link;
    if (froms.get(link.from)! > 1) return { ...link, relation: 'split' };
    if (tos.get(link.to)! > 1) return { ...link, relation: 'merged' };
    return { ...link, relation: relationOf(link.wording, link.place) };
  });
}
