const collator = new Intl.Collator('vi');

const givenName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** As lists in Vietnam are sorted: by the given name, which stands last, then by the whole name. */
function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(givenName(a.name), givenName(b.name)) || collator.compare(a.name, b.name);
}

/** Sorted by unit in the order of `units`, then by name. */
export function inOrder<T extends { unit: string; name: string }>(people: readonly T[], units: readonly string[]): T[] {
  const at = new Map(units.map((id, position) => [id, position]));
  const placeOf = ({ unit }: T): number => at.get(unit) ?? units.length;
  return people.toSorted((a, b) => placeOf(a) - placeOf(b) || byName(a, b));
}
