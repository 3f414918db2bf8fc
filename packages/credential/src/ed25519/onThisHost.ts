import type { Ed25519 } from './ed25519.ts';
import { isNative, native } from './native.ts';

/** The host's own Ed25519, and only where it has none the library, which is fetched then. */
export async function ed25519(): Promise<Ed25519> {
  if (await isNative()) return native;
  const { library } = await import('./library.ts');
  return library;
}
