import type { Side, World } from './world.ts';

/** Marks of answers in the order in which somebody believes that they came. */
export type Order = readonly string[];

/** One way of looking at what is left: how many people it links to their answers, on either side. */
export interface Attack {
  name: string;
  /** Looks before the close, while the last day's answers lie sealed; afterwards unless it says so. */
  early?: true;
  linked(world: World, side: Side): Promise<number>;
}

export const marksOf = ({ answerers }: World, side: Side): string[] => answerers.map(({ marks }) => marks[side]);

/** Whoever came as the nth is taken for the one who wrote the nth answer; says how often that is right. */
function rightlyLinked({ answerers, cameInOrder }: World, side: Side, order: Order): number {
  const truth = new Map(answerers.map(({ marks, name }) => [marks[side], name]));
  return order.filter((mark, place) => truth.get(mark) === cameInOrder[place]).length;
}

/** An attack that believes in an order. */
export function byOrder(name: string, orderOf: (world: World, side: Side) => Promise<Order>, early?: true): Attack {
  const linked = async (world: World, side: Side): Promise<number> =>
    rightlyLinked(world, side, await orderOf(world, side));
  return early ? { name, early, linked } : { name, linked };
}

/** Where each of the marks is met first, in pieces that follow each other. */
export function firstMet(marks: readonly string[], pieces: readonly Buffer[]): Order {
  const places = new Map<string, number>();
  let before = 0;
  for (const piece of pieces) {
    for (const mark of marks) {
      const at = places.has(mark) ? -1 : piece.indexOf(mark);
      if (at >= 0) places.set(mark, before + at);
    }
    before += piece.length;
  }
  return [...places].sort(([, a], [, b]) => a - b).map(([mark]) => mark);
}
