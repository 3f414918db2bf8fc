import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { padToBucket, unpad } from '@danban/bytes';

/** Coarse sizes: a dead envelope's length must not tell which opened text was once in it. */
const buckets = [1024, 4096, 16384, 65536, 262144];
const ivBytes = 12;
const macBytes = 16;

export const maxSheetBytes = buckets.at(-1)! - 4;

/** What a form with room for much writing takes at most beyond what others take, and how large its sheets are at least. */
const roomy = 65536;
const leastOfRoomy = 16384;

/** Where some write much and most little, those who write little fill one class, and who writes more often is among them. */
export const leastFor = (most: number): number => (most > roomy ? leastOfRoomy : 0);

/** A credential fills half of the smallest class: without it the few choices of one and the sentence of another fill the same. */
export const leastBehindAList = 4096;

/** The size class of an envelope: sealed anew it keeps it. */
export const classOf = (sealed: Uint8Array): number => sealed.length - ivBytes - macBytes;

/** AES-256-GCM, bound to the tag it is stored under: an envelope moved to another row does not open. */
export function seal(key: Buffer, tag: Buffer, content: Uint8Array, least = 0): Buffer {
  const iv = randomBytes(ivBytes);
  const sizes = buckets.filter((size) => size >= least);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(tag);
  return Buffer.concat([iv, cipher.update(padToBucket(content, sizes)), cipher.final(), cipher.getAuthTag()]);
}

/** The content again. Throws for another key or tag, and for anything that was not sealed whole. */
export function unseal(key: Buffer, tag: Buffer, sealed: Buffer): Buffer {
  const body = sealed.subarray(ivBytes, -macBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes)).setAAD(tag);
  decipher.setAuthTag(sealed.subarray(-macBytes));
  const padded = decipher.update(body);
  // GCM keeps nothing back: the end only says whether it was all ours.
  decipher.final();
  const { buffer, byteOffset, length } = unpad(padded);
  return Buffer.from(buffer, byteOffset, length);
}

/** Refuses a second use of one nullifier; without the survey's key it says nothing about it. */
export function tagOf(tagKey: Buffer, nullifier: string | Uint8Array): Buffer {
  return createHmac('sha256', tagKey).update(nullifier).digest();
}
