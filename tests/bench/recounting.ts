import { leafHash } from '@danban/merkle';
import {
  commitTable,
  leafData,
  readTable,
  recount,
  type Counted,
  type Opened,
  type Recounted,
  type Table,
  type Tables,
} from '@danban/verify';

type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const people = 10_000;
export const questions = 30;
const options = 6;
const parents = [-1];

/** One school, thirty questions of one choice each, everything published. */
const tables: Tables = {
  all: Array.from({ length: questions }, (_, index): Table => ({ index, cell: index, criteria: [] })),
  perBreakdown: questions,
  category: ({ cell }, packed) => packed[cell]!,
  criteria: () => new Uint8Array(),
};

const drawn = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

function sheets(): Counted[] {
  return Array.from({ length: people }, () => ({
    key: drawn(32),
    unit: 0,
    packed: drawn(questions).map((byte) => byte % options),
  }));
}

/** What is measured here and in a browser alike, with the hash of the place. */
export interface Recounting {
  /** Reads every table, puts up its tree and counts it. */
  recount(): Recounted[];
  /** Hashes the same leaves once, and nothing more. */
  hash(): void;
}

export function openRecounting(sha256: Sha256): Recounting {
  const all = sheets();
  const setting = { tables, parents, depthOf: () => 0 };
  const files = tables.all.map((table) => commitTable(sha256, setting, table, all).file);
  const data = files.flatMap((file) => readTable(file, 0)!.map((leaf) => leafData(sha256, parents, leaf as Opened)));
  return {
    recount: () => files.map((file) => recount(sha256, parents, readTable(file, 0)!) as Recounted),
    hash: () => data.forEach((leaf) => leafHash(sha256, leaf)),
  };
}
