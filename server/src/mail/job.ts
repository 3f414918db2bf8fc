import type { House } from '../house.ts';
import { linksFor } from '../roster/links.ts';
import { find } from '../surveys/queries.ts';
import { wordsOf } from './letter.ts';
import { findMailings, savePlace } from './queries.ts';

/** Letters in one go: then other work has its turn, and whoever clicks waits no longer than this takes. */
const atOnce = 20;
const pausedFor = 10 * 60_000;

/**
 * Some letters of the first mailing that is not done. Its place is written after every few: cut short anywhere, at most
 * those in flight leave twice. The place moves on for everybody with an address, written to or not.
 */
export async function mailSome(house: House, id: string): Promise<Date | null> {
  const survey = await find(house.db, id);
  const now = (await findMailings(house.db, id)).find(({ place, addresses }) => place < addresses);
  if (!survey || !now) return null;
  if (survey.state === 'paused') return new Date(house.clock().getTime() + pausedFor);
  if (survey.state !== 'open') return null;
  const { number, kind, place: from } = now;
  // A folder would show by what is missing who has come.
  const waitingOnly = kind === 'reminder' && house.post.leaves;
  const linkOf = await linksFor(house, house.db, survey);
  const bag = {
    send: ({ name, email, ...one }: Parameters<typeof linkOf>[0], place: number) => {
      const letter = { survey: id, id: `${id}.${number}.${place}`, to: { name, address: email! } };
      return house.post.send({ ...letter, ...wordsOf(kind, survey, name, linkOf({ name, email, ...one })) });
    },
    passed: (place: number) => savePlace(house.db, id, number, place),
  };
  await house.roster.deliver(id, { mailing: number, from, most: atOnce, waitingOnly }, bag);
  return house.clock();
}
