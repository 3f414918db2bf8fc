import { hash, randomBytes } from 'node:crypto';
import { ED25519, type Signer } from '@danban/merkle';
import { keyFolder } from '../keys/folder.ts';
import { pairOf, type Pair } from './ed25519.ts';

/** The key of the installation's log: it signs checkpoints and promises. Outside the database, as all keys. */
export interface LogKey {
  /** @throws KeysAway */
  signer(): Promise<Signer>;
  /** @throws KeysAway */
  sign(message: Uint8Array): Promise<Buffer>;
  /** Makes the first one, or where a log is there another for the one that is declared lost; says whether it did. */
  make(isBegun: boolean): Promise<boolean>;
}

const [folder, name] = ['log', 'signing'];
const signerOf = ({ publicKey }: Pair): Signer => ({ name: nameOf(publicKey), kind: ED25519, publicKey });

/** The log is called after its key, so that another key is another log. */
function nameOf(publicKey: Uint8Array): string {
  return `danban/${hash('sha256', publicKey).slice(0, 16)}`;
}

export function openLogKey(keysDir: string): LogKey {
  const keys = keyFolder(keysDir);
  let kept: Promise<Pair> | undefined;
  const read = async (): Promise<Pair> => {
    kept ??= keys.read(folder, name).then(pairOf);
    try {
      return await kept;
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
  return {
    signer: async () => signerOf(await read()),
    sign: async (message) => (await read()).sign(message),
    async make(isBegun) {
      const state = await keys.stateOf(folder, name);
      // A folder that is away looks like one that is lost: only whoever runs the machine can tell.
      if (state === 'there' || (isBegun && state !== 'lost')) return false;
      await keys.create(folder);
      await keys.write(folder, name, randomBytes(32));
      kept = undefined;
      return true;
    },
  };
}
