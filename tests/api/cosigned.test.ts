import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8 } from '@danban/bytes';
import type { LogWitnessesView, SurveyView } from '@danban/contract';
import {
  askedText,
  checkpointText,
  keyIdOf,
  leafHash,
  noteText,
  parseCheckpoint,
  parseNote,
  parseSigner,
  signedBy,
  signedBytes,
  signerText,
  Tree,
} from '@danban/merkle';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signLog } from '@danban/server/transparency/checkpoint';
import { sha256 } from '@danban/server/sha256';
import { ed25519 } from '@danban/server/transparency/ed25519';
import { append } from '@danban/server/transparency/queries';
import { witnessAsker } from '@danban/server/transparency/witnesses';
import type { WitnessSettings } from '@danban/server/transparency/settings';
import { openWitnessFolder, type WitnessFolder } from '@danban/server/witness/folder';
import { witnessListener } from '@danban/server/witness/listener';
import { openWitness } from '@danban/server/witness/service';
import type { Definition } from '@danban/survey';
import { readEntry } from '@danban/verify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { comeIn, visitor } from '../support/staff.ts';

const [hour, day] = [60 * 60 * 1000, 24 * 60 * 60 * 1000];
const root = mkdtempSync(join(tmpdir(), 'danban-cosigned-'));
const mirror = join(root, 'mirror');

/** A witness in this process, which can be made silent. */
interface Standing {
  settings: WitnessSettings;
  folder: WitnessFolder;
  server: Server;
  silent: boolean;
}

async function standing(name: string): Promise<Standing> {
  const folder = await openWitnessFolder(join(root, name), `${name}.example/chung-kien`);
  const witness = openWitness({ folder, clock: () => at.house.clock(), tell: () => undefined });
  const listener = witnessListener(witness, (error) => expect.unreachable(String(error)));
  const server = createServer((request, response) => {
    if (one.silent) request.socket.destroy();
    else listener(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { signer } = folder;
  const one: Standing = { settings: { key: signerText(sha256, signer), signer, url }, folder, server, silent: false };
  return one;
}

let at: TestHouse;
let people: People;
let union: Standing;
let front: Standing;

const door = (path: string) => at.app.request(`/api/log/${path}`);
const text = async (path: string) => (await door(path)).text();
const lines = async () => (await text('entries')).split('\n').slice(0, -1);
const day1 = '2026-03-02';

/** Tells the log something more, and signs it. */
async function tell(times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    const entry = { kind: 'keys-destroyed', survey: crypto.randomUUID(), on: day1 } as const;
    await at.house.db.transaction().execute((trx) => append(trx, entry));
  }
  await signLog(at.house);
}

/** Who has cosigned what is shown, and of how many lines that is. */
async function shown(): Promise<{ size: number; by: string[] }> {
  const note = parseNote(await text('checkpoint'))!;
  const { size, root: told } = parseCheckpoint(note.text)!;
  const tree = new Tree(
    sha256,
    (await lines()).map((line) => leafHash(sha256, utf8(line))),
  );
  expect([tree.size, Buffer.from(told).equals(tree.root())]).toEqual([size, true]);
  const by = await Promise.all(
    [union, front].map(async ({ settings: { signer } }) =>
      (await signedBy(sha256, ed25519, note, signer)) === null ? [] : [signer.name.split('.')[0]!],
    ),
  );
  return { size, by: by.flat() };
}

beforeAll(async () => {
  [union, front] = [await standing('cong-doan'), await standing('mat-tran')];
  at = await testHouse(await freshDatabase(), { witnesses: [union.settings, front.settings], mirrorDir: mirror });
  people = await settle(at.house, undefined);
  const [first] = await lines();
  const log = parseSigner(sha256, (readEntry(first!) as { key: string }).key)!;
  for (const one of [union, front]) await one.folder.follow(log);
});
afterAll(async () => {
  for (const { server } of [union, front]) server.close();
  await at.close();
  await rm(root, { recursive: true });
});

test('what was there before any witness is shown as it is', async () => {
  expect(await shown()).toEqual({ size: 1, by: [] });
});

test('each witness is asked, from whatever it knows, and what it says is shown under the checkpoint', async () => {
  const note = await text('checkpoint');
  // It has seen this one, and the house does not know: its answer was lost on the way.
  await fetch(`${front.settings.url}/add-checkpoint`, {
    method: 'POST',
    body: askedText({ before: 0, proof: [], note }),
  });
  await tell(4);
  await at.tend();
  expect(await shown()).toEqual({ size: 5, by: ['cong-doan', 'mat-tran'] });
  await tell(6);
  await at.tend();
  expect(await shown()).toEqual({ size: 11, by: ['cong-doan', 'mat-tran'] });
});

async function statuses(): Promise<LogWitnessesView['witnesses']> {
  const admin = visitor(at.app);
  await comeIn(at.house, admin, people.admin);
  return ((await (await admin.send('GET', '/log-witnesses')).json()) as LogWitnessesView).witnesses;
}

test('a silent witness keeps the newest back for an hour, and then nothing any more; what is shown never goes back', async () => {
  front.silent = true;
  await tell(3);
  await at.tend();
  expect(await shown()).toEqual({ size: 11, by: ['cong-doan', 'mat-tran'] });
  at.pass(hour);
  expect(await shown()).toEqual({ size: 14, by: ['cong-doan'] });
  expect(await statuses()).toEqual([
    { name: 'cong-doan.example/chung-kien', lastOn: day1, silentSince: null },
    { name: 'mat-tran.example/chung-kien', lastOn: day1, silentSince: day1 },
  ]);
  await tell();
  await at.tend();
  expect(await shown()).toEqual({ size: 14, by: ['cong-doan'] });
  const said = at.logged.filter((line) => line.includes('witness-silent'));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('mat-tran.example/chung-kien');
});

test('when it is back it is asked again, after a while that grows, and everything goes on', async () => {
  front.silent = false;
  await at.tend();
  expect((await shown()).size).toBe(14);
  at.pass(11 * 60 * 1000);
  await at.tend();
  expect(await shown()).toEqual({ size: 15, by: ['cong-doan', 'mat-tran'] });
  expect(at.logged.filter((line) => line.includes('witness-back'))).toHaveLength(1);
  expect((await statuses()).map(({ silentSince }) => silentSince)).toEqual([null, null]);
  const organizer = visitor(at.app);
  await comeIn(at.house, organizer, people.organizer);
  expect((await organizer.send('GET', '/log-witnesses')).status).toBe(403);
});

test('what is no cosignature by the key that was named is not kept', async () => {
  await tell();
  const stranger = await openWitnessFolder(join(root, 'stranger'));
  const liar = { ...union.settings, signer: stranger.signer, key: signerText(sha256, stranger.signer) };
  const ask = witnessAsker({ ...at.house, witnesses: [liar] });
  await ask(new AbortController().signal);
  const kept = at.house.db.selectFrom('log_cosignature').select('witness').where('witness', '=', liar.key);
  expect(await kept.execute()).toEqual([]);
  expect(at.logged.at(-1)).toContain('no-cosignature');
  for (const change of ['delete from log_cosignature', "update log_cosignature set line = ''"])
    await expect(sql.raw(change).execute(at.vaults.house)).rejects.toThrow();
  await at.tend();
});

async function released(): Promise<{ id: string; slug: string }> {
  const organizer = visitor(at.app);
  await comeIn(at.house, organizer, people.organizer);
  const wish = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const draft = (await (await organizer.send('POST', '/surveys', wish)).json()) as SurveyView;
  const closesAt = new Date(at.house.clock().getTime() + 5 * day).toISOString();
  const opened = await organizer.send('POST', `/surveys/${draft.id}/open`, { closesAt });
  const survey = (await opened.json()) as SurveyView;
  const chance = repeatable(5);
  for (let i = 0; i < 40; i++) {
    const answers = answersFor(survey.definition as Definition, chance, 0);
    const body = JSON.stringify({ nonce: randomBytes(16).toString('base64url'), answers });
    const headers = { 'content-type': 'application/json' };
    const path = `/api/s/${survey.links[0]!.slug}/submissions`;
    expect((await at.app.request(path, { method: 'POST', headers, body })).status).toBe(201);
  }
  at.pass(6 * day);
  await at.work();
  await at.work();
  const found = at.house.db.selectFrom('survey').select('results_slug').where('id', '=', survey.id);
  return { id: survey.id, slug: (await found.executeTakeFirstOrThrow()).results_slug };
}

async function publish(id: string, published: boolean): Promise<void> {
  const organizer = visitor(at.app);
  await comeIn(at.house, organizer, people.organizer);
  const sent = await organizer.send('PUT', `/surveys/${id}/publication`, { published });
  expect(sent.status).toBeLessThan(300);
}

/** Every file of the folder is what its door answers with. */
async function expectAlike(names: string[]): Promise<void> {
  for (const name of names) {
    const answered = await door(name);
    expect([name, answered.status]).toEqual([name, 200]);
    expect(Buffer.from(await answered.arrayBuffer()).equals(await readFile(join(mirror, name))), name).toBe(true);
  }
}

test('the folder is as the doors are, byte for byte, and results that are withdrawn go from both', async () => {
  const { id, slug } = await released();
  // Leaves are public when the lines that tell their root are.
  expect((await (await door(`${slug}/leaves`)).arrayBuffer()).byteLength).toBe(0);
  await at.tend();
  expect((await (await door(`${slug}/leaves`)).arrayBuffer()).byteLength).toBe(40 * 32);
  const always = ['definition', 'leaves', 'opening', 'tree'];
  const inFolder = async () => (await readdir(join(mirror, slug))).toSorted();
  expect(await inFolder()).toEqual(always);
  await publish(id, true);
  await at.tend();
  const all = ['definition', 'leaves', 'opening', 'release-1', 'tables-1', 'tree'];
  expect(await inFolder()).toEqual(all);
  await expectAlike(['checkpoint', 'entries', ...all.map((name) => `${slug}/${name}`)]);
  expect((await readdir(mirror)).toSorted()).toEqual(['checkpoint', 'entries', slug].toSorted());
  await publish(id, false);
  await at.tend();
  expect(await inFolder()).toEqual(always);
  expect((await door(`${slug}/tables-1`)).status).toBe(404);
});

test('a folder that begins otherwise is left as it is, and said once', async () => {
  await writeFile(join(mirror, 'entries'), 'another history\n');
  await tell();
  await at.tend();
  await at.tend();
  expect(await readFile(join(mirror, 'entries'), 'utf8')).toBe('another history\n');
  expect(at.logged.filter((line) => line.includes('mirror-failed'))).toHaveLength(1);
});

test('a witness that was shown another history stays away, and why is told', async () => {
  at.pass(hour);
  await at.tend();
  const before = await lines();
  const fork = new Tree(
    sha256,
    [...before, 'another history'].map((line) => leafHash(sha256, utf8(line))),
  );
  const log = await at.house.logKey.signer();
  const told = checkpointText({ origin: log.name, size: fork.size, root: fork.root() });
  const bytes = await at.house.logKey.sign(signedBytes(told, log));
  const note = noteText({ text: told, signatures: [{ name: log.name, keyId: keyIdOf(sha256, log), bytes }] });
  const body = askedText({ before: before.length, proof: fork.consistency(before.length), note });
  expect((await fetch(`${front.settings.url}/add-checkpoint`, { method: 'POST', body })).status).toBe(200);
  await tell();
  await at.tend();
  expect(at.logged.at(-1)).toContain('other-history');
});
