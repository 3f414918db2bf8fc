import { createHash, randomInt } from 'node:crypto';
import { canonicalJson } from '@danban/bytes';
import { secrecyStamp } from '@danban/consultation';
import { draftOf, emptyOpinion, issuesOfOpinion, linesIn, officialOpinion, opinionOf } from '@danban/critique';
import type { OfficialOpinion, OpinionDraft, OpinionIssue } from '@danban/critique';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { findForUpdate, type SurveyRow } from '../surveys/queries.ts';
import { clausesNamed, maySendIn, mayWriteIn, versionAsked } from './consultation.ts';
import type { Inside } from './door.ts';
import { attachmentOf } from './attachment.ts';
import * as queries from './queries.ts';
import type { DraftRow, Trx } from './queries.ts';

/** Far below what the column holds, far above what anybody guesses. */
const firstRevision = (): number => randomInt(1, 2 ** 30);

/** Whoever changes what an organisation says holds the survey: it does not close meanwhile. */
async function locked(trx: Trx, survey: string, may: (survey: SurveyRow) => boolean): Promise<SurveyRow> {
  const row = await findForUpdate(trx, survey);
  if (!row || !may(row)) throw new ProblemError('opinion-not-now');
  return row;
}

/** What is being written; where nothing is stored yet, what was sent last or an empty sheet, with revision 0. */
export async function draftNow(db: House['db'] | Trx, organisation: string): Promise<DraftRow> {
  const stored = await queries.findDraft(db, organisation);
  if (stored) return stored;
  const [last] = await queries.findSent(db, organisation);
  const body = last ? draftOf(officialOpinion.parse(JSON.parse(last.body))) : emptyOpinion;
  return { revision: 0, body, file: last?.file ?? null };
}

export interface Saving {
  revision: number;
  body: OpinionDraft;
}

function refuseSecret(body: OpinionDraft): void {
  if (secrecyStamp(linesIn(body)) !== null) throw new ProblemError('opinion-secret');
}

/** The draft as `change` makes it of what is stored, if nobody has changed it since that revision; the revision after. */
export async function changeDraft(
  house: House,
  { organisation, survey }: Inside,
  revision: number,
  change: (trx: Trx, before: DraftRow) => Promise<Pick<DraftRow, 'body' | 'file'>>,
): Promise<number> {
  return house.db.transaction().execute(async (trx) => {
    await locked(trx, survey.id, (row) => mayWriteIn(house, row));
    const before = await draftNow(trx, organisation.id);
    if (before.revision !== revision) throw new ProblemError('opinion-changed-meanwhile');
    const next = revision === 0 ? firstRevision() : revision + 1;
    const after = await change(trx, before);
    await queries.saveDraft(trx, organisation.id, { ...after, revision: next, day: dayOf(house.clock()) });
    await queries.dropUnusedFiles(trx, organisation.id);
    return next;
  });
}

export async function save(house: House, inside: Inside, { revision, body }: Saving): Promise<number> {
  refuseSecret(body);
  return changeDraft(house, inside, revision, async (_, { file }) => ({ body, file }));
}

/** Throws away what is being written; what was sent stays. */
export async function discard(house: House, { organisation, survey }: Inside, revision: number): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey.id, (row) => mayWriteIn(house, row));
    const before = await queries.findDraft(trx, organisation.id);
    if (before?.revision !== revision) throw new ProblemError('opinion-changed-meanwhile');
    await queries.dropDraft(trx, organisation.id);
    await queries.dropUnusedFiles(trx, organisation.id);
  });
}

export interface Looked {
  issues: OpinionIssue[];
  /** As it would be sent; null while something is missing. */
  opinion: OfficialOpinion | null;
}

/** Looks a draft through as if it were sent today. */
export async function lookedThrough(
  house: Pick<House, 'db' | 'origin' | 'clock'>,
  survey: SurveyRow,
  { id, name, kind }: Inside['organisation'],
  { body, file }: DraftRow,
): Promise<Looked> {
  const version = await versionAsked(house, survey);
  const clauses = clausesNamed(version);
  const today = dayOf(house.clock());
  const issues = issuesOfOpinion(body, { today, clauses: new Set(clauses.keys()), hasAttachment: file !== null });
  if (issues.length > 0) return { issues, opinion: null };
  const about = version && { number: version.number, label: version.label, tree: version.tree };
  const context = {
    organisation: { name, kind },
    attachment: await attachmentOf(house.db, id, file),
    version: about,
    clauses,
  };
  return { issues, opinion: opinionOf(body, context) };
}

/** Makes it final: from now on it changes no more, and a correction stands beside it. */
export async function send(house: House, { organisation, survey }: Inside, revision: number): Promise<void> {
  const { id } = organisation;
  await house.db.transaction().execute(async (trx) => {
    const row = await locked(trx, survey.id, (one) => maySendIn(house, one));
    const draft = await queries.findDraft(trx, id);
    if (draft?.revision !== revision) throw new ProblemError('opinion-changed-meanwhile');
    refuseSecret(draft.body);
    const { issues, opinion } = await lookedThrough({ ...house, db: trx }, row, organisation, draft);
    if (opinion === null) throw new ProblemError('opinion-not-ready', [...issues]);
    const body = canonicalJson(opinion);
    const hash = createHash('sha256').update(body).digest();
    const number = ((await queries.findSent(trx, id))[0]?.number ?? 0) + 1;
    const on = dayOf(house.clock());
    await queries.insertSent(trx, { survey: survey.id, organisation: id, number, on, body, hash, file: draft.file });
    await queries.dropDraft(trx, id);
    const details = { organisation: id, number, opinion: hash.toString('hex') };
    await record(house, trx, { by: null, act: 'opinion.send', object: survey.id, details });
  });
}
