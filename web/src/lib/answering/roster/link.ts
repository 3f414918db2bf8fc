/** What stands behind `#` of a personal link: `<code>.<stratum>.<fingerprint of the opening>`. */
export interface PersonalLink {
  invitation: string;
  stratum: number;
  /** The first 16 digits of the hash of the opening. */
  fingerprint: string;
}

const shape = /^#([\w-]{22})\.(\d{1,4})\.([0-9a-f]{16})$/;

/** A fragment, or null for one that is no personal link. */
export function readFragment(fragment: string): PersonalLink | null {
  const [, invitation, stratum, fingerprint] = shape.exec(fragment) ?? [];
  if (!invitation || !fingerprint) return null;
  return { invitation, stratum: Number(stratum), fingerprint };
}

/** What `readFragment` reads. */
export const fragmentOf = ({ invitation, stratum, fingerprint }: PersonalLink): string =>
  `#${invitation}.${stratum}.${fingerprint}`;

/** A link as it was pasted out of a message, whole or from `#` on; null for one of another survey or of none. */
export function readPasted(text: string, slug: string): PersonalLink | null {
  const pasted = text.trim();
  const at = pasted.indexOf('#');
  const before = pasted.slice(0, Math.max(at, 0)).replace(/\?.*$/, '');
  if (before !== '' && !before.endsWith(`/s/${slug}`)) return null;
  return readFragment(pasted.slice(at));
}

/** Takes the link out of the address at once: neither the history nor a photograph of the screen keeps it. */
export function takeLink(): PersonalLink | null {
  const link = readFragment(location.hash);
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  return link;
}
