import { chunksOf } from './chunks.ts';
import { faultsIn, type CodeFault } from './faults.ts';
import { DATA, checkOf } from './group.ts';
import { SEED, SLIP, type CodeKind } from './kind.ts';
import { bytesOf, fives, signOf, valueOf } from './signs.ts';

/** What a person typed: the bytes, or what is wrong with which group. */
export type ReadCode = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; faults: CodeFault[] };

function write({ groups, firstMark }: CodeKind, bytes: Uint8Array): string {
  const values = fives(bytes);
  if (values.length !== groups * DATA || bytes.length * 8 !== values.length * 5) throw new RangeError('not that long');
  const written = Array.from({ length: groups }, (_, at) => {
    const data = values.slice(at * DATA, (at + 1) * DATA);
    return [...data, checkOf(data, firstMark + at)].map(signOf).join('');
  });
  return written.join('-');
}

function read(kind: CodeKind, text: string): ReadCode {
  const chunks = chunksOf(kind, text);
  const faults = faultsIn(kind, chunks);
  if (faults.length > 0) return { ok: false, faults };
  const values = chunks.flatMap((chunk) => [...chunk].slice(0, DATA).map(valueOf));
  return { ok: true, bytes: bytesOf(values) };
}

/** 15 bytes of a seed as 6 groups of 4 signs and a check sign, `0123A-…`. Throws RangeError for another length. */
export const seedCode = (seed: Uint8Array): string => write(SEED, seed);

/**
 * The 15 bytes of a seed, however its code was typed: capitals or not, with blanks, dashes or none, O for 0, I or L for
 * 1. A check sign catches every mistyped sign and every two that changed places, and knows where its group stands.
 */
export const readSeed = (text: string): ReadCode => read(SEED, text);

/** 10 bytes of a slip as 4 groups of 4 signs and a check sign. Throws RangeError for another length. */
export const slipCode = (bytes: Uint8Array): string => write(SLIP, bytes);

/** The 10 bytes of a slip, as forgiving and as strict as `readSeed`. */
export const readSlip = (text: string): ReadCode => read(SLIP, text);
