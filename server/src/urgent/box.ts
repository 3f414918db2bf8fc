import { randomBytes } from 'node:crypto';
import { KeysAway, keyFolder } from '../keys/folder.ts';
import { openUnder, sealUnder } from '../keys/seals.ts';

/** What somebody has written. */
export interface UrgentWords {
  message: string;
  /** How she may be reached; empty where she has not said so. */
  reach: string;
}

/**
 * Each message under a key of its own, `<keys>/urgent/<id>`: once that is destroyed, neither the table, its dead rows, a
 * backup nor the write-ahead log says what it was.
 */
export interface UrgentBox {
  seal(id: string, words: UrgentWords): Promise<Buffer>;
  /** `gone`: its key was destroyed, so it had left; or was declared lost. @throws KeysAway */
  open(id: string, sealed: Buffer): Promise<UrgentWords | 'gone'>;
  /** Safe to repeat. */
  destroy(id: string): Promise<void>;
  /** Once its row is gone nothing has to say that there was one. */
  forget(id: string): Promise<void>;
}

const folder = 'urgent';

export function openUrgentBox(keysDir: string): UrgentBox {
  const keys = keyFolder(keysDir);
  return {
    async seal(id, words) {
      await keys.create(folder);
      const key = randomBytes(32);
      await keys.write(folder, id, key);
      return sealUnder(key, Buffer.from(JSON.stringify(words)), id);
    },
    async open(id, sealed) {
      const state = await keys.stateOf(folder, id);
      if (state === 'destroyed' || state === 'lost') return 'gone';
      const words = openUnder(await keys.read(folder, id), sealed, id);
      if (!words) throw new KeysAway();
      return JSON.parse(words.toString('utf8')) as UrgentWords;
    },
    async destroy(id) {
      if ((await keys.stateOf(folder, id)) === 'there') await keys.destroy(folder, id);
    },
    forget: (id) => keys.clear(folder, `${id}.destroyed`),
  };
}
