import type { Tally } from './representative.ts';

/** How much is learned by showing a statement to one more person; new ones and those that part people come first. */
export function priority({ agree, disagree, seen }: Tally, extremity: number): number {
  const passes = seen - agree - disagree;
  const importance = (1 - (passes + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2));
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
}
