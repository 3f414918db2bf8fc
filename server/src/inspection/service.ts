import type { Person } from '@danban/access';
import type { ActCode } from '@danban/audit';
import type { InspectionView, ListedSurveyView, PageView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { historyOf } from '../audit/service.ts';
import type { House } from '../house.ts';
import { dayOf } from '../organisations/index.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import { listedBy, type SurveysWanted } from '../surveys/list.ts';
import { summaryOf } from '../surveys/views.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { inspectedBy } from '../surveys/rights.queries.ts';
import { isLogged } from '../transparency/queries.ts';
import { chainOf } from './chain.ts';
import { countsOf } from './counts.ts';
import { logOf } from './log.ts';
import { findDeadlineCutShort } from './queries.ts';

/** The surveys and consultations that have opened where she inspects. */
export function inspected(house: House, person: Person, wanted: SurveysWanted): Promise<PageView<ListedSurveyView>> {
  return listedBy(house, inspectedBy(person, dayOf(house.clock())), wanted);
}

/** Each is about one opinion: line by line they would tell how many there are, and what each was taken for. */
const ofSingleOpinions: readonly ActCode[] = [
  'comment.review',
  'comment.withdraw',
  'comment.reopen',
  'comment.hand-on',
  'comment.cluster',
];

export async function inspectionOf(house: House, survey: SurveyRow): Promise<InspectionView> {
  const { id } = survey;
  const { kind, door, countUnit } = survey.definition as Definition;
  const logged = await isLogged(house.db, id);
  return {
    survey: { ...summaryOf(survey), openedOn: survey.opened_on, kind, door, countUnit },
    closedBefore: await findDeadlineCutShort(house.db, id),
    now: house.clock().toISOString(),
    checked: logged ? { slug: survey.results_slug, page: `${house.origin}/kiem-tra/${survey.results_slug}` } : null,
    threshold: definitionInForce(survey).thresholds.comments,
    counts: await countsOf(house, survey),
    history: await historyOf(house, id, ofSingleOpinions),
    chain: await chainOf(house),
    log: await logOf(house, id),
  };
}
