import type { FirstAdministrator } from '../accounts/inputs.ts';
import type { House } from '../house.ts';
import { createLinkFor } from '../sessions/links.ts';
import { settle, type People } from './people.ts';
import { openSurvey, releasedSurvey } from './surveys.ts';
import { signedIn, type Send } from './visitor.ts';

/** Where to look in the example organisation; the sign-in links work once. */
export interface ExampleLinks {
  survey: string;
  results: string;
  signIn: People;
}

export interface Example {
  people: People;
  survey: string;
  results: string;
}

/** The example organisation: its surveys and every answer go through the real API. */
export async function buildExample(house: House, send: Send, admin?: FirstAdministrator): Promise<Example> {
  const people = await settle(house, admin);
  const desk = await signedIn(house, send, people.organizer);
  const released = await releasedSurvey(house, send, desk);
  const open = await openSurvey(house, send, desk);
  await desk.leave();
  return { people, survey: open.links[0]!.url, results: released.resultsUrl! };
}

export async function linksOf(house: House, { people, survey, results }: Example): Promise<ExampleLinks> {
  const signIn = { ...people };
  for (const who of ['admin', 'organizer', 'leader'] as const) {
    signIn[who] = await createLinkFor(house, house.db, people[who], 'sign-in');
  }
  return { survey, results, signIn };
}

/** Lets the first visitor choose the example organisation; it is built through the very app that serves it. */
export function offerExample(house: House, send: Send): void {
  house.buildExample = async (admin) => ({ administratorId: (await buildExample(house, send, admin)).people.admin });
}
