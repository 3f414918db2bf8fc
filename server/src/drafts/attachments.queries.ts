import type { AttachmentMedia } from '@danban/contract';
import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';
import type { Trx } from './queries.ts';

export interface AttachmentRow {
  id: string;
  number: number;
  name: string;
  media: AttachmentMedia;
  size: number;
  addedOn: string;
}

/** What lies beside the versions of a draft, by name, without its bytes. */
export async function findAttachments(db: Db, survey: string): Promise<AttachmentRow[]> {
  const rows = await db
    .selectFrom('draft_attachment')
    .select(['id', 'number', 'name', 'media', 'added_on as addedOn', sql<number>`length(bytes)`.as('size')])
    .where('survey_id', '=', survey)
    .orderBy('number', 'desc')
    .orderBy('name')
    .execute();
  return rows as AttachmentRow[];
}

export async function findAttachment(db: Db, survey: string, id: string) {
  return db
    .selectFrom('draft_attachment')
    .select(['number', 'name', 'media', 'bytes'])
    .where('survey_id', '=', survey)
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface NewAttachment {
  survey: string;
  number: number;
  name: string;
  media: AttachmentMedia;
  bytes: Buffer;
  by: string;
  day: string;
}

export async function insertAttachment(trx: Trx, { survey, by, day, ...rest }: NewAttachment): Promise<void> {
  await trx
    .insertInto('draft_attachment')
    .values({ ...rest, survey_id: survey, not_secret_by: by, added_on: day })
    .execute();
}

export async function dropAttachment(trx: Trx, survey: string, id: string): Promise<void> {
  await trx.deleteFrom('draft_attachment').where('survey_id', '=', survey).where('id', '=', id).execute();
}

/** All that lies beside one version. */
export async function dropAttachments(trx: Trx, survey: string, number: number): Promise<void> {
  await trx.deleteFrom('draft_attachment').where('survey_id', '=', survey).where('number', '=', number).execute();
}
