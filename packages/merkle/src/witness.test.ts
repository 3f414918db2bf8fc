import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkpointText, signedBytes, type Verify } from './checkpoint.ts';
import { leafHash } from './hashes.ts';
import { ED25519, keyIdOf, noteText, type Signer } from './note.ts';
import { Tree } from './tree.ts';
import { askedText, type Asked, judge, logOf, nothingYet, parseAsked } from './witness.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());
const checks: Verify = (publicKey, message, signature) => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
};

function logOfName(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const own: Signer = {
    name,
    kind: ED25519,
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url'),
  };
  return {
    own,
    note(tree: Tree, size: number, origin = name): string {
      const text = checkpointText({ origin, size, root: tree.root(size) });
      const bytes = sign(null, signedBytes(text, own), privateKey);
      return noteText({ text, signatures: [{ name, keyId: keyIdOf(sha256, own), bytes }] });
    },
  };
}

const leaves = (many: number, salt = 0) =>
  Array.from({ length: many }, (_, at) => leafHash(sha256, Uint8Array.of(at, salt)));
const tree = new Tree(sha256, leaves(40));
const other = new Tree(sha256, [...leaves(7), ...leaves(33, 1)]);
const log = logOfName('danban/0123456789abcdef');
const at = (size: number) => ({
  log: log.own,
  followed: size === 0 ? nothingYet(sha256) : { size, root: tree.root(size) },
});
const outcome = async (state: Parameters<typeof judge>[2], asked: Asked) =>
  (await judge(sha256, checks, state, asked)).outcome;

test('every continuation of the tree it knows is cosigned, from nothing on', async () => {
  for (let before = 0; before <= 40; before++) {
    const proof = before === 0 ? [] : tree.consistency(before, 40);
    const asked = parseAsked(askedText({ before, proof, note: log.note(tree, 40) }))!;
    expect(await outcome(at(before), asked)).toBe('cosigned');
    expect(logOf(asked)).toBe(log.own.name);
  }
});

test('a fork is refused, with its own proof, at the same size and whatever it says it continues', async () => {
  const proof = other.consistency(8, 20);
  expect(await outcome(at(8), { before: 8, proof, note: log.note(other, 20) })).toBe('unproved');
  expect(await outcome(at(20), { before: 20, proof: [], note: log.note(other, 20) })).toBe('forked');
  expect(await outcome(at(8), { before: 0, proof: [], note: log.note(other, 20) })).toBe('other-size');
  expect(await outcome(at(8), { before: 7, proof: other.consistency(7, 20), note: log.note(other, 20) })).toBe(
    'other-size',
  );
});

test('an older tree is refused, though it is the beginning of what is known', async () => {
  expect(await outcome(at(20), { before: 8, proof: tree.consistency(8, 10), note: log.note(tree, 10) })).toBe(
    'other-size',
  );
  expect(await outcome(at(20), { before: 20, proof: [], note: log.note(tree, 10) })).toBe('unreadable');
});

test('a wrong proof is refused, and one where none belongs', async () => {
  const proof = tree.consistency(8, 20);
  const note = log.note(tree, 20);
  expect(await outcome(at(8), { before: 8, proof: proof.toReversed(), note })).toBe('unproved');
  expect(await outcome(at(8), { before: 8, proof: [], note })).toBe('unproved');
  expect(await outcome(at(0), { before: 0, proof, note })).toBe('unproved');
  expect(await outcome(at(20), { before: 20, proof, note })).toBe('unproved');
});

test('another log is unknown, and another key under its name signs nothing', async () => {
  const stranger = logOfName(log.own.name);
  expect(await outcome(at(8), { before: 8, proof: tree.consistency(8, 20), note: stranger.note(tree, 20) })).toBe(
    'unsigned',
  );
  expect(await outcome(at(0), { before: 0, proof: [], note: log.note(tree, 20, 'danban/other') })).toBe('unknown');
  expect(await outcome({ ...at(0), log: undefined }, { before: 0, proof: [], note: log.note(tree, 20) })).toBe(
    'unknown',
  );
});

test.each([
  'old 8\n',
  'old 08\n\nnote',
  'old -1\n\nnote',
  'old 99999999999999999\n\nnote',
  'new 8\n\nnote',
  'old 8\nAAAA\n\nnote',
  `old 8\n${`${'A'.repeat(43)}=\n`.repeat(64)}\nnote`,
])('%j is no request', (written) => expect(parseAsked(written)).toBeNull());

test('whatever is asked, reading and judging never throw, and nothing is cosigned', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.nat(50), async (note, before) => {
      const asked = parseAsked(askedText({ before, proof: [], note }));
      expect(asked).toEqual({ before, proof: [], note });
      expect(await outcome(at(before % 40), asked!)).toBe('unreadable');
      expect(parseAsked(note)).toBeNull();
    }),
  );
});
