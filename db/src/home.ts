import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The entry file of this package. Asked by name, because these sources may be bundled into another folder. */
export function packageEntry(): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve('@danban/db'));
}
