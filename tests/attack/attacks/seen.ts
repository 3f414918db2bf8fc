import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byOrder, firstMet, marksOf, type Attack } from '../attack.ts';
import type { Side, World } from '../world.ts';

/** The application's own log, and that of the database server. */
async function linesOf(world: World, side: Side): Promise<Buffer[]> {
  const server = await readFile(join(world.dataDir, 'postgres.log'));
  return [Buffer.from(world.logs[side].join('\n')), server];
}

/** Somebody answers and something shows otherwise than a moment before: that is a timing log. */
function movedWithSomebody({ answerers, glances }: World, side: Side): number {
  // One glance before the first of each day, one after each answer: what moves between days is a flush.
  let moved = 0;
  let at = 0;
  for (const day of daysOf(answerers.length)) {
    for (let i = 0; i < day; i++, at++) if (glances[at + 1]![side] !== glances[at]![side]) moved += 1;
    at += 1;
  }
  return moved;
}

/** As many as answered on each of the three days. */
function daysOf(people: number): number[] {
  const perDay = Math.ceil(people / 3);
  return [perDay, perDay, people - 2 * perDay];
}

export const seen: Attack[] = [
  byOrder('logs', async (world, side) => firstMet(marksOf(world, side), await linesOf(world, side))),
  { name: 'polled endpoints', linked: async (world, side) => movedWithSomebody(world, side) },
];
