import type { PrintedSlipsView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../../house.ts';
import { dayOf } from '../../organisations/day.ts';
import { school } from '../people.ts';
import { open, untilReleased } from '../surveys.ts';
import { submitByCode, type Desk, type Send } from '../visitor.ts';
import { askedAgain } from './again.ts';
import { askAboutArticles, bring, keysIn, readingUrl } from './drafts.ts';
import { moderate } from './opinions.ts';
import { atTheirDesks, schoolUnion, settleParties, type Parties } from './people.ts';
import { organisationSpeaks } from './organisation.ts';
import { answerAll, keepPromises, secondRound } from './replies.ts';
import { readOpinion, readSeed, versions, type Seed } from './seed.ts';
import { sheetsOf } from './sheets.ts';

const template = 'gop-y-quy-che-chi-tieu-noi-bo';

export interface Consultation {
  /** Where everybody reads the draft, and from there what was said and answered. */
  url: string;
  parties: Parties;
}

/** One printed code for each of the staff; some of them answer, a few on paper, which the union types in. */
async function answered(send: Send, union: Desk, survey: SurveyView, seed: Seed): Promise<void> {
  const wanted = { units: [{ position: 0, count: seed.codes }] };
  const { units } = (await union.post(`/surveys/${survey.id}/slips`, wanted)) as PrintedSlipsView;
  const sheets = sheetsOf(survey.definition as Definition, seed);
  const { slug } = survey.links[0]!;
  await Promise.all(sheets.map((sheet, at) => submitByCode(send, slug, units[0]!.codes[at]!, sheet)));
  await union.put(`/surveys/${survey.id}/slips/paper`, { sheets: seed.onPaper });
}

/**
 * The consultation of one school on its spending rules, from the first draft to the published answers: the union asks, the
 * provincial union reads, the office of the school answers, its head approves; the Fatherland Front speaks by name.
 */
export async function consultation(house: House, send: Send, admin: Desk): Promise<Consultation> {
  const [seed, opinion] = [readSeed(), readOpinion()];
  const parties = await settleParties(admin);
  const desks = await atTheirDesks(house, send, parties);
  const { schoolUnion: union, drafter, head, moderator, second } = desks;
  const begin = { template, bodyId: schoolUnion, unitId: school };
  const { id, revision } = (await union.post('/surveys', begin)) as SurveyView;
  await bring({ drafter, union }, id, versions[0]);
  await askAboutArticles(union, id, revision);
  const survey = await open(house, union, id);
  await answered(send, union, survey, seed);
  const url = await readingUrl(union, id);
  const keys = (...numbers: number[]) => keysIn(send, url.split('/').at(-1)!, numbers);
  const visitor = { house, send, keys: await keys(1) };
  const front = await organisationSpeaks(visitor, union, id, opinion);
  await union.post(`/surveys/${id}/close`);
  await untilReleased(house, union, id);
  const clusters = await moderate(id, [moderator, second], seed);
  await union.post(`/surveys/${id}/comments/publication`);
  await bring({ drafter, union }, id, versions[1]);
  const answering = {
    survey: id,
    union,
    drafter: { desk: drafter, id: parties.drafter },
    head,
    keys: await keys(1, 2),
    today: dayOf(house.clock()),
  };
  await answerAll(answering, { clusters: seed.clusters, opinion }, clusters);
  await secondRound(answering, front, opinion);
  await keepPromises(answering, seed);
  await union.put(`/surveys/${id}/publication`, { published: true });
  await askedAgain({ house, send }, union, id);
  for (const desk of Object.values(desks)) await desk.leave();
  return { url, parties };
}
