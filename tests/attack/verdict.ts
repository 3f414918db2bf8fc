import { files } from './attacks/files.ts';
import { rows } from './attacks/rows.ts';
import { seen } from './attacks/seen.ts';
import { byChance } from './chance.ts';
import type { Attack } from './attack.ts';
import { liveThrough, type World } from './world.ts';

/** How an attack went: on the product, by guessing, and on a design that leaks. */
export interface Verdict {
  name: string;
  people: number;
  linked: number;
  /** How many a guess links on average. */
  chance: number;
  canary: number;
  /** The product gave away no more than a guess would find, and the leak was seen. */
  holds: boolean;
}

const all: Attack[] = [...rows, ...files, ...seen];
/** Rarer than this by guessing is not guessing. */
const significant = 1e-4;

async function judge(world: World, attack: Attack): Promise<Verdict> {
  const chances = world.answerers.map(({ among }) => 1 / Math.max(among, 1));
  const linked = await attack.linked(world, 'product');
  const canary = await attack.linked(world, 'canary');
  const [safe, sees] = [byChance(chances, linked) >= significant, byChance(chances, canary) < significant];
  const chance = chances.reduce((sum, p) => sum + p, 0);
  return { name: attack.name, people: world.answerers.length, linked, chance, canary, holds: safe && sees };
}

/** Lets so many people answer, and tries everything on what is left. */
export async function attackAll(people: number, say?: (words: string) => void): Promise<Verdict[]> {
  const early = new Map<string, { product: number; canary: number }>();
  const beforeClose = async (world: World): Promise<void> => {
    for (const attack of all.filter((one) => one.early)) {
      const [product, canary] = [await attack.linked(world, 'product'), await attack.linked(world, 'canary')];
      early.set(attack.name, { product, canary });
    }
  };
  const world = await liveThrough(people, { ...(say ? { say } : {}), beforeClose });
  try {
    const verdicts: Verdict[] = [];
    for (const attack of all) {
      const found = early.get(attack.name);
      const looked = found
        ? { ...attack, linked: async (_: World, side: 'product' | 'canary') => found[side] }
        : attack;
      verdicts.push(await judge(world, looked));
    }
    return verdicts;
  } finally {
    await world.leave();
  }
}

export function asLine({ name, people, linked, chance, canary, holds }: Verdict): string {
  const line = `ATTACK ${name}: linked ${linked} of ${people}, chance ${chance.toFixed(1)}, canary ${canary} of ${people}`;
  return holds ? line : `${line}  FAILED`;
}
