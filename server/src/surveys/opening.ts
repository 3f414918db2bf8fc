import { createHash } from 'node:crypto';
import { toBase64Url } from '@danban/bytes';
import type { Actor } from '@danban/access';
import {
  definitionText,
  entersByCode,
  openingText,
  type Definition,
  type FrozenStratum,
  type OpeningRecord,
} from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { forgetJobs, schedule as ask } from '../jobs/queries.ts';
import { dayOf } from '../organisations/index.ts';
import { signLog } from '../transparency/checkpoint.ts';
import { append, findKey } from '../transparency/queries.ts';
import { treeText } from '../transparency/tree.ts';
import { flushesBeforeClose } from '../vaults/urn.ts';
import { eligible, linkedUnits, placeOf, type FrozenUnit } from './frozen.ts';
import { locked } from './locked.ts';
import * as queries from './queries.ts';
import type { SurveyRow, Trx } from './queries.ts';
import { day, freezableToday, issuesOf, newSlug, unneededList, type Freezable } from './service.ts';
import { positionOf } from './strata.ts';
import { findLinks, findTree, forgetTree, saveLinks, saveTree, type Link } from './tree.queries.ts';

/** From when until when people may answer. */
export interface Period {
  opensAt: Date;
  closesAt: Date;
}

async function refuseUnready(house: House, survey: SurveyRow, { opensAt, closesAt }: Period): Promise<void> {
  const errors = (await issuesOf(house, survey, closesAt, opensAt)).filter((issue) => issue.severity === 'error');
  if (errors.length === 0) return;
  const issues = errors.map(({ questionId, code, params }) => ({
    path: questionId ?? '',
    code,
    ...(params ? { params } : {}),
  }));
  throw new ProblemError('survey-not-ready', issues);
}

/** A place keeps the link it had: a poster that was printed before stays right when the tree is frozen anew. */
function linksFor(definition: Definition, tree: FrozenUnit[], slugs: ReadonlyMap<string, string>): Link[] {
  return linkedUnits(definition, tree).map((unit) => ({
    slug: slugs.get(placeOf(unit)) ?? newSlug(),
    position: unit.position,
  }));
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Slips are printed from then on, and each names a place: the tree stays as it was on the day of scheduling. */
const keepsTree = ({ state, definition }: SurveyRow): boolean =>
  state === 'scheduled' && entersByCode(definition as Definition);

/** Questions under their hash, and the tree of this day with its links. */
async function freeze(house: House, trx: Trx, survey: SurveyRow): Promise<Freezable & { hash: Buffer }> {
  const definition = survey.definition as Definition;
  const today = await freezableToday(house, survey, definition);
  const frozen = { ...today, hash: sha256(definitionText(definition)) };
  if (keepsTree(survey)) return frozen;
  // Who has a slip is invited, and nobody has one yet.
  const tree = entersByCode(definition) ? today.tree.map((unit) => ({ ...unit, invited: 0 })) : today.tree;
  const before = await findLinks(trx, survey.id);
  const slugs = new Map(before.map((link) => [placeOf({ unitId: link.unit_id, own: link.own }), link.slug]));
  await forgetTree(trx, survey.id);
  await saveTree(trx, survey.id, tree);
  await saveLinks(trx, survey.id, linksFor(definition, tree, slugs));
  return frozen;
}

/** The list, if there is one, with its keys: from here on it does not change. */
async function freezeRoster(house: House, survey: SurveyRow, { tree, roster }: Freezable): Promise<FrozenStratum[]> {
  if (!roster) return [];
  // The list has changed since its keys were made, and more are needed: they are not made under the lock.
  if ((await house.roster.prepared(survey.id)) < roster.strata) throw new ProblemError('survey-changed-meanwhile');
  const strata = await house.roster.freeze(survey.id, roster.places);
  return strata.map(({ unit, size, modulus, commitment }) => {
    return { unit: positionOf(tree, unit), size, key: toBase64Url(modulus), roster: toBase64Url(commitment) };
  });
}

/** What was promised on this day, in one text under one hash. */
interface Promising {
  today: Freezable;
  hash: Buffer;
  strata: FrozenStratum[];
  closesAt: Date;
  /** The key of the log. */
  log: string;
  /** The tree as it is kept. */
  kept: { parent: number }[];
}

function recordOf(survey: SurveyRow, { today, hash, strata, closesAt, log, kept }: Promising) {
  const { door, thresholds } = survey.definition as Definition;
  const mixed = flushesBeforeClose({ eligible: eligible(today.tree), threshold: thresholds.unit });
  const promised: OpeningRecord = {
    schema: 2,
    survey: survey.id,
    definition: hash.toString('hex'),
    door,
    thresholds,
    flushes: mixed ? 'daily' : 'at-close',
    closesAt: closesAt.toISOString(),
    strata,
    log,
    tree: sha256(treeText(kept)).toString('hex'),
  };
  const text = openingText(promised);
  return { text, hash: sha256(text) };
}

/** `by` opens it by hand; null: its moment has come. */
async function letIn(house: House, trx: Trx, by: Actor | null, survey: SurveyRow, closesAt: Date): Promise<void> {
  const { hash, ...today } = await freeze(house, trx, survey);
  const strata = await freezeRoster(house, survey, today);
  const log = await findKey(trx);
  if (log === undefined) throw new Error('the log of the installation has not begun');
  const frozen = recordOf(survey, { today, hash, strata, closesAt, log, kept: await findTree(trx, survey.id) });
  const [openedOn, definition] = [dayOf(house.clock()), hash.toString('hex')];
  await queries.markOpen(trx, survey.id, { hash, frozen, openedOn, closesAt });
  const opening = frozen.hash.toString('hex');
  await append(trx, { kind: 'opening', survey: survey.id, opening, definition, on: openedOn });
  await ask(trx, survey.id, 'close', closesAt);
  await ask(trx, survey.id, 'flush', new Date(house.clock().getTime() + day));
  const details = { closesAt: closesAt.toISOString(), definition };
  await record(house, trx, { by, act: by ? 'survey.open' : 'survey.open-at-date', object: survey.id, details });
  await dropUnneeded(house, trx, by, survey);
}

/** People nobody will invite: their vault may be another database, so a job sees to it until they are gone. */
async function dropUnneeded(house: House, trx: Trx, by: Actor | null, survey: SurveyRow): Promise<void> {
  const people = await unneededList(house, survey);
  if (people === 0) return;
  await ask(trx, survey.id, 'erase-roster', house.clock());
  await record(house, trx, { by, act: 'survey.drop-list', object: survey.id, details: { people } });
}

const openable = (state: SurveyRow['state']): boolean => state === 'draft' || state === 'scheduled';

/** Keys made while somebody waits for the answer: two seconds, not more. */
const keysInARequest = 4;

/** How many groups of the list need a key of their own, as the list is now. */
async function strataOf(house: House, survey: SurveyRow): Promise<number> {
  const { roster } = await freezableToday(house, survey, survey.definition as Definition);
  return roster?.strata ?? 0;
}

/** Makes what is missing of the keys, before anything is locked; false where that would keep somebody waiting. */
async function keysAtOnce(house: House, survey: SurveyRow): Promise<boolean> {
  const strata = await strataOf(house, survey);
  if (strata === 0) return true;
  if (strata - (await house.roster.prepared(survey.id)) > keysInARequest) return false;
  while ((await house.roster.prepare(survey.id, strata)) < strata) continue;
  return true;
}

/**
 * Freezes questions, tree and thresholds under one hash, prepares the urn, and lets people in: now, or where many keys are
 * to be made, as soon as a job has made them.
 */
export async function open(house: House, by: Actor, id: string, closesAt: Date): Promise<void> {
  const survey = await queries.find(house.db, id);
  if (!survey) throw new ProblemError('not-found');
  if (!openable(survey.state)) throw new ProblemError('survey-already-open');
  const period = { opensAt: house.clock(), closesAt };
  await refuseUnready(house, survey, period);
  if (!(await keysAtOnce(house, survey))) return openByItself(house, by, id, period);
  await house.urn.prepare(id);
  await house.db.transaction().execute(async (trx) => {
    const now = await locked(trx, id);
    if (!openable(now.state)) throw new ProblemError('survey-already-open');
    await forgetJobs(trx, id, ['open']);
    await letIn(house, trx, by, now, closesAt);
  });
  await signLog(house);
  house.doors.forget(id);
  house.wake();
}

/** Opens by itself later; links and QR codes are there from now on, and say from when on they can be answered. */
export async function schedule(house: House, by: Actor, id: string, period: Period): Promise<void> {
  if (period.opensAt <= house.clock()) throw new ProblemError('opening-date-past');
  const survey = await queries.find(house.db, id);
  if (!survey) throw new ProblemError('not-found');
  await refuseUnready(house, survey, period);
  await openByItself(house, by, id, period);
}

async function openByItself(house: House, by: Actor, id: string, period: Period): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const now = await locked(trx, id);
    if (!openable(now.state)) throw new ProblemError('survey-already-open');
    const { hash, roster } = await freeze(house, trx, now);
    await queries.markScheduled(trx, id, { ...period, hash });
    // The keys of a list are made ahead, so that it opens when it was to open.
    await ask(trx, id, 'open', roster ? house.clock() : period.opensAt);
    const [opensAt, closesAt] = [period.opensAt.toISOString(), period.closesAt.toISOString()];
    const details = { opensAt, closesAt, definition: hash.toString('hex') };
    await record(house, trx, { by, act: 'survey.schedule', object: id, details });
  });
  house.doors.forget(id);
  house.wake();
}

/** A draft again, to be changed; its links stay and are not yet open. Slips go: what they are for may become another. */
export async function unschedule(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'scheduled') throw new ProblemError('survey-not-scheduled');
    await forgetJobs(trx, id, ['open']);
    await queries.markDraft(trx, id, null);
    await house.urn.slips.discard(id);
    await record(house, trx, { by, act: 'survey.unschedule', object: id, details: {} });
  });
  house.doors.forget(id);
}

/**
 * Makes the keys of the list, a few each time, and opens when the moment has come. What speaks against opening may have
 * changed since it was scheduled (a unit has ended): then it is a draft again that says what it missed. Runs inside its job,
 * whose row is locked already, and says when it wants to be called again.
 */
export async function openScheduled(house: House, id: string): Promise<Date | null> {
  const survey = await queries.find(house.db, id);
  if (survey?.state !== 'scheduled') return null;
  const period = { opensAt: survey.opens_at!, closesAt: survey.closes_at! };
  const issues = await issuesOf(house, survey, period.closesAt, house.clock());
  const ready = issues.every((issue) => issue.severity !== 'error');
  const strata = ready ? await strataOf(house, survey) : 0;
  if (strata > 0 && (await house.roster.prepare(id, strata)) < strata) return house.clock();
  if (period.opensAt > house.clock()) return period.opensAt;
  if (ready) await house.urn.prepare(id);
  await house.db.transaction().execute(async (trx) => {
    const now = (await queries.findForUpdate(trx, id))!;
    if (now.state !== 'scheduled') return;
    if (ready) return letIn(house, trx, null, now, period.closesAt);
    await queries.markDraft(trx, id, period.opensAt);
    await house.urn.slips.discard(id);
    const details = { opensAt: period.opensAt.toISOString() };
    await record(house, trx, { by: null, act: 'survey.miss-opening', object: id, details });
  });
  await signLog(house);
  house.doors.forget(id);
  return null;
}
