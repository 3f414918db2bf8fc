import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);
const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

export interface BatchPair {
  /** SPKI, DER: kept in the database. */
  publicKey: Buffer;
  /** PKCS #8, DER: kept in the key folder until the flush. */
  privateKey: Buffer;
}

export async function newBatchPair(): Promise<BatchPair> {
  const pair = await generate('rsa', { modulusLength: 3072 });
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

/** RSA-OAEP (RFC 8017) of one 32-byte key: only the holder of the key folder can open it. */
export function wrap(publicKey: Buffer, key: Buffer): Buffer {
  return publicEncrypt({ key: createPublicKey({ key: publicKey, type: 'spki', format: 'der' }), ...oaep }, key);
}

export function unwrap(privateKey: Buffer, wrapped: Buffer): Buffer {
  return privateDecrypt({ key: createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' }), ...oaep }, wrapped);
}
