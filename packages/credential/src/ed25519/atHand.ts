import type { Ed25519 } from './ed25519.ts';
import { library } from './library.ts';
import { isNative, native } from './native.ts';

/** As `ed25519`, with the library brought along: for a script that may fetch nothing more. */
export const ed25519AtHand = async (): Promise<Ed25519> => ((await isNative()) ? native : library);
