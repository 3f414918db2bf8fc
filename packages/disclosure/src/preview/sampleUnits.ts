import type { UnitTree } from '../tree.ts';

/** A smaller organisation in place of a large one. */
export interface Sample {
  readonly tree: UnitTree;
  readonly people: Uint32Array;
  /** How many units of the large one each stands for; 0 for what only keeps the people of units left out. */
  readonly standsFor: Float64Array;
  /** The unit of the large one, or -1. */
  readonly unit: Int32Array;
}

/**
 * At most about `most` units of a tree with their people: below a unit with more than its part whole branches are left
 * out, evenly, and their people are one unit beside those that stay, so that every total above is as it was. A tree that
 * is small enough stays as it is.
 */
export function sampleUnits({ parent }: UnitTree, people: Uint32Array, most: number): Sample {
  const children: number[][] = Array.from(parent, () => []);
  const size = new Uint32Array(parent.length).fill(1);
  const below = people.slice();
  for (let unit = parent.length - 1; unit >= 0; unit--) {
    const above = parent[unit]!;
    if (above < 0) continue;
    children[above]!.unshift(unit);
    size[above]! += size[unit]!;
    below[above]! += below[unit]!;
  }
  const kept: { unit: number; above: number; people: number; standsFor: number }[] = [];
  const roots = [...parent.keys()].filter((unit) => parent[unit]! < 0);
  const waiting = roots.map((unit) => ({ unit, above: -1, room: most / roots.length, standsFor: 1 }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { unit, above, room, standsFor } = next;
    const at = kept.push({ unit, above, people: people[unit]!, standsFor }) - 1;
    const all = children[unit]!;
    const chosen = size[unit]! <= room ? all : evenly(all, Math.max(1, Math.round((all.length * room) / size[unit]!)));
    const part = (child: number) => (size[unit]! <= room ? size[child]! : (room - 1) / chosen.length);
    const each = (standsFor * all.length) / chosen.length;
    for (const child of chosen) waiting.push({ unit: child, above: at, room: part(child), standsFor: each });
    const rest =
      all.reduce((sum, child) => sum + below[child]!, 0) - chosen.reduce((sum, child) => sum + below[child]!, 0);
    if (rest > 0) kept.push({ unit: -1, above: at, people: rest, standsFor: 0 });
  }
  return {
    tree: { parent: Int32Array.from(kept, ({ above }) => above) },
    people: Uint32Array.from(kept, (one) => one.people),
    standsFor: Float64Array.from(kept, (one) => one.standsFor),
    unit: Int32Array.from(kept, ({ unit }) => unit),
  };
}

function evenly(all: readonly number[], many: number): number[] {
  return Array.from(
    { length: Math.min(many, all.length) },
    (_, at) => all[Math.floor(((at + 0.5) * all.length) / many)]!,
  );
}
