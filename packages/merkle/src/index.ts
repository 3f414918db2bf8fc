export {
  checkpointText,
  cosigned,
  parseCheckpoint,
  signedBy,
  signedBytes,
  type Checkpoint,
  type Verify,
} from './checkpoint.ts';
export { Frontier } from './frontier.ts';
export { HASH, leafHash, leafHasher, nodeHash } from './hashes.ts';
export {
  COSIGNATURE,
  ED25519,
  keyIdOf,
  noteText,
  parseNote,
  parseSigner,
  signatureText,
  signerText,
  type Note,
  type NoteSignature,
  type Signer,
} from './note.ts';
export { provesConsistency, provesInclusion, type Consistency, type Inclusion } from './proofs.ts';
export { Tree } from './tree.ts';
export { askedText, judge, logOf, nothingYet, parseAsked, type Asked, type Followed, type Judged } from './witness.ts';
