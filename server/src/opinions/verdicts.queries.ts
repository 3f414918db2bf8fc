import type { Db } from '@danban/db/vaults/house';
import { pointVerdict, type PointVerdict } from '@danban/critique';
import type { Trx } from './queries.ts';

/** What an organisation said to an answer that went out. */
export interface Said {
  seq: number;
  /** The point that was answered, by its id among everything that is answered. */
  cluster: string;
  on: string;
  hash: string;
  verdict: PointVerdict;
}

export async function findVerdicts(db: Db, survey: string): Promise<Said[]> {
  const rows = await db
    .selectFrom('point_verdict as v')
    .innerJoin('reply', (join) => join.onRef('reply.survey_id', '=', 'v.survey_id').onRef('reply.seq', '=', 'v.seq'))
    .select(['v.seq', 'cluster_id as cluster', 'said_on as on', 'v.hash', 'v.body'])
    .where('v.survey_id', '=', survey)
    .orderBy('v.seq')
    .execute();
  return rows.map(({ body, hash, ...row }) => {
    return { ...row, hash: hash.toString('hex'), verdict: pointVerdict.parse(JSON.parse(body)) };
  });
}

export interface NewVerdict {
  survey: string;
  organisation: string;
  seq: number;
  on: string;
  body: string;
  hash: Buffer;
}

export async function insertVerdict(trx: Trx, { survey, organisation, on, ...rest }: NewVerdict): Promise<void> {
  await trx
    .insertInto('point_verdict')
    .values({ ...rest, survey_id: survey, organisation_id: organisation, said_on: on })
    .execute();
}
