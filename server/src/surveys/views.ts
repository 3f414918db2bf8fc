import { surveyView, type LinkView, type SurveyView } from '@danban/contract';
import { participation } from '@danban/disclosure';
import { entersByCode, type Definition } from '@danban/survey';
import { can, hasFigures, judgedIn, type Act, type Person, type Where } from '@danban/access';
import type { House } from '../house.ts';
import { dayOf, unitPath } from '../organisations/index.ts';
import { countsHeads, definitionInForce, eligible, linkedUnits, unitsLinked, type FrozenUnit } from './frozen.ts';
import { followed } from './followed.ts';
import { find, type SurveyRow } from './queries.ts';
import { findLinks, findTree } from './tree.queries.ts';
import { findBeginning, stepsFrom } from './revisions.queries.ts';
import { contextIn, freezableToday, issuesIn, unneededList, type Freezable } from './service.ts';

/** Where a survey stands, for the question who may do what. */
export async function whereOf(house: House, survey: SurveyRow): Promise<Where> {
  const path = await unitPath(house.db, survey.unit_id, survey.opened_on ?? dayOf(house.clock()));
  return {
    unitPath: path,
    bodyId: survey.body_id,
    judged: judgedIn((survey.definition as Definition).kind, survey.unit_id, survey.follows !== null),
    state: survey.state,
    released: survey.released > 0,
    published: survey.published,
  };
}

export function summaryOf(survey: SurveyRow) {
  return {
    id: survey.id,
    title: (survey.definition as Definition).title,
    state: survey.state,
    body: survey.body_name,
    unit: survey.unit_name,
    closesAt: survey.closes_at?.toISOString() ?? null,
    published: survey.published,
  };
}

function linkUrl(house: House, slug: string): string {
  return `${house.origin}/s/${slug}`;
}

export async function linksOf(house: House, survey: SurveyRow): Promise<LinkView[]> {
  const ofUnits = (survey.definition as Definition).door === 'unit_link';
  const links = await findLinks(house.db, survey.id);
  return links.map((link) => ({
    slug: link.slug,
    url: linkUrl(house, link.slug),
    unit: ofUnits ? { id: link.unit_id, name: link.name } : null,
  }));
}

type May = SurveyView['may'];

function mayOf(person: Person, where: Where, survey: SurveyRow): May {
  const may = (act: Act, ...states: SurveyRow['state'][]) => states.includes(survey.state) && can(person, act, where);
  const consulting = (survey.definition as Definition).kind === 'consultation';
  return {
    edit: may('survey.edit', 'draft'),
    open: may('survey.open', 'draft', 'scheduled'),
    unschedule: may('survey.schedule', 'scheduled'),
    extend: may('survey.extend', 'open', 'paused'),
    pause: may('survey.pause', 'open'),
    resume: may('survey.pause', 'paused'),
    raise: may('survey.raise', 'open', 'paused'),
    close: may('survey.close', 'open', 'paused'),
    cancel: may('survey.cancel', 'scheduled', 'open', 'paused'),
    publish: may('survey.publish', 'released', 'archived'),
    correct: countsHeads(survey.definition as Definition) && may('survey.correct', 'released'),
    archive: may('survey.archive', 'released'),
    roster: can(person, 'survey.roster', where),
    moderate: survey.state === 'released' && can(person, 'comments.moderate', where),
    answer: may('replies.read', 'released', 'archived'),
    remove: may('survey.remove', 'draft'),
    slips: entersByCode(survey.definition as Definition) && may('survey.slips', 'scheduled', 'open', 'paused'),
    readResults: hasFigures(where) && can(person, 'results.read', where),
    drafts: consulting && can(person, 'draft.read', where),
    organisations: consulting && survey.state !== 'cancelled' && can(person, 'opinions.read', where),
  };
}

/** While the door is open a rounded share is all there is, and it moves at flushes only (R11). */
async function turnoutOf(house: House, survey: SurveyRow, tree: FrozenUnit[]) {
  const invited = eligible(tree);
  const unopened = await house.urn.unopened(survey.id);
  const share = (respondents: number) => participation({ respondents, invited, shown: false });
  return {
    places: linkedUnits(survey.definition as Definition, tree).length,
    invited,
    participation: share(survey.answered),
    unopened: unopened > 0 ? share(unopened) : null,
  };
}

async function askedAgain({ db, origin }: House, { follows }: SurveyRow): Promise<SurveyView['follows']> {
  const asked = follows === null ? undefined : await find(db, follows);
  return asked ? followed({ ...asked, slug: asked.results_slug }, origin) : null;
}

async function printedOf(house: House, id: string): Promise<number> {
  return [...(await house.urn.slips.count(id)).values()].reduce((all, count) => all + count, 0);
}

/** Its moment has come, and the keys of its list are being made. */
async function openingOf(house: House, survey: SurveyRow, today: Freezable | null): Promise<SurveyView['opening']> {
  const isTime = survey.state === 'scheduled' && survey.opens_at! <= house.clock();
  if (!isTime || !today?.roster) return null;
  const all = today.roster.strata;
  return { done: Math.min(all, await house.roster.prepared(survey.id)), all };
}

export async function fullView(house: House, person: Person, survey: SurveyRow): Promise<SurveyView> {
  const draft = survey.state === 'draft';
  const definition = survey.definition as Definition;
  const waiting = draft || survey.state === 'scheduled';
  const today = waiting ? await freezableToday(house, survey, definition) : null;
  const beginning = draft ? await findBeginning(house.db, survey.id) : null;
  const tree = draft ? today!.tree : await findTree(house.db, survey.id);
  return surveyView.parse({
    ...summaryOf(survey),
    definition: survey.definition,
    revision: survey.revision,
    ...(draft ? await stepsFrom(house.db, survey.id, survey.revision) : { undo: null, redo: null }),
    definitionHash: survey.definition_hash?.toString('hex') ?? null,
    bodyId: survey.body_id,
    unitId: survey.unit_id,
    follows: await askedAgain(house, survey),
    responsible: survey.responsible_name,
    opensAt: survey.opens_at?.toISOString() ?? null,
    missedOpening: survey.missed_opening?.toISOString() ?? null,
    keepUntil: survey.keep_until,
    released: survey.released,
    releaseRefused: survey.release_refused !== null,
    thresholds: definitionInForce(survey).thresholds,
    ...(await turnoutOf(house, survey, tree)),
    opening: await openingOf(house, survey, today),
    keysAway: !(await house.urn.hasKeys(survey.id)),
    links: await linksOf(house, survey),
    issues: today ? issuesIn(today, definition, beginning, null, house.clock()) : [],
    context:
      today && draft
        ? { ...contextIn(today, definition, beginning), units: unitsLinked(definition, today.units) }
        : null,
    unneededList: waiting ? await unneededList(house, survey) : 0,
    slips: entersByCode(definition) ? await printedOf(house, survey.id) : null,
    resultsUrl: survey.published ? `${house.origin}/kq/${survey.results_slug}` : null,
    may: mayOf(person, { ...(await whereOf(house, survey)), eligible: eligible(tree) ?? survey.answered }, survey),
  });
}
