import { hasResults } from '@danban/access';
import {
  publishedComments,
  type InspectedComments,
  type InspectionView,
  type PublishedComments,
} from '@danban/contract';
import { participation } from '@danban/disclosure';
import { entersByCode, type Definition } from '@danban/survey';
import { findProgress, findPublication } from '../comments/queries.ts';
import { boardOf } from '../commitments/board.ts';
import type { House } from '../house.ts';
import { publicRepliesOf } from '../replies/reader.ts';
import { findReleases } from '../results/reader.queries.ts';
import { definitionInForce, eligible, linkedUnits } from '../surveys/frozen.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { findTree } from '../surveys/tree.queries.ts';
import { countOrganisations, findSlipActs } from './queries.ts';

type Counts = InspectionView['counts'];

/** Nobody has read anything under this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** What went out says itself how many there are; a sum is told where both its parts are. */
function ofPublication({ published, hidden }: PublishedComments): InspectedComments {
  const received = published === null || hidden.all === null ? null : published + hidden.all;
  return { kind: 'published', received, published, hidden: hidden.all, parts: hidden.parts };
}

/**
 * Opinions in numbers, as they are published with their words: what was counted under which reason on the way there would tell,
 * opinion by opinion, what each says.
 */
async function commentsOf(house: House, survey: SurveyRow): Promise<InspectedComments> {
  const publication = await findPublication(house.db, survey.id);
  if (publication !== undefined) return ofPublication(publishedComments.parse(JSON.parse(publication)));
  if (!hasResults(survey.state)) return { kind: 'not-counted' };
  const { all, agreed } = await findProgress(house.db, survey.id, nobody);
  if (all === 0) return { kind: 'none' };
  const { comments: threshold } = definitionInForce(survey).thresholds;
  return { kind: 'reading', enough: all >= threshold && survey.answered >= threshold, allRead: agreed === all };
}

async function repliesOf(house: House, survey: SurveyRow): Promise<Counts['replies']> {
  const replies = await publicRepliesOf(house, survey);
  if (replies === null) return null;
  return {
    counter: replies.counter,
    points: { received: replies.named.received, answered: replies.named.answers.length },
    due: replies.clock?.due ?? null,
    lateBy: replies.clock?.lateBy ?? null,
    doneOn: replies.clock?.doneOn ?? null,
    commitments: (await boardOf(house, survey)).counts,
  };
}

async function listedOf({ roster }: House, survey: SurveyRow): Promise<number | null> {
  if ((survey.definition as Definition).door !== 'roster') return null;
  const { people } = await roster.counts(survey.id);
  return people > 0 ? people : null;
}

/** What may be counted of a survey by whoever reads no answer: of the whole alone, no unit by itself. */
export async function countsOf(house: House, survey: SurveyRow): Promise<Counts> {
  const { db, urn } = house;
  const definition = survey.definition as Definition;
  const tree = await findTree(db, survey.id);
  const invited = eligible(tree);
  const unopened = await urn.unopened(survey.id);
  const organisations = await countOrganisations(db, survey.id);
  const releases = await findReleases(db, survey.id, survey.released);
  return {
    invited,
    listed: await listedOf(house, survey),
    links: linkedUnits(definition, tree).length,
    slips: entersByCode(definition) ? await findSlipActs(db, survey.id) : null,
    unopened: unopened > 0 ? participation({ respondents: unopened, invited, shown: false }) : null,
    comments: await commentsOf(house, survey),
    organisations: organisations.invited > 0 ? organisations : null,
    replies: await repliesOf(house, survey),
    releases,
    refused: survey.release_refused !== null,
  };
}
