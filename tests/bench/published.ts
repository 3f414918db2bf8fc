import { randomBytes, randomInt } from 'node:crypto';
import { canonicalJson, compareBytes, toBase64Url, toHex, utf8 } from '@danban/bytes';
import { leafSalt, SEED_BYTES, seedCode } from '@danban/credential';
import { leafHash, Tree } from '@danban/merkle';
import { sha256 } from '@danban/server/sha256';
import { compile, definitionText, type Compiled, type Definition, openingText } from '@danban/survey';
import {
  commitTable,
  type Counted,
  countedDigest,
  entryText,
  joinTables,
  leafOf,
  type LogEntry,
  pathTo,
  promiseMessage,
  rootOfTables,
  type Standing,
  type Table,
  tablesOf,
} from '@danban/verify';
import { signingLog } from '../support/signingLog.ts';

const hexOf = (text: string): string => toHex(sha256(utf8(text)));
const treeOf = (data: readonly Uint8Array[]): Tree =>
  new Tree(
    sha256,
    data.map((one) => leafHash(sha256, one)),
  );

const options = 5;
const survey = '5b0e5a0e-0d2c-4a52-9a0e-6d1f6f1d8f11';
const on = '2026-03-02';
const closesAt = `${on}T00:00:00.000Z`;
const words = (vi: string) => ({ vi });

function choices(questions: number): Compiled {
  const all = Array.from({ length: questions }, (_, at) => ({
    id: `q${at + 1}`,
    type: 'single',
    text: words(`Câu hỏi ${at + 1}`),
    required: false,
    options: Array.from({ length: options }, (_, option) => ({
      id: `o${option + 1}`,
      text: words(`Mức ${option + 1}`),
    })),
  }));
  return compile({ title: words('Khảo sát lớn'), questions: all } as unknown as Definition);
}

type Signing = ReturnType<typeof signingLog>;

/** The release as its text: what it is about, and one group of everybody, with every figure or none. */
function releaseText({ definition }: Compiled, sheets: readonly { packed: Uint8Array }[], isShown: boolean): string {
  const asked = definition.questions.map(({ id, text, type }) => ({
    id,
    text,
    type,
    tables: [{ label: null, options: Array.from({ length: options }, (_, at) => ({ label: words(`Mức ${at + 1}`) })) }],
  }));
  const cells = asked.map((_, at) => {
    const counts = new Array<number>(options + 1).fill(0);
    for (const { packed } of sheets) counts[packed[at]!]! += 1;
    return [null, ...counts];
  });
  const group = ['{"unit":0,"by":[]}', JSON.stringify(cells)];
  return [JSON.stringify({ questions: asked }), ...(isShown ? group : []), ''].join('\n');
}

/** What was frozen when the survey opened, as texts. */
function openedAs({ definition: asked }: Compiled, parents: readonly number[], log: string) {
  const [definition, tree] = [definitionText(asked), canonicalJson(parents)];
  const opening = openingText({
    ...({ schema: 2, survey, closesAt, log, door: 'open_link', flushes: 'at-close', strata: [] } as const),
    thresholds: { unit: 5, comments: 5, sensitive: 5 },
    definition: hexOf(definition),
    tree: hexOf(tree),
  });
  return { opening, definition, tree };
}

/** The log with everything it tells of the survey, and the checkpoint over it. */
function logFiles(log: Signing, told: readonly LogEntry[]) {
  const lines = told.map(entryText);
  return {
    checkpoint: utf8(log.note(treeOf(lines.map(utf8)))),
    entries: utf8(lines.map((line) => `${line}\n`).join('')),
  };
}

interface Written extends Counted {
  /** SHA-256 of the sheet's text. */
  sheet: Uint8Array;
  leaf: Uint8Array;
}

function written(key: Uint8Array, unit: number, questions: number): Written {
  const counted = { key, unit, packed: randomBytes(questions).map((byte) => byte % (options + 1)) };
  const sheet = randomBytes(32);
  return { ...counted, sheet, leaf: leafOf(sha256, sheet, countedDigest(sha256, counted)) };
}

/** What stands behind the code of a receipt. */
function promiseOf(log: Signing, { sheet, leaf }: Written): string[] {
  const signature = log.sign(promiseMessage({ survey, leaf, closesAt }));
  return [toBase64Url(sheet), toBase64Url(leaf), closesAt, toBase64Url(signature)];
}

export interface Size {
  people: number;
  questions: number;
  /** One school alone, or a tree of them. */
  parents: readonly number[];
  /** Steps below the whole to which every leaf is opened; null for not at all. */
  depth: number | null;
}

/** The published files of a survey, by their names; and a receipt of one sheet, of the last unit. */
export async function publishedSurvey({ people, questions, parents, depth }: Size) {
  const [compiled, log, seed] = [choices(questions), signingLog(), randomBytes(SEED_BYTES)];
  const { opening, definition, tree } = openedAs(compiled, parents, log.key);
  const own = written(await leafSalt(seed, hexOf(opening)), parents.length - 1, questions);
  const another = (): Written => written(randomBytes(32), randomInt(parents.length), questions);
  const sheets = [own, ...Array.from({ length: people - 1 }, another)];
  const tables = tablesOf(compiled);
  const setting = {
    tables,
    parents,
    depthOf: (_: Table, { unit }: Standing) => depth && Math.min(depth, pathTo(parents, unit).length),
  };
  const committed = tables.all.map((table) => commitTable(sha256, setting, table, sheets));
  const release = releaseText(compiled, sheets, depth !== null);
  const leaves = sheets.map(({ leaf }) => leaf).toSorted(compareBytes);
  const head = { survey, size: people, root: toHex(treeOf(leaves).root()), on };
  const roots = committed.map((one) => one.root);
  const counted = { count: roots.length, root: toHex(rootOfTables(sha256, roots)) };
  const logged = logFiles(log, [
    { kind: 'key', key: log.key, on },
    { kind: 'opening', survey, opening: hexOf(opening), definition: hexOf(definition), on },
    { kind: 'flush', batch: 1, ...head },
    { kind: 'closing', ...head },
    { kind: 'tally', survey, release: 1, of: 'final', checksum: hexOf(release), tables: counted, on },
  ]);
  const files: Record<string, Uint8Array> = {
    ...logged,
    'khao-sat/opening': utf8(opening),
    'khao-sat/definition': utf8(definition),
    'khao-sat/tree': utf8(tree),
    'khao-sat/leaves': Buffer.concat(leaves),
    'khao-sat/release-1': utf8(release),
    'khao-sat/tables-1': joinTables(committed.map(({ file }) => file)),
  };
  return { files, receipt: [seedCode(seed).replaceAll('-', ''), ...promiseOf(log, own)].join('.') };
}
