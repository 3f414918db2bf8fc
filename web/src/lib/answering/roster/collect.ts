import { toBase64Url } from '@danban/bytes';
import { finishCredential, leafSalt, readBytes, requestCredential, signingKey } from '@danban/credential';
import { send, type Outcome, type Waiting } from '../browser/send.ts';
import type { Kept } from './credentials.ts';
import type { PersonalLink } from './link.ts';
import type { Opened } from './opened.ts';
import { padded } from './padded.ts';

/** `forged`: what came back is no signature of what was asked for. */
export type Collected = { kind: 'collected'; kept: Kept } | Exclude<Outcome, { kind: 'accepted' }> | { kind: 'forged' };

/**
 * Exchanges an invitation for a credential. The issuer sees the invitation and a blinded message; the same seed asks for
 * the same again, so that a lost answer costs nothing.
 */
export async function collect(
  { slug, issuer }: { slug: string; issuer: string },
  { invitation, stratum }: PersonalLink,
  seed: Uint8Array,
  { hash, key, unit }: Opened,
  onWaiting: (why: Waiting) => void,
): Promise<Collected> {
  const request = await requestCredential(seed, hash, key);
  const wish = padded({ invitation, stratum, blinded: toBase64Url(request.blinded) });
  const outcome = await send(`${issuer}/api/s/${slug}/credentials`, wish, onWaiting);
  if (outcome.kind !== 'accepted') return outcome;
  const { signature } = outcome.answer as { signature?: unknown };
  const blind = typeof signature === 'string' ? readBytes(signature, key.modulus.length) : null;
  const credential = blind && finishCredential(key, request, blind);
  if (!credential) return { kind: 'forged' };
  const [salt, own] = await Promise.all([leafSalt(seed, hash), signingKey(request.secret)]);
  return { kind: 'collected', kept: { ...credential, slug, opening: hash, stratum, unit, salt, key: own } };
}
