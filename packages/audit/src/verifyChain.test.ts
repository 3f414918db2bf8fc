import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorText, parseAnchor, type Anchor } from './anchor.ts';
import type { Sha256 } from '@danban/bytes';
import { contentHash, linkHash } from './link.ts';
import { anyEvent, chainOf, chains, chainsAndPlaces } from './testing/chains.ts';
import { verifyChain, type Entry, type FullEntry } from './verifyChain.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const anyChain = chains(sha256);
const chainAndPlace = chainsAndPlaces(sha256);

const brokenIn = (entries: Entry[], anchors: Anchor[] = []) => verifyChain(sha256, entries, anchors).broken;
const headOf = (chain: Entry[]) => chain.at(-1)!;
const noted = (entry: Entry): Anchor => parseAnchor(anchorText(entry))!;
const always = <T>(arbitrary: fc.Arbitrary<T>, claim: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, claim), { numRuns: 100 });

/** The same act with hashes that fit its content again, as who writes into the database would leave it. */
function made(entry: FullEntry): FullEntry {
  const content = contentHash(sha256, entry.event);
  return { ...entry, content, hash: linkHash(sha256, { ...entry, content }) };
}

/** Everything from a place on made anew, so that every link fits the one before. */
function madeFrom(chain: FullEntry[], place: number): FullEntry[] {
  const anew = chain.slice(0, place);
  for (const { seq, event } of chain.slice(place)) {
    anew.push(made({ seq, event, previous: anew.at(-1)?.hash ?? null, content: '', hash: '' }));
  }
  return anew;
}

describe('a chain as it was written', () => {
  test('holds, up to its head', () => {
    always(anyChain, (chain) => {
      const { seq, hash } = headOf(chain);
      expect(verifyChain(sha256, chain)).toEqual({ head: { seq, hash }, broken: null });
    });
  });

  test('holds when some events are not shown, and when every head of it was noted', () => {
    always(fc.tuple(anyChain, fc.array(fc.boolean())), ([chain, shown]) => {
      const extract = chain.map(({ event, ...link }, i) => (shown[i] ? { ...link, event } : link));
      expect(brokenIn(extract, chain.map(noted))).toBeNull();
    });
  });

  test('an empty one has no head and no break', () => {
    expect(verifyChain(sha256, [])).toEqual({ head: null, broken: null });
  });

  test('the same act under another salt has another hash, so that a hash is not guessed back into its act', () => {
    always(fc.tuple(anyEvent, anyEvent), ([event, other]) => {
      fc.pre(event.salt !== other.salt);
      expect(contentHash(sha256, event)).not.toBe(contentHash(sha256, { ...event, salt: other.salt }));
    });
  });
});

describe('what is changed is named at its place', () => {
  test('an altered field of an event', () => {
    always(fc.tuple(chainAndPlace, anyEvent), ([{ chain, place }, other]) => {
      for (const field of ['at', 'actor', 'act', 'object', 'unit', 'details', 'salt'] as const) {
        const entry = chain[place]!;
        if (JSON.stringify(entry.event[field]) === JSON.stringify(other[field])) continue;
        const altered = chain.with(place, { ...entry, event: { ...entry.event, [field]: other[field] } });
        expect(brokenIn(altered)).toEqual({ seq: place + 1, code: 'content-altered' });
      }
    });
  });

  test('an altered act whose hashes were made anew: the act after it does not follow', () => {
    always(fc.tuple(chainAndPlace, anyEvent), ([{ chain, place }, event]) => {
      fc.pre(place < chain.length - 1);
      const altered = chain.with(place, made({ ...chain[place]!, event }));
      expect(brokenIn(altered)).toEqual({ seq: place + 2, code: 'not-linked' });
    });
  });

  test('an altered content hash or number of a link that is not shown', () => {
    always(chainAndPlace, ({ chain, place }) => {
      const { event: _event, ...link } = chain[place]!;
      const altered: Entry[] = chain.map((entry, i) => (i === place ? { ...link, content: 'f'.repeat(64) } : entry));
      expect(brokenIn(altered)).toEqual({ seq: place + 1, code: 'link-altered' });
    });
  });

  test('a dropped act', () => {
    always(chainAndPlace, ({ chain, place }) => {
      fc.pre(place < chain.length - 1);
      const code = place === 0 ? 'no-beginning' : 'missing';
      expect(brokenIn(chain.toSpliced(place, 1))).toEqual({ seq: place + 2, code });
    });
  });

  test('a dropped act when those after it are numbered anew', () => {
    always(chainAndPlace, ({ chain, place }) => {
      fc.pre(place < chain.length - 1);
      const closed = chain.toSpliced(place, 1).map((entry, i) => made({ ...entry, seq: i + 1 }));
      const code = place === 0 ? 'no-beginning' : 'not-linked';
      expect(brokenIn(closed)).toMatchObject({ code });
    });
  });

  test('two acts in another order', () => {
    always(fc.tuple(chainAndPlace, fc.nat({ max: 29 })), ([{ chain, place }, other]) => {
      fc.pre(other < chain.length && other !== place);
      const swapped = chain.with(place, chain[other]!).with(other, chain[place]!);
      const first = Math.min(place, other);
      expect(brokenIn(swapped)).toEqual({
        seq: Math.max(place, other) + 1,
        code: first === 0 ? 'no-beginning' : 'missing',
      });
    });
  });

  test('an act twice', () => {
    always(chainAndPlace, ({ chain, place }) => {
      const twice = chain.toSpliced(place, 0, chain[place]!);
      expect(brokenIn(twice)).toEqual({ seq: place + 1, code: 'out-of-order' });
    });
  });

  test('an act put in, even one that fits the act before it', () => {
    always(fc.tuple(chainAndPlace, anyEvent), ([{ chain, place }, event]) => {
      const previous = chain[place]!;
      const put = made({ seq: place + 2, previous: previous.hash, event, content: '', hash: '' });
      fc.pre(place < chain.length - 1);
      const code = brokenIn(chain.toSpliced(place + 1, 0, put))?.code;
      expect(code).toBe('out-of-order');
    });
  });
});

describe('what a chain alone does not show, a noted head does', () => {
  test('acts cut off at the end', () => {
    always(fc.tuple(anyChain, fc.integer({ min: 1, max: 30 })), ([chain, cut]) => {
      const rest = chain.slice(0, Math.max(0, chain.length - cut));
      expect(brokenIn(rest)).toBeNull();
      expect(brokenIn(rest, [noted(headOf(chain))])).toEqual({ seq: rest.length + 1, code: 'cut-short' });
    });
  });

  test('a history made anew from some act on', () => {
    always(fc.tuple(chainAndPlace, anyEvent), ([{ chain, place }, event]) => {
      fc.pre(JSON.stringify(chain[place]!.event) !== JSON.stringify(event));
      const forged = madeFrom(chain.with(place, { ...chain[place]!, event }), place);
      expect(brokenIn(forged)).toBeNull();
      expect(brokenIn(forged, [noted(headOf(chain))])).toEqual({ seq: chain.length, code: 'not-as-noted' });
      expect(brokenIn(forged, [noted(chain[place]!)])).toEqual({ seq: place + 1, code: 'not-as-noted' });
    });
  });

  test('a head noted before the forged act says nothing of it', () => {
    const chain = chainOf(sha256, fc.sample(anyEvent, { numRuns: 5, seed: 1 }));
    const forged = madeFrom(chain.with(3, { ...chain[3]!, event: { ...chain[3]!.event, act: 'survey.open' } }), 3);
    expect(brokenIn(forged, [noted(chain[2]!)])).toBeNull();
  });
});

describe('a noted head', () => {
  test('is read back as it was written, in either case and without hyphens', () => {
    always(anyChain, (chain) => {
      const head = headOf(chain);
      const anchor = { seq: head.seq, begins: head.hash.slice(0, 20) };
      const text = anchorText(head);
      expect(parseAnchor(text)).toEqual(anchor);
      expect(parseAnchor(` ${text.toUpperCase().replaceAll('-', '')} `)).toEqual(anchor);
      expect(parseAnchor(`${head.seq}:${head.hash}`)).toEqual({ seq: head.seq, begins: head.hash });
    });
  });

  test.each(['', '12', '12:', '0:0123456789abcdef0123', '12:0123456789abcdef012', '12:xyz', `1:${'a'.repeat(65)}`])(
    '%j is none',
    (text) => expect(parseAnchor(text)).toBeNull(),
  );
});
