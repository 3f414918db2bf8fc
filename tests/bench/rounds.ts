/** The middle one; of an even number the lower of the two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]!;
}

/** The smallest number that at least `share` of all do not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * numbers.length) - 1)]!;
}

/**
 * Measures each of several things once per round, in turns, so that whatever else the machine does falls on all of
 * them. The first round warms up and is left out.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  measures: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measures) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) {
      const value = await measures[name]();
      if (round > 0) found[name].push(value);
    }
  }
  return found;
}

/** The median over rounds of one thing as a share of another measured in the same round. */
export function ratio(of: readonly number[], to: readonly number[]): number {
  return median(of.map((value, round) => value / to[round]!));
}
