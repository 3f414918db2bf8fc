import { hasResults } from '@danban/access';
import type { ListeningView, PackedCell, ReleaseHead } from '@danban/contract';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { openRelease } from '../results/reader.ts';
import { readHead } from '../results/reader.queries.ts';
import { findUnitsAt } from '../results/waves.queries.ts';
import { find, findFollowUp, type SurveyRow } from '../surveys/queries.ts';
import { followUpTemplate } from '../surveys/templates.ts';
import { figureIn } from './figure.ts';

/** A consultation and what asks its people again. */
interface Pair {
  consultation: SurveyRow;
  followUp: SurveyRow;
}

/** The pair one of them belongs to. */
async function pairOf({ db }: House, survey: SurveyRow): Promise<Pair | null> {
  if (survey.follows !== null) return { consultation: (await find(db, survey.follows))!, followUp: survey };
  const followUp = await findFollowUp(db, survey.id);
  return followUp ? { consultation: survey, followUp } : null;
}

const titleOf = ({ definition }: SurveyRow) => (definition as Definition).title;
const publicUrl = ({ published, results_slug }: SurveyRow): string | null =>
  published && results_slug ? `/kq/${results_slug}` : null;

/**
 * The index of the pair a survey belongs to, from the release of its close or a correction of it and from nothing else; null
 * where there is none or `mayRead` says no.
 */
export async function listeningIn(
  house: House,
  survey: SurveyRow,
  mayRead: (followUp: SurveyRow) => Promise<boolean>,
): Promise<ListeningView | null> {
  const pair = await pairOf(house, survey);
  if (!pair || !hasResults(pair.followUp.state) || !(await mayRead(pair.followUp))) return null;
  const { consultation, followUp } = pair;
  const { found } = await openRelease(house.db, {
    survey: followUp.id,
    released: followUp.released,
    number: undefined,
  });
  const head = JSON.parse(await readHead(house.db, found.id)) as ReleaseHead;
  const [whole] = await findUnitsAt(house.db, found.id, [0]);
  return {
    of: followUp.id === survey.id ? 'survey' : 'consultation',
    consultation: { title: titleOf(consultation), url: publicUrl(consultation) },
    survey: {
      ...{ title: titleOf(followUp), unit: head.survey.unit, closedOn: head.survey.closedOn },
      url: publicUrl(followUp),
    },
    release: { number: found.number, checksum: found.checksum },
    figure: figureIn(head, JSON.parse(whole!.cells) as PackedCell[], followUpTemplate),
  };
}

export const isPublic = ({ published }: SurveyRow): Promise<boolean> => Promise.resolve(published);
