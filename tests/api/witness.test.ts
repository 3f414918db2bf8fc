import { mkdtempSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askedText, COSIGNATURE, parseNote, parseSigner, signedBy, Tree } from '@danban/merkle';
import { sha256 } from '@danban/server/sha256';
import { ed25519 } from '@danban/server/transparency/ed25519';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signingLog } from '../support/signingLog.ts';
import { leavesOf, startWitness, type WitnessProcess } from '../support/witness.ts';

// The witness as another organisation runs it, over HTTP, on a folder and no database.

const log = signingLog('danban/0123456789abcdef');
const tree = new Tree(sha256, leavesOf(40));
/** The same beginning, and then another history. */
const fork = new Tree(sha256, [...leavesOf(12), ...leavesOf(28, 1)]);
const data = mkdtempSync(join(tmpdir(), 'danban-witness-'));
let witness: WitnessProcess;

beforeAll(async () => void (witness = await startWitness(data, [log.key])));
afterAll(async () => {
  await witness.kill();
  await rm(data, { recursive: true });
});

const continuing = (from: Tree, before: number, size: number) =>
  askedText({ before, proof: before === 0 ? [] : from.consistency(before, size), note: log.note(from, size) });

async function expectCosigned(response: Response, size: number): Promise<void> {
  expect(response.status).toBe(200);
  const signer = parseSigner(sha256, witness.key)!;
  expect(signer.kind).toBe(COSIGNATURE);
  const note = parseNote(log.note(tree, size) + (await response.text()))!;
  const time = await signedBy(sha256, ed25519, note, signer);
  expect(Math.abs(time! - Date.now() / 1000)).toBeLessThan(60);
}

async function expectSizeTold(response: Response, size: number): Promise<void> {
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    409,
    'text/x.tlog.size',
    `${size}\n`,
  ]);
}

test('it cosigns the first checkpoint it is shown, each that continues it, and the same one again', async () => {
  await expectCosigned(await witness.ask(continuing(tree, 0, 8)), 8);
  await expectCosigned(await witness.ask(continuing(tree, 8, 20)), 20);
  await expectCosigned(await witness.ask(continuing(tree, 20, 20)), 20);
});

test('it refuses a fork, whatever it is said to continue', async () => {
  expect((await witness.ask(continuing(fork, 20, 30))).status).toBe(422);
  await expectSizeTold(await witness.ask(continuing(fork, 20, 20)), 20);
  await expectSizeTold(await witness.ask(continuing(fork, 12, 30)), 20);
  await expectSizeTold(await witness.ask(continuing(fork, 0, 30)), 20);
});

test('it refuses a smaller tree, a wrong proof, another key under the name of the log, and another log', async () => {
  await expectSizeTold(await witness.ask(continuing(tree, 8, 12)), 20);
  const proof = tree.consistency(20, 30).toReversed();
  expect((await witness.ask(askedText({ before: 20, proof, note: log.note(tree, 30) }))).status).toBe(422);
  const stranger = signingLog('danban/0123456789abcdef').note(tree, 30);
  expect((await witness.ask(askedText({ before: 20, proof, note: stranger }))).status).toBe(403);
  const other = signingLog('danban/fedcba9876543210').note(tree, 30);
  expect((await witness.ask(askedText({ before: 0, proof: [], note: other }))).status).toBe(404);
  expect((await witness.ask('give me a signature')).status).toBe(400);
  expect((await witness.ask('x'.repeat(70_000))).status).toBe(413);
});

test('of many who ask at once to go on differently from one size, one is cosigned', async () => {
  const sizes = Array.from({ length: 9 }, (_, at) => 21 + at);
  const asked = await Promise.all(sizes.map((size) => witness.ask(continuing(tree, 20, size))));
  expect(asked.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(8).fill(409)]);
  const known = Number(await (await witness.ask(continuing(tree, 0, 1))).text());
  expect(sizes.filter((_, at) => asked[at]!.status === 200)).toEqual([known]);
  await expectCosigned(await witness.ask(continuing(tree, known, 32)), 32);
});

test('killed and started again it knows its key and how far it was; it follows the log without being told', async () => {
  const { key } = witness;
  await witness.kill();
  witness = await startWitness(data, []);
  expect(witness.key).toBe(key);
  await expectSizeTold(await witness.ask(continuing(fork, 0, 32)), 32);
  expect((await witness.ask(continuing(fork, 32, 32))).status).toBe(409);
  await expectCosigned(await witness.ask(continuing(tree, 32, 40)), 40);
  expect(await (await fetch(witness.url)).text()).toBe(`${key}\n\n${log.note(tree, 40)}`);
});

test('two processes on one folder never go two ways', async () => {
  const twin = await startWitness(data, []);
  try {
    const grown = new Tree(sha256, leavesOf(60));
    const asked = await Promise.all(
      [witness, twin].flatMap((one, at) => [45, 50].map((size) => one.ask(continuing(grown, 40, size + at)))),
    );
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
  } finally {
    await twin.kill();
  }
});

test('its key is for its owner alone', async () => {
  expect((await stat(join(data, 'key'))).mode & 0o777).toBe(0o600);
  expect((await stat(data)).mode & 0o777).toBe(0o700);
  const files = await readdir(data, { recursive: true });
  expect(files.filter((name) => name.split('/').at(-1)!.startsWith('.'))).toEqual([]);
});

test('the key of another witness, or a second key under the name of a log, is not followed', async () => {
  await expect(startWitness(data, [witness.key])).rejects.toThrow('A log is named by its own key');
  await expect(startWitness(data, [signingLog('danban/0123456789abcdef').key])).rejects.toThrow('One name is one log');
});
