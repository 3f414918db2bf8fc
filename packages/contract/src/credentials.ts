import { z } from 'zod';

const bytes = (length: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}$`));
/** Base64url of as many bytes as a key of 3,072 bits has. */
const modulus = bytes(384);
const stratum = z.int().min(0).max(9_999);
/** What makes requests of different people equally long. */
const pad = z.string().regex(/^0*$/).max(40_000).optional();

/** An invitation and what is to be signed without being seen. */
export const collectInput = z.strictObject({ invitation: bytes(16), stratum, blinded: modulus, pad });
export const collectView = z.object({ signature: modulus });

/** Answers under a credential; `proof` signs survey, stratum, salt and answers as they stand here. */
export const credentialSubmissionInput = z.strictObject({
  stratum,
  salt: bytes(32),
  answers: z.record(z.string(), z.unknown()),
  proof: z.strictObject({ prefix: bytes(32), pseudonym: bytes(32), signature: modulus, proof: bytes(64) }),
  pad,
});
export type CredentialSubmission = z.infer<typeof credentialSubmissionInput>;

/** The record of an opening, to be compared by everybody, and its SHA-256. */
export const openingView = z.object({ text: z.string(), hash: z.string() });
