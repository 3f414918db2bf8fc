import { toHex } from '@danban/bytes';
import type { Credential, SigningKey } from '@danban/credential';

/** A credential as a device keeps it until it is used. The seed it came from is not among it. */
export interface Kept extends Credential {
  slug: string;
  /** Hash of the opening it was issued under. */
  opening: string;
  stratum: number;
  /** Where answers of the stratum count, in the frozen tree. */
  unit: number;
  /** Salts the leaf of the one submission. */
  salt: Uint8Array;
  key: SigningKey;
}

const store = 'credentials';

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device keeps nothing'));
  });
}

async function within<T>(mode: IDBTransactionMode, act: (credentials: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open('danban', 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(store, { keyPath: 'slug' });
  const database = await asked(opening);
  try {
    return await asked(act(database.transaction(store, mode).objectStore(store)));
  } finally {
    database.close();
  }
}

/** What this device keeps for a survey. Rejects where the browser keeps nothing at all. */
export const keptFor = (slug: string): Promise<Kept | undefined> =>
  within('readonly', (credentials) => credentials.get(slug) as IDBRequest<Kept | undefined>);

/** Rejects where the browser keeps nothing, or keeps one already: it may be another person's. */
export const keep = (kept: Kept): Promise<unknown> => within('readwrite', (credentials) => credentials.add(kept));

export const forgetKept = (slug: string): Promise<unknown> =>
  within('readwrite', (credentials) => credentials.delete(slug)).catch(() => undefined);

/** Takes this one off the device; another person's stays. */
export async function forgetUsed({ slug, pseudonym }: Kept): Promise<void> {
  const there = await keptFor(slug).catch(() => undefined);
  if (there && toHex(there.pseudonym) === toHex(pseudonym)) await forgetKept(slug);
}
