import { utf8 } from '@danban/bytes';
import {
  checkpointText,
  keyIdOf,
  leafHash,
  noteText,
  signedBytes,
  type Signer,
  signerText,
  Tree,
} from '@danban/merkle';
import type { Db } from '@danban/db/vaults/house';
import type { House } from '../house.ts';
import { KeysAway } from '../keys/folder.ts';
import { dayOf } from '../organisations/index.ts';
import { append, findEntries, findKey, saveCheckpoint } from './queries.ts';
import type { LogKey } from './logKey.ts';
import { sha256 } from '../sha256.ts';

type Signing = Pick<House, 'db' | 'log' | 'logKey' | 'clock'>;

/** The log begins with its key; another one is named only where the one before was declared lost. Safe to repeat. */
export async function beginLog(db: Db, logKey: LogKey, clock: () => Date): Promise<void> {
  const isBegun = (await findEntries(db)).length > 0;
  const isNew = await logKey.make(isBegun);
  if (isBegun && !isNew) return;
  const key = signerText(sha256, await logKey.signer());
  await db.transaction().execute(async (trx) => {
    if ((await findKey(trx)) !== key) await append(trx, { kind: 'key', key, on: dayOf(clock()) });
  });
}

/** The root over lines of the log. */
export function rootOf(entries: readonly string[]): Uint8Array {
  return new Tree(
    sha256,
    entries.map((entry) => leafHash(sha256, utf8(entry))),
  ).root();
}

/** A text signed by the key of the log (C2SP signed-note); `textBy` is told who signs. */
export async function signedNote(logKey: LogKey, textBy: (signer: Signer) => string): Promise<string> {
  const signer = await logKey.signer();
  const text = textBy(signer);
  const bytes = await logKey.sign(signedBytes(text, signer));
  return noteText({ text, signatures: [{ name: signer.name, keyId: keyIdOf(sha256, signer), bytes }] });
}

/** The log as it stands, signed (C2SP tlog-checkpoint). */
export function noteOver(logKey: LogKey, entries: readonly string[]): Promise<string> {
  return signedNote(logKey, ({ name: origin }) =>
    checkpointText({ origin, size: entries.length, root: rootOf(entries) }),
  );
}

/** Signs what has been added since. Without the key the log waits: nothing of what it tells waits for it. */
export async function signLog({ db, log, logKey, clock }: Signing): Promise<void> {
  try {
    await saveCheckpoint(db, clock(), async (entries, before) =>
      entries.length > before ? noteOver(logKey, entries) : null,
    );
  } catch (error) {
    if (!(error instanceof KeysAway)) throw error;
    log.info('log-key-away');
  }
}
