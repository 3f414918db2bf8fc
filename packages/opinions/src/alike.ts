/** How alike two ways of grouping the same people are: 1 for the same, about 0 for chance (adjusted Rand index, Hubert and Arabie 1985). */
export function alike(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const both = new Map<string, number>();
  const [ofA, ofB] = [new Map<number, number>(), new Map<number, number>()];
  let people = 0;
  for (const [person, group] of a) {
    const other = b.get(person);
    if (other === undefined) continue;
    people++;
    add(both, `${group} ${other}`);
    add(ofA, group);
    add(ofB, other);
  }
  const [shared, inA, inB, all] = [pairsOf(both), pairsOf(ofA), pairsOf(ofB), pairs(people)];
  const byChance = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === byChance ? 1 : (shared - byChance) / (most - byChance);
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const pairs = (n: number): number => (n * (n - 1)) / 2;
const pairsOf = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
