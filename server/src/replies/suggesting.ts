import type { SuggestionsView } from '@danban/contract';
import { suggestionsFor } from '@danban/replies';
import { findPublishable } from '../comments/queries.ts';
import type { House } from '../house.ts';
import { pageOf, rowsOf } from '../http/list.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { answersOf } from './clusters.ts';
import { opinionViews } from './words.ts';

/** So many opinions of a cluster are enough to know what it is about. */
const mostRead = 60;

/** Loose opinions, each beside the cluster it is most like. */
export async function looseOf(
  house: House,
  survey: SurveyRow,
  asked: { q: string; page: number },
): Promise<SuggestionsView> {
  const { clusters } = await answersOf(house.db, survey);
  const view = opinionViews(survey);
  const placed = clusters.flatMap(({ comments }) => comments);
  const read = { words: '', except: null, limit: placed.length + 1, offset: 0 };
  const texts = new Map(
    (await findPublishable(house.db, survey.id, { ...read, only: placed })).map((row) => [row.id, view(row).text]),
  );
  const wish = { words: asked.q, only: null, except: placed, ...rowsOf(asked.page) };
  const page = pageOf(await findPublishable(house.db, survey.id, wish), asked.page, view);
  const grouped = clusters.map(({ id, title, comments }) => {
    return { id, title, texts: comments.slice(0, mostRead).map((comment) => texts.get(comment) ?? '') };
  });
  const suggested = suggestionsFor(
    page.items.map(({ text }) => text),
    grouped,
  );
  const titles = new Map(clusters.map(({ id, title }) => [id, title]));
  const items = page.items.map((opinion, at) => {
    const found = suggested[at];
    const there = found
      ? { cluster: found.cluster, title: titles.get(found.cluster)!, shared: [...found.shared] }
      : null;
    return { ...opinion, suggested: there };
  });
  return { opinions: { ...page, items } };
}
