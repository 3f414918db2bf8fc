import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromHex, toBase64Url, toHex } from '@danban/bytes';
import { describe, expect, test } from 'vitest';
import { blindSign, issuerOf } from '../node/issuer.ts';
import { blind, finalize, prepare } from './client.ts';
import { inverse, toBytes } from './integers.ts';
import { encodePss } from './pss.ts';
import { readPublicKey } from './publicKey.ts';

/** The four test vectors of RFC 9474, appendix A, kept beside the project and not in it. */
const folder = process.env.DANBAN_VECTORS ?? fileURLToPath(new URL('../../../../../shared/vectors', import.meta.url));
const file = `${folder}/rfc9474.json`;

type Vector = Record<
  | 'name'
  | 'p'
  | 'q'
  | 'n'
  | 'd'
  | 'inv'
  | 'msg'
  | 'msg_prefix'
  | 'input_msg'
  | 'salt'
  | 'blinded_msg'
  | 'blind_sig'
  | 'sig',
  string
> & { encoded_msg?: string };

const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Vector[]) : [];
const sizes = [4096];

function issuerIn({ p, q, n, d }: Vector) {
  const [P, Q, N, D] = [BigInt(p), BigInt(q), BigInt(n), BigInt(d)];
  const parts = { n: N, e: 65537n, d: D, p: P, q: Q, dp: D % (P - 1n), dq: D % (Q - 1n), qi: inverse(Q, P)! };
  const text = (part: bigint) => toBase64Url(toBytes(part, Math.ceil(part.toString(16).length / 2)));
  const jwk = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, text(part)]));
  return issuerOf(createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' }), sizes);
}

if (vectors.length === 0) test.skip('not run: vectors absent');
else test('all four variants are there', () => expect(new Set(vectors.map(({ name }) => name)).size).toBe(4));

describe.each(vectors)('$name of RFC 9474, appendix A', (vector) => {
  const key = readPublicKey(fromHex(BigInt(vector.n).toString(16)), sizes)!;
  const factor = inverse(BigInt(vector.inv), key.n)!;
  const salt = fromHex(vector.salt);

  test('the message is prepared and encoded as printed', async () => {
    const prepared = prepare(fromHex(vector.msg), fromHex(vector.msg_prefix));
    expect(toHex(prepared)).toBe(vector.input_msg);
    if (vector.encoded_msg !== undefined) expect(toHex(await encodePss(prepared, salt, 4095))).toBe(vector.encoded_msg);
  });

  test('it is blinded, signed and unblinded as printed', async () => {
    const { blinded, blinding } = await blind(key, fromHex(vector.input_msg), salt, factor);
    expect(toHex(blinded)).toBe(vector.blinded_msg);
    const signed = blindSign(issuerIn(vector), blinded);
    expect(toHex(signed)).toBe(vector.blind_sig);
    expect(toHex(finalize(key, blinding, fromHex(vector.blind_sig))!)).toBe(vector.sig);
  });
});
