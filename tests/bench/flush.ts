import { once } from 'node:events';
import { atMost, type Figure } from './figures.ts';
import { startServer } from './machine.ts';
import type { Bench } from './product.ts';
import { median, ratio } from './rounds.ts';
import type { Flushed, FlushWish } from './served.types.ts';

const wish: FlushWish = { many: 10_000, rounds: 5 };

/** Ten thousand sealed answers opened, mixed and written, against a plain insert of what comes out. */
export async function flushing(bench: Bench): Promise<Figure[]> {
  const { definition } = await bench.served();
  const { address: connection, keysDir } = bench;
  const child = startServer('tests/bench/flushed.ts', {
    BENCH: JSON.stringify({ connection, keysDir, definition, ...wish }),
  });
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('the flushing process has ended')));
  gone.catch(() => undefined);
  const [{ flushes, inserts, lines }] = (await Promise.race([once(child, 'message'), gone])) as [Flushed];
  return [
    { name: 'urn/flush-time', value: median(flushes), unit: 'ms for 10,000', target: null },
    { name: 'urn/insert-time', value: median(inserts), unit: 'ms for 10,000', target: null },
    { name: 'urn/log-time', value: median(lines), unit: 'ms for 10,000', target: null },
    { name: 'urn/flush', value: ratio(flushes, inserts), unit: '× a plain insert', target: atMost(3) },
    { name: 'urn/log', value: ratio(lines, flushes), unit: 'of a flush', target: atMost(0.05) },
  ];
}
