import { hash } from 'node:crypto';
import { atMost, type Figure } from './figures.ts';
import { openRecounting, people, questions } from './recounting.ts';
import { inTurns, median, ratio } from './rounds.ts';
import { verifyingInBrowser } from './verifyInBrowser.ts';

const rounds = 5;

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

const timed = (work: () => unknown): Promise<number> => {
  const began = performance.now();
  work();
  return Promise.resolve(performance.now() - began);
};

/** What it takes to count every published figure anew, against hashing the same leaves once; and to find one sheet. */
async function verifyingHere(): Promise<Figure[]> {
  const { recount, hash: hashOnce, find } = openRecounting(sha256);
  const times = await inTurns(rounds, {
    recount: () => timed(recount),
    hash: () => timed(hashOnce),
    receipt: () => timed(find),
  });
  const size = `${people.toLocaleString('en')} sheets × ${questions} questions`;
  return [
    {
      name: 'verify/recount',
      value: ratio(times.recount, times.hash),
      unit: `× hashing the leaves of ${size} once`,
      target: atMost(3),
    },
    { name: 'verify/time', value: median(times.recount), unit: `ms to count ${size} anew`, target: null },
    { name: 'verify/receipt', value: median(times.receipt), unit: 'ms to find one sheet in every table', target: null },
  ];
}

/** As a command and in a browser. */
export const verifying = async (): Promise<Figure[]> => [...(await verifyingHere()), ...(await verifyingInBrowser())];
