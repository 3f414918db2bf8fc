import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkpointText, cosigned, parseCheckpoint, signedBy, signedBytes, type Verify } from './checkpoint.ts';
import { COSIGNATURE, ED25519, keyIdOf, noteText, parseNote, parseSigner, type Signer, signerText } from './note.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const checks: Verify = (publicKey, message, signature) => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
};

function signer(name: string, kind: Signer['kind']) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  return {
    own: { name, kind, publicKey: raw } satisfies Signer,
    sign(text: string, time: number) {
      const signature = sign(null, signedBytes(text, { kind }, time), privateKey);
      return {
        name,
        keyId: keyIdOf(sha256, this.own),
        bytes: kind === COSIGNATURE ? cosigned(time, signature) : signature,
      };
    },
  };
}

const log = signer('danban.example/khao-sat', ED25519);
const witness = signer('mattran.example/chung-kien', COSIGNATURE);
const text = checkpointText({ origin: 'danban.example/khao-sat', size: 63, root: sha256(new Uint8Array()) });
const note = { text, signatures: [log.sign(text, 0), witness.sign(text, 1_700_000_000)] };

/** The example of the specification: C2SP signed-note, "Example". */
const published = {
  note:
    'This is an example message.\n\n' +
    '— example.com/foo A0gs71+3MCmSnYmQAgkWcwEYjjINsXEqWMbA2vOAmGAGvuyT2nXFkAO5P3kZHVSREDsUBDdAKPKWQwzBz4LeiqfzgQg=\n',
};

test('a published note is read, and written again as it was', () => {
  const read = parseNote(published.note);
  expect(read?.text).toBe('This is an example message.\n');
  expect(read && noteText(read)).toBe(published.note);
});

describe('a checkpoint', () => {
  test('is signed by its log and cosigned by a witness, who says when', async () => {
    const read = parseNote(noteText(note))!;
    expect(await signedBy(sha256, checks, read, log.own)).toBe(0);
    expect(await signedBy(sha256, checks, read, witness.own)).toBe(1_700_000_000);
    expect(parseCheckpoint(read.text)).toEqual({
      origin: 'danban.example/khao-sat',
      size: 63,
      root: new Uint8Array(sha256(new Uint8Array())),
    });
  });

  test('is signed by nobody else, and for no other text or time', async () => {
    const read = parseNote(noteText(note))!;
    const stranger = signer('danban.example/khao-sat', ED25519);
    expect(await signedBy(sha256, checks, read, stranger.own)).toBeNull();
    const changed = { ...read, text: text.replace('63', '64') };
    expect(await signedBy(sha256, checks, changed, log.own)).toBeNull();
    expect(await signedBy(sha256, checks, changed, witness.own)).toBeNull();
    const later = read.signatures.map((one) => ({ ...one, bytes: one.bytes.with(7, one.bytes[7]! ^ 1) }));
    expect(await signedBy(sha256, checks, { text, signatures: later }, witness.own)).toBeNull();
  });

  test.each([
    'danban.example\n063\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'danban.example\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'danban.example\n9999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'danban.example\n63\n47DEQpj8HBSa\n',
    '\n63\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'danban.example\n63\n',
  ])('is not %j', (written) => expect(parseCheckpoint(written)).toBeNull());
});

test.each([
  'no signature\n',
  'no signature\n\n',
  'text without end— a AAAAAAAA\n',
  'text\n\n— name AAAA\n',
  'text\n\n— name AAAAAAAA=\n',
  'text\n\n- name AAAAAAAA\n',
  'text\n\n— na me AAAAAAAA\n',
  'text\n\n— na+me AAAAAAAA\n',
  'te\u0000xt\n\n— name AAAAAAAA\n',
  'text\n\n— name AAAAAAAA\nbehind\n',
])('%j is no note', (written) => expect(parseNote(written)).toBeNull());

test('whatever comes, reading never throws, and what is read is written again as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (written) => {
      const read = parseNote(written);
      if (read) expect(noteText(read)).toBe(written);
      expect(parseSigner(sha256, written)).toBeNull();
    }),
  );
});

test('a key is told as text, and one with another id is none', () => {
  const written = signerText(sha256, log.own);
  expect(parseSigner(sha256, written)).toEqual({ ...log.own, publicKey: new Uint8Array(log.own.publicKey) });
  expect(parseSigner(sha256, written.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBeNull();
});
