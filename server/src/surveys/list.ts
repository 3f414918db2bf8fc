import type { Person } from '@danban/access';
import { stateGroups, type ListedSurveyView, type PageView } from '@danban/contract';
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

/** The surveys the person organises, and those whose results she may read. */
export async function list(
  house: House,
  person: Person,
  { q, page, state }: SurveysWanted,
): Promise<PageView<ListedSurveyView>> {
  const states = state === undefined ? [] : stateGroups[state];
  const may = readableBy(person, dayOf(house.clock()));
  const found = await findListed(house.db, may, { q, page, states });
  return pageOf(found, page, listedView);
}
