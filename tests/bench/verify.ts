import { hash } from 'node:crypto';
import { ed25519 } from '@danban/server/transparency/ed25519';
import { atMost, type Figure } from './figures.ts';
import { publishedCases, receiptCases, targetOf, wordsOf, type Published, type ReceiptCase } from './receiptCases.ts';
import { openReceipts } from './receipts.ts';
import { openRecounting, people, questions } from './recounting.ts';
import { inTurns, median, ratio } from './rounds.ts';
import { verifyingInBrowser } from './verifyInBrowser.ts';

const rounds = 5;
const size = `${people.toLocaleString('en')} sheets × ${questions} questions`;

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Looks for the receipt of a survey that was looked through. */
async function finding({ files, receipt }: Published): Promise<() => Promise<void>> {
  const source = {
    read: (path: string) => Promise.resolve(files[path.startsWith('../') ? path.slice(3) : `khao-sat/${path}`] ?? null),
  };
  const find = await openReceipts(source, { sha256, verify: ed25519 });
  return () => find(receipt);
}

/** What it takes to count every published figure anew, and to find one sheet, against hashing the same leaves once. */
async function verifyingHere(published: Record<ReceiptCase, Published>): Promise<Figure[]> {
  const { recount, hash: hashOnce } = openRecounting(sha256);
  const finders = {} as Record<ReceiptCase, () => Promise<void>>;
  for (const name of receiptCases) finders[name] = await finding(published[name]);
  const found = Object.fromEntries(receiptCases.map((name) => [name, () => timed(finders[name])]));
  const times = await inTurns(rounds, {
    ...(found as Record<ReceiptCase, () => Promise<number>>),
    recount: () => timed(recount),
    hash: () => timed(hashOnce),
  });
  return [
    {
      name: 'verify/recount',
      value: ratio(times.recount, times.hash),
      unit: `× hashing the leaves of ${size} once`,
      target: atMost(3),
    },
    { name: 'verify/time', value: median(times.recount), unit: `ms to count ${size} anew`, target: null },
    ...receiptCases.map((name) => ({
      name: `verify/${name}`,
      value: ratio(times[name], times.hash),
      unit: `× hashing those leaves once, for a receipt ${wordsOf(name)}`,
      target: targetOf(name, 0.1),
    })),
  ];
}

/** As a command and in a browser. */
export async function verifying(): Promise<Figure[]> {
  const published = await publishedCases();
  return [...(await verifyingHere(published)), ...(await verifyingInBrowser(published))];
}
