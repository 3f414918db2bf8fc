import type { Person } from '../vaults/roster.ts';

/**
 * People as they come out of the thread that read them: bytes cross at once, and only some of them are made objects of at a
 * time. Fifty thousand objects would hold the main thread while they cross.
 */
export interface PackedPeople {
  count: number;
  parts: Uint8Array[];
}

const peopleInPart = 500;

export function packed(people: readonly Person[]): PackedPeople {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < people.length; at += peopleInPart) {
    parts.push(Buffer.from(JSON.stringify(people.slice(at, at + peopleInPart))));
  }
  return { count: people.length, parts };
}

export function* unpacked({ parts }: PackedPeople): Generator<Person[]> {
  for (const part of parts) yield JSON.parse(Buffer.from(part).toString('utf8')) as Person[];
}
