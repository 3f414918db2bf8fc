import { generateKeyPairSync, sign } from 'node:crypto';
import { toHex } from '@danban/bytes';
import { checkpointText, ED25519, keyIdOf, noteText, signedBytes, type Signer, signerText } from '@danban/merkle';
import { sha256 } from '@danban/server/sha256';

/** Of a tree what a checkpoint tells. */
interface Rooted {
  readonly size: number;
  root(size?: number): Uint8Array;
}

/** A log of one's own: what it signs is up to whoever makes it. Called after its key unless it is to be called otherwise. */
export function signingLog(called?: string) {
  const { publicKey: half, privateKey } = generateKeyPairSync('ed25519');
  const publicKey = Buffer.from(half.export({ format: 'jwk' }).x!, 'base64url');
  const name = called ?? `danban/${toHex(sha256(publicKey)).slice(0, 16)}`;
  const signer: Signer = { name, kind: ED25519, publicKey };
  return {
    key: signerText(sha256, signer),
    sign: (message: Uint8Array) => sign(null, message, privateKey),
    note(tree: Rooted, size = tree.size): string {
      const text = checkpointText({ origin: name, size, root: tree.root(size) });
      const bytes = sign(null, signedBytes(text, signer), privateKey);
      return noteText({ text, signatures: [{ name, keyId: keyIdOf(sha256, signer), bytes }] });
    },
  };
}
