import { createPrivateKey, createPublicKey, decapsulate, encapsulate, generateKeyPairSync } from 'node:crypto';

export interface BatchPair {
  /** SPKI, DER: kept in the database. */
  publicKey: Buffer;
  /** PKCS #8, DER: kept in the key folder until the flush. */
  privateKey: Buffer;
}

export interface Encapsulated {
  /** 32 bytes, in memory only. */
  key: Buffer;
  /** The key as it lies at rest: only the private half of the batch opens it. */
  wrapped: Buffer;
}

/**
 * ML-KEM-768 (FIPS 203): what lies in old backups and write-ahead logs stays shut for who will own a quantum computer, and a
 * pair is made in a moment, so that no flush waits for it.
 */
export function newBatchPair(): BatchPair {
  const pair = generateKeyPairSync('ml-kem-768');
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

/** A fresh key, and the same wrapped to the batch. */
export function newWrappedKey(publicKey: Buffer): Encapsulated {
  const { sharedKey, ciphertext } = encapsulate(createPublicKey({ key: publicKey, type: 'spki', format: 'der' }));
  return { key: sharedKey, wrapped: ciphertext };
}

/** The key that was wrapped; for what was wrapped to another batch a key that opens nothing. */
export function unwrap(privateKey: Buffer, wrapped: Buffer): Buffer {
  return decapsulate(createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' }), wrapped);
}
