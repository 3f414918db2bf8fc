import { randomBytes } from 'node:crypto';
import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { answersFor } from './answers.ts';
import { between, repeatable, type Chance } from './chance.ts';
import { department, school, union } from './people.ts';
import { submit, type Desk, type Send } from './visitor.ts';

const template = 'khao-sat-hai-long-phu-huynh';
const day = 24 * 60 * 60 * 1000;

export async function open(house: House, desk: Desk, id: string): Promise<SurveyView> {
  const closesAt = new Date(house.clock().getTime() + 30 * day).toISOString();
  return (await desk.post(`/surveys/${id}/open`, { closesAt })) as SurveyView;
}

async function answerLink(send: Send, slug: string, definition: Definition, chance: Chance, people: number) {
  const mood = 0.45 + chance() * 0.4;
  const sheets = Array.from({ length: people }, () => answersFor(definition, chance, mood));
  for (let at = 0; at < sheets.length; at += 50) {
    const some = sheets.slice(at, at + 50);
    await Promise.all(some.map((sheet) => submit(send, slug, randomBytes(24).toString('base64url'), sheet)));
  }
}

/** The survey of one school, open now: the template without its question of a number, twelve questions in all. */
export async function openSurvey(house: House, send: Send, desk: Desk): Promise<SurveyView> {
  const draft = (await desk.post('/surveys', { template, bodyId: union, unitId: school })) as SurveyView;
  const whole = draft.definition as Definition;
  const definition = { ...whole, questions: whole.questions.filter((question) => question.type !== 'number') };
  await desk.put(`/surveys/${draft.id}`, { definition, revision: draft.revision });
  const survey = await open(house, desk, draft.id);
  await answerLink(send, survey.links[0]!.slug, definition, repeatable(12), 36);
  return survey;
}

/** How many answer at a school: most some dozens, a few so few that they must stay hidden. */
function turnout(chance: Chance): number {
  return chance() < 0.2 ? between(chance, 1, 6) : between(chance, 18, 60);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function untilReleased(house: House, desk: Desk, id: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    house.wake();
    if (((await desk.get(`/surveys/${id}`)) as SurveyView).state === 'released') return;
    await pause(100);
  }
  throw new Error('the example could not be built: its closed survey was not released');
}

/** The survey of all schools of the department, closed, counted and published. */
export async function releasedSurvey(house: House, send: Send, desk: Desk): Promise<SurveyView> {
  const draft = (await desk.post('/surveys', { template, bodyId: union, unitId: department })) as SurveyView;
  const survey = await open(house, desk, draft.id);
  const chance = repeatable(2023);
  for (const link of survey.links) {
    await answerLink(send, link.slug, survey.definition as Definition, chance, turnout(chance));
  }
  await desk.post(`/surveys/${survey.id}/close`);
  await untilReleased(house, desk, survey.id);
  return (await desk.put(`/surveys/${survey.id}/publication`, { published: true })) as SurveyView;
}
