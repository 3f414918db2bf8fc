import { definitionText, type Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { findReleases } from '../results/reader.queries.ts';
import { releaseTables, releaseText } from '../results/reader.ts';
import { findByResultsSlug, findOpening, type SurveyRow } from '../surveys/queries.ts';
import { findTree } from '../surveys/tree.queries.ts';
import { findCosignatures, findEntries, findEntriesOf, findLeaves, findShown, isLogged } from './queries.ts';
import { treeText } from './tree.ts';

type Publishing = Pick<House, 'db' | 'clock' | 'witnesses'>;

/** What a public file holds. */
export type Content = string | Uint8Array | AsyncGenerator<string | Uint8Array>;

/** The log as it is shown now: as many lines as the checkpoint, which every witness has signed or that has waited for them. */
export interface Shown {
  size: number;
  /** With what witnesses say of it. */
  note: string;
}

export async function shownLog({ db, clock, witnesses }: Publishing): Promise<Shown | undefined> {
  const keys = witnesses.map(({ key }) => key);
  const found = await findShown(db, keys, clock());
  if (!found) return undefined;
  const said = await findCosignatures(db, found.size);
  return { size: found.size, note: found.note + said.map(({ line }) => line).join('') };
}

/** The lines of the log up to its checkpoint. */
export async function entriesFile({ db }: Publishing, { size }: Shown): Promise<string> {
  const entries = (await findEntries(db)).slice(0, size);
  return entries.map((entry) => `${entry}\n`).join('');
}

/** A survey the log speaks of, by the link under which its results will stand. */
export async function loggedAt({ db }: Publishing, slug: string): Promise<SurveyRow | undefined> {
  const survey = await findByResultsSlug(db, slug);
  return survey && (await isLogged(db, survey.id)) ? survey : undefined;
}

/**
 * A batch is public with the line of the log that tells its root, and waits with it. What no line tells of is shown: that
 * somebody put it there is for everybody to see.
 */
async function leavesFile(house: Publishing, { id }: SurveyRow): Promise<Uint8Array> {
  const flushes = async (first?: number) =>
    (await findEntriesOf(house.db, id, first)).flatMap((entry) => (entry.kind === 'flush' ? [entry.batch] : []));
  const shown = new Set(await flushes((await shownLog(house))?.size ?? 0));
  const waiting = new Set((await flushes()).filter((batch) => !shown.has(batch)));
  const batches = (await findLeaves(house.db, id)).filter((_, at) => !waiting.has(at + 1));
  return new Uint8Array(Buffer.concat(batches));
}

/** Of a release of published results: the text its checksum is taken over, or its tables. */
async function releaseFile({ db }: Publishing, { id, published, released }: SurveyRow, name: string) {
  const [what, number] = name.split('-');
  const found = (await findReleases(db, id, released)).find((one) => one.number === Number(number));
  if (!published || !found) return null;
  return what === 'release' ? releaseText(db, found.id) : releaseTables(db, found.id);
}

/** Files that are there as soon as the log speaks of the survey. */
export const surveyFiles = ['opening', 'definition', 'tree', 'leaves'] as const;

/** A file of a survey; null where there is none of that name, or not yet. */
export async function surveyFile(house: Publishing, survey: SurveyRow, name: string): Promise<Content | null> {
  if (/^(release|tables)-[1-9]\d{0,5}$/.test(name)) return releaseFile(house, survey, name);
  if (name === 'opening') return findOpening(house.db, survey.id);
  if (name === 'definition') return definitionText(survey.definition as Definition);
  if (name === 'tree') return treeText(await findTree(house.db, survey.id));
  return name === 'leaves' ? leavesFile(house, survey) : null;
}
