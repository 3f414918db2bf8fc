import { createHash } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import { officialOpinion, saidIn, type OfficialOpinion, type OpinionPart, type OpinionPoint } from '@danban/critique';
import type { House } from '../house.ts';
import { findStanding, type Trx } from './queries.ts';

type Db = House['db'] | Trx;

/** What stands of one organisation: the newest it sent. */
export interface NamedOpinion {
  organisation: string;
  number: number;
  on: string;
  opinion: OfficialOpinion;
}

/** All named opinions of a consultation, by letter date and name. */
export async function namedOpinionsOf(db: Db, survey: string): Promise<NamedOpinion[]> {
  const rows = await findStanding(db, survey);
  const read = rows.map(({ organisation, number, on, body }) => {
    return { organisation, number, on, opinion: officialOpinion.parse(JSON.parse(body)) };
  });
  const place = ({ opinion }: NamedOpinion): string => `${opinion.letter.date} ${opinion.organisation.name}`;
  return read.toSorted((a, b) => place(a).localeCompare(place(b), 'vi'));
}

/**
 * What a point is called among everything that is answered. Organisations name their own points, and two may name theirs
 * alike: this id follows from both, so that nobody chooses it.
 */
export function itemOf(organisation: string, point: string): string {
  const bytes = createHash('sha256').update(`${organisation} ${point}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** One thing a named opinion says, to be answered. */
export interface NamedPoint {
  item: string;
  organisation: { id: string } & OfficialOpinion['organisation'];
  letter: OfficialOpinion['letter'];
  part: OpinionPart;
  point: OpinionPoint;
  /** SHA-256 of what it says. */
  content: Buffer;
}

/** Everything named opinions say that is answered by itself, in their order. */
export const pointsIn = (opinions: readonly NamedOpinion[]): NamedPoint[] =>
  opinions.flatMap(({ organisation: id, opinion }) =>
    saidIn(opinion).map(({ part, ...point }) => ({
      item: itemOf(id, point.id),
      organisation: { id, ...opinion.organisation },
      ...{ letter: opinion.letter, part, point },
      content: createHash('sha256').update(canonicalJson(point)).digest(),
    })),
  );

export const pointsOf = async (db: Db, survey: string): Promise<NamedPoint[]> =>
  pointsIn(await namedOpinionsOf(db, survey));
