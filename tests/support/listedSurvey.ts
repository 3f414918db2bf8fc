import type { SurveyView } from '@danban/contract';
import type { People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import type { TestHouse } from './house.ts';
import { Respondent } from './respondent.ts';

const tenDays = 10 * 24 * 60 * 60 * 1000;
const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH' };

/** An open survey behind a list with so many people of each unit, and all of them with their personal links. */
export async function listedSurvey(
  at: Pick<TestHouse, 'house'>,
  send: Send,
  people: People,
  unitId: string,
  sizes: Record<string, number>,
) {
  const desk = await signedIn(at.house, send, people.organizer);
  const draft = (await desk.post('/surveys', { ...where, unitId })) as SurveyView;
  const definition: Definition = { ...(draft.definition as Definition), door: 'roster', audienceKind: 'staff' };
  await desk.put(`/surveys/${draft.id}`, { definition, revision: draft.revision });
  const listed = Object.entries(sizes).flatMap(([unit, size]) =>
    Array.from({ length: size }, (_, i) => ({ unit, name: `Người ${i} của ${unit}`, email: null, phone: null })),
  );
  await at.house.roster.replace(draft.id, [listed]);
  const closesAt = new Date(at.house.clock().getTime() + tenDays).toISOString();
  const survey = (await desk.post(`/surveys/${draft.id}/open`, { closesAt })) as SurveyView;
  const { slug } = survey.links[0]!;
  const respondents = (await at.house.roster.invitations(draft.id)).map(({ code, stratum, name }) => {
    return { name, respondent: new Respondent(send, { slug, code, stratum }) };
  });
  return { survey, slug, respondents };
}
