import { facetIndices, indexOfAll } from '@danban/indicators';
import { criteria, facets } from '@danban/survey';
import { indexAt, itemsOf, type Item, type ReadPage, type ReadQuestion } from './read.ts';

type Text = Item['label'];

/** Items that make one index together, drawn around a centre. */
export interface ShownProfile {
  key: 'courtesy' | 'criteria';
  items: { label: Text; index: number | null }[];
  index: number | null;
}

/** "4 xin, 4 luôn" and the six points of social critique, where a survey asks about them. */
export function profilesOf(page: ReadPage): ShownProfile[] {
  const items = itemsOf(page);
  return [
    ...profileOf(
      'courtesy',
      items.filter(({ question }) => question.profile === 'courtesy'),
    ),
    ...profileOf(
      'criteria',
      criteria.flatMap((one) => items.filter(({ question }) => question.criterion === one)),
    ),
  ];
}

const fewest = 3;

function profileOf(key: ShownProfile['key'], items: Item[]): ShownProfile[] {
  if (items.length < fewest) return [];
  const shown = items.map((item) => ({ label: item.label, index: indexAt(item, 0) }));
  return [{ key, items: shown, index: indexOfAll(shown.map(({ index }) => index)) }];
}

export interface ShownFacet {
  facet: (typeof facets)[number];
  /** Questions of any kind that speak of it, and those of them on a scale, which the index is made of. */
  questions: number;
  items: number;
  index: number | null;
}

/** The six parts of the motto, those nobody asked about among them: what a survey leaves out is worth seeing. */
export function facetsOf(page: ReadPage): ShownFacet[] {
  const items = itemsOf(page).map((item) => ({ facets: facetsIn(item.question), index: indexAt(item, 0) }));
  return facetIndices(facets, items).map(({ facet, items: count, index }) => ({
    facet,
    questions: page.questions.filter((question) => facetsIn(question).includes(facet)).length,
    items: count,
    index,
  }));
}

function facetsIn({ motto }: ReadQuestion): ShownFacet['facet'][] {
  return facets.filter((facet) => motto.includes(facet));
}
