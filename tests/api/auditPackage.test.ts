import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareBytes, concat, fromBase64Url, toHex, utf8 } from '@danban/bytes';
import type { UnitSaid } from '@danban/contract';
import { noteText, parseNote } from '@danban/merkle';
import { pairOf } from '@danban/server/transparency/ed25519';
import { compile, type Definition, type OpeningRecord } from '@danban/survey';
import {
  credentialBytes,
  leafOf,
  readByLeaf,
  readLeaves,
  readTable,
  tablesOf,
  writeByLeaf,
  writeBySheet,
  type ShownLeaf,
} from '@danban/verify';
import { checkPackage, openedPackage, type PackageSource } from '@danban/verify/package';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkedSurvey } from '../support/checkedSurvey.ts';
import { faultsIn, host, inBrowser, resignedPackage, type Change } from '../support/packages.ts';
import { actsAfter, lastAct } from '../support/audit.ts';
import { sha256 } from '../support/loggedSurvey.ts';
import { problemOf } from '../support/staff.ts';

// Three of the twelve of one office have answered: what is published of the others must not tell that, and neither may this.
const units = {
  'SGDDT.VP': { listed: 16, answer: 13 },
  'SGDDT.TTR': { listed: 12, answer: 3 },
  'SGDDT.TCCB': { listed: 14, answer: 11 },
  'SGDDT.KHTC': { listed: 20, answer: 17 },
};
const people = 44;
let checked: Awaited<ReturnType<typeof checkedSurvey>>;
let source: PackageSource;
let archive: Uint8Array;

beforeAll(async () => {
  checked = await checkedSurvey(units);
}, 60_000);
afterAll(() => checked.at.close());

const bytes = async (path: string) => (await source.read(path))!;
const text = async (path: string) => Buffer.from(await bytes(path)).toString();
const record = async () => JSON.parse(await text('opening')) as OpeningRecord;

async function credentials(from = source): Promise<(ShownLeaf | null)[]> {
  const keys = (await record()).strata.map(({ key }) => fromBase64Url(key).length);
  return readByLeaf((await from.read('credentials-1'))!, (stratum) => keys[stratum] ?? 0)!;
}

test('the inspector of the unit alone takes it, once results are published, and the log of acts says so', async () => {
  const { at, inspector, admin, organizer, leader, address, publish, survey } = checked;
  expect(await problemOf(await inspector.send('GET', address))).toBe('not-allowed');
  expect((await publish()).status).toBe(200);
  for (const other of [admin, organizer, leader])
    expect(await problemOf(await other.send('GET', address))).toBe('not-allowed');
  const before = await lastAct(at.house.db);
  archive = await checked.archive();
  source = openedPackage(archive)!;
  const acts = await actsAfter(at.house.db, before);
  expect(acts.map(({ act, details }) => [act, details])).toEqual([['audit.package', { number: 1 }]]);
  expect(survey.id).toBe((await record()).survey);
  expect(compareBytes(await checked.archive(), archive)).toBe(0);
});

test('holds the very files everybody is shown, and everything in it holds', async () => {
  const { checks } = await checkPackage(source, host);
  expect((await checkPackage(source, inBrowser)).checks).toEqual(checks);
  expect(checks.filter(({ result }) => result !== 'holds')).toEqual([]);
  expect([checks[0]!.name, checks.at(-1)!.name]).toEqual(['package', 'credentials']);
  const [slug] = source.names.find((name) => name.endsWith('/opening'))!.split('/');
  for (const name of source.names.filter((one) => one !== 'manifest' && !one.includes('credentials'))) {
    const path = name.includes('/') ? name : `${slug}/../${name}`;
    const { pathname } = new URL(path, 'http://localhost/api/log/');
    const shown = new Uint8Array(await (await checked.at.app.request(pathname)).arrayBuffer());
    expect([name, compareBytes(shown, await bytes(`../${name}`))]).toEqual([name, 0]);
  }
});

describe('what the opened credentials tell', () => {
  /** What the release says of each unit, by its place. */
  async function told(): Promise<Map<number, UnitSaid>> {
    const lines = (await text('release-1')).split('\n').slice(1, -1);
    const said = lines.filter((_, at) => at % 2 === 0).map((line) => JSON.parse(line) as UnitSaid);
    return new Map(said.filter((one) => 'position' in one).map((one) => [one.position, one]));
  }

  test('is a number for a unit where the release publishes it, the same one, and nothing of any other unit', async () => {
    const [all, release, { strata }] = [await credentials(), await told(), await record()];
    expect(all).toHaveLength(people);
    const shown = all.filter((one) => one !== null);
    const exact: number[] = [];
    for (const [stratum, { unit }] of strata.entries()) {
      const own = shown.filter((one) => one.stratum === stratum).length;
      const { participation } = release.get(unit)!;
      if (participation.kind === 'exact') exact.push(own);
      expect(own).toBe(participation.kind === 'exact' ? participation.respondents : 0);
    }
    // Somebody is shown, somebody is not, and those who are not are no few.
    expect(exact.length).toBeGreaterThan(0);
    expect(exact).not.toContain(3);
    expect(people - shown.length).toBeGreaterThanOrEqual(5);
  });

  test('a closed leaf is one byte, the same for all', async () => {
    const all = await credentials();
    const file = await bytes('credentials-1');
    const shown = all.filter((one) => one !== null);
    const length = shown.reduce((sum, one) => sum + 195 + one.signature.length, 0);
    expect(file.length).toBe(length + all.length - shown.length);
  });

  test('is in the order of the leaves, which are sorted by hash: a place says nothing of a unit', async () => {
    const leaves = readLeaves(await bytes('leaves'))!;
    const all = await credentials();
    for (const [at, one] of all.entries())
      if (one) expect(toHex(leafOf(sha256, one.sheet, one.counted))).toBe(toHex(leaves[at]!));
    expect(leaves.map(toHex)).toEqual(leaves.map(toHex).sort());
  });

  test('joins with no leaf of any table, and holds no answer and no key of a sheet', async () => {
    const definition = JSON.parse(await text('definition')) as Definition;
    const file = Buffer.from(await bytes('tables-1'));
    const parts = new Set<string>();
    let from = 0;
    for (const { criteria } of tablesOf(compile(definition)).all) {
      const to = from + 4 + file.readUInt32BE(from);
      for (const leaf of readTable(file.subarray(from + 4, to), criteria.length)!)
        for (const part of leaf instanceof Uint8Array ? [leaf] : [leaf.key, leaf.below]) parts.add(toHex(part));
      from = to;
    }
    const shown = (await credentials()).filter((one) => one !== null);
    const own = shown.flatMap(({ sheet, counted, prefix, pseudonym, proof }) => [
      sheet,
      counted,
      prefix,
      pseudonym,
      proof.subarray(0, 32),
      proof.subarray(32),
      leafOf(sha256, sheet, counted),
    ]);
    const joined = own.flatMap((part) => [toHex(part), toHex(part.subarray(0, 16))]).filter((part) => parts.has(part));
    expect([joined, parts.size > people]).toEqual([[], true]);
    const { rows } = await sql<{ salt: string }>`
      select body::json ->> 'salt' as salt from urn.submission where survey_id = ${checked.survey.id}`.execute(
      checked.database.db,
    );
    const everything = Buffer.concat(Object.values(unzipSync(archive)).map((one) => Buffer.from(one)));
    const kept = rows.filter(
      ({ salt }) => everything.includes(salt) || everything.includes(Buffer.from(salt, 'base64url')),
    );
    expect([rows.length, kept]).toEqual([people, []]);
  });
});

const resigned = (change: Change) => resignedPackage(checked, archive, change);

const recordBytes = ({ signature }: ShownLeaf) => 195 + signature.length;

/** The file of credentials with two of its records in hand, by where they begin. */
type Spoil = (file: Uint8Array<ArrayBuffer>, one: number, other: number) => Uint8Array<ArrayBuffer> | void;

async function spoiled(spoil: Spoil): Promise<string[]> {
  const all = await credentials();
  const starts: number[] = [];
  let at = 0;
  for (const leaf of all) {
    if (leaf) starts.push(at);
    at += leaf ? recordBytes(leaf) : 1;
  }
  const changed = await resigned((files, folder) => {
    const file = files[`${folder}credentials-1`]!.slice();
    files[`${folder}credentials-1`] = spoil(file, starts[0]!, starts[1]!) ?? file;
  });
  return faultsIn(changed);
}

const part = { sheet: 1, stratum: 65, credential: 67, proof: 131, signature: 195 };

describe('named, also when the one who changed it signs it anew', () => {
  test('an altered credential, by which of its parts was altered', async () => {
    const flipped = (at: number) => spoiled((file, one) => void (file[one + at]! ^= 1));
    expect(await flipped(part.sheet)).toEqual(['credential-elsewhere']);
    expect(await flipped(part.credential)).toEqual(['credential-forged']);
    expect(await flipped(part.signature + 9)).toEqual(['credential-forged']);
    expect(await flipped(part.proof)).toEqual(['credential-signature']);
  });

  test('credentials of two leaves exchanged, and whole records exchanged', async () => {
    const end = part.signature + 384;
    const exchange = (from: number) =>
      spoiled((file, one, other) => {
        const kept = file.slice(one + from, one + end);
        file.copyWithin(one + from, other + from, other + end);
        file.set(kept, other + from);
      });
    expect(await exchange(part.stratum)).toEqual(['credential-signature']);
    expect(await exchange(part.sheet)).toEqual(['credential-elsewhere']);
  });

  test('a credential used twice, said to be of another unit, or dropped', async () => {
    const end = part.signature + 384;
    const doubled = (file: Uint8Array<ArrayBuffer>, one: number, other: number) =>
      void file.copyWithin(other + part.stratum, one + part.stratum, one + end);
    expect(await spoiled(doubled)).toEqual(['credential-doubled']);
    const strata = (await record()).strata.length;
    const moved = (file: Uint8Array<ArrayBuffer>, one: number) => {
      file[one + part.stratum + 1] = (file[one + part.stratum + 1]! + 1) % strata;
    };
    expect(await spoiled(moved)).toEqual(['credential-forged']);
    const closed = (file: Uint8Array<ArrayBuffer>, one: number) =>
      concat(file.subarray(0, one), Uint8Array.of(0), file.subarray(one + end));
    expect(await spoiled(closed)).toEqual(['credentials-differ']);
    expect(await spoiled((file) => file.subarray(0, -1))).toEqual(['credentials-altered']);
  });

  test('a file apart from the tree, where the log tells of one opening; all of a unit closed', async () => {
    const shown = (await credentials()).filter((one) => one !== null);
    const withFile = (content: Uint8Array<ArrayBuffer>) =>
      resigned((files, folder) => void (files[`${folder}credentials-1`] = content));
    const apart = writeBySheet(shown.map((one) => ({ sheet: one.sheet, credential: credentialBytes(one) })));
    expect(await faultsIn(await withFile(apart.slice()))).toEqual(['credentials-altered']);
    const without = (await credentials()).map((one) =>
      one && one.stratum !== shown[0]!.stratum ? { ...one, credential: credentialBytes(one) } : null,
    );
    const closed = writeByLeaf(without).slice();
    expect(await faultsIn(await withFile(closed))).toEqual(['credentials-differ']);
  });

  test('results of another text', async () => {
    const changed = await resigned((files, folder) => {
      const now = Buffer.from(files[`${folder}release-1`]!).toString().replace('"respondents":13', '"respondents":14');
      files[`${folder}release-1`] = utf8(now);
    });
    expect(await faultsIn(changed)).toEqual(['release-altered', 'release-altered']);
  });
});

describe('named, when somebody else has changed it', () => {
  const checksOf = async (change: (files: Unzipped, folder: string) => void) => {
    const files = unzipSync(archive);
    change(
      files,
      Object.keys(files)
        .find((name) => name.endsWith('/opening'))!
        .slice(0, -'opening'.length),
    );
    return faultsIn(openedPackage(zipSync(files))!);
  };

  test('a file that was altered, left out or added', async () => {
    const altered = (files: Unzipped, folder: string) => {
      files[`${folder}credentials-1`] = concat(files[`${folder}credentials-1`]!, Uint8Array.of(0));
    };
    expect(await checksOf(altered)).toEqual(['package-altered', 'credentials-altered']);
    const without = (files: Unzipped, folder: string) => void delete files[`${folder}credentials-1`];
    expect(await checksOf(without)).toEqual(['missing-file']);
    expect(await checksOf((files) => void (files['more'] = utf8('?')))).toEqual(['package-altered']);
  });

  test('a list that was altered, left out, or signed by another key', async () => {
    const note = parseNote(await text('../manifest'))!;
    const other = noteText({ ...note, text: note.text.replace(/\n1\n/, '\n2\n') });
    expect(await checksOf((files) => void (files['manifest'] = utf8(other)))).toEqual(['package-signature']);
    const forged = pairOf(randomBytes(32)).sign(utf8(note.text));
    const signatures = [{ ...note.signatures[0]!, bytes: forged }];
    const byAnother = utf8(noteText({ ...note, signatures }));
    expect(await checksOf((files) => void (files['manifest'] = byAnother))).toEqual(['package-signature']);
    expect(await checksOf((files) => void delete files['manifest'])).toEqual(['missing-file']);
  });
});

test('is checked by the command everybody has, which says what it found and leaves accordingly', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'danban-package-'));
  const command = (place: string) =>
    spawnSync(process.execPath, ['server/src/transparency/command.ts', place], {
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '../..'),
    });
  const run = async (content: Uint8Array) => {
    await writeFile(join(folder, 'goi.zip'), content);
    return command(join(folder, 'goi.zip'));
  };
  const whole = await run(archive);
  expect([whole.status, whole.stderr]).toEqual([0, '']);
  expect(whole.stdout.match(/^✓/gm)).toHaveLength(12);
  const other = await run(utf8('no archive'));
  expect([other.status, other.stderr]).toEqual([2, `${join(folder, 'goi.zip')}: không phải gói kiểm tra.\n`]);
  await rm(folder, { recursive: true });
  const away = command(join(folder, 'goi.zip'));
  expect([away.status, away.stderr]).toEqual([2, `${join(folder, 'goi.zip')}: không có tệp này.\n`]);
});

test('when the sheets are deleted credentials go with them, and the package says that it comes without', async () => {
  const { at, organizer, survey } = checked;
  expect((await organizer.send('POST', `/surveys/${survey.id}/archive`, {})).status).toBe(200);
  await at.work();
  const { checks } = await checkPackage(await checked.opened(), host);
  expect(checks.filter(({ result }) => result !== 'holds').map(({ name, result }) => [name, result])).toEqual([
    ['credentials', 'not-offered'],
  ]);
});
