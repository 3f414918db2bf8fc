import { randomBytes } from 'node:crypto';
import { parseCheckpoint, parseNote } from '@danban/merkle';
import { createApp, type House } from '@danban/server';
import { noteOver } from '@danban/server/transparency/checkpoint';
import { findEntries } from '@danban/server/transparency/queries';
import { checkReceipt, checkSurvey, receiptOf, type Check, type Source } from '@danban/verify/check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ed25519, loggedSurvey, sha256, sourceOf, type LoggedSurvey, type Taken } from '../support/loggedSurvey.ts';
import { withChange } from '../support/withChange.ts';

// Wall 8: whatever an operator alters, drops, adds or swaps after the close is named by whoever looks.

const host = { sha256, verify: ed25519 };
let logged: LoggedSurvey;

beforeAll(async () => {
  logged = await loggedSurvey(120);
}, 60_000);
afterAll(() => logged.at.close());

const faults = (checks: readonly Check[]) => checks.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));

async function receiptAt(source: Source, { link }: Pick<Taken, 'link'>) {
  const { published, openingHash } = await checkSurvey(source, host);
  return checkReceipt(host, published!, (await receiptOf(link, openingHash!))!);
}

test('everything that is published holds, down to the last figure', async () => {
  const { checks } = await checkSurvey(logged.source, host);
  expect(checks.filter(({ result }) => result !== 'holds')).toEqual([]);
  expect(checks.map(({ name }) => name)).toEqual([
    'log',
    'key',
    'opening',
    'definition',
    'tree',
    'leaves',
    'closing',
    'release',
    'tables',
    'recount',
  ]);
  expect(checks.at(-1)!.params!['figures']).toBeGreaterThan(500);
});

test('everybody finds her sheet recorded and counted, by the code alone and by the link behind its QR code', async () => {
  for (const taken of logged.taken.slice(0, 12)) {
    const whole = await receiptAt(logged.source, taken);
    expect(whole.checks.map(({ name, result }) => [name, result])).toEqual([
      ['promise', 'holds'],
      ['recorded', 'holds'],
      ['counted', 'holds'],
    ]);
    expect((await receiptAt(logged.source, { link: taken.code })).found).toEqual(whole.found);
  }
  const { found } = await receiptAt(logged.source, logged.taken[0]!);
  expect(found!.categories.length).toBeGreaterThan(5);
});

test('a code nobody drew is in no table, and a promise of somebody else’s making is no promise', async () => {
  const [taken] = logged.taken;
  const parts = taken!.link.split('.');
  const forged = [...parts.slice(0, -1), randomBytes(64).toString('base64url')].join('.');
  const { published, openingHash } = await checkSurvey(logged.source, host);
  const nobody = await checkReceipt(host, published!, { key: randomBytes(32) });
  expect(faults(nobody.checks)).toEqual(['not-counted']);
  const receipt = (await receiptOf(forged, openingHash!))!;
  const told = await checkReceipt(host, published!, { ...receipt, key: randomBytes(32) });
  expect(faults(told.checks)).toEqual(['promise-forged', 'not-counted']);
});

/** The database changed as its owner can, with every trigger off, seen through the public routes. */
async function lookAt(statements: string, look: (source: Source) => Promise<readonly Check[]>): Promise<string[]> {
  const whole = `set local session_replication_role = replica; ${statements}`;
  return withChange(logged.database.db, whole, async (db) => {
    const house = { ...logged.at.house, db: db };
    return faults(await look(sourceOf(createApp(house), logged.slug)));
  });
}
const lookThrough = async (source: Source) => (await checkSurvey(source, host)).checks;

describe('what is altered in the database after the close is named', () => {
  const first = '(select min(batch) from log_leaves)';
  test.each<[string, string, string]>([
    [
      'a sheet is altered',
      `update log_leaves set leaves = set_byte(leaves, 5, (get_byte(leaves, 5) + 1) % 256) where batch = ${first}`,
      'leaf-altered',
    ],
    [
      'a sheet is dropped',
      `update log_leaves set leaves = substring(leaves from 33) where batch = ${first}`,
      'leaf-dropped',
    ],
    [
      'a sheet is added',
      `update log_leaves set leaves = leaves || decode(repeat('ff', 32), 'hex') where batch = ${first}`,
      'leaf-added',
    ],
    [
      'two sheets are swapped',
      `update log_leaves set leaves = substring(leaves from 33 for 32) || substring(leaves for 32) || substring(leaves from 65) where batch = ${first}`,
      'leaf-altered',
    ],
    [
      'a line of the log is rewritten',
      `update log_entry set body = replace(body, '"on":"2026', '"on":"2025') where position = 1`,
      'log-altered',
    ],
    [
      'the last line of the log is cut off',
      'delete from log_entry where position = (select max(position) from log_entry)',
      'log-altered',
    ],
    [
      'a figure of the release is altered',
      `update release_cell set cells = regexp_replace(cells, '(\\[\\[?[^,]*,)(\\d+)', '\\19\\2') where position = 0`,
      'release-altered',
    ],
    [
      'a table is altered',
      'update release_table set leaves = set_byte(leaves, 3, (get_byte(leaves, 3) + 1) % 256) where number = 2',
      'tables-altered',
    ],
    [
      'two tables are swapped',
      'update release_table a set leaves = b.leaves from release_table b where a.number + b.number = 1',
      'tables-altered',
    ],
    [
      'another question stands in the definition',
      `update survey set definition = jsonb_set(definition::jsonb, '{questions,0,text,vi}', '"Khác"')`,
      'definition-altered',
    ],
    [
      'the record of the opening is another',
      `update survey set opening = replace(opening, '"flushes":"daily"', '"flushes":"at-close"')`,
      'opening-altered',
    ],
    [
      'a school hangs elsewhere',
      'update survey_unit set parent = parent + 1 where position = (select max(position) from survey_unit where parent > 0)',
      'tree-altered',
    ],
    [
      'the checkpoint is of another size',
      `update log_checkpoint set note = replace(note, E'\\n' || size || E'\\n', E'\\n' || (size + 1) || E'\\n')`,
      'log-signature',
    ],
  ])('%s', async (_, statement, fault) => {
    expect(await lookAt(statement, lookThrough)).toContain(fault);
  });
});

/** What an operator with the key signs anew is consistent in itself: only who remembers, or holds a receipt, sees it. */
describe('what is signed anew by whoever holds the key', () => {
  const seen = async () =>
    parseCheckpoint(parseNote(new TextDecoder().decode((await logged.source.read('../checkpoint'))!))!.text)!;

  async function signedAnew(statements: string): Promise<Source & { done(): Promise<void> }> {
    const trx = await logged.database.db.startTransaction().execute();
    await sql
      .raw(`set local session_replication_role = replica; ${statements}; delete from log_checkpoint`)
      .execute(trx);
    const house = { ...logged.at.house, db: trx as unknown as House['db'] };
    const entries = await findEntries(house.db);
    const note = await noteOver(house.logKey, entries);
    await sql`insert into log_checkpoint (size, note) values (${entries.length}, ${note})`.execute(trx);
    return { ...sourceOf(createApp(house), logged.slug), done: async () => void (await trx.rollback().execute()) };
  }

  test('a forked log is seen by whoever has a checkpoint of before', async () => {
    const before = await seen();
    const source = await signedAnew(
      `update log_entry set body = replace(body, '"on":"2026', '"on":"2025') where position > 1`,
    );
    expect(faults((await checkSurvey(source, host, { seen: before })).checks)).toContain('log-forked');
    await source.done();
  });

  test('a log that lost its last lines is seen, too', async () => {
    const before = await seen();
    const source = await signedAnew('delete from log_entry where position = (select max(position) from log_entry)');
    expect(faults((await checkSurvey(source, host, { seen: before })).checks)).toContain('log-forked');
    await source.done();
  });

  test('a sheet that was left out before the log told of it breaks the promise its writer holds', async () => {
    const source = await signedAnew(`update log_leaves set leaves = ''`);
    const [taken] = logged.taken;
    const { published, openingHash } = await checkSurvey(logged.source, host);
    const receipt = (await receiptOf(taken!.link, openingHash!))!;
    const without = { ...published!, leaves: [], counted: null };
    const told = await checkReceipt(host, without, receipt);
    expect(faults(told.checks)).toEqual(['promise-unkept']);
    expect(faults((await checkSurvey(source, host)).checks)).toContain('leaf-dropped');
    await source.done();
  });

  test('another key in the place of the log’s is named', async () => {
    const key = 'danban/0000000000000000+00000000+AAAA';
    const other = await checkSurvey(logged.source, host, { key });
    expect(faults(other.checks)).toEqual(['key-replaced']);
  });
});
