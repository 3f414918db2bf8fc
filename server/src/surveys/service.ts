import { randomUUID } from 'node:crypto';
import type { Actor } from '@danban/access';
import { customAlphabet } from 'nanoid';
import { fromTemplate, issuesBeforeOpening, parseDefinition, type Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf, subtreeOn } from '../organisations/index.ts';
import { changesBetween } from './changes.ts';
import { eligible, freezeTree, type FrozenUnit } from './frozen.ts';
import { locked } from './locked.ts';
import * as queries from './queries.ts';
import type { SurveyRow } from './queries.ts';
import { findTemplate } from './templates.ts';

/** Read off a poster and typed by hand: one case, nothing that looks like something else. 59 bits. */
export const newSlug = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 12);
export const day = 24 * 60 * 60 * 1000;

export interface Creation {
  template: string;
  bodyId: string;
  unitId: string;
}

export async function create(house: House, by: Actor, creation: Creation): Promise<string> {
  const template = findTemplate(creation.template);
  if (!template) throw new ProblemError('not-found', [{ path: 'template', code: 'unknown-template' }]);
  const definition = fromTemplate(template);
  const id = randomUUID();
  await house.db.transaction().execute(async (trx) => {
    await queries.insert(trx, { ...creation, createdBy: by.id, id, resultsSlug: newSlug(), definition });
    await record(house, trx, { by, act: 'survey.create', object: id, details: { template: creation.template } });
  });
  return id;
}

function issueAt({ path, code }: { path: (string | number)[]; code: string }) {
  return { path: path.join('.'), code };
}

/** Only a draft changes: what people have begun to answer stays what it was. */
export async function edit(house: House, by: Actor, id: string, input: unknown): Promise<void> {
  const parsed = parseDefinition(input);
  if (!parsed.ok) throw new ProblemError('invalid-input', parsed.issues.map(issueAt));
  await house.db.transaction().execute(async (trx) => {
    const { state, definition } = await locked(trx, id);
    if (state === 'scheduled') throw new ProblemError('survey-scheduled');
    if (state !== 'draft') throw new ProblemError('survey-already-open');
    await queries.saveDefinition(trx, id, parsed.definition);
    const details = changesBetween(definition as Definition, parsed.definition);
    if (details) await record(house, trx, { by, act: 'survey.edit', object: id, details });
  });
}

/** A draft nobody has answered, and nobody can: it leaves nothing behind but its lines in the log. */
export async function remove(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'draft') throw new ProblemError('survey-already-open');
    await record(house, trx, { by, act: 'survey.remove', object: id, details: {} });
    await queries.remove(trx, id);
  });
}

/** The tree this survey would freeze if it opened now. */
export async function treeToday(house: House, survey: SurveyRow, definition: Definition): Promise<FrozenUnit[]> {
  return freezeTree(definition, await subtreeOn(house.db, survey.unit_id, dayOf(house.clock())));
}

/** What speaks against opening at `opensAt`, open until `closesAt`; a date that is not chosen yet speaks against nothing. */
export async function issuesOf(house: House, survey: SurveyRow, closesAt: Date | null, opensAt = house.clock()) {
  const definition = survey.definition as Definition;
  const tree = await treeToday(house, survey, definition);
  return issuesBeforeOpening(definition, {
    eligible: eligible(tree),
    closesAt: closesAt ?? new Date(opensAt.getTime() + (definition.minOpenDays ?? 7) * day),
    now: opensAt,
    unitsCount: tree.length,
    template: templateBehind(definition),
  });
}

function templateBehind({ template: id }: Definition): Definition | null {
  const template = id === undefined ? undefined : findTemplate(id);
  return template ? fromTemplate(template) : null;
}
