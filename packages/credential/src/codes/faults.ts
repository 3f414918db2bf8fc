import { GROUP, markOf } from './group.ts';
import type { CodeKind } from './kind.ts';
import { valueOf } from './signs.ts';

/**
 * What is wrong with a group: `missing`, `too-short` or `too-long`; `unknown-sign`, one that no code has, as a keyboard
 * for Vietnamese makes of two; `mistyped`, its check sign does not fit; `too-many`, said once, of the first one beyond
 * the code.
 */
export type CodeFaultKind = 'missing' | 'too-short' | 'too-long' | 'unknown-sign' | 'mistyped' | 'too-many';

/** `group` counts from 1. */
export interface CodeFault {
  group: number;
  fault: CodeFaultKind;
}

/** Everything that keeps these chunks from being the code, by group; nothing when they are it. */
export function faultsIn(kind: CodeKind, chunks: readonly string[]): CodeFault[] {
  const left = leftOut(kind, chunks);
  if (left !== null) return left.map((group) => ({ group, fault: 'missing' }));
  const howMany = kind.groups + (chunks.length > kind.groups ? 1 : 0);
  const found = Array.from({ length: howMany }, (_, at) => ({ group: at + 1, fault: faultAt(kind, at, chunks[at]) }));
  const faults = found.filter((one): one is CodeFault => one.fault !== null);
  // Where a sign too many or too few has moved all that follow, only the first is news.
  return isShifted(kind, chunks) ? faults.slice(0, 1) : faults;
}

function faultAt({ groups, firstMark }: CodeKind, at: number, chunk: string | undefined): CodeFaultKind | null {
  if (at >= groups) return 'too-many';
  if (chunk === undefined) return 'missing';
  const values = [...chunk].map(valueOf);
  if (values.includes(-1)) return 'unknown-sign';
  if (values.length !== GROUP) return values.length < GROUP ? 'too-short' : 'too-long';
  return markOf(values) === firstMark + at ? null : 'mistyped';
}

/** The groups that are not there, if the others are whole and in order: a check sign knows where its group stands. */
function leftOut({ groups, firstMark }: CodeKind, chunks: readonly string[]): number[] | null {
  const places = chunks.map((chunk) => markIn(chunk) - firstMark + 1);
  const rise = places.every((place, at) => place > (places[at - 1] ?? 0));
  if (!rise || chunks.length >= groups || (places.at(-1) ?? 0) > groups) return null;
  return Array.from({ length: groups }, (_, at) => at + 1).filter((group) => !places.includes(group));
}

/** The mark a chunk tells; -1 when it is no whole group. */
function markIn(chunk: string): number {
  const values = [...chunk].map(valueOf);
  return values.length === GROUP && !values.includes(-1) ? markOf(values) : -1;
}

function isShifted({ groups }: CodeKind, chunks: readonly string[]): boolean {
  const signs = [...chunks.join('')].length;
  const cut = chunks.slice(0, -1).every((chunk) => [...chunk].length === GROUP);
  return cut && signs !== groups * GROUP && signs % GROUP !== 0;
}
