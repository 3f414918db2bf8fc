import { randomUUID } from 'node:crypto';
import type { Actor } from '@danban/access';
import { blankDefinition, fromTemplate, parseDefinition, type Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { changesBetween } from './changes.ts';
import { locked } from './locked.ts';
import { urgentWay } from '../urgent/service.ts';
import { begunWith, isNothing } from './sitting.ts';
import * as queries from './queries.ts';
import type { SurveyRow, Trx } from './queries.ts';
import { findRevision, forgetRevisions, insertRevision, savedBy, type NewRevision } from './revisions.queries.ts';
import { newSlug } from './service.ts';
import { findTemplate } from './templates.ts';

export interface Creation {
  beginning: Beginning;
  bodyId: string;
  unitId: string;
  /** The consultation whose people it asks again. */
  follows?: string;
}

/** What a new survey begins with, and how the log names it. */
export interface Beginning {
  from: string;
  definition: Definition;
}

/** From a template, from blank, or from another survey, which keeps the ids of its questions: waves can be compared. */
export function beginningOf(template: string | undefined, copied: SurveyRow | undefined): Beginning {
  if (copied) return { from: 'copy', definition: withoutDraft(copied.definition as Definition) };
  if (template === undefined) return { from: 'blank', definition: blankDefinition() };
  const found = findTemplate(template);
  if (!found) throw new ProblemError('not-found', [{ path: 'template', code: 'unknown-template' }]);
  return { from: template, definition: fromTemplate(found) };
}

/** The draft text stays with the survey it was published in. */
function withoutDraft(definition: Definition): Definition {
  if (definition.draft?.published === undefined) return definition;
  const { ref } = definition.draft;
  return { ...definition, draft: { ref } };
}

export async function create(house: House, by: Actor, creation: Creation): Promise<string> {
  return house.db.transaction().execute((trx) => createIn(house, trx, by, creation));
}

export async function createIn(house: House, trx: Trx, by: Actor, creation: Creation): Promise<string> {
  const id = randomUUID();
  const { beginning, bodyId, unitId, follows = null } = creation;
  const definition = await withinReach(house, beginning.definition);
  const at = house.clock();
  const row = { id, bodyId, unitId, createdBy: by.id, draftedAt: at, resultsSlug: newSlug(), definition, follows };
  await queries.insert(trx, row);
  await insertRevision(trx, id, { revision: 0, content: 0, definition, by: by.id, at });
  await record(house, trx, { by, act: 'survey.create', object: id, details: { template: beginning.from } });
  return id;
}

/** A template offers a way for what cannot wait; where it would lead to nobody, a survey begins without. */
async function withinReach(house: House, definition: Definition): Promise<Definition> {
  if (!definition.urgent || (await urgentWay(house)).way === 'ready') return definition;
  const { urgent: _, ...others } = definition;
  return others;
}

function issueAt({ path, code }: { path: (string | number)[]; code: string }) {
  return { path: path.join('.'), code };
}

/** What somebody wants to save, and which revision she had before her when she began. */
export interface Edit {
  definition: unknown;
  revision: number;
}

/** Only a draft changes: what people have begun to answer stays what it was. */
export async function edit(house: House, by: Actor, id: string, { definition, revision }: Edit): Promise<void> {
  const parsed = parseDefinition(definition);
  if (!parsed.ok) throw new ProblemError('invalid-input', parsed.issues.map(issueAt));
  await house.db.transaction().execute(async (trx) => {
    const before = await draftAt(trx, id, revision);
    const next = revision + 1;
    const begun = await begunWith(house, by, trx, before);
    await keep(house, by, trx, before, { revision: next, content: next, definition: parsed.definition });
    const details = changesBetween(before.definition as Definition, parsed.definition, begun?.definition);
    if (details && !(begun && isNothing(details))) {
      await record(house, trx, { by, act: 'survey.edit', object: id, details });
    }
  });
}

/** The words of an earlier revision become the newest ones; nothing is forgotten by going back. */
export async function restore(house: House, by: Actor, id: string, to: number, revision: number): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const before = await draftAt(trx, id, revision);
    const wanted = await findRevision(trx, id, to);
    if (!wanted) throw new ProblemError('not-found');
    const { content, definition } = wanted;
    const kept = { revision: revision + 1, content, definition: definition as Definition };
    await keep(house, by, trx, before, kept);
    const details = changesBetween(before.definition as Definition, kept.definition);
    if (details) await record(house, trx, { by, act: 'survey.edit', object: id, details });
  });
}

/** The draft, if nobody has saved it since that revision. */
async function draftAt(trx: Trx, id: string, revision: number): Promise<SurveyRow> {
  const survey = await locked(trx, id);
  if (survey.state === 'scheduled') throw new ProblemError('survey-scheduled');
  if (survey.state !== 'draft') throw new ProblemError('survey-already-open');
  if (survey.revision === revision) return survey;
  const { name, at } = await savedBy(trx, id, survey.revision);
  const params = { name, at: at.toISOString() };
  throw new ProblemError('survey-changed-meanwhile', [{ path: '', code: 'saved-by', params }]);
}

/** An editor saves every few seconds: a morning of writing, or what somebody else wrote over, can be gone back to. */
const mostKept = 200;
type Kept = Omit<NewRevision, 'by' | 'at'>;

async function keep(house: House, by: Actor, trx: Trx, { id }: SurveyRow, kept: Kept): Promise<void> {
  await queries.saveDefinition(trx, id, kept.definition, kept.revision);
  await insertRevision(trx, id, { ...kept, by: by.id, at: house.clock() });
  await forgetRevisions(trx, id, kept.revision - mostKept);
}

/** A draft nobody has answered, and nobody can: it leaves nothing behind but its lines in the log. */
export async function remove(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'draft') throw new ProblemError('survey-already-open');
    // A list of people without a survey would be nobody's to erase.
    await house.roster.erase(id);
    await record(house, trx, { by, act: 'survey.remove', object: id, details: {} });
    await queries.remove(trx, id);
  });
}
