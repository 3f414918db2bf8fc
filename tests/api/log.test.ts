import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, toBase64Url, toHex, utf8 } from '@danban/bytes';
import type { PromiseView, SurveyView } from '@danban/contract';
import { leafHash, parseCheckpoint, parseNote, parseSigner, signedBy, Tree, type Signer } from '@danban/merkle';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { beginLog } from '@danban/server/transparency/checkpoint';
import { openLogKey } from '@danban/server/transparency/logKey';
import { settle, type People } from '@danban/server/example/people';
import { compile, type Answers, type Definition, type OpeningRecord } from '@danban/survey';
import { leafOfSheet, promiseMessage, readEntry, type LogEntry } from '@danban/verify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../support/freshDatabase.ts';
import { ed25519, sha256 } from '../support/loggedSurvey.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { comeIn, visitor } from '../support/staff.ts';

const day = 24 * 60 * 60 * 1000;

let at: TestHouse;
let people: People;
let survey: SurveyView;
/** The link under which results stand. */
let slug: string;
/** Every sheet that was sent with a key of its own, and what was promised of it. */
const sent: { answers: Answers; salt: string; promise: PromiseView }[] = [];

const desk = async () => {
  const one = visitor(at.app);
  await comeIn(at.house, one, people.organizer);
  return one;
};
const text = async (path: string) => (await at.app.request(`/api/log/${path}`)).text();
const post = (answers: Answers, more: Record<string, unknown>) =>
  at.app.request(`/api/s/${survey.links[0]!.slug}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nonce: randomBytes(16).toString('base64url'), answers, ...more }),
  });
const entries = async (): Promise<LogEntry[]> =>
  (await text('entries'))
    .split('\n')
    .slice(0, -1)
    .map((line) => readEntry(line)!);
const ofSurvey = async () => (await entries()).filter((one) => 'survey' in one && one.survey === survey.id);
const leaves = async () => {
  const bytes = Buffer.from(await (await at.app.request(`/api/log/${slug}/leaves`)).arrayBuffer());
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.subarray(32 * i, 32 * i + 32));
};
const rootOf = (all: readonly Uint8Array[], size: number) =>
  toHex(
    new Tree(
      sha256,
      all.map((leaf) => leafHash(sha256, leaf)),
    ).root(size),
  );

beforeAll(async () => {
  at = await testHouse(await freshDatabase());
  people = await settle(at.house, undefined);
  const organizer = await desk();
  const wish = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const draft = (await (await organizer.send('POST', '/surveys', wish)).json()) as SurveyView;
  const closesAt = new Date(at.house.clock().getTime() + 30 * day).toISOString();
  survey = (await (await organizer.send('POST', `/surveys/${draft.id}/open`, { closesAt })).json()) as SurveyView;
  const found = at.house.db.selectFrom('survey').select('results_slug').where('id', '=', survey.id);
  slug = (await found.executeTakeFirstOrThrow()).results_slug;
});
afterAll(() => at.close());

async function answer(times: number, seed: number): Promise<void> {
  const chance = repeatable(seed);
  for (let i = 0; i < times; i++) {
    const drawn = answersFor(survey.definition as Definition, chance, 0) as Answers;
    const salt = randomBytes(32).toString('base64url');
    const first = await post(drawn, { salt });
    const told = (await first.json()) as { promise?: PromiseView; answers?: Answers };
    const answers = told.answers ?? drawn;
    const promise =
      told.promise ?? ((await (await post(answers, { salt })).json()) as { promise: PromiseView }).promise;
    sent.push({ answers, salt, promise });
  }
}

async function signer(): Promise<Signer> {
  const [first] = await entries();
  return parseSigner(sha256, (first as Extract<LogEntry, { kind: 'key' }>).key)!;
}

test('the log begins with its key, and the opening of a survey names it, with questions and tree', async () => {
  const [key, opening] = await entries();
  const record = await text(`${slug}/opening`);
  const { log, tree, definition } = JSON.parse(record) as OpeningRecord;
  expect(key).toMatchObject({ kind: 'key', key: log });
  expect(opening).toMatchObject({
    kind: 'opening',
    survey: survey.id,
    definition,
    opening: toHex(sha256(utf8(record))),
  });
  expect(toHex(sha256(utf8(await text(`${slug}/definition`))))).toBe(definition);
  expect(toHex(sha256(utf8(await text(`${slug}/tree`))))).toBe(tree);
});

test('who sends a sheet with a key of her own is promised just her leaf, under the key of the log', async () => {
  await answer(60, 1);
  const compiled = compile(survey.definition as Definition);
  const { publicKey } = await signer();
  for (const { answers, salt, promise } of sent) {
    const leaf = leafOfSheet(sha256, { answers: canonicalJson(answers), salt, unit: 0 }, compiled.pack(answers));
    expect(promise.leaf).toBe(toBase64Url(leaf));
    const message = promiseMessage({ survey: survey.id, leaf, closesAt: promise.closesAt });
    expect(ed25519(publicKey, message, Buffer.from(promise.signature, 'base64url'))).toBe(true);
  }
});

test('without a key nothing is promised; a key that is none is refused', async () => {
  const { answers } = sent[0]!;
  expect(await (await post(answers, {})).json()).toEqual({ state: 'accepted' });
  expect((await post(answers, { salt: 'short' })).status).toBe(422);
});

test('the same nonce and answers with another key are no repetition: the leaf would be another', async () => {
  const { answers } = sent[0]!;
  const nonce = randomBytes(16).toString('base64url');
  const [one, other] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64url'));
  expect((await post(answers, { nonce, salt: one })).status).toBe(201);
  expect((await post(answers, { nonce, salt: one })).status).toBe(201);
  expect(await (await post(answers, { nonce, salt: other })).json()).toMatchObject({ code: 'different-answer' });
});

test('words that would be kept in another spelling are shown as they would be, and nothing is taken', async () => {
  const question = (survey.definition as Definition).questions.find(({ type }) => type === 'text')!;
  const answers = { ...sent[0]!.answers, [question.id]: ' Cần thêm bóng mát '.normalize('NFD') };
  const response = await post(answers, { salt: Buffer.alloc(32, 3).toString('base64url') });
  expect(await response.json()).toMatchObject({
    code: 'answers-rewritten',
    answers: { [question.id]: 'Cần thêm bóng mát' },
  });
});

test('between flushes nothing of the log moves; each flush adds its batch, sorted, behind the ones before', async () => {
  const before = await text('entries');
  expect(await leaves()).toHaveLength(0);
  at.pass(day + 1000);
  await at.work();
  const first = await leaves();
  await answer(40, 2);
  expect(await leaves()).toEqual(first);
  at.pass(day);
  await at.work();
  const all = await leaves();
  expect(all.slice(0, first.length)).toEqual(first);
  for (const batch of [first, all.slice(first.length)]) expect(batch).toEqual(batch.toSorted(Buffer.compare));
  expect((await text('entries')).startsWith(before)).toBe(true);
  const flushes = (await ofSurvey()).filter(({ kind }) => kind === 'flush');
  expect(flushes).toMatchObject([
    { batch: 1, size: first.length, root: rootOf(all, first.length) },
    { batch: 2, size: all.length, root: rootOf(all, all.length) },
  ]);
});

test('batches from before the edge of the tree was kept are hashed anew, told or not', async () => {
  await answer(40, 3);
  const forget = sql`update urn.leaf_batch set frontier = null where survey_id = ${survey.id}`;
  await forget.execute(at.vaults.urn);
  at.pass(day);
  await at.work();
  const all = await leaves();
  expect((await ofSurvey()).at(-1)).toMatchObject({ batch: 3, size: all.length, root: rootOf(all, all.length) });
  await forget.execute(at.vaults.urn);
  const heads = (await at.house.urn.leaves(survey.id, 1)).map(({ size, root }) => ({ size, root }));
  const told = (await ofSurvey()).filter(({ kind }) => kind === 'flush').slice(1);
  expect(told).toMatchObject(heads);
});

test('at the close every promise is kept, and the log says how many leaves there are and that keys are gone', async () => {
  at.pass(40 * day);
  await at.work();
  await at.work();
  const all = await leaves();
  const names = new Set(all.map((leaf) => toBase64Url(leaf)));
  expect(sent.filter(({ promise }) => !names.has(promise.leaf))).toEqual([]);
  const told = await ofSurvey();
  expect(told.find(({ kind }) => kind === 'closing')).toMatchObject({
    size: all.length,
    root: rootOf(all, all.length),
  });
  expect(told.filter(({ kind }) => kind === 'keys-destroyed')).toHaveLength(1);
});

test('the checkpoint is signed by the key of the log, over all its lines', async () => {
  const note = parseNote(await text('checkpoint'))!;
  const own = await signer();
  expect(await signedBy(sha256, ed25519, note, own)).toBe(0);
  const lines = (await text('entries')).split('\n').slice(0, -1);
  const root = new Uint8Array(
    new Tree(
      sha256,
      lines.map((line) => leafHash(sha256, utf8(line))),
    ).root(),
  );
  expect(parseCheckpoint(note.text)).toEqual({ origin: own.name, size: lines.length, root });
});

test.each(['log_entry', 'log_leaves', 'log_checkpoint'])('%s is added to and never changed', async (table) => {
  for (const change of [`delete from ${table}`, `truncate ${table}`]) {
    await expect(sql.raw(change).execute(at.vaults.house)).rejects.toThrow();
  }
});

test('a key that is away makes no other key; one that is declared lost makes the log name a new one', async () => {
  const { house, keysDir } = at;
  const before = await text('entries');
  await rm(join(keysDir, 'log', 'signing'));
  const begin = () => beginLog(house.db, openLogKey(keysDir), house.clock);
  await begin();
  const key = openLogKey(keysDir);
  await expect(key.signer()).rejects.toThrow('keys-away');
  await writeFile(join(keysDir, 'log', 'lost'), '');
  await begin();
  await begin();
  const rows = await house.db.selectFrom('log_entry').select('body').orderBy('position').execute();
  expect(
    rows
      .map(({ body }) => `${body}\n`)
      .join('')
      .startsWith(before),
  ).toBe(true);
  const added = rows.slice(before.split('\n').length - 1).map(({ body }) => readEntry(body));
  expect(added).toMatchObject([{ kind: 'key' }]);
});
