import { createHash, randomUUID } from 'node:crypto';
import { nanoid } from 'nanoid';
import { definitionText, fromTemplate, issuesBeforeOpening, parseDefinition, type Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { lockJobs, schedule } from '../jobs/queries.ts';
import { dayOf, subtreeOn } from '../organisations/index.ts';
import { answeringUnits, eligible, freezeTree, type FrozenUnit } from './frozen.ts';
import * as queries from './queries.ts';
import type { SurveyRow, Trx } from './queries.ts';
import { findTemplate } from './templates.ts';

const slugLength = 12;
const day = 24 * 60 * 60 * 1000;

export interface Creation {
  template: string;
  bodyId: string;
  unitId: string;
  createdBy: string;
}

export async function create(house: House, creation: Creation): Promise<string> {
  const template = findTemplate(creation.template);
  if (!template) throw new ProblemError('not-found', [{ path: 'template', code: 'unknown-template' }]);
  const { definition } = fromTemplate(template);
  const id = randomUUID();
  await queries.insert(house.db, { ...creation, id, resultsSlug: nanoid(slugLength), definition });
  return id;
}

/** Jobs before the survey, in the order the worker takes them: a click never waits for a job that waits for the click. */
async function locked(trx: Trx, id: string): Promise<SurveyRow> {
  await lockJobs(trx, id);
  const survey = await queries.findForUpdate(trx, id);
  if (!survey) throw new ProblemError('not-found');
  return survey;
}

function issueAt({ path, code }: { path: (string | number)[]; code: string }) {
  return { path: path.join('.'), code };
}

/** Only a draft changes: what people have begun to answer stays what it was. */
export async function edit(house: House, id: string, input: unknown): Promise<void> {
  const parsed = parseDefinition(input);
  if (!parsed.ok) throw new ProblemError('invalid-input', parsed.issues.map(issueAt));
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'draft') throw new ProblemError('survey-already-open');
    await queries.saveDefinition(trx, id, parsed.definition);
  });
}

/** The tree this survey would freeze if it opened now. */
export async function treeToday(house: House, survey: SurveyRow, definition: Definition): Promise<FrozenUnit[]> {
  return freezeTree(definition, await subtreeOn(house.db, survey.unit_id, dayOf(house.clock())));
}

export async function issuesOf(house: House, survey: SurveyRow, closesAt: Date | null) {
  const definition = survey.definition as Definition;
  const tree = await treeToday(house, survey, definition);
  return issuesBeforeOpening(definition, {
    eligible: eligible(tree),
    closesAt: closesAt ?? new Date(house.clock().getTime() + (definition.minOpenDays ?? 7) * day),
    now: house.clock(),
    unitsCount: tree.length,
  });
}

function linksFor(definition: Definition, tree: FrozenUnit[]): queries.Link[] {
  return answeringUnits(definition, tree).map(({ position }) => ({ slug: nanoid(slugLength), position }));
}

/** Freezes questions, tree and thresholds under one hash, prepares the urn, and lets people in. */
export async function open(house: House, id: string, closesAt: Date): Promise<void> {
  const survey = await queries.find(house.db, id);
  if (!survey) throw new ProblemError('not-found');
  if (survey.state !== 'draft') throw new ProblemError('survey-already-open');
  const errors = (await issuesOf(house, survey, closesAt)).filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw notReady(errors);
  await house.urn.prepare(id);
  await house.db.transaction().execute(async (trx) => {
    const now = await locked(trx, id);
    if (now.state !== 'draft') throw new ProblemError('survey-already-open');
    await freeze(house, trx, now, closesAt);
  });
}

function notReady(issues: { code: string; questionId?: string }[]): ProblemError {
  return new ProblemError(
    'survey-not-ready',
    issues.map((issue) => ({ path: issue.questionId ?? '', code: issue.code })),
  );
}

async function freeze(house: House, trx: Trx, survey: SurveyRow, closesAt: Date): Promise<void> {
  const definition = survey.definition as Definition;
  const tree = await treeToday(house, survey, definition);
  const hash = createHash('sha256').update(definitionText(definition)).digest();
  await queries.saveTree(trx, survey.id, tree);
  await queries.saveLinks(trx, survey.id, linksFor(definition, tree));
  await queries.markOpen(trx, survey.id, { hash, openedOn: dayOf(house.clock()), closesAt });
  await schedule(trx, survey.id, 'close', closesAt);
  await schedule(trx, survey.id, 'flush', new Date(house.clock().getTime() + day));
}

/** The closing date only moves away: nobody who was promised time loses it. */
export async function extend(house: House, id: string, closesAt: Date): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = await locked(trx, id);
    if (survey.state !== 'open') throw new ProblemError('survey-not-open');
    if (survey.closes_at && closesAt <= survey.closes_at) throw new ProblemError('closing-date-earlier');
    await queries.setClosing(trx, id, closesAt);
    await schedule(trx, id, 'close', closesAt);
  });
  house.doors.forget(id);
}

/** From now on nobody is let in; counting goes on in the background. */
export async function close(house: House, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'open') throw new ProblemError('survey-not-open');
    await queries.setState(trx, id, 'closing');
    await queries.setClosing(trx, id, house.clock());
    await schedule(trx, id, 'close', house.clock());
  });
  house.doors.forget(id);
  house.wake();
}

export async function publish(house: House, id: string, published: boolean): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'released') throw new ProblemError('survey-not-released');
    await queries.setPublished(trx, id, published);
  });
  house.doors.forget(id);
}
