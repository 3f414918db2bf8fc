import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

export const MISSING_CHROMIUM =
  'No Chromium was found, so the browser tests fail. Install it (Debian: apt-get install chromium) or set DANBAN_CHROMIUM to its path.';

/** The path of a Chromium: DANBAN_CHROMIUM, Debian's place, then PATH; undefined when there is none. */
export function findChromium(env = process.env) {
  if (env.DANBAN_CHROMIUM) return isExecutable(env.DANBAN_CHROMIUM) ? env.DANBAN_CHROMIUM : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return ['/usr/bin/chromium', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
    isExecutable,
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
