import { concat, fromBase64Url, fromHex } from '@danban/bytes';
import { subtle } from '../subtle.ts';
import type { Ed25519 } from './ed25519.ts';

/** What stands before the seed in a PKCS #8 key (RFC 8410 §7). */
const HEAD = fromHex('302e020100300506032b657004220420');

const imported = (secret: Uint8Array, extractable: boolean) =>
  subtle().importKey('pkcs8', concat(HEAD, secret), { name: 'Ed25519' }, extractable, ['sign']);

/** Ed25519 of the browser: since Safari 17, Firefox 130 and Chrome 137; Node 20. */
export const native: Ed25519 = {
  async publicKey(secret) {
    const { x = '' } = await subtle().exportKey('jwk', await imported(secret, true));
    return fromBase64Url(x);
  },
  signingKey: (secret) => imported(secret, false),
  async sign(key, message) {
    const native = key instanceof Uint8Array ? await imported(key, false) : key;
    return new Uint8Array(await subtle().sign({ name: 'Ed25519' }, native, message));
  },
  async verify(publicKey, message, signature) {
    try {
      const key = await subtle().importKey('raw', publicKey, { name: 'Ed25519' }, true, ['verify']);
      return await subtle().verify({ name: 'Ed25519' }, key, signature, message);
    } catch {
      return false;
    }
  },
};

/** Whether this host has it: the one way to know is to import a key. */
export const isNative = (): Promise<boolean> =>
  imported(new Uint8Array(32), false).then(
    () => true,
    () => false,
  );
