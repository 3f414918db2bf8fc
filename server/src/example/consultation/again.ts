import type { PrintedSlipsView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../../house.ts';
import { answersFor } from '../answers.ts';
import { repeatable } from '../chance.ts';
import { open, untilReleased } from '../surveys.ts';
import { submitByCode, type Desk, type Send } from '../visitor.ts';

/** What the staff say when they are asked again: of 28 who gave an opinion 15 were answered fully, 9 partly, 4 not. */
const said = { no: 4, partly: 9, fully: 15, none: 6 };

/** The same people are asked once whether their points were answered; the index of it is published. */
export async function askedAgain(
  { house, send }: { house: House; send: Send },
  union: Desk,
  consultation: string,
): Promise<void> {
  const { id } = (await union.post(`/surveys/${consultation}/follow-up`)) as SurveyView;
  const survey = await open(house, union, id);
  const answered = Object.entries(said).flatMap(([option, people]) => Array.from({ length: people }, () => option));
  const wanted = { units: [{ position: 0, count: answered.length }] };
  const { units } = (await union.post(`/surveys/${id}/slips`, wanted)) as PrintedSlipsView;
  const chance = repeatable(55);
  const { slug } = survey.links[0]!;
  const sheets = answered.map((option) => {
    const { words: _, ...sheet } = answersFor(survey.definition as Definition, chance, 0.7);
    return { ...sheet, answered: option };
  });
  await Promise.all(sheets.map((sheet, at) => submitByCode(send, slug, units[0]!.codes[at]!, sheet)));
  await union.post(`/surveys/${id}/close`);
  await untilReleased(house, union, id);
  await union.put(`/surveys/${id}/publication`, { published: true });
}
