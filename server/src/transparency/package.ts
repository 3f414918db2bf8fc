import { type ListedFile, MANIFEST, manifestText } from '@danban/verify/package';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { findReleases, lengthOfCredentials, partOfCredentials } from '../results/reader.queries.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { zipped, type Packed } from './archive.ts';
import { signedNote } from './checkpoint.ts';
import { type Content, entriesFile, type Shown, shownLog, surveyFile, surveyFiles } from './files.ts';
import { findEntriesOf } from './queries.ts';

/** Credentials of a large survey are sent in parts. */
const bytesAtOnce = 8 * 1024 * 1024;

/** The newest release the shown log tells of, at the close or after it. */
async function toldRelease({ db }: House, survey: string, { size }: Shown): Promise<number | undefined> {
  const told = await findEntriesOf(db, survey, size);
  return told.flatMap((entry) => (entry.kind === 'tally' && entry.of !== 'interim' ? [entry.release] : [])).at(-1);
}

interface Packing {
  survey: SurveyRow;
  shown: Shown;
  /** The release whose credentials lie beside it. */
  release: number;
}

/** The very files everybody is shown, and what the inspector alone is shown beside them. */
async function* filesOf(house: House, { survey, shown, release }: Packing): AsyncGenerator<Packed> {
  yield { path: 'checkpoint', content: shown.note };
  yield { path: 'entries', content: await entriesFile(house, shown) };
  const releases = Array.from({ length: survey.released }, (_, at) => [`release-${at + 1}`, `tables-${at + 1}`]).flat();
  for (const name of [...surveyFiles, ...releases]) {
    const content = await surveyFile(house, survey, name);
    if (content !== null) yield { path: `${survey.results_slug}/${name}`, content };
  }
  const credentials = await credentialsFile(house, survey, release);
  if (credentials) yield { path: `${survey.results_slug}/credentials-${release}`, content: credentials };
}

async function credentialsFile(
  { db }: House,
  { id, released }: SurveyRow,
  number: number,
): Promise<Content | undefined> {
  const found = (await findReleases(db, id, released)).find((one) => one.number === number);
  const length = found && (await lengthOfCredentials(db, found.id));
  return length === undefined ? undefined : partsOf(db, found!.id, length);
}

async function* partsOf(db: House['db'], release: string, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += bytesAtOnce) yield partOfCredentials(db, release, at, bytesAtOnce);
}

/** The package of a survey with published results, piece by piece; its manifest comes last. Same state, same bytes. */
export async function auditPackage(
  house: House,
  survey: SurveyRow,
): Promise<{ release: number; pieces: AsyncGenerator<Uint8Array> }> {
  const shown = survey.published ? await shownLog(house) : undefined;
  const release = shown && (await toldRelease(house, survey.id, shown));
  if (release === undefined) throw new ProblemError('not-found');
  // Without the key nothing is begun that could not be ended.
  await house.logKey.signer();
  const manifest = async (files: ListedFile[]): Promise<Packed> => ({
    path: MANIFEST,
    content: await signedNote(house.logKey, () => manifestText({ survey: survey.id, release, files })),
  });
  return { release, pieces: zipped(filesOf(house, { survey, shown: shown!, release }), manifest) };
}
