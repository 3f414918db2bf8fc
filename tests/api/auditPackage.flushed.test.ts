import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareBytes, concat, fromBase64Url, toHex } from '@danban/bytes';
import type { ReleaseHead } from '@danban/contract';
import { openSubmissionVault } from '@danban/db/vaults/submissions';
import { credentialsOf } from '@danban/server/results/credentials';
import { compile, type Definition, type OpeningRecord } from '@danban/survey';
import {
  countedDigest,
  credentialBytes,
  leafOf,
  readBySheet,
  readEntry,
  readLeaves,
  readTable,
  tablesOf,
  writeByLeaf,
  writeBySheet,
  type ShownSheet,
} from '@danban/verify';
import { checkReceipt, receiptOf } from '@danban/verify/check';
import { checkPackage, checkPresentedBy, openedPackage, type PackageSource } from '@danban/verify/package';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedSurvey } from '../support/checkedSurvey.ts';
import { sha256 } from '../support/loggedSurvey.ts';
import { faults, faultsIn, host, resignedPackage, type Change } from '../support/packages.ts';

// A hundred and more are listed, so that the urn is opened day by day; of one office too few answer to be told.
const units = {
  'SGDDT.VP': { listed: 30, answer: 26 },
  'SGDDT.TTR': { listed: 24, answer: 3 },
  'SGDDT.TCCB': { listed: 30, answer: 24 },
  'SGDDT.KHTC': { listed: 36, answer: 31 },
};
const people = 84;

/** A sheet as it lies with who holds the database. */
interface Kept {
  leaf: Buffer;
  sheet: Buffer;
  unit: number;
  packed: Buffer;
  salt: string;
  credential: Buffer;
}

let checked: Awaited<ReturnType<typeof checkedSurvey>>;
let archive: Uint8Array;
let source: PackageSource;
let kept: Kept[];

beforeAll(async () => {
  checked = await checkedSurvey(units, 3);
  await checked.publish();
  archive = await checked.archive();
  source = openedPackage(archive)!;
  const found = await sql<Kept>`
    select leaf, unit, packed, sha256(convert_to(body, 'UTF8')) as sheet, body::json ->> 'salt' as salt, credential
    from urn.submission where survey_id = ${checked.survey.id}`.execute(checked.database.db);
  kept = found.rows;
}, 120_000);
afterAll(() => checked.at.close());

const bytes = async (path: string) => (await source.read(path))!;
const text = async (path: string) => Buffer.from(await bytes(path)).toString();
const record = async () => JSON.parse(await text('opening')) as OpeningRecord;
const file = () => bytes('credentials-1');
const shownIn = async (from: PackageSource): Promise<ShownSheet[]> => {
  const keys = (await record()).strata.map(({ key }) => fromBase64Url(key).length);
  return readBySheet((await from.read('credentials-1'))!, (stratum) => keys[stratum] ?? 0)!;
};
const writtenAs = (sheets: readonly ShownSheet[]) =>
  concat(...sheets.map((one) => concat(one.sheet, credentialBytes(one))));

test('comes with the credentials of every unit whose number is published, and all of it holds', async () => {
  const lines = (await text('../entries')).split('\n').map(readEntry);
  expect(lines.filter((entry) => entry?.kind === 'flush').length).toBeGreaterThan(2);
  const { checks } = await checkPackage(source, host);
  expect(checks.filter(({ result }) => result !== 'holds')).toEqual([]);
  const { params } = checks.find(({ name }) => name === 'credentials')!;
  expect(params!['shown']).toBeGreaterThan(people / 2);
  expect(Number(params!['shown']) + Number(params!['closed'])).toBe(people);
});

test('is checked by the command everybody has, with the receipt of somebody whose unit is shown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'danban-package-'));
  const place = join(folder, 'goi.zip');
  await writeFile(place, archive);
  const receipt = checked.came.find(({ unit }) => unit === 'SGDDT.KHTC')!.receipt;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['server/src/transparency/command.ts', place, '--receipt', receipt],
    { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.match(/^✓/gm)).toHaveLength(16);
  await rm(folder, { recursive: true });
});

describe('tells whoever has package, log and leaves nothing of batches', () => {
  test('it is what anybody makes who sorts its records: of the order they were in nothing is left', async () => {
    const shown = await shownIn(source);
    const again = shown.map((one) => ({ sheet: one.sheet, credential: credentialBytes(one) }));
    expect(compareBytes(writeBySheet(again.toReversed()), await file())).toBe(0);
    expect(compareBytes(writtenAs(shown), await file())).toBe(0);
  });

  test('which sheets stand there follows from the published numbers alone: units as a whole, or not at all', async () => {
    const shown = new Set((await shownIn(source)).map(({ sheet }) => toHex(sheet)));
    const byUnit = Map.groupBy(kept, ({ unit }) => unit);
    const wholes = [...byUnit.values()].map((own) => own.filter(({ sheet }) => shown.has(toHex(sheet))).length);
    const sizes = [...byUnit.values()].map(({ length }) => length);
    expect(wholes.every((some, at) => some === 0 || some === sizes[at])).toBe(true);
    expect(wholes).toContain(0);
    expect(shown.size).toBe(wholes.reduce((sum, some) => sum + some, 0));
  });

  test('no leaf can be made of a sheet with anything the package holds; with what the urn holds it can', async () => {
    const leaves = new Set(readLeaves(await bytes('leaves'))!.map(toHex));
    const shown = await shownIn(source);
    const definition = JSON.parse(await text('definition')) as Definition;
    const tables = Buffer.from(await bytes('tables-1'));
    const others = [
      ...readLeaves(await bytes('leaves'))!,
      ...shown.flatMap(({ sheet, ...one }) => [sheet, one.prefix]),
    ];
    let from = 0;
    for (const { criteria } of tablesOf(compile(definition)).all) {
      const to = from + 4 + tables.readUInt32BE(from);
      for (const leaf of readTable(tables.subarray(from + 4, to), criteria.length)!)
        others.push(leaf instanceof Uint8Array ? leaf : concat(leaf.key, leaf.below));
      from = to;
    }
    const some = shown.filter((_, at) => at % 8 === 0);
    const made = some.flatMap(({ sheet }) => others.filter((one) => leaves.has(toHex(leafOf(sha256, sheet, one)))));
    expect(made).toEqual([]);
    const known = new Map(kept.map((one) => [toHex(one.sheet), one]));
    for (const { sheet } of some) {
      const { salt, unit, packed } = known.get(toHex(sheet))!;
      const counted = countedDigest(sha256, { key: Buffer.from(salt, 'base64url'), unit, packed });
      expect(leaves.has(toHex(leafOf(sha256, sheet, counted)))).toBe(true);
      expect(Buffer.from(archive).includes(counted)).toBe(false);
    }
  });

  test('no leaf of the tree, and no key of a sheet, stands in the file', async () => {
    const content = Buffer.from(await file());
    const there = kept.filter(
      ({ leaf, salt }) => content.includes(leaf) || content.includes(Buffer.from(salt, 'base64url')),
    );
    expect([kept.length, there]).toEqual([people, []]);
  });
});

describe('named, also when the one who changed it signs it anew', () => {
  const changed = (change: Change) => resignedPackage(checked, archive, change);
  const withFile = (content: Uint8Array) =>
    changed((files, folder) => void (files[`${folder}credentials-1`] = content.slice()));
  const found = async (content: Uint8Array) => faultsIn(await withFile(content));
  const spoiled = async (spoil: (sheets: ShownSheet[]) => ShownSheet[]) =>
    found(writtenAs(spoil(await shownIn(source))));
  const flipped = (at: number, of: Uint8Array) => of.map((byte, place) => (place === at ? byte ^ 1 : byte));

  test('an altered credential, by which of its parts was altered', async () => {
    const first = (change: (one: ShownSheet) => Partial<ShownSheet>) =>
      spoiled(([one, ...rest]) => [{ ...one!, ...change(one!) }, ...rest]);
    expect(await first(({ sheet }) => ({ sheet: flipped(31, sheet) }))).toEqual(['credential-signature']);
    expect(await first(({ prefix }) => ({ prefix: flipped(3, prefix) }))).toEqual(['credential-forged']);
    expect(await first(({ signature }) => ({ signature: flipped(9, signature) }))).toEqual(['credential-forged']);
    expect(await first(({ proof }) => ({ proof: flipped(0, proof) }))).toEqual(['credential-signature']);
    const { strata } = await record();
    const another = ({ stratum }: ShownSheet) => ({ stratum: (stratum + 1) % strata.length });
    expect(await first(another)).toEqual(['credential-forged']);
  });

  test('two records exchanged, the credentials of two sheets exchanged, and one used for another sheet', async () => {
    expect(await spoiled(([one, other, ...rest]) => [other!, one!, ...rest])).toEqual(['credentials-order']);
    const swap = ([one, other, ...rest]: ShownSheet[]) => [
      { ...other!, sheet: one!.sheet },
      { ...one!, sheet: other!.sheet },
      ...rest,
    ];
    expect(await spoiled(swap)).toEqual(['credential-signature']);
    const used = ([one, other, ...rest]: ShownSheet[]) => [one!, { ...one!, sheet: other!.sheet }, ...rest];
    expect(await spoiled(used)).toEqual(['credential-doubled']);
  });

  test('a record dropped, there twice, or all of a unit dropped', async () => {
    expect(await spoiled(([, ...rest]) => rest)).toEqual(['credentials-differ']);
    expect(await spoiled(([one, ...rest]) => [one!, one!, ...rest])).toEqual(['credentials-order']);
    expect(await found((await file()).subarray(0, -1))).toEqual(['credentials-altered']);
    const [{ stratum }] = (await shownIn(source)) as [ShownSheet];
    expect(await spoiled((all) => all.filter((one) => one.stratum !== stratum))).toEqual(['credentials-differ']);
    expect(await found(new Uint8Array())).toEqual(['credentials-differ']);
  });

  test('a true one added of a unit whose number is not published', async () => {
    const shown = new Set((await shownIn(source)).map(({ sheet }) => toHex(sheet)));
    const closed = kept.find(({ sheet }) => !shown.has(toHex(sheet)))!;
    const all = (await shownIn(source)).map((one) => ({ sheet: one.sheet, credential: credentialBytes(one) }));
    expect(await found(writeBySheet([...all, closed]))).toEqual(['credential-unpublished']);
  });

  test('a file in the order of the tree, where the log tells of more than one opening', async () => {
    const shown = new Set((await shownIn(source)).map(({ sheet }) => toHex(sheet)));
    const place = new Map(kept.map((one) => [toHex(one.leaf), one]));
    const inTree = readLeaves(await bytes('leaves'))!.map((leaf) => {
      const { sheet, salt, unit, packed, credential } = place.get(toHex(leaf))!;
      const counted = countedDigest(sha256, { key: Buffer.from(salt, 'base64url'), unit, packed });
      return shown.has(toHex(sheet)) ? { sheet, counted, credential } : null;
    });
    expect(await found(writeByLeaf(inTree))).toEqual(['credentials-altered']);
  });

  test('by her receipt: a sheet of hers that gave way to another of her unit', async () => {
    const presentedBy = async (from: PackageSource, text: string) => {
      const survey = await checkPackage(from, host);
      const receipt = (await receiptOf(text, survey.openingHash!))!;
      const { found: sheet } = await checkReceipt(host, survey.published!, receipt);
      return checkPresentedBy(from, host, survey, { receipt, found: sheet });
    };
    const mine = checked.came.find(({ unit }) => unit === 'SGDDT.VP')!.receipt;
    expect(await presentedBy(source, mine)).toEqual([{ name: 'presented', result: 'holds', params: {} }]);
    const sheet = fromBase64Url(mine.split('.')[1]!);
    const without = (await shownIn(source)).filter((one) => compareBytes(one.sheet, sheet) !== 0);
    expect(faults(await presentedBy(await withFile(writtenAs(without)), mine))).toEqual(['not-presented']);
    // The code alone tells no hash of a sheet, and of a unit that stays closed nothing is shown.
    expect(await presentedBy(source, mine.split('.')[0]!)).toEqual([]);
    const closed = checked.came.find(({ unit }) => unit === 'SGDDT.TTR')!.receipt;
    expect(await presentedBy(source, closed)).toEqual([]);
  });
});

test('with one sheet whose credential is not kept there is no file: which unit is whole would tell who came later', async () => {
  const { database, survey } = checked;
  const vault = openSubmissionVault(database.connection);
  const none = { head: {} as ReleaseHead, groups: [] };
  const made = () => credentialsOf(vault, none, { survey: survey.id, flushes: 3 });
  expect(await made()).toEqual(new Uint8Array());
  await sql`update urn.submission set credential = null
    where survey_id = ${survey.id} and leaf = ${kept[0]!.leaf}`.execute(database.db);
  expect(await made()).toBe(null);
  await vault.destroy();
});
