import { randomInt } from 'node:crypto';
import type { Actor } from '@danban/access';
import { answerable, edited, treeOf, type Edit } from '@danban/consultation';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dropAttachments } from './attachments.queries.ts';
import { locked, mayEditIn } from './consultation.ts';
import { reopenLinks } from './reopening.ts';
import * as queries from './queries.ts';
import type { Trx, WorkingRow } from './queries.ts';
import type { Reading, Step } from './reading.ts';

/** Undoing leads back so far. */
const mostSteps = 50;
/** Far below what the column holds, far above what anybody guesses. */
const firstRevision = (): number => randomInt(1, 2 ** 30);

export interface Wish {
  label: string;
  datedOn: string;
  /** Of the working version it takes the place of. */
  revision?: number | undefined;
}

/** Puts a text that was read where the working version is, or begins one. */
export async function upload(house: House, by: Actor, survey: string, wish: Wish, reading: Reading): Promise<void> {
  const { origin, hash, notes, pieces, doubtful } = reading;
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey, mayEditIn);
    const before = await queries.findWorking(trx, survey);
    if (before?.revision !== wish.revision) throw new ProblemError('draft-changed-meanwhile');
    await queries.dropWorking(trx, survey);
    const number = before?.number ?? ((await queries.findPublished(trx, survey))[0]?.number ?? 0) + 1;
    const { label, datedOn } = wish;
    const row = { survey, number, label, dated_on: datedOn, origin, hash, notes, revision: firstRevision() };
    await queries.insertWorking(trx, { ...row, notSecretBy: by.id });
    await queries.insertStep(trx, survey, number, 1, { pieces, doubtful });
    const clauses = answerable(treeOf(pieces).clauses).length;
    const details = { number, origin, clauses, file: hash.toString('hex') };
    await record(house, trx, { by, act: 'draft.upload', object: survey, details });
  });
}

/** The working version, if nobody has changed it since that revision. */
export async function workingAt(trx: Trx, survey: string, revision: number): Promise<WorkingRow> {
  const working = await queries.findWorking(trx, survey);
  if (!working) throw new ProblemError('not-found');
  if (working.revision !== revision) throw new ProblemError('draft-changed-meanwhile');
  return working;
}

/** Which pieces were cut in doubt, as they are counted after the correction; what a person has put right is no more in doubt. */
function stillDoubtful(doubtful: readonly number[], edit: Edit): number[] {
  const { act, index } = edit;
  if (act === 'retitle') return [...doubtful];
  const left = doubtful.filter((at) => at !== index || act === 'split');
  const moved = act === 'merge' ? -1 : act === 'split' ? 1 : 0;
  return left.map((at) => (at > index ? at + moved : at));
}

function after({ pieces, doubtful }: Step, edit: Edit): Step {
  const next = edited(pieces, edit);
  if (next === null) throw new ProblemError('draft-no-such-place');
  return { pieces: next, doubtful: stillDoubtful(doubtful, edit) };
}

/** One correction, based on the text as it is now. */
export async function correct(house: House, by: Actor, survey: string, revision: number, edit: Edit): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey, mayEditIn);
    const { number } = await workingAt(trx, survey, revision);
    const { at, step } = await queries.findStep(trx, survey, number);
    const next = after(step, edit);
    await queries.insertStep(trx, survey, number, at + 1, next);
    await reopenLinks(trx, survey, number, treeOf(step.pieces).clauses, treeOf(next.pieces).clauses);
    await queries.forgetSteps(trx, survey, number, at + 1 - mostSteps);
    await queries.setRevision(trx, survey, number, revision + 1);
    await record(house, trx, { by, act: 'draft.correct', object: survey, details: { step: edit.act } });
  });
}

/** Back by one correction. */
export async function undo(house: House, by: Actor, survey: string, revision: number): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey, mayEditIn);
    const { number } = await workingAt(trx, survey, revision);
    if ((await queries.countSteps(trx, survey, number)) < 2) throw new ProblemError('nothing-to-undo');
    const { at, step } = await queries.findStep(trx, survey, number);
    await queries.dropStep(trx, survey, number, at);
    const { step: before } = await queries.findStep(trx, survey, number);
    await reopenLinks(trx, survey, number, treeOf(step.pieces).clauses, treeOf(before.pieces).clauses);
    await queries.setRevision(trx, survey, number, revision + 1);
    await record(house, trx, { by, act: 'draft.correct', object: survey, details: { step: 'undo' } });
  });
}

/** Throws the working version away, and what lies beside it. */
export async function discard(house: House, by: Actor, survey: string, revision: number): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey, mayEditIn);
    const { number } = await workingAt(trx, survey, revision);
    await queries.dropWorking(trx, survey);
    await dropAttachments(trx, survey, number);
    await record(house, trx, { by, act: 'draft.discard', object: survey, details: { number } });
  });
}
