import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExample, createSetupLink, linksOf, type ExampleLinks, type House } from '@danban/server';

type Send = Parameters<typeof buildExample>[1];

/** What the console says when nobody has an account yet: the one-time link to the set-up page, or nothing. */
export async function offerSetup(house: House): Promise<void> {
  const link = await createSetupLink(house);
  if (link === null) return;
  console.log(`\nFirst start. Open this link once to set up Dân Bàn (it works for 24 hours):\n  ${link}\n`);
}

/** Fills an empty house with the example organisation, without a question; where people work already it does nothing. */
export async function startExample(house: House, send: Send, dataDir: string): Promise<void> {
  if ((await createSetupLink(house)) === null) {
    console.log('There are accounts already, so no example was made.');
    return;
  }
  console.log('Making the example organisation through the real API …');
  const links = await linksOf(house, await buildExample(house, send));
  await keep(links, join(dataDir, 'example.json'));
  console.log(inWords(links));
}

/** The links sign in, so the file is for its owner alone. */
async function keep(links: ExampleLinks, path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 });
}

function inWords({ survey, results, consultation, signIn }: ExampleLinks): string {
  return [
    'The example organisation is ready (each sign-in link works once):',
    `  answer       ${survey}`,
    `  results      ${results}`,
    `  consultation ${consultation}`,
    ...Object.entries(signIn).map(([role, link]) => `  ${role.padEnd(12)} ${link}`),
  ].join('\n');
}
