import { canDerive } from '../receipt/able.ts';
import { keptFor } from './credentials.ts';

/** Whether this browser can cover, sign and keep; without any of it the door says why it cannot open. */
export async function isAble(slug: string): Promise<boolean> {
  if (!canDerive()) return false;
  return keptFor(slug).then(
    () => true,
    () => false,
  );
}
