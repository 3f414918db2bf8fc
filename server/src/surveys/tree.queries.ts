import type { Db } from '@danban/db/vaults/house';
import type { FrozenUnit } from './frozen.ts';
import type { Trx } from './queries.ts';

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
    .leftJoin('urgent_contact', (join) => join.onTrue())
    .leftJoin('survey as asked', 'asked.id', 'survey.follows')
    .select([
      'urgent_contact.name as contact_name',
      'urgent_contact.phone as contact_phone',
      'survey.id',
      'survey.state',
      'survey.definition',
      'survey.definition_hash',
      'survey.opening',
      'survey.opening_hash',
      'survey.opens_at',
      'survey.closes_at',
      'survey.published',
      'survey.results_slug',
      'body.name as body_name',
      'share_link.unit_position',
      'survey_unit.name as unit_name',
      'asked.definition as asked_definition',
      'asked.published as asked_published',
      'asked.results_slug as asked_slug',
    ])
    .where('share_link.slug', '=', slug)
    .executeTakeFirst();
}

/** How many slips there are for each place and everything below it. Absolute numbers, as of turnout. */
export const saveInvited = (trx: Trx, id: string, invited: number[]): Promise<void> =>
  saveCounts(trx, id, 'invited', invited);

/** One number for each place of the tree, by position. */
async function saveCounts(trx: Trx, id: string, column: 'invited' | 'answered', counts: number[]): Promise<void> {
  for (const [position, count] of counts.entries()) {
    await trx
      .updateTable('survey_unit')
      .set({ [column]: count })
      .where('survey_id', '=', id)
      .where('position', '=', position)
      .execute();
  }
}

/** Absolute numbers, so that doing it twice changes nothing. */
export async function saveTurnout(trx: Trx, id: string, answered: number[]): Promise<void> {
  await saveCounts(trx, id, 'answered', answered);
  await trx
    .updateTable('survey')
    .set({ answered: answered[0] ?? 0 })
    .where('id', '=', id)
    .execute();
}
