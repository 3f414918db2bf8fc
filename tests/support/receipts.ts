import { createPublicKey, hkdfSync, verify } from 'node:crypto';
import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { readSeed } from '@danban/credential';
import type { OpeningRecord } from '@danban/survey';
import { promiseMessage } from '@danban/verify';
import { readIn } from './qr.ts';

/** The code of the receipt as the page shows it after sending. */
export const receiptCode = async (page: Page): Promise<string> => {
  await page.locator('#receipt [data-step=shown]').waitFor();
  return page.locator('#receipt .seed').innerText();
};

/** What a phone reads off the receipt, by its parts; its promise is held against the key of the log without the page. */
export async function readReceiptIn(page: Page, opening: OpeningRecord) {
  await page.locator('#receipt .qr svg').waitFor();
  const [link = ''] = await readIn(await page.locator('#receipt .qr').screenshot());
  const [address = '', fragment = ''] = link.split('#');
  const [, code, sheet, leaf, closesAt, signature] =
    /^(\w{30})\.([\w-]{43})\.([\w-]{43})\.([\dT:.Z-]+)\.([\w-]{86})$/.exec(fragment) ?? [];
  if (!leaf || !closesAt || !signature) throw new Error(`no receipt: ${link}`);
  const x = Buffer.from(opening.log!.split('+').slice(2).join('+'), 'base64').subarray(1).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const message = promiseMessage({ survey: opening.survey, leaf: Buffer.from(leaf, 'base64url'), closesAt });
  expect(verify(null, message, key, Buffer.from(signature, 'base64url'))).toBe(true);
  return { link, address, code: code!, sheet: sheet!, leaf };
}

function seedOf(code: string): Uint8Array {
  const read = readSeed(code);
  if (!read.ok) throw new Error('the page shows a code that nobody reads');
  return read.bytes;
}

const derived = (seed: Uint8Array, length: number, ...info: unknown[]): Buffer =>
  Buffer.from(hkdfSync('sha256', seed, 'danban/credential/v1', JSON.stringify(info), length));

/** The key of the sheet, which is sent with it. */
export const sheetKeyOf = (code: string, opening: string): string =>
  derived(seedOf(code), 32, 'leaf', opening).toString('base64url');

const spellings = (bytes: Buffer) => [bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')];

/** A code, its seed, and what only the device may derive of it, in every spelling. */
export function secretsOf(code: string, opening: { hash: string; key?: string }): string[] {
  const seed = seedOf(code);
  const { hash, key } = opening;
  const kept = [
    Buffer.from(seed),
    derived(seed, 32, 'pseudonym', hash),
    derived(seed, 48, 'salt', hash),
    derived(seed, 400, 'blinding', hash, key ?? ''),
  ];
  return [code, code.replaceAll('-', ''), ...kept.flatMap(spellings)];
}

/** Everything that was told to a server: addresses, heads and bodies. */
export const toldIn = (requests: readonly Request[]): Promise<string[]> =>
  Promise.all(
    requests.map(async (one) => `${one.url()} ${JSON.stringify(await one.allHeaders())} ${one.postData() ?? ''}`),
  );

/** Those of the texts that a server was told. */
export const among = (secrets: readonly string[], told: readonly string[]): string[] =>
  secrets.filter((text) => told.some((one) => one.toLowerCase().includes(text.toLowerCase())));
