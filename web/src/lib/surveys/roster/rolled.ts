import type { RosterView } from '@danban/contract';

const mostNamed = 4;

/** Units that are too small to stand alone, gathered by where their people are counted. */
export function rolledUp(units: RosterView['units']): { at: string; names: string[]; more: number }[] {
  const rolled = units.filter(({ countedAt }) => countedAt !== null);
  return [...Map.groupBy(rolled, ({ countedAt }) => countedAt!)].map(([at, some]) => ({
    at,
    names: some.slice(0, mostNamed).map(({ name }) => name),
    more: Math.max(0, some.length - mostNamed),
  }));
}
