import { utf8 } from '@danban/bytes';
import { askedText, leafHash, parseNote, signatureText, signedBy, Tree } from '@danban/merkle';
import type { House } from '../house.ts';
import { sha256 } from '../sha256.ts';
import { ed25519 } from './ed25519.ts';
import { findCheckpoint, findCosignatures, findEntries, findLastOf, insertCosignature } from './queries.ts';
import type { WitnessSettings } from './settings.ts';

/** Why a witness has not cosigned; the code is what the log of the product shows. */
class Silent extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'Silent';
    this.code = code;
  }
}

const patience = 10_000;
const longestWait = 10 * 60_000;
const mostLetters = 20_000;

type Asking = Pick<House, 'db' | 'log' | 'clock' | 'witnesses'>;

/** What is to be cosigned: the log under its newest checkpoint. */
interface Signed {
  note: string;
  tree: Tree;
}

async function post({ url }: WitnessSettings, body: string, stopped: AbortSignal): Promise<Response> {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(patience)]);
  return fetch(`${url}/add-checkpoint`, { method: 'POST', body, redirect: 'error', signal }).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as { code?: unknown };
    throw new Silent(typeof code === 'string' ? code : error.name);
  });
}

/** Asks from a size on; the size the witness knows where that is another one. */
async function askFrom(
  witness: WitnessSettings,
  { note, tree }: Signed,
  before: number,
  stopped: AbortSignal,
): Promise<{ line: string } | { known: number }> {
  const proof = before === 0 ? [] : tree.consistency(before);
  const response = await post(witness, askedText({ before, proof, note }), stopped);
  const said = (await response.text()).slice(0, mostLetters);
  if (response.status === 409 && /^\d{1,15}\n$/.test(said) && Number(said) !== before) return { known: Number(said) };
  if (response.status === 409) throw new Silent('other-history');
  if (!response.ok) throw new Silent(`status-${response.status}`);
  return { line: await lineOf(witness, note, said) };
}

/** Of what was answered the one line that is its cosignature of this checkpoint. */
async function lineOf({ signer }: WitnessSettings, note: string, said: string): Promise<string> {
  const { text } = parseNote(note)!;
  const answered = parseNote(`${text}\n${said}`);
  for (const signature of answered?.signatures ?? []) {
    if ((await signedBy(sha256, ed25519, { text, signatures: [signature] }, signer)) !== null)
      return signatureText(signature);
  }
  throw new Silent('no-cosignature');
}

/** From what it cosigned last, or from what it says it knows. */
async function ask(db: Asking['db'], witness: WitnessSettings, signed: Signed, stopped: AbortSignal): Promise<void> {
  const { size } = signed.tree;
  const begun = Math.min((await findLastOf(db, witness.key))?.size ?? 0, size);
  let answered = await askFrom(witness, signed, begun, stopped);
  if ('known' in answered && answered.known > size) throw new Silent('knows-more');
  if ('known' in answered) answered = await askFrom(witness, signed, answered.known, stopped);
  if ('known' in answered) throw new Silent('busy');
  await insertCosignature(db, size, witness.key, answered.line);
}

async function findSigned(db: Asking['db']): Promise<Signed | undefined> {
  const newest = await findCheckpoint(db);
  if (!newest) return undefined;
  const entries = (await findEntries(db)).slice(0, newest.size);
  return {
    note: newest.note,
    tree: new Tree(
      sha256,
      entries.map((entry) => leafHash(sha256, utf8(entry))),
    ),
  };
}

/** When to ask a witness that did not answer again, and why it did not. */
interface Waiting {
  attempts: number;
  until: number;
  code: string;
}

/**
 * Asks every witness that has not seen the newest checkpoint, all at the same time. One that is silent is asked again after
 * a second, at last every ten minutes, and keeps no other waiting.
 */
export function witnessAsker({ db, log, clock, witnesses }: Asking): (stopped: AbortSignal) => Promise<void> {
  const waiting = new Map<string, Waiting>();

  async function askOne(witness: WitnessSettings, signed: Signed, stopped: AbortSignal): Promise<void> {
    const { name } = witness.signer;
    const before = waiting.get(witness.key);
    try {
      await ask(db, witness, signed, stopped);
      waiting.delete(witness.key);
      if (before) log.info('witness-back', { witness: name });
    } catch (error) {
      if (!(error instanceof Silent)) throw error;
      const attempts = (before?.attempts ?? 0) + 1;
      const until = clock().getTime() + Math.min(longestWait, 1_000 * 2 ** (attempts - 1));
      waiting.set(witness.key, { attempts, until, code: error.code });
      if (before?.code !== error.code && !stopped.aborted)
        log.info('witness-silent', { witness: name, code: error.code });
    }
  }

  return async (stopped) => {
    const due = witnesses.filter(({ key }) => (waiting.get(key)?.until ?? 0) <= clock().getTime());
    const newest = due.length > 0 ? await findCheckpoint(db) : undefined;
    if (!newest) return;
    const has = new Set((await findCosignatures(db, newest.size)).map(({ witness }) => witness));
    const missing = due.filter(({ key }) => !has.has(key));
    const signed = missing.length > 0 ? await findSigned(db) : undefined;
    if (!signed) return;
    await Promise.all(missing.map((witness) => askOne(witness, signed, stopped)));
  };
}
