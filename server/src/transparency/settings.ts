import { COSIGNATURE, parseSigner, type Signer } from '@danban/merkle';
import { z } from 'zod';
import { sha256 } from '../sha256.ts';

/** A witness of the log, as whoever runs the installation names it. */
export interface WitnessSettings {
  /** Its key, as C2SP writes it. */
  key: string;
  signer: Signer;
  /** Where it answers, without a trailing slash. */
  url: string;
}

function witnessIn(text: string): WitnessSettings | null {
  const [key = '', address = '', ...more] = text.split(/\s+/);
  const signer = parseSigner(sha256, key);
  if (signer?.kind !== COSIGNATURE || more.length > 0 || !URL.canParse(address)) return null;
  const { protocol, search, hash, username, href } = new URL(address);
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '' || username !== '') return null;
  return { key, signer, url: href.replace(/\/+$/, '') };
}

/** `<key> <address>` for each, apart by commas or on lines of their own. */
export const witnessList = z.string().transform((text, context): WitnessSettings[] => {
  const parts = text.split(/[,\n]/).map((part) => part.trim());
  const witnesses = parts.filter((part) => part !== '').map(witnessIn);
  const read = witnesses.filter((witness) => witness !== null);
  const isOnce = new Set(read.map(({ key }) => key)).size === witnesses.length;
  if (isOnce) return read;
  context.addIssue({ code: 'custom', message: 'no list of witnesses' });
  return z.NEVER;
});
