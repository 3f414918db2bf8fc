import { constants } from 'node:fs';
import { cp, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of this run of the tests alone; without one, nothing is shared. */
export const sharedByRun = process.env['DANBAN_TEST_RUN'];

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Only one of the processes that ask makes it; the others wait until it is there. */
async function madeOnce(folder: string, make: (home: string) => Promise<void>): Promise<string> {
  const [made, making] = [join(folder, 'example'), join(folder, 'example-in-the-making')];
  const isFirst = await mkdir(making).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await make(making);
    await rename(making, made);
    // Whoever asks later still finds that somebody was first.
    await mkdir(making);
  }
  for (let tries = 0; tries < 2400 && !(await exists(made)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return made;
}

/**
 * Fills `home` with the example organisation as a product left it that made it and was stopped: made once in a run, then
 * copied. `origin` is where it will be served.
 */
export async function copyExample(
  folder: string,
  { home, origin, make }: { home: string; origin: string; make: (home: string) => Promise<void> },
): Promise<void> {
  const made = await madeOnce(folder, make);
  await cp(made, home, { recursive: true, mode: constants.COPYFILE_FICLONE, preserveTimestamps: true });
  const file = join(home, 'data', 'example.json');
  const links = await readFile(file, 'utf8');
  const before = new URL((JSON.parse(links) as { survey: string }).survey).origin;
  await writeFile(file, links.replaceAll(before, origin));
}
