import { mostSlipsAtOnce, type SlipsView } from '@danban/contract';

/**
 * How many slips are still wanting, by the place of their unit: its people, as far as anybody has counted, less what is
 * printed. As many units as one printing holds; the others come with the next.
 */
export function wantingIn(units: SlipsView['units']): ReadonlyMap<number, number> {
  const wanting = new Map<number, number>();
  let room = mostSlipsAtOnce;
  for (const { position, people, printed } of units) {
    const missing = (people ?? 0) - printed;
    if (missing <= 0 || missing > room) continue;
    wanting.set(position, missing);
    room -= missing;
  }
  return wanting;
}
