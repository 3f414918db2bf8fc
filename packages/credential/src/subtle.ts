/** The part of WebCrypto that is used here. It draws nothing at random: the same input gives the same output. */
interface Subtle {
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
  importKey(format: string, key: unknown, algorithm: unknown, extractable: boolean, usages: string[]): Promise<object>;
  exportKey(format: 'jwk', key: object): Promise<{ x?: string }>;
  deriveBits(algorithm: unknown, key: object, bits: number): Promise<ArrayBuffer>;
  sign(algorithm: unknown, key: object, data: Uint8Array): Promise<ArrayBuffer>;
  verify(algorithm: unknown, key: object, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

// A global that browsers (over https or on localhost) and Node 20 share; packages are compiled without their libraries.
declare const crypto: { readonly subtle: Subtle };

/** WebCrypto of the host; asked for anew each time, because a page without https has none. */
export const subtle = (): Subtle => crypto.subtle;

/** A digest by its WebCrypto name, `SHA-256` or `SHA-384` (FIPS 180-4). */
export async function digest(algorithm: string, data: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle().digest(algorithm, data));
}
