import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';

/**
 * Whether a new key comes with certificates of its maker. Nobody asked for them, browsers leave them out, and checking
 * them would fetch lists from addresses that stand in them. True also for what cannot be read.
 */
export function hasCertificates(attestationObject: string): boolean {
  try {
    const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
    const isBare = ['none', 'packed'].includes(attestation.get('fmt'));
    return !isBare || attestation.get('attStmt').get('x5c') !== undefined;
  } catch {
    return true;
  }
}
