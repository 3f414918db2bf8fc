import { createHash } from 'node:crypto';
import { blindSign } from '@danban/credential/issuer';
import type { RosterDb } from '@danban/db/vaults/roster';
import type { Collected, CollectRefusal, CollectWish } from '../vaults/roster.ts';
import { hashOfCode } from './invitations.ts';
import type { IssuerShelf } from './keys.ts';
import { findByCode, markCollected } from './queries.ts';

const refused = (refusal: CollectRefusal): Collected => ({ ok: false, refusal });

/**
 * One credential for one invitation. The mark is durable before the signature leaves, so two requests never get two; the
 * same request again, after a lost answer, gets the same signature. Nothing is kept of when.
 */
export async function collect(
  db: RosterDb,
  issuers: IssuerShelf,
  survey: string,
  { invitation, stratum, blinded }: CollectWish,
): Promise<Collected> {
  const code = hashOfCode(survey, invitation);
  const entry = await findByCode(db, survey, code);
  if (!entry || entry.stratum !== stratum) return refused('invitation-unknown');
  // Looked at before the mark: what cannot be signed must not use up the invitation.
  const signed = blindSign(await issuers.of(survey, stratum), blinded);
  if (!signed.ok) return refused('credential-refused');
  const blindedHash = createHash('sha256').update(blinded).digest();
  if (await markCollected(db, survey, code, blindedHash)) return signed;
  const now = await findByCode(db, survey, code);
  return refused(now?.revoked === false ? 'credential-collected' : 'invitation-revoked');
}
