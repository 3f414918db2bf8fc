import type { SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { department, school, settle } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import type { TestHouse } from './house.ts';

const day = 24 * 60 * 60 * 1000;
const template = 'khao-sat-hai-long-phu-huynh';

/** People who run surveys in this house, through the real API. */
export async function surveysIn(at: TestHouse) {
  const send: Send = (path, init) => at.app.request(path, init);
  const people = await settle(at.house, undefined);
  const chance = repeatable(11);
  let serial = 0;
  // The clock of the house moves on by days, and a session lasts for hours.
  const organizer = () => signedIn(at.house, send, people.organizer);
  const leader = () => signedIn(at.house, send, people.leader);
  const post = async (slug: string, body: unknown): Promise<Response> =>
    send(`/api/s/${slug}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    send,
    organizer,
    leader,
    post,
    /** Open for ten days; a school asks few enough people that its urn is opened at the close alone. */
    async open(unitId: typeof school | typeof department = school): Promise<SurveyView> {
      const { post: act } = await organizer();
      const draft = (await act('/surveys', { template, bodyId: 'CDGD-TINH', unitId })) as SurveyView;
      const closesAt = new Date(at.house.clock().getTime() + 10 * day).toISOString();
      return (await act(`/surveys/${draft.id}/open`, { closesAt })) as SurveyView;
    },
    sheet: (survey: SurveyView) => ({
      nonce: `nonce-of-twenty-two-chars-${serial++}`,
      answers: answersFor(survey.definition as Definition, chance, 0.6),
    }),
    read: async (survey: SurveyView) => (await (await organizer()).get(`/surveys/${survey.id}`)) as SurveyView,
    close: async (survey: SurveyView) => (await organizer()).post(`/surveys/${survey.id}/close`),
  };
}

export type Surveys = Awaited<ReturnType<typeof surveysIn>>;

/** Sends so many answers through the first link of the survey; gives the statuses that came back. */
export async function answer(surveys: Surveys, survey: SurveyView, times: number): Promise<number[]> {
  const { slug } = survey.links[0]!;
  const sent = await Promise.all(Array.from({ length: times }, () => surveys.post(slug, surveys.sheet(survey))));
  return sent.map((response) => response.status);
}
