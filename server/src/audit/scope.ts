/** The lowest unit that stands above all of them, each path nearest first; null where none does, or there is none. */
export function nearestCommon(paths: readonly (readonly string[])[]): string | null {
  const [first = [], ...rest] = paths;
  return first.find((unit) => rest.every((path) => path.includes(unit))) ?? null;
}
