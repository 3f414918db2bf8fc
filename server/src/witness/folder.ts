import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBase64, toBase64, toHex } from '@danban/bytes';
import {
  COSIGNATURE,
  ED25519,
  type Followed,
  keyIdOf,
  nothingYet,
  parseCheckpoint,
  parseNote,
  parseSigner,
  type Signer,
  signerText,
} from '@danban/merkle';
import { addDurably } from '../durable.ts';
import { sha256 } from '../sha256.ts';
import { pairOf } from '../transparency/ed25519.ts';

/**
 * What a witness keeps: its key, and for each log whose key it is and every checkpoint that was cosigned, one file each. A
 * checkpoint is added under the next number and never over one that is there, so that of two processes on one folder one is
 * told that it came too late.
 */
export interface WitnessFolder {
  readonly signer: Signer;
  sign(message: Uint8Array): Uint8Array;
  /** Follows a log from now on. Safe to repeat. */
  follow(log: Signer): Promise<void>;
  logs(): Promise<Signer[]>;
  state(log: Signer): Promise<Kept>;
  /** Durable when it answers. */
  advance(log: Signer, kept: Kept, note: string): Promise<'added' | 'taken'>;
}

/** How far a log was followed, in how many steps, and the last of them as it was signed. */
export interface Kept {
  followed: Followed;
  steps: number;
  note: string | null;
}

/** A folder that cannot be what it should be, in words for whoever runs the witness. */
export class FolderError extends Error {}

const [keyFile, logFile] = ['key', 'log'];
const step = /^\d{8}$/;

const folderOf = (log: Signer): string =>
  `${log.name.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${toHex(keyIdOf(sha256, log))}`;

async function textIn(...path: string[]): Promise<string | undefined> {
  return readFile(join(...path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** The key, and the name it was made under: a name of its own for every key, unless one was chosen. */
async function keyIn(root: string, name: string | undefined): Promise<{ name: string; seed: Uint8Array }> {
  if ((await textIn(root, keyFile)) === undefined) {
    const seed = randomBytes(32);
    const own = name ?? `danban-witness/${toHex(sha256(pairOf(seed).publicKey)).slice(0, 16)}`;
    await addDurably(root, keyFile, `${own}\n${toBase64(seed)}\n`);
  }
  const [own, seed] = (await textIn(root, keyFile))?.split('\n') ?? [];
  if (!own || !seed || fromBase64(seed).length !== 32) throw new FolderError(`${join(root, keyFile)} holds no key.`);
  if (name !== undefined && name !== own)
    throw new FolderError(
      `The key in ${root} was made under the name ${own}. Another name is another witness: choose another folder.`,
    );
  return { name: own, seed: fromBase64(seed) };
}

async function stateIn(folder: string): Promise<Kept> {
  const steps = (await readdir(folder)).filter((name) => step.test(name)).sort();
  const last = steps.at(-1);
  if (last === undefined) return { followed: nothingYet(sha256), steps: 0, note: null };
  const note = await readFile(join(folder, last), 'utf8');
  const followed = parseCheckpoint(parseNote(note)?.text ?? '');
  if (!followed) throw new FolderError(`${join(folder, last)} is no checkpoint.`);
  return { followed, steps: steps.length, note };
}

export async function openWitnessFolder(root: string, name?: string): Promise<WitnessFolder> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  await chmod(root, 0o700);
  const { seed, name: own } = await keyIn(root, name);
  const { publicKey, sign } = pairOf(seed);
  return {
    signer: { name: own, kind: COSIGNATURE, publicKey },
    sign,
    async follow(log) {
      const folder = join(root, folderOf(log));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await addDurably(folder, logFile, `${signerText(sha256, log)}\n`);
    },
    async logs() {
      const entries = await readdir(root, { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
      const texts = await Promise.all(folders.sort().map((folder) => textIn(root, folder, logFile)));
      const signers = texts.map((text) => parseSigner(sha256, text?.trim() ?? ''));
      return signers.filter((signer): signer is Signer => signer?.kind === ED25519);
    },
    state: (log) => stateIn(join(root, folderOf(log))),
    advance: (log, { steps }, note) => addDurably(join(root, folderOf(log)), String(steps + 1).padStart(8, '0'), note),
  };
}
