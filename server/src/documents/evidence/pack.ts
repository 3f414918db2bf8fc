import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { commitmentsView, type PublishedComments, type ReleasePage } from '@danban/contract';
import { t } from '@danban/i18n';
import { docxOf } from '@danban/report';
import type { Definition } from '@danban/survey';
import { strToU8, zipSync } from 'fflate';
import { findPublication } from '../../comments/queries.ts';
import { boardOf } from '../../commitments/board.ts';
import { findLines } from '../../commitments/queries.ts';
import { bodyOf } from '../../drafts/body.ts';
import { comparisonOf } from '../../drafts/comparison.ts';
import { findBody, findPublished } from '../../drafts/queries.ts';
import type { House } from '../../house.ts';
import { ProblemError } from '../../http/problem.ts';
import { publicOpinionsOf } from '../../opinions/reader.ts';
import { findOut } from '../../replies/queries.ts';
import { publicRepliesOf } from '../../replies/reader.ts';
import type { SurveyRow } from '../../surveys/queries.ts';
import { releasedOf, responseOf } from '../response.ts';
import { responseTable } from '../responseTable.ts';
import { figuresOf, type Held } from './figures.ts';

type Files = Record<string, Uint8Array>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const asJson = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

/** The versions people were asked about and those after it, and the two ends beside each other. */
async function draftsOf(house: House, survey: SurveyRow) {
  const asked = (survey.definition as Definition).draft?.published?.number;
  const heads = (await findPublished(house.db, survey.id)).filter(({ number }) => number >= (asked ?? 1)).reverse();
  const texts = await Promise.all(
    heads.map(async ({ number }) => [
      `du-thao-${number}.json`,
      strToU8((await findBody(house.db, survey.id, number))!),
    ]),
  );
  const versions = await Promise.all(
    heads.map(async ({ number }) => ({ number, body: (await bodyOf(house.db, survey.id, number))! })),
  );
  const [from, to] = [heads[0]?.number, heads.at(-1)?.number];
  const ends = { from, to, show: 'all' as const };
  return {
    versions,
    texts: Object.fromEntries(texts) as Files,
    list: heads.map(({ number, label, dated_on: datedOn, tree_hash: tree }) => {
      return { number, label, datedOn, tree: tree!.toString('hex') };
    }),
    comparison: heads.length > 1 ? await comparisonOf(house.db, survey.id, ends, false) : null,
  };
}

/** Only what stands on public pages: whoever holds a pack holds nothing that is not public. */
async function filesOf(house: House, survey: SurveyRow): Promise<Files> {
  const replies = await publicRepliesOf(house, survey);
  if (!survey.published || replies === null || replies.head === null) throw new ProblemError('not-found');
  const rows = await findOut(house.db, survey.id);
  const publication = await findPublication(house.db, survey.id);
  const { versions, texts, list, comparison } = await draftsOf(house, survey);
  const results: ReleasePage = await releasedOf(house, survey);
  const named = await publicOpinionsOf(house, survey.results_slug);
  const board = commitmentsView.parse(await boardOf(house, survey));
  const table = await responseOf(house, survey);
  const opinions = publication === undefined ? null : (JSON.parse(publication) as PublishedComments);
  const held: Held = { replies, rows: rows.length, board, opinions, named, versions, comparison, results };
  return {
    'DOC-TRUOC.txt': strToU8(t('vi', 'documents.evidence.readme')),
    'kiem-tra.mjs': await readFile(new URL('./check.mjs', import.meta.url)),
    'so-lieu.json': asJson(figuresOf(held)),
    'bang-tong-hop.docx': new Uint8Array(await docxOf(responseTable(table, 'vi'))),
    'bang-tong-hop.json': asJson(table),
    'ket-qua.json': asJson(results),
    ...(publication === undefined ? {} : { 'y-kien.json': strToU8(publication) }),
    'to-chuc.json': asJson(named),
    'tra-loi.json': asJson({
      schema: 1,
      rows: rows.map(({ seq, previous, body, content, hash }) => ({ seq, previous, body, content, hash })),
    }),
    'cam-ket.json': asJson(board),
    'cam-ket-dong.json': asJson(await findLines(house.db, survey.id)),
    'du-thao.json': asJson(list),
    ...texts,
    ...(comparison ? { 'thay-doi.json': asJson(comparison) } : {}),
  };
}

/** Of every archive the same day: when one was taken stands in the log. */
const day = new Date(1980, 0, 1);

/** What a consultation came to, with a script that counts it all anew; its checksum is that of the list of its files. */
export async function evidencePack(
  house: House,
  survey: SurveyRow,
): Promise<{ archive: Uint8Array; checksum: string }> {
  const files = await filesOf(house, survey);
  const listed = Object.entries(files).map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
  const manifest = asJson({ schema: 1, files: listed });
  const archive = zipSync({ 'manifest.json': manifest, ...files }, { mtime: day });
  return { archive, checksum: sha256(manifest) };
}
