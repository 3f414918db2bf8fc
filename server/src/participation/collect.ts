import { hash } from 'node:crypto';
import { refusalOf } from '@danban/credential/issuer';
import type { RosterDb } from '@danban/db/vaults/roster';
import type { Collected, CollectRefusal, CollectWish } from '../vaults/roster.ts';
import { hashOfCode } from './invitations.ts';
import type { IssuerShelf } from './keys.ts';
import type { Marks } from './marks.ts';
import { findByCode } from './queries.ts';
import { signBeside } from './signing.ts';

const refused = (refusal: CollectRefusal): Collected => ({ ok: false, refusal });

/**
 * One credential for one invitation. The mark is durable before the signature leaves, so two requests never get two; the
 * same request again, after a lost answer, gets the same signature. Nothing is kept of when.
 */
export async function collect(
  db: RosterDb,
  marks: Marks,
  issuers: IssuerShelf,
  survey: string,
  { invitation, stratum, blinded }: CollectWish,
): Promise<Collected> {
  const codeHash = hashOfCode(survey, invitation);
  const issuer = await issuers.of(survey, stratum).catch((error: unknown) => error as Error);
  if (issuer instanceof Error) {
    // Of a stratum that is not there no key is away.
    if ((await findByCode(db, survey, codeHash))?.stratum !== stratum) return refused('invitation-unknown');
    throw issuer;
  }
  // Looked at before the mark: what cannot be signed must not use up the invitation.
  if (refusalOf(issuer.modulus, blinded) !== null) return refused('credential-refused');
  const blindedHash = hash('sha256', blinded, 'buffer');
  if (await marks.mark(survey, { stratum, codeHash, blindedHash })) {
    return { ok: true, signature: await signBeside(issuer, blinded) };
  }
  const entry = await findByCode(db, survey, codeHash);
  if (entry?.stratum !== stratum) return refused('invitation-unknown');
  return refused(entry.revoked ? 'invitation-revoked' : 'credential-collected');
}
