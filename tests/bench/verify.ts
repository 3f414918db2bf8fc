import { hash, randomBytes } from 'node:crypto';
import { leafHash } from '@danban/merkle';
import {
  commitTable,
  leafData,
  openTo,
  readTable,
  recount,
  tableKey,
  type Counted,
  type Opened,
  type Recounted,
  type Table,
  type Tables,
} from '@danban/verify';
import { atMost, type Figure } from './figures.ts';
import { inTurns, median, ratio } from './rounds.ts';

const people = 10_000;
const questions = 30;
const options = 6;
const rounds = 5;

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const parents = [-1];

/** One school, thirty questions of one choice each, everything published. */
const tables: Tables = {
  all: Array.from({ length: questions }, (_, index): Table => ({ index, cell: index, criteria: [] })),
  perBreakdown: questions,
  category: ({ cell }, packed) => packed[cell]!,
  criteria: () => new Uint8Array(),
};

function sheets(): Counted[] {
  return Array.from({ length: people }, () => ({
    key: randomBytes(32),
    unit: 0,
    packed: randomBytes(questions).map((byte) => byte % options),
  }));
}

const timed = (work: () => unknown): Promise<number> => {
  const began = performance.now();
  work();
  return Promise.resolve(performance.now() - began);
};

function recountAll(files: readonly Uint8Array[]): Recounted[] {
  return files.map((file) => recount(sha256, parents, readTable(file, 0)!) as Recounted);
}

/** Where one sheet stands in every table: her key, every option, a look at the leaves. */
function findAll(counted: readonly Recounted[], key: Uint8Array): number {
  return counted.filter(({ has }, index) => {
    const own = tableKey(sha256, key, index);
    const opened = openTo(sha256, parents, own, { category: 0, criteria: new Uint8Array(), unit: 0 }, 0);
    const isThere = (category: number) => has(leafHash(sha256, leafData(sha256, parents, { ...opened, category })));
    return Array.from({ length: options }, (_, category) => category).some(isThere);
  }).length;
}

/** What it takes to count every published figure anew, against hashing the same leaves once; and to find one sheet. */
export async function verifying(): Promise<Figure[]> {
  const all = sheets();
  const depthOf = () => 0;
  const files = tables.all.map((table) => commitTable(sha256, { tables, parents, depthOf }, table, all).file);
  const data = files.flatMap((file) => readTable(file, 0)!.map((leaf) => leafData(sha256, parents, leaf as Opened)));
  const counted = recountAll(files);
  const found = findAll(counted, all[0]!.key);
  if (found !== questions) throw new Error(`a sheet stands in ${found} of ${questions} tables`);
  const times = await inTurns(rounds, {
    recount: () => timed(() => recountAll(files)),
    hash: () => timed(() => data.forEach((leaf) => leafHash(sha256, leaf))),
    receipt: () => timed(() => findAll(counted, all[1]!.key)),
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
