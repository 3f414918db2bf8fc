import { cellsOf, type EarlierWave, type PackedCell, type ReleaseHead, type UnitSaid } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { ProblemError } from '../http/problem.ts';
import { find, type SurveyRow } from '../surveys/queries.ts';
import { openRelease } from './reader.ts';
import { readHead } from './reader.queries.ts';
import { findCarried, findEarlier, findUnitsAt } from './waves.queries.ts';

/** More waves than this are history, not a movement. */
const mostWaves = 8;

export interface WavesAsked {
  survey: string;
  released: number;
  /** The place of a unit in the newest release. */
  unit: number;
  /** Whether the reader may read an earlier survey's results. */
  mayRead: (survey: SurveyRow) => Promise<boolean>;
}

/** The headline of a survey in its earlier waves, from what their own releases show and from nothing else. */
export async function earlierWaves(db: Db, { survey, released, unit, mayRead }: WavesAsked): Promise<EarlierWave[]> {
  const { found } = await openRelease(db, { survey, released, number: undefined });
  const [row, head, here] = await Promise.all([find(db, survey), headOf(db, found.id), unitAt(db, found.id, unit)]);
  const headline = head.questions.find((question) => question.headline);
  if (!row || !headline || here.own) return [];
  const asked = { id: headline.id, text: headline.text.vi };
  const earlier = await findEarlier(db, row, asked, mostWaves);
  const readable = await Promise.all(earlier.map(async (one) => ((await mayRead(one)) ? [one] : [])));
  return (await Promise.all(readable.flat().map((one) => waveOf(db, one, here.id, headline.id)))).flat();
}

async function headOf(db: Db, release: string): Promise<ReleaseHead> {
  return JSON.parse(await readHead(db, release)) as ReleaseHead;
}

async function unitAt(db: Db, release: string, position: number): Promise<UnitSaid> {
  const [group] = await findUnitsAt(db, release, [position]);
  if (!group) throw new ProblemError('not-found');
  return JSON.parse(group.said) as UnitSaid;
}

async function waveOf(db: Db, survey: SurveyRow, unit: string, question: string): Promise<EarlierWave[]> {
  const { found } = await openRelease(db, { survey: survey.id, released: survey.released, number: undefined });
  const [head, positions] = await Promise.all([headOf(db, found.id), findCarried(db, survey.id, unit)]);
  const at = head.questions.findIndex(({ id }) => id === question);
  const table = head.questions[at]?.tables[0];
  if (positions.length === 0 || !table) return [];
  const groups = await findUnitsAt(db, found.id, positions);
  const units = groups.map(({ said, cells }) => unitIn(head, at, said, cells));
  return [{ closedOn: head.survey.closedOn, table, units }];
}

function unitIn(head: ReleaseHead, question: number, said: string, cells: string): EarlierWave['units'][number] {
  const { name, participation } = JSON.parse(said) as UnitSaid;
  const cell = cellsOf(head, JSON.parse(cells) as PackedCell[])[question]![0]!;
  return { name, participation, cell };
}
