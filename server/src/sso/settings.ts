import { z } from 'zod';

/** The provider people sign in at, as whoever installs names it. */
export interface SsoSettings {
  /** Its issuer identifier, letter by letter as it calls itself. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button calls it. */
  name: string;
}

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** What is asked over a bare connection could be answered by anybody on the way: only this machine may be asked so. */
export function isBareLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && isLoopback(hostname);
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, pathname } = new URL(text);
  const isBare = search === '' && hash === '' && username === '' && !text.endsWith('?') && !text.endsWith('#');
  // The address of its description is not its name, and would go unchecked.
  const isItsName = !pathname.includes('/.well-known/');
  return (protocol === 'https:' || isBareLoopback(text)) && isBare && isItsName;
}

export const issuer = z.url({ protocol: /^https?$/ }).refine(isIssuer);
export const displayName = z.string().trim().min(1).max(60);
