import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExample, linksOf, type Config, type House } from '@danban/server';
import type { Hono } from 'hono';

/**
 * `--example`: fills an empty house with the example organisation, prints where to look and keeps the links in
 * `example.json`, readable by its owner alone, because they sign in.
 */
export async function fillWithExample(config: Config, house: House, app: Hono): Promise<void> {
  console.log('Building the example organisation: every answer goes through the real API …');
  const links = await linksOf(house, await buildExample(house, (path, init) => app.request(path, init)));
  const file = join(config.dataDir, 'example.json');
  await writeFile(file, `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  console.log(`Open survey:       ${links.survey}`);
  console.log(`Published results: ${links.results}`);
  console.log('Sign in, once each:');
  for (const [who, url] of Object.entries(links.signIn)) console.log(`  ${who.padEnd(10)} ${url}`);
}
