import { isIP } from 'node:net';

/** Who asks for a passkey: the host of the public address, and that address itself. */
export interface Party {
  rpID: string;
  origin: string;
}

/** Null: browsers give passkeys to https and localhost alone, and to no bare address of a machine. */
export function partyOf(origin: string): Party | null {
  const { protocol, hostname } = new URL(origin);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  const isBare = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  return isSecure && !isBare ? { rpID: hostname, origin } : null;
}
