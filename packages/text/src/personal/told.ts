import { nfc } from '../clean.ts';
import { personalIn } from './find.ts';
import type { KnownNames } from './people.ts';
import type { PersonalKind } from './span.ts';

/** What a text tells of one kind: the pieces as they stand in it, each once. */
export interface Told {
  kind: PersonalKind;
  pieces: string[];
}

/**
 * Everything in a text that may tell who somebody is, for its writer to look at: kind by kind, in order of their first
 * places. `known`: names of units that are no people. Empty where nothing was found, which is no promise: see `personalIn`.
 */
export function toldIn(text: string, known: KnownNames): Told[] {
  const composed = nfc(text);
  const byKind = new Map<PersonalKind, Set<string>>();
  for (const { kind, start, end } of personalIn(composed, known)) {
    const pieces = byKind.get(kind) ?? new Set();
    byKind.set(kind, pieces.add(composed.slice(start, end).replace(/\s+/g, ' ')));
  }
  return [...byKind].map(([kind, pieces]) => ({ kind, pieces: [...pieces] }));
}
