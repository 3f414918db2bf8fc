import { isKept, type Link } from './link.ts';

/** The permanent keys of a version, and where those of the version before went. */
export interface Carried {
  /** Key of each clause of the new version, by path. */
  keys: Map<string, string>;
  /** Keys of the new version that carry on what was said under a key of the old one; none where it was removed. */
  heirs: Map<string, string[]>;
}

/**
 * Gives the clauses of the next version their permanent keys. A key goes on with its clause; of a clause that was divided
 * with the first part, of clauses put together the first one's. Every other clause gets `newKey`. What was said goes to
 * every part all the same: that is what `heirs` tells.
 */
export function carry(
  links: readonly Link[],
  keys: ReadonlyMap<string, string>,
  newKey: (path: string) => string,
): Carried {
  const kept = links.filter(isKept);
  const firstPart = new Map<string, string>();
  for (const { from, to } of kept) if (!firstPart.has(from)) firstPart.set(from, to);
  const carried: Carried = { keys: new Map(), heirs: new Map([...keys.values()].map((key) => [key, []])) };
  const before = Map.groupBy(kept, ({ to }) => to);
  for (const { to } of links) {
    if (to === null || carried.keys.has(to)) continue;
    const sources = (before.get(to) ?? []).filter(({ from }) => keys.has(from));
    const own = sources.find(({ from }) => firstPart.get(from) === to);
    const key = own === undefined ? newKey(to) : keys.get(own.from)!;
    carried.keys.set(to, key);
    for (const { from } of sources) carried.heirs.get(keys.get(from)!)!.push(key);
  }
  return carried;
}

/** The keys under which what was said under one key is found after several versions. */
export function follow(versions: readonly Carried[], key: string): string[] {
  return versions.reduce<string[]>(
    (keys, { heirs }) => [...new Set(keys.flatMap((each) => heirs.get(each) ?? []))],
    [key],
  );
}
