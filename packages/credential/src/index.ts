export { readSeed, readSlip, seedCode, slipCode, type ReadCode } from './codes/code.ts';
export type { CodeFault, CodeFaultKind } from './codes/faults.ts';
export { SLIP_BYTES } from './codes/kind.ts';
export { credentialMessage, type Credential, type Unsigned } from './credential.ts';
export { leafSalt } from './derived.ts';
export { ed25519 } from './ed25519/onThisHost.ts';
export { finishCredential, requestCredential, type CredentialRequest } from './request.ts';
export { blind, finalize, prepare, type Blinding } from './rsa/client.ts';
export { readPublicKey, type PublicKey } from './rsa/publicKey.ts';
export { verify } from './rsa/verify.ts';
export { SEED_BYTES } from './seed.ts';
export { signSubmission, signingKey, submissionMessage } from './submission.ts';
export type { SigningKey } from './ed25519/ed25519.ts';
export {
  proofText,
  readBytes,
  readProof,
  type CollectRequest,
  type CollectResponse,
  type SubmissionProof,
  type SubmissionProofText,
} from './wire.ts';
