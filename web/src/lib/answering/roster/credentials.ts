import type { Credential, SigningKey } from '@danban/credential';

/** A credential as a device keeps it until it is used. The seed it came from is not among it. */
export interface Kept extends Credential {
  slug: string;
  /** Hash of the opening it was issued under. */
  opening: string;
  stratum: number;
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

export const keep = (kept: Kept): Promise<unknown> => within('readwrite', (credentials) => credentials.put(kept));

export const forgetKept = (slug: string): Promise<unknown> =>
  within('readwrite', (credentials) => credentials.delete(slug)).catch(() => undefined);
