import { hkdfSync } from 'node:crypto';
import { nullifierOf } from '@danban/credential/verifier';
import { credentialIds } from '@danban/verify';
import { tagOf } from './envelope.ts';

// Sheets that come with a credential lie sealed under a tag of their batch and leave one of the survey behind. Whoever finds a
// credential beside an opened sheet can work out the survey's tag until the close; that of its batch, which the write-ahead log
// has in the order of arrival, nobody can once the key of the batch is gone.

/** The key of a survey's tags in the key folder; beside it lies one key per batch, under the batch's id. */
export const tagKeyName = 'tag';

const label = 'danban/urn/batch-tag/v1';

/** The key of a batch's tags: it comes of the batch's private key and goes with it. */
export function batchTagKey(privateKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', privateKey, '', label, 32));
}

/** What a credential may be used for once, in the bytes it is sealed as. */
export const nullifierIn = (credential: Uint8Array): Uint8Array => nullifierOf(credentialIds(credential));

/** The nullifier of a sheet that lies under the tag of its batch; null for all others, as those sealed before there were such tags. */
export function nullifierUnder(key: Buffer, tag: Buffer, credential: Uint8Array): Uint8Array | null {
  if (credential.length === 0) return null;
  const nullifier = nullifierIn(credential);
  return tagOf(key, nullifier).equals(tag) ? nullifier : null;
}
