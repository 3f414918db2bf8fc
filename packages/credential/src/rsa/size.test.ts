import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

const index = fileURLToPath(new URL('../index.ts', import.meta.url));
const entry = 'virtual:entry';

/** What a browser would get of our sources for one line of script: minified, one chunk, as `npm start` builds pages. */
async function bundle(script: string): Promise<string[]> {
  const virtual = {
    name: 'entry',
    resolveId: (id: string) => (id === entry ? id : undefined),
    load: (id: string) => (id === entry ? script : undefined),
  };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [virtual],
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      rollupOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  if (!('output' in built)) throw new Error('vite built something else');
  return built.output.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []));
}

test('the client of RFC 9474 is at most 2 kB, gzip', { timeout: 60_000 }, async () => {
  const chunks = await bundle(`export { prepare, blind, finalize } from ${JSON.stringify(index)};`);
  expect(chunks).toHaveLength(1);
  expect(gzipSync(chunks[0]!).length).toBeLessThanOrEqual(2048);
});

test(
  'what a phone loads to collect and submit is at most 4 kB; Ed25519 in script is a file of its own',
  { timeout: 60_000 },
  async () => {
    const names = 'readPublicKey, seedCode, readSeed, requestCredential, finishCredential, signSubmission, proofText';
    const chunks = await bundle(`export { ${names} } from ${JSON.stringify(index)};`);
    const sizes = chunks.map((code) => gzipSync(code).length);
    expect(sizes).toHaveLength(2);
    expect(sizes[0]).toBeLessThanOrEqual(4096);
  },
);
