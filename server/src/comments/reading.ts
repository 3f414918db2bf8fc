import { standingOf, suggestedMasks, type Review } from '@danban/comments';
import type { CommentList, CommentView, ModerationView, PageView } from '@danban/contract';
import { personalIn, type Span } from '@danban/text';
import { can, type Person } from '@danban/access';
import type { Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { pageOf, rowsOf } from '../http/list.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import { isSmall, questionsOf, type Moderating } from './moderating.ts';
import {
  findHandedOn,
  findListed,
  findNext,
  findProgress,
  findPublication,
  findReviews,
  type CommentRow,
  type ReviewRow,
} from './queries.ts';

export async function moderationOf(house: House, person: Person, moderating: Moderating): Promise<ModerationView> {
  const { survey } = moderating;
  return {
    survey: {
      id: survey.id,
      title: (survey.definition as Definition).title,
      body: survey.body_name,
      unit: survey.unit_name,
    },
    ...(await findProgress(house.db, survey.id, person.id)),
    threshold: definitionInForce(survey).thresholds.comments,
    published: (await findPublication(house.db, survey.id)) !== undefined,
    mayPublish: can(person, 'comments.publish', moderating.where),
    small: isSmall(moderating),
  };
}

const asMask = ({ start, end, kind }: Span) => ({ start, end, kind });

function viewOf(
  comment: CommentRow,
  reviews: readonly ReviewRow[],
  { survey, known }: Moderating,
  reader: string,
  handedOn: boolean,
): CommentView {
  const of = ({ decision, masks }: Review) => ({ decision, masks });
  const own = reviews.find(({ account_id: account }) => account === reader);
  const others = reviews.filter((one) => one !== own);
  const standing = standingOf(reviews);
  // Each reads for herself first: what somebody else holds would be easy to follow.
  const isShown = own !== undefined || standing.kind === 'agreed' || standing.kind === 'disputed';
  return {
    id: comment.id,
    question: questionsOf(survey).get(comment.question_id)?.text ?? { vi: '' },
    text: comment.body,
    suggested: suggestedMasks(comment.body, known),
    warned: personalIn(comment.body, known)
      .filter(({ level }) => level === 'warn')
      .map(asMask),
    standing: standing.kind,
    own: own ? of(own) : null,
    others: isShown ? others.map((one) => ({ ...of(one), who: one.name })) : [],
    handedOn,
  };
}

export async function viewsOf(
  house: House,
  moderating: Moderating,
  reader: string,
  rows: readonly CommentRow[],
): Promise<CommentView[]> {
  const ids = rows.map(({ id }) => id);
  const reviews = Map.groupBy(await findReviews(house.db, ids), ({ comment_id: id }) => id);
  const handedOn = await findHandedOn(house.db, ids);
  return rows.map((row) => viewOf(row, reviews.get(row.id) ?? [], moderating, reader, handedOn.has(row.id)));
}

/** The next opinion for this person to read, after the one she puts off. */
export async function nextFor(house: House, moderating: Moderating, reader: string, skipped: string | null) {
  const { comment, left } = await findNext(house.db, moderating.survey.id, reader, skipped);
  const [view] = comment ? await viewsOf(house, moderating, reader, [comment]) : [];
  return { comment: view ?? null, left };
}

export async function listedFor(
  house: House,
  moderating: Moderating,
  reader: string,
  { list, q, page }: { list: CommentList; q: string; page: number },
): Promise<PageView<CommentView>> {
  const wish = { list, words: q, ...rowsOf(page) };
  const rows = await findListed(house.db, moderating.survey.id, reader, wish);
  const shown = pageOf(rows, page, (row) => row);
  return { ...shown, items: await viewsOf(house, moderating, reader, shown.items) };
}
