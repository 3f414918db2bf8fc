import fc from 'fast-check';
import { actCodes } from '../acts.ts';
import type { AuditEvent } from '../event.ts';
import type { Sha256 } from '@danban/bytes';
import { nextLink, type Head } from '../link.ts';
import type { FullEntry } from '../verifyChain.ts';

export function chainOf(sha256: Sha256, events: readonly AuditEvent[]): FullEntry[] {
  let head: Head | null = null;
  return events.map((event) => {
    const link = nextLink(sha256, head, event);
    head = link;
    return { ...link, event };
  });
}

const named = fc.record({ id: fc.uuid(), name: fc.string({ unit: 'grapheme', maxLength: 30 }) });
const scalar = fc.oneof(fc.integer(), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.boolean());

export const anyEvent: fc.Arbitrary<AuditEvent> = fc.record({
  at: fc
    .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  actor: fc.option(
    fc
      .tuple(named, fc.option(fc.constantFrom('admin', 'organizer', 'inspector')), fc.option(named))
      .map(([person, role, body]) => ({ ...person, role, body })),
  ),
  act: fc.constantFrom(...actCodes),
  object: fc.tuple(named, fc.constantFrom('survey', 'account')).map(([object, kind]) => ({ ...object, kind })),
  unit: fc.option(named),
  details: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))),
  salt: fc.stringMatching(/^[0-9a-f]{32}$/),
});

/** A chain of two to thirty acts. */
export function chains(sha256: Sha256): fc.Arbitrary<FullEntry[]> {
  return fc.array(anyEvent, { minLength: 2, maxLength: 30 }).map((events) => chainOf(sha256, events));
}

/** A chain and the place of one of its acts. */
export function chainsAndPlaces(sha256: Sha256): fc.Arbitrary<{ chain: FullEntry[]; place: number }> {
  return chains(sha256).chain((chain) =>
    fc.record({ chain: fc.constant(chain), place: fc.nat({ max: chain.length - 1 }) }),
  );
}
