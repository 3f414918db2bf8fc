import type { Person } from '@danban/access';
import { stateGroups, type ListedSurveyView, type PageView } from '@danban/contract';
import type { RawBuilder, SqlBool } from 'kysely';
import { z } from 'zod';
import type { House } from '../house.ts';
import { listing, pageOf } from '../http/list.ts';
import { dayOf } from '../organisations/index.ts';
import { findListed, type ListedSurvey } from './list.queries.ts';
import { readableBy } from './rights.queries.ts';

export type { ListedSurvey };

type Group = keyof typeof stateGroups;
const groups = Object.keys(stateGroups) as Group[];

export const surveysWanted = z.strictObject({ ...listing, state: z.enum(groups).optional() });
export type SurveysWanted = z.infer<typeof surveysWanted>;

export function listedView(survey: ListedSurvey): ListedSurveyView {
  return {
    id: survey.id,
    title: survey.title,
    state: survey.state,
    body: survey.body_name,
    unit: survey.unit_name,
    closesAt: survey.closes_at?.toISOString() ?? null,
    published: survey.published,
    draftedAt: survey.drafted_at.toISOString(),
    openedOn: survey.opened_on,
  };
}

/** One page of the surveys of which `may` holds, as lists of staff show them. */
export async function listedBy(
  { db }: House,
  may: RawBuilder<SqlBool>,
  { q, page, state }: SurveysWanted,
): Promise<PageView<ListedSurveyView>> {
  const states = state === undefined ? [] : stateGroups[state];
  return pageOf(await findListed(db, may, { q, page, states }), page, listedView);
}

/** The surveys the person organises, and those whose results she may read. */
export function list(house: House, person: Person, wanted: SurveysWanted): Promise<PageView<ListedSurveyView>> {
  return listedBy(house, readableBy(person, dayOf(house.clock())), wanted);
}
