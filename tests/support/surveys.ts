import { randomBytes } from 'node:crypto';
import type { SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { school, settle, type People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import type { TestHouse } from './house.ts';

interface Sheet {
  nonce: string;
  answers: unknown;
}

const day = 24 * 60 * 60 * 1000;
const template = 'khao-sat-hai-long-phu-huynh';

/** People who run surveys in this house, through the real API; a restored house knows its people already. */
export async function surveysIn(at: TestHouse, known?: People) {
  const send: Send = (path, init) => at.app.request(path, init);
  const people = known ?? (await settle(at.house, undefined));
  const chance = repeatable(11);
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
    people,
    send,
    organizer,
    leader,
    post,
    /** A school's survey, open for ten days. */
    async open(): Promise<SurveyView> {
      const { post: act } = await organizer();
      const draft = (await act('/surveys', { template, bodyId: 'CDGD-TINH', unitId: school })) as SurveyView;
      const closesAt = new Date(at.house.clock().getTime() + 10 * day).toISOString();
      return (await act(`/surveys/${draft.id}/open`, { closesAt })) as SurveyView;
    },
    sheet: (survey: SurveyView): Sheet => ({
      nonce: randomBytes(18).toString('base64url'),
      answers: answersFor(survey.definition as Definition, chance, 0.6),
    }),
    read: async (survey: SurveyView) => (await (await organizer()).get(`/surveys/${survey.id}`)) as SurveyView,
    close: async (survey: SurveyView) => (await organizer()).post(`/surveys/${survey.id}/close`),
  };
}

export type Surveys = Awaited<ReturnType<typeof surveysIn>>;

export function sheets(surveys: Surveys, survey: SurveyView, count: number): Sheet[] {
  return Array.from({ length: count }, () => surveys.sheet(survey));
}

/** Sends these sheets through the first link of the survey; gives the statuses that came back. */
export async function answer(surveys: Surveys, survey: SurveyView, sent: Sheet[]): Promise<number[]> {
  const { slug } = survey.links[0]!;
  const responses = await Promise.all(sent.map((sheet) => surveys.post(slug, sheet)));
  return responses.map((response) => response.status);
}
