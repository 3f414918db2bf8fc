import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../durable.ts';

export interface Sealed {
  keyName: string;
  sealed: Buffer;
}

/**
 * Seals short secrets of accounts with a key outside the database, `<keys>/staff/<name>`: who reads the database or a
 * backup of it has ciphertext. `about` is bound in, so that a row put beside another account opens nothing.
 */
export interface Seals {
  seal(secret: Uint8Array, about: string): Promise<Sealed>;
  /** Undefined: the key is not there, or this is not what was sealed. */
  open(sealed: Sealed, about: string): Promise<Buffer | undefined>;
}

const ivBytes = 12;
const tagBytes = 16;
const nameShape = /^[0-9a-f]{16}$/;

async function names(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => []);
  return found.filter((name) => nameShape.test(name)).sort();
}

async function newKey(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = randomBytes(8).toString('hex');
  await writeDurably(folder, name, randomBytes(32));
  return name;
}

/** AES-256-GCM. What it is about is bound in, so that put somewhere else it opens nothing. */
export function sealUnder(key: Uint8Array, secret: Uint8Array, about: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(about));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** Undefined: this is not what was sealed under that key about that. */
export function openUnder(key: Uint8Array, sealed: Buffer, about: string): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

export function openSeals(keysDir: string): Seals {
  const folder = join(keysDir, 'staff');
  return {
    async seal(secret, about) {
      const [there] = await names(folder);
      const keyName = there ?? (await newKey(folder));
      return { keyName, sealed: sealUnder(await readFile(join(folder, keyName)), secret, about) };
    },
    async open({ keyName, sealed }, about) {
      if (!nameShape.test(keyName)) return undefined;
      const key = await readFile(join(folder, keyName)).catch(() => undefined);
      return key && openUnder(key, sealed, about);
    },
  };
}
