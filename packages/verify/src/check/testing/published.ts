import { canonicalJson, type Sha256, toBase64Url, utf8 } from '@danban/bytes';
import { ED25519 } from '@danban/merkle';
import type { Answers, Compiled } from '@danban/survey';
import { commitTable, type DepthOf } from '../../commit.ts';
import type { Parents } from '../../commitment.ts';
import { countedDigest, leafOf, sheetText } from '../../leaf.ts';
import { recount, type Recounted } from '../../recount.ts';
import { readTable } from '../../tableFile.ts';
import { tablesOf } from '../../tables.ts';
import type { Published, Receipt } from '../receipt.ts';
import type { CountedTable } from '../release.ts';

const given = { closesAt: '2026-05-01T00:00:00.000Z', signature: new Uint8Array(64) };

export interface Sent {
  answers: Answers;
  unit: number;
  key: Uint8Array;
}

export interface Kept extends Sent {
  packed: Uint8Array;
  receipt: Receipt;
}

/** A sheet as the urn keeps it, with the receipt of whoever sent it. */
export function kept(sha256: Sha256, compiled: Compiled, sent: Sent): Kept {
  const { answers, unit, key } = sent;
  const packed = compiled.pack(answers);
  const sheet = sha256(utf8(sheetText({ answers: canonicalJson(answers), salt: toBase64Url(key), unit })));
  const leaf = leafOf(sha256, sheet, countedDigest(sha256, { key, unit, packed }));
  return { ...sent, packed, receipt: { key, promise: { sheet, leaf, ...given } } };
}

/** A table's file as whoever checks it has looked through it. */
export function lookedThrough(sha256: Sha256, parents: Parents, file: Uint8Array, criteria: number): CountedTable {
  return { file, ...(recount(sha256, parents, readTable(file, criteria)!) as Recounted) };
}

interface Setting {
  sha256: Sha256;
  compiled: Compiled;
  parents: Parents;
  depthOf?: DepthOf;
}

/** What an honest operator publishes of these sheets; `counted`: what of each is counted, if not what was sent. */
export function published(
  { sha256, compiled, parents, depthOf = () => 0 }: Setting,
  sheets: readonly Kept[],
  counted = sheets,
): Published {
  const tables = tablesOf(compiled);
  const looked = tables.all.map((table) => {
    const { file } = commitTable(sha256, { tables, parents, depthOf }, table, counted);
    return lookedThrough(sha256, parents, file, table.criteria.length);
  });
  const signer = { name: 'danban/x', kind: ED25519, publicKey: new Uint8Array(32) } as const;
  return {
    log: { signer, key: '', entries: [], checkpoint: { origin: '', size: 0, root: new Uint8Array(32) } },
    survey: 'survey',
    compiled,
    tables,
    parents,
    leaves: sheets.map(({ receipt }) => receipt.promise!.leaf),
    isClosed: true,
    counted: looked,
    head: null,
  };
}
