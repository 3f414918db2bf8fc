import { randomBytes } from 'node:crypto';
import type { SurveyView } from '@danban/contract';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signedIn, submit, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import type { FreshDatabase } from './freshDatabase.ts';
import { testHouse, type HouseWish, type TestHouse } from './house.ts';

const day = 24 * 60 * 60 * 1000;
const template = 'khao-sat-hai-long-phu-huynh';
const body = 'CDGD-TINH';

/** The life of surveys in a house of its own, through the API, a day at a time. */
export interface SurveyRun {
  at: TestHouse;
  people: People;
  open(unitId?: string): Promise<SurveyView>;
  /** Sends one sheet per text through each link in turn; an empty text leaves the question out. */
  answer(survey: SurveyView, texts: string[]): Promise<void>;
  /** The day's flush. */
  nextDay(): Promise<void>;
  /** Closes, counts and publishes. */
  release(survey: SurveyView): Promise<SurveyView>;
}

export async function surveyRun(database: FreshDatabase, wish: HouseWish = {}): Promise<SurveyRun> {
  const at = await testHouse(database, wish);
  const send: Send = (path, init) => at.app.request(path, init);
  const people = await settle(at.house, undefined);
  // A session lasts for hours, and the clock of the house moves by days.
  const organizer = () => signedIn(at.house, send, people.organizer);
  const closesAt = () => new Date(at.house.clock().getTime() + 10 * day).toISOString();
  return {
    at,
    people,
    async open(unitId = 'THPT.SONGNINH') {
      const desk = await organizer();
      const draft = (await desk.post('/surveys', { template, bodyId: body, unitId })) as SurveyView;
      return (await desk.post(`/surveys/${draft.id}/open`, { closesAt: closesAt() })) as SurveyView;
    },
    async answer(survey, texts) {
      for (const [i, text] of texts.entries()) {
        const { slug } = survey.links[i % survey.links.length]!;
        await submit(send, slug, randomBytes(24).toString('base64url'), sheetWith(survey, text, i));
      }
    },
    async nextDay() {
      at.pass(day + 1000);
      await at.work();
    },
    async release({ id }) {
      await (await organizer()).post(`/surveys/${id}/close`);
      // Closing asks for the count.
      await at.work();
      await at.work();
      return (await (await organizer()).put(`/surveys/${id}/publication`, { published: true })) as SurveyView;
    },
  };
}

/** A plausible sheet whose only words are these. */
function sheetWith(survey: SurveyView, text: string, seed: number): Record<string, unknown> {
  const definition = survey.definition as Definition;
  const free = definition.questions.filter((question) => question.type === 'text').map(({ id }) => id);
  const sheet = answersFor(definition, repeatable(seed), 0.6);
  const chosen = Object.entries(sheet).filter(([id]) => !free.includes(id));
  return Object.fromEntries(text === '' ? chosen : [...chosen, [free[0]!, text]]);
}
