import { GROUP } from './group.ts';
import type { CodeKind } from './kind.ts';

/** What people and programs put between groups: blanks, dashes of every kind, full stops, commas, underscores. */
const between = /[\s\p{Pd}\u2212.,_]+/u;

/** Written by programs and seen by nobody: zero-width signs and marks of direction. */
const unseen = /\p{Cf}/gu;

/**
 * The text cut into what are meant as groups, in capitals. Where the number of signs is right they are simply counted;
 * where one is missing or too many, gaps that mostly follow five signs say in which group.
 */
export function chunksOf({ groups }: CodeKind, text: string): string[] {
  const written = text.normalize('NFC').replace(unseen, '').toUpperCase().split(between).filter(Boolean);
  const signs = [...written.join('')];
  const isSpaced = written.length === groups || 2 * written.filter(isWhole).length > written.length;
  return signs.length !== groups * GROUP && isSpaced ? written : inFives(signs);
}

const isWhole = (chunk: string): boolean => [...chunk].length === GROUP;

function inFives(signs: readonly string[]): string[] {
  const howMany = Math.ceil(signs.length / GROUP);
  return Array.from({ length: howMany }, (_, at) => signs.slice(at * GROUP, (at + 1) * GROUP).join(''));
}
