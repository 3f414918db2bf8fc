import { generateKeyPairSync, hash, randomBytes, sign } from 'node:crypto';
import { canonicalJson, compareBytes, toBase64Url, toHex, utf8 } from '@danban/bytes';
import { leafSalt, SEED_BYTES, seedCode } from '@danban/credential';
import {
  checkpointText,
  ED25519,
  keyIdOf,
  leafHash,
  noteText,
  signedBytes,
  type Signer,
  signerText,
  Tree,
} from '@danban/merkle';
import { compile, definitionText, type Compiled, type Definition, openingText } from '@danban/survey';
import {
  commitTable,
  type Counted,
  countedDigest,
  entryText,
  joinTables,
  leafOf,
  type LogEntry,
  promiseMessage,
  rootOfTables,
  tablesOf,
} from '@danban/verify';

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');
const hexOf = (text: string): string => toHex(sha256(utf8(text)));
const rootOf = (data: readonly Uint8Array[]): string =>
  toHex(
    new Tree(
      sha256,
      data.map((one) => leafHash(sha256, one)),
    ).root(),
  );

const options = 5;
const parents = [-1];
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

/** Key and signature of a log that exists for this measure alone. */
function signing() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  const signer: Signer = { name: `danban/${toHex(sha256(bytes)).slice(0, 16)}`, kind: ED25519, publicKey: bytes };
  return { signer, text: signerText(sha256, signer), sign: (message: Uint8Array) => sign(null, message, privateKey) };
}

type Signing = ReturnType<typeof signing>;

/** The release as its text: what it is about, and one group of everybody with every figure. */
function releaseText({ definition }: Compiled, sheets: readonly { packed: Uint8Array }[]): string {
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
  return [JSON.stringify({ questions: asked }), '{"unit":0,"by":[]}', JSON.stringify(cells), ''].join('\n');
}

/** What was frozen when the survey opened, as texts. */
function openedAs({ definition: asked }: Compiled, log: string) {
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
  const root = Buffer.from(rootOf(lines.map(utf8)), 'hex');
  const text = checkpointText({ origin: log.signer.name, size: lines.length, root });
  const bytes = log.sign(signedBytes(text, log.signer));
  const signature = { name: log.signer.name, keyId: keyIdOf(sha256, log.signer), bytes };
  return {
    checkpoint: utf8(noteText({ text, signatures: [signature] })),
    entries: utf8(lines.map((line) => `${line}\n`).join('')),
  };
}

interface Written extends Counted {
  /** SHA-256 of the sheet's text. */
  sheet: Uint8Array;
  leaf: Uint8Array;
}

function written(key: Uint8Array, questions: number): Written {
  const counted = { key, unit: 0, packed: randomBytes(questions).map((byte) => byte % (options + 1)) };
  const sheet = randomBytes(32);
  return { ...counted, sheet, leaf: leafOf(sha256, sheet, countedDigest(sha256, counted)) };
}

/** What stands behind the code of a receipt. */
function promiseOf(log: Signing, { sheet, leaf }: Written): string[] {
  const signature = log.sign(promiseMessage({ survey, leaf, closesAt }));
  return [toBase64Url(sheet), toBase64Url(leaf), closesAt, toBase64Url(signature)];
}

/** The published files of a survey over one school with every figure shown, by their names; and a receipt of one sheet. */
export async function publishedSurvey(people: number, questions: number) {
  const [compiled, log, seed] = [choices(questions), signing(), randomBytes(SEED_BYTES)];
  const { opening, definition, tree } = openedAs(compiled, log.text);
  const own = written(await leafSalt(seed, hexOf(opening)), questions);
  const sheets = [own, ...Array.from({ length: people - 1 }, () => written(randomBytes(32), questions))];
  const tables = tablesOf(compiled);
  const setting = { tables, parents, depthOf: () => 0 };
  const committed = tables.all.map((table) => commitTable(sha256, setting, table, sheets));
  const release = releaseText(compiled, sheets);
  const leaves = sheets.map(({ leaf }) => leaf).toSorted(compareBytes);
  const head = { survey, size: people, root: rootOf(leaves), on };
  const roots = committed.map((one) => one.root);
  const counted = { count: roots.length, root: toHex(rootOfTables(sha256, roots)) };
  const logged = logFiles(log, [
    { kind: 'key', key: log.text, on },
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
