import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { OpinionDraft, OrganisationKind } from '@danban/critique';
import { sql, type Transaction } from 'kysely';

export type Trx = Transaction<HouseTables>;

export interface OrganisationRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  contact: string;
  answerBy: string;
  linked: boolean;
  openedOn: string | null;
}

function organisations(db: Db, survey: string) {
  return db
    .selectFrom('invited_organisation')
    .select(['id', 'name', 'kind', 'contact', 'answer_by as answerBy', 'opened_on as openedOn'])
    .select(sql<boolean>`secret_hash is not null`.as('linked'))
    .where('survey_id', '=', survey);
}

/** The organisations of a consultation, by name. */
export async function findOrganisations(db: Db, survey: string): Promise<OrganisationRow[]> {
  const rows = await organisations(db, survey)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
  return rows as OrganisationRow[];
}

export async function findOrganisation(db: Db, survey: string, id: string): Promise<OrganisationRow | undefined> {
  return (await organisations(db, survey).where('id', '=', id).executeTakeFirst()) as OrganisationRow | undefined;
}

export interface NewOrganisation {
  survey: string;
  name: string;
  kind: OrganisationKind;
  contact: string;
  answerBy: string;
  secretHash: Buffer;
  day: string;
}

export async function insertOrganisation(trx: Trx, row: NewOrganisation): Promise<string> {
  const { survey, name, kind, contact, answerBy, secretHash, day } = row;
  const { id } = await trx
    .insertInto('invited_organisation')
    .values({ survey_id: survey, name, kind, contact, answer_by: answerBy, secret_hash: secretHash, invited_on: day })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface Change {
  name: string;
  kind: OrganisationKind;
  contact: string;
  answerBy: string;
}

export async function changeOrganisation(trx: Trx, id: string, { answerBy, ...rest }: Change): Promise<void> {
  await trx
    .updateTable('invited_organisation')
    .set({ ...rest, answer_by: answerBy })
    .where('id', '=', id)
    .execute();
}

/** Its link from now on; null: none. */
export async function setSecret(trx: Trx, id: string, hash: Buffer | null): Promise<void> {
  await trx.updateTable('invited_organisation').set({ secret_hash: hash }).where('id', '=', id).execute();
}

export async function dropOrganisation(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('invited_organisation').where('id', '=', id).execute();
}

/** Whose link this is: the organisation with this id, if the secret is its own. */
export async function findBySecret(db: Db, id: string, hash: Buffer) {
  return db
    .selectFrom('invited_organisation')
    .select(['id', 'survey_id as survey', 'name', 'kind', 'answer_by as answerBy', 'opened_on as openedOn'])
    .where('id', '=', id)
    .where('secret_hash', '=', hash)
    .executeTakeFirst();
}
export type Entered = NonNullable<Awaited<ReturnType<typeof findBySecret>>> & { kind: OrganisationKind };

export async function markOpened(db: Db, id: string, day: string): Promise<void> {
  await db
    .updateTable('invited_organisation')
    .set({ opened_on: day })
    .where('id', '=', id)
    .where('opened_on', 'is', null)
    .execute();
}

export interface DraftRow {
  revision: number;
  body: OpinionDraft;
  file: string | null;
}

export async function findDraft(db: Db, organisation: string): Promise<DraftRow | undefined> {
  const row = await db
    .selectFrom('opinion_draft')
    .select(['revision', 'body', 'file_id as file'])
    .where('organisation_id', '=', organisation)
    .executeTakeFirst();
  return row as DraftRow | undefined;
}

/** Which organisations of a consultation are writing something now. */
export async function findWriting(db: Db, survey: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('opinion_draft')
    .innerJoin('invited_organisation as o', 'o.id', 'organisation_id')
    .select('o.id')
    .where('o.survey_id', '=', survey)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function saveDraft(
  trx: Trx,
  organisation: string,
  { revision, body, file, day }: DraftRow & { day: string },
): Promise<void> {
  const row = { revision, body: JSON.stringify(body), saved_on: day, file_id: file };
  await trx
    .insertInto('opinion_draft')
    .values({ organisation_id: organisation, ...row })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute();
}

export async function dropDraft(trx: Trx, organisation: string): Promise<void> {
  await trx.deleteFrom('opinion_draft').where('organisation_id', '=', organisation).execute();
}

export interface SentRow {
  organisation: string;
  number: number;
  on: string;
  body: string;
  hash: Buffer;
  file: string | null;
}

function sent(db: Db) {
  return db
    .selectFrom('official_opinion')
    .select(['organisation_id as organisation', 'number', 'sent_on as on', 'body', 'hash', 'file_id as file']);
}

/** All an organisation sent, the newest first. */
export async function findSent(db: Db, organisation: string): Promise<SentRow[]> {
  return sent(db).where('organisation_id', '=', organisation).orderBy('number', 'desc').execute();
}

/** What stands of each organisation of a consultation: the newest it sent. */
export async function findStanding(db: Db, survey: string): Promise<SentRow[]> {
  return sent(db)
    .distinctOn('organisation_id')
    .where('survey_id', '=', survey)
    .orderBy('organisation_id')
    .orderBy('number', 'desc')
    .execute();
}

export interface NewSent {
  survey: string;
  organisation: string;
  number: number;
  on: string;
  body: string;
  hash: Buffer;
  file: string | null;
}

export async function insertSent(trx: Trx, { survey, organisation, on, file, ...rest }: NewSent): Promise<void> {
  await trx
    .insertInto('official_opinion')
    .values({ ...rest, survey_id: survey, organisation_id: organisation, sent_on: on, file_id: file })
    .execute();
}

export interface NewFile {
  organisation: string;
  name: string;
  media: string;
  bytes: Buffer;
  digest: Buffer;
}

export async function insertFile(trx: Trx, { organisation, ...rest }: NewFile): Promise<string> {
  const { id } = await trx
    .insertInto('opinion_file')
    .values({ ...rest, organisation_id: organisation })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findFile(db: Db, organisation: string, id: string) {
  return db
    .selectFrom('opinion_file')
    .select(['name', 'media', 'bytes', 'digest'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Files that lie neither beside what is being written nor beside anything that was sent. */
export async function dropUnusedFiles(trx: Trx, organisation: string): Promise<void> {
  await sql`
    delete from opinion_file f where f.organisation_id = ${organisation}
      and not exists (select from opinion_draft d where d.file_id = f.id)
      and not exists (select from official_opinion o where o.file_id = f.id)`.execute(trx);
}
