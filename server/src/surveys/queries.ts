import type { InferResult, Transaction } from 'kysely';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Definition, Thresholds } from '@danban/survey';
import { keyOf } from '../search/keys.ts';

export type Trx = Transaction<HouseTables>;

const columns = [
  'survey.id',
  'survey.body_id',
  'survey.unit_id',
  'survey.state',
  'survey.definition',
  'survey.revision',
  'survey.definition_hash',
  'survey.opening_hash',
  'survey.opened_on',
  'survey.opens_at',
  'survey.missed_opening',
  'survey.keep_until',
  'survey.raised',
  'survey.closes_at',
  'survey.published',
  'survey.results_slug',
  'survey.answered',
  'survey.on_paper',
  'survey.released',
  'survey.release_refused',
  'survey.follows',
  'body.name as body_name',
  'unit.name as unit_name',
  'account.name as responsible_name',
] as const;

function surveys(db: Db) {
  return db
    .selectFrom('survey')
    .innerJoin('body', 'body.id', 'survey.body_id')
    .innerJoin('unit', 'unit.id', 'survey.unit_id')
    .innerJoin('account', 'account.id', 'survey.responsible')
    .select(columns);
}

export type SurveyRow = InferResult<ReturnType<typeof surveys>>[number];

export async function find(db: Db, id: string): Promise<SurveyRow | undefined> {
  return surveys(db).where('survey.id', '=', id).executeTakeFirst();
}

export async function findByResultsSlug(db: Db, slug: string): Promise<SurveyRow | undefined> {
  return surveys(db).where('results_slug', '=', slug).executeTakeFirst();
}

/** What asks the people of a consultation again; one that was cancelled has asked nobody. */
export async function findFollowUp(db: Db, consultation: string): Promise<SurveyRow | undefined> {
  return surveys(db).where('follows', '=', consultation).where('state', '<>', 'cancelled').executeTakeFirst();
}

/** The text of what was promised at opening. */
export async function findOpening(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('survey').select('opening').where('id', '=', id).executeTakeFirst();
  return row?.opening ?? null;
}

export async function findForUpdate(trx: Trx, id: string): Promise<SurveyRow | undefined> {
  return surveys(trx).where('survey.id', '=', id).forUpdate('survey').executeTakeFirst();
}

export interface NewSurvey {
  id: string;
  bodyId: string;
  unitId: string;
  createdBy: string;
  draftedAt: Date;
  resultsSlug: string;
  definition: Definition;
  /** The consultation whose people it asks again. */
  follows: string | null;
}

export async function insert(db: Db, survey: NewSurvey): Promise<void> {
  await db
    .insertInto('survey')
    .values({
      id: survey.id,
      body_id: survey.bodyId,
      unit_id: survey.unitId,
      created_by: survey.createdBy,
      responsible: survey.createdBy,
      drafted_at: survey.draftedAt,
      results_slug: survey.resultsSlug,
      search_key: keyOf.survey(survey.definition.title),
      definition: JSON.stringify(survey.definition),
      follows: survey.follows,
    })
    .execute();
}

export async function saveDefinition(trx: Trx, id: string, definition: Definition, revision: number): Promise<void> {
  await trx
    .updateTable('survey')
    .set({ definition: JSON.stringify(definition), revision, search_key: keyOf.survey(definition.title) })
    .where('id', '=', id)
    .execute();
}

export interface Opening {
  hash: Buffer;
  /** The record of the opening, and its hash. */
  frozen: { text: string; hash: Buffer };
  openedOn: string;
  closesAt: Date;
}

export async function markOpen(trx: Trx, id: string, opening: Opening): Promise<void> {
  await trx
    .updateTable('survey')
    .set({
      state: 'open',
      definition_hash: opening.hash,
      opening: opening.frozen.text,
      opening_hash: opening.frozen.hash,
      opened_on: opening.openedOn,
      opens_at: null,
      missed_opening: null,
      closes_at: opening.closesAt,
    })
    .where('id', '=', id)
    .execute();
}

export interface Scheduling {
  hash: Buffer;
  opensAt: Date;
  closesAt: Date;
}

export async function markScheduled(trx: Trx, id: string, { hash, opensAt, closesAt }: Scheduling): Promise<void> {
  await trx
    .updateTable('survey')
    .set({ state: 'scheduled', definition_hash: hash, opens_at: opensAt, missed_opening: null, closes_at: closesAt })
    .where('id', '=', id)
    .execute();
}

/** `missed`: when it was to open by itself and could not. */
export async function markDraft(trx: Trx, id: string, missed: Date | null): Promise<void> {
  await trx
    .updateTable('survey')
    .set({ state: 'draft', definition_hash: null, opens_at: null, missed_opening: missed, closes_at: null })
    .where('id', '=', id)
    .execute();
}

export async function remove(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('survey').where('id', '=', id).execute();
}

export async function setState(trx: Db, id: string, state: SurveyRow['state']): Promise<void> {
  await trx.updateTable('survey').set({ state }).where('id', '=', id).execute();
}

/** Readers are shown the releases up to this number. */
export async function setReleased(trx: Trx, id: string, number: number): Promise<void> {
  await trx.updateTable('survey').set({ released: number, release_refused: null }).where('id', '=', id).execute();
}

export async function setReleaseRefused(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('survey').set({ release_refused: 'audit' }).where('id', '=', id).execute();
}

export async function setClosing(trx: Trx, id: string, closesAt: Date): Promise<void> {
  await trx.updateTable('survey').set({ closes_at: closesAt }).where('id', '=', id).execute();
}

export async function setRaised(trx: Trx, id: string, thresholds: Thresholds): Promise<void> {
  await trx
    .updateTable('survey')
    .set({ raised: JSON.stringify(thresholds) })
    .where('id', '=', id)
    .execute();
}

export async function setOnPaper(trx: Trx, id: string, sheets: number): Promise<void> {
  await trx.updateTable('survey').set({ on_paper: sheets }).where('id', '=', id).execute();
}

export async function setKeepUntil(trx: Trx, id: string, day: string): Promise<void> {
  await trx.updateTable('survey').set({ keep_until: day }).where('id', '=', id).execute();
}

export async function setPublished(trx: Trx, id: string, published: boolean): Promise<void> {
  await trx.updateTable('survey').set({ published }).where('id', '=', id).execute();
}
