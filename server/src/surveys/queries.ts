import type { InferResult, Transaction } from 'kysely';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Definition, Thresholds } from '@danban/survey';
import { keyOf } from '../search/keys.ts';
import type { FrozenUnit } from './frozen.ts';

export type Trx = Transaction<HouseTables>;

const columns = [
  'survey.id',
  'survey.body_id',
  'survey.unit_id',
  'survey.state',
  'survey.definition',
  'survey.revision',
  'survey.definition_hash',
  'survey.opened_on',
  'survey.opens_at',
  'survey.missed_opening',
  'survey.keep_until',
  'survey.raised',
  'survey.closes_at',
  'survey.published',
  'survey.results_slug',
  'survey.answered',
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
  openedOn: string;
  closesAt: Date;
}

export async function markOpen(trx: Trx, id: string, opening: Opening): Promise<void> {
  await trx
    .updateTable('survey')
    .set({
      state: 'open',
      definition_hash: opening.hash,
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

/** Before a tree is frozen anew: the links of the old one point into it. */
export async function forgetTree(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('share_link').where('survey_id', '=', id).execute();
  await trx.deleteFrom('survey_unit').where('survey_id', '=', id).execute();
}

export async function saveTree(trx: Trx, id: string, tree: FrozenUnit[]): Promise<void> {
  await trx
    .insertInto('survey_unit')
    .values(
      tree.map((unit) => ({
        survey_id: id,
        position: unit.position,
        parent: unit.parent,
        unit_id: unit.unitId,
        name: unit.name,
        own: unit.own,
        invited: unit.invited,
      })),
    )
    .execute();
}

export interface CountedUnit extends FrozenUnit {
  answered: number;
}

export async function findTree(db: Db, id: string): Promise<CountedUnit[]> {
  const rows = await db.selectFrom('survey_unit').selectAll().where('survey_id', '=', id).orderBy('position').execute();
  return rows.map((row) => ({
    position: row.position,
    parent: row.parent,
    unitId: row.unit_id,
    name: row.name,
    own: row.own,
    invited: row.invited,
    answered: row.answered,
  }));
}

export interface Link {
  slug: string;
  position: number;
}

export async function saveLinks(trx: Trx, id: string, links: Link[]): Promise<void> {
  await trx
    .insertInto('share_link')
    .values(links.map((link) => ({ slug: link.slug, survey_id: id, unit_position: link.position })))
    .execute();
}

export async function findLinks(db: Db, id: string) {
  return db
    .selectFrom('share_link')
    .innerJoin('survey_unit', (join) =>
      join
        .onRef('survey_unit.survey_id', '=', 'share_link.survey_id')
        .onRef('survey_unit.position', '=', 'share_link.unit_position'),
    )
    .select(['slug', 'unit_position', 'survey_unit.unit_id', 'survey_unit.own', 'survey_unit.name'])
    .where('share_link.survey_id', '=', id)
    .orderBy('unit_position')
    .execute();
}

export async function findBySlug(db: Db, slug: string) {
  return db
    .selectFrom('share_link')
    .innerJoin('survey', 'survey.id', 'share_link.survey_id')
    .innerJoin('body', 'body.id', 'survey.body_id')
    .innerJoin('survey_unit', (join) =>
      join
        .onRef('survey_unit.survey_id', '=', 'share_link.survey_id')
        .onRef('survey_unit.position', '=', 'share_link.unit_position'),
    )
    .select([
      'survey.id',
      'survey.state',
      'survey.definition',
      'survey.definition_hash',
      'survey.opens_at',
      'survey.closes_at',
      'survey.published',
      'survey.results_slug',
      'body.name as body_name',
      'share_link.unit_position',
      'survey_unit.name as unit_name',
    ])
    .where('share_link.slug', '=', slug)
    .executeTakeFirst();
}

export async function setState(trx: Db, id: string, state: SurveyRow['state']): Promise<void> {
  await trx.updateTable('survey').set({ state }).where('id', '=', id).execute();
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

export async function setKeepUntil(trx: Trx, id: string, day: string): Promise<void> {
  await trx.updateTable('survey').set({ keep_until: day }).where('id', '=', id).execute();
}

export async function setPublished(trx: Trx, id: string, published: boolean): Promise<void> {
  await trx.updateTable('survey').set({ published }).where('id', '=', id).execute();
}

/** Absolute numbers, so that doing it twice changes nothing. */
export async function saveTurnout(trx: Trx, id: string, answered: number[]): Promise<void> {
  for (const [position, count] of answered.entries()) {
    await trx
      .updateTable('survey_unit')
      .set({ answered: count })
      .where('survey_id', '=', id)
      .where('position', '=', position)
      .execute();
  }
  await trx
    .updateTable('survey')
    .set({ answered: answered[0] ?? 0 })
    .where('id', '=', id)
    .execute();
}
