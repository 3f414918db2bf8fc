import type { Sha256 } from '@danban/bytes';
import type { Verify } from '@danban/merkle';

/**
 * Where the published files of one survey are: an address or a folder. Files of the log stand one above. Null for a file
 * that is not there; whatever else goes wrong is thrown.
 */
export interface Source {
  read(path: string): Promise<Uint8Array | null>;
}

/** The two primitives of the host a check rests on. */
export interface Primitives {
  readonly sha256: Sha256;
  readonly verify: Verify;
}

/** Told after each table that was counted anew; a host whose hands are tied meanwhile may draw breath. */
export type Watch = (counted: number, of: number) => void | Promise<void>;

// Globals that browsers and Node share; packages are compiled without their libraries.
interface Address {
  readonly protocol: string;
  readonly pathname: string;
  readonly href: string;
}
declare const URL: new (address: string, base?: Address) => Address;
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/**
 * Where the files of a survey are: at this address, or behind the page of its verification or its results. Null for what is no address of the web.
 */
export function filesBehind(address: string): string | null {
  try {
    const url = new URL(address);
    const [, slug] = /^\/(?:kiem-tra|kq)\/([^/]+)\/?$/.exec(url.pathname) ?? [];
    const folder = slug === undefined ? `${url.pathname.replace(/\/$/, '')}/` : `/api/log/${slug}/`;
    return /^https?:$/.test(url.protocol) ? new URL(folder, url).href : null;
  } catch {
    return null;
  }
}

/** The text of UTF-8 bytes; null for bytes that are none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A file as text; null where there is none, or it is none. */
export async function readText(source: Source, path: string): Promise<string | null> {
  const bytes = await source.read(path);
  return bytes && textOf(bytes);
}
