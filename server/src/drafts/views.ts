import { can, type Person } from '@danban/access';
import { answerable, legalBases, treeOf } from '@danban/consultation';
import type { DraftsView, WorkingVersion } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { whereOf } from '../surveys/views.ts';
import { isOnClause } from './questions.ts';
import { readingUrl } from './asked.ts';
import { attachmentsOf } from './attachments.ts';
import { bodyOf } from './body.ts';
import { mayEditIn, mayPublishIn } from './consultation.ts';
import { followingOf } from './lineage.ts';
import { linksStandingOf } from './linkViews.ts';
import { countSteps, findPublished, findStep, findWorking, type WorkingRow } from './queries.ts';

async function workingView(house: House, survey: string, row: WorkingRow): Promise<WorkingVersion> {
  const { number, label, dated_on: datedOn, origin, revision, notes } = row;
  const { step } = await findStep(house.db, survey, number);
  const { clauses, notes: remarks } = treeOf(step.pieces, new Set(step.doubtful));
  const none = answerable(clauses).length === 0 ? [{ code: 'no-structure', index: 0 }] : [];
  return {
    ...{ number, label, datedOn, origin, revision, notes },
    mayUndo: (await countSteps(house.db, survey, number)) > 1,
    remarks: [...none, ...remarks.map(({ code, index }) => ({ code, index }))],
    bases: legalBases(step.pieces),
    clauses,
  };
}

async function publishedViews(house: House, survey: string): Promise<DraftsView['published']> {
  const rows = await findPublished(house.db, survey);
  return Promise.all(
    rows.map(async ({ number, label, dated_on: datedOn, published_on: publishedOn, tree_hash: tree, by }) => {
      const body = (await bodyOf(house.db, survey, number))!;
      const clauses = body.clauses.filter((clause) => clause.answerable).length;
      return { number, label, datedOn, publishedOn: publishedOn!, by, clauses, tree: tree!.toString('hex') };
    }),
  );
}

/** The draft texts of a consultation. */
export async function draftsOf(house: House, person: Person, survey: SurveyRow): Promise<DraftsView> {
  const { id, state, revision, body_name: body, unit_name: unit } = survey;
  const definition = survey.definition as Definition;
  const working = await findWorking(house.db, id);
  const published = await publishedViews(house, id);
  const where = await whereOf(house, survey);
  const about = definition.draft?.published;
  const following = await followingOf(house.db, id);
  return {
    survey: { id, title: definition.title, body, unit, state, revision },
    published,
    working: working ? await workingView(house, id, working) : null,
    links: following ? linksStandingOf(following) : null,
    attachments: await attachmentsOf(house, id),
    asked: about ? { number: about.number, questions: definition.questions.filter(isOnClause).length } : null,
    url: published.length > 0 ? readingUrl(house, survey.results_slug) : null,
    may: {
      edit: mayEditIn(state) && can(person, 'draft.edit', where),
      publish: mayPublishIn(state) && can(person, 'draft.publish', where),
      survey: can(person, 'survey.read', where) || can(person, 'results.read', where),
      ask: state === 'draft' && can(person, 'survey.edit', where),
    },
  };
}
