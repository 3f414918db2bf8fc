import { can, type Person } from '@danban/access';
import { nameOf } from '@danban/consultation';
import type {
  InvitedView,
  OrganisationsView,
  OrganisationView,
  OwnOpinionView,
  SentOpinionView,
} from '@danban/contract';
import { officialOpinion, saidIn } from '@danban/critique';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf, shiftDay } from '../organisations/day.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { whereOf } from '../surveys/views.ts';
import { clausesToName, mayInviteIn, maySendIn, mayWriteIn, versionAsked, type AskedVersion } from './consultation.ts';
import { standingAnswers } from '../replies/given.ts';
import { attachmentOf } from './attachment.ts';
import type { Inside } from './door.ts';
import * as queries from './queries.ts';
import type { OrganisationRow, SentRow } from './queries.ts';
import { itemOf } from './standing.ts';
import { draftNow, lookedThrough } from './writing.ts';

/** How long an organisation is given where nothing else is said. */
const usualDays = 15;

const sentView = ({ number, on, body, hash, file }: SentRow): SentOpinionView => {
  return { number, on, file, hash: hash.toString('hex'), opinion: officialOpinion.parse(JSON.parse(body)) };
};

function aboutSurvey(survey: SurveyRow) {
  const { id, state, body_name: body, unit_name: unit, closes_at: closesAt } = survey;
  const { title } = survey.definition as Definition;
  return { id, title, body, unit, state, closesAt: closesAt?.toISOString() ?? null };
}

interface Known {
  today: string;
  writing: ReadonlySet<string>;
  standing: ReadonlyMap<string, SentRow>;
}

function stateOf({ id, linked, openedOn }: OrganisationRow, { writing, standing }: Known): InvitedView['state'] {
  if (standing.has(id)) return 'sent';
  if (!linked) return 'revoked';
  if (writing.has(id)) return 'writing';
  return openedOn === null ? 'invited' : 'opened';
}

function invitedView(row: OrganisationRow, known: Known): InvitedView {
  const { id, name, kind, contact, answerBy, linked } = row;
  const last = known.standing.get(id);
  const sent = last && sentView(last);
  return {
    ...{ id, name, kind, contact, answerBy, linked, state: stateOf(row, known) },
    late: sent === undefined && answerBy < known.today,
    sent: sent
      ? { number: sent.number, on: sent.on, letter: sent.opinion.letter, points: sent.opinion.points.length }
      : null,
  };
}

async function known(house: House, survey: string): Promise<Known> {
  const standing = await queries.findStanding(house.db, survey);
  return {
    today: dayOf(house.clock()),
    writing: await queries.findWriting(house.db, survey),
    standing: new Map(standing.map((row) => [row.organisation, row])),
  };
}

const mayOf = async (house: House, person: Person, survey: SurveyRow) => {
  return { manage: can(person, 'opinions.manage', await whereOf(house, survey)) };
};

/** How an organizer reaches an organisation is hers to know. */
const toldTo = (may: { manage: boolean }, view: InvitedView): InvitedView =>
  may.manage ? view : { ...view, contact: '' };

export async function organisationsOf(house: House, person: Person, survey: SurveyRow): Promise<OrganisationsView> {
  const all = await known(house, survey.id);
  const rows = await queries.findOrganisations(house.db, survey.id);
  const last = survey.closes_at ? dayOf(survey.closes_at) : null;
  const usual = shiftDay(all.today, usualDays);
  const may = await mayOf(house, person, survey);
  return {
    survey: aboutSurvey(survey),
    may: { manage: may.manage && survey.state !== 'cancelled' },
    open: mayInviteIn(house, survey),
    organisations: rows.map((row) => toldTo(may, invitedView(row, all))),
    suggested: last !== null && last < usual ? last : usual,
    last,
  };
}

/** What was answered to the points that stand, whether the results are out or not: they are its own. */
async function answersTo(house: House, survey: string, id: string, last: SentOpinionView | undefined) {
  const answers = await standingAnswers(house.db, survey);
  return (last ? saidIn(last.opinion) : []).flatMap(({ id: point }) => {
    const answer = answers.get(itemOf(id, point));
    return answer ? [{ point, answer }] : [];
  });
}

export async function organisationOf(
  house: House,
  person: Person,
  survey: SurveyRow,
  id: string,
): Promise<OrganisationView> {
  const row = await queries.findOrganisation(house.db, survey.id, id);
  if (!row) throw new ProblemError('not-found');
  const may = await mayOf(house, person, survey);
  const sent = (await queries.findSent(house.db, id)).map(sentView);
  return {
    survey: aboutSurvey(survey),
    may: { ...may, answer: can(person, 'replies.read', await whereOf(house, survey)) },
    organisation: toldTo(may, invitedView(row, await known(house, survey.id))),
    sent,
    answers: await answersTo(house, survey.id, id, sent[0]),
  };
}

function versionView(version: AskedVersion): NonNullable<OwnOpinionView['version']> {
  const { label, datedOn, url, clauses } = version;
  const named = clausesToName(version).map((clause) => {
    return { key: clause.key, name: nameOf(clause, clauses), depth: clause.depth };
  });
  return { label, datedOn, url, clauses: named };
}

/** The page of an organisation that came in. */
export async function ownOpinionOf(house: House, { organisation, survey }: Inside): Promise<OwnOpinionView> {
  const { id, name, kind, answerBy } = organisation;
  const draft = await draftNow(house.db, id);
  const version = await versionAsked(house, survey);
  const file = await attachmentOf(house.db, id, draft.file);
  const { issues, opinion } = await lookedThrough(house, survey, organisation, draft);
  const sent = (await queries.findSent(house.db, id)).map(sentView);
  return {
    organisation: { name, kind, answerBy },
    survey: { ...aboutSurvey(survey), opensAt: survey.opens_at?.toISOString() ?? null },
    may: { write: mayWriteIn(house, survey), send: maySendIn(house, survey) },
    version: version && versionView(version),
    draft: { revision: draft.revision, body: draft.body },
    file: file && { id: draft.file!, name: file.name, size: file.size },
    issues: issues.map(({ path, code }) => ({ path, code })),
    preview: opinion,
    sent,
    answers: await answersTo(house, survey.id, organisation.id, sent[0]),
  };
}
