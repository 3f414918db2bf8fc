import type { Person } from '@danban/access';
import type { DeskWork, PageView, WaitingPart, WaitingSurveyView } from '@danban/contract';
import { toModerate } from '../comments/waiting.ts';
import { toConfirm, toKeep } from '../commitments/waiting.ts';
import type { House } from '../house.ts';
import { pageOf, rowsOf } from '../http/list.ts';
import { toAnswer } from '../replies/waiting.ts';
import { listedView } from '../surveys/list.ts';
import { waitingFor, type Found, type Work } from '../surveys/waiting.ts';

const works: Record<DeskWork, Work> = { moderate: toModerate, answer: toAnswer, keep: toKeep, confirm: toConfirm };
const viewOf = ({ survey, left, of }: Found): WaitingSurveyView => ({ ...listedView(survey), left, of });

/** A desk shows a few, and says how many there are as far as a desk is set out in time. */
const shown = 6;
const atDesk = { looked: 60, found: 40 };
/** All of them: further than anybody turns pages. */
const mostLooked = 1000;

export async function workAtDesk(house: House, person: Person, work: DeskWork): Promise<WaitingPart> {
  const { items, more } = await waitingFor(house, person, works[work], atDesk);
  return { items: items.slice(0, shown).map(viewOf), count: items.length, more };
}

/** One page of all that waits. */
export async function workFor(
  house: House,
  person: Person,
  work: DeskWork,
  page: number,
): Promise<PageView<WaitingSurveyView>> {
  const { limit, offset } = rowsOf(page);
  const { items } = await waitingFor(house, person, works[work], { looked: mostLooked, found: offset + limit });
  return pageOf(items.slice(offset), page, viewOf);
}
