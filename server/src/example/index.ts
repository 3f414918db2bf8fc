import type { FirstAdministrator } from '../accounts/inputs.ts';
import type { House } from '../house.ts';
import { createLinkFor } from '../sessions/links.ts';
import { consultation } from './consultation/index.ts';
import { settle, type People } from './people.ts';
import { openSurvey, releasedSurvey } from './surveys.ts';
import { signedIn, type Send } from './visitor.ts';

/** Those of the example a newcomer comes in as: also the union and the office of the school that consults, and who looks on. */
interface Staff extends People {
  schoolUnion: string;
  drafter: string;
  inspector: string;
}

/** Where to look in the example organisation; the sign-in links work once. */
export interface ExampleLinks {
  survey: string;
  results: string;
  /** The draft of a school that was consulted on; it leads to what was said and answered. */
  consultation: string;
  signIn: Staff;
}

export interface Example {
  people: Staff;
  survey: string;
  results: string;
  consultation: string;
}

/** The example organisation: its surveys and every answer go through the real API. */
export async function buildExample(house: House, send: Send, first?: FirstAdministrator): Promise<Example> {
  const people = await settle(house, first);
  const desk = await signedIn(house, send, people.organizer);
  const released = await releasedSurvey(house, send, desk);
  const open = await openSurvey(house, send, desk);
  await desk.leave();
  const admin = await signedIn(house, send, people.admin);
  const { url, parties } = await consultation(house, send, admin);
  await admin.leave();
  const { schoolUnion, drafter, inspector } = parties;
  return {
    people: { ...people, schoolUnion, drafter, inspector },
    survey: open.links[0]!.url,
    results: released.resultsUrl!,
    consultation: url,
  };
}

export async function linksOf(house: House, { people, ...pages }: Example): Promise<ExampleLinks> {
  const signIn = { ...people };
  for (const who of Object.keys(people) as (keyof Staff)[]) {
    signIn[who] = await createLinkFor(house, house.db, people[who], 'sign-in');
  }
  return { ...pages, signIn };
}

/** Lets the first visitor choose the example organisation; it is built through the very app that serves it. */
export function offerExample(house: House, send: Send): void {
  house.buildExample = async (admin) => ({ administratorId: (await buildExample(house, send, admin)).people.admin });
}
