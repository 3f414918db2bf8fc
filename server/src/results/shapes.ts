import type { TableView } from '@danban/contract';
import { t } from '@danban/i18n';
import { type Column, placesOf, type Question } from '@danban/survey';
import { bandLabels } from './bandlabels.ts';

/** What a table is about and what its categories are called, without a figure. */
export interface Shape {
  label: TableView['label'];
  options: TableView['options'];
  /** What a mean is made of, an entry per option; `null` stays out. */
  scores: (number | null)[];
}

export function shapeOf(question: Question, column: Column): Shape {
  const { label, options } = wordsOf(question, column);
  const scores = question.type === 'rank' ? placeScores(question) : options.map((option) => option.score ?? null);
  return { label, options, scores };
}

function wordsOf(question: Question, { part }: Column): Pick<Shape, 'label' | 'options'> {
  switch (question.type) {
    case 'multi': {
      const chosen = question.options.find((one) => part && 'option' in part && one.id === part.option)!;
      return { label: chosen.text, options: [labelled(chosen)] };
    }
    case 'rank': {
      const ranked = question.options.find((one) => part && 'option' in part && one.id === part.option)!;
      return { label: ranked.text, options: placeLabels(question) };
    }
    case 'matrix': {
      const row = question.rows.find((one) => part && 'row' in part && one.id === part.row)!;
      return { label: row.text, options: question.options.map(labelled) };
    }
    case 'number':
      return { label: null, options: bandLabels(question) };
    case 'text':
      return { label: null, options: [] };
    default:
      return { label: null, options: question.options.map(labelled) };
  }
}

interface Option {
  text: TableView['options'][number]['label'];
  score?: number | null;
  negative?: boolean;
  flag?: string;
}

function labelled({ text, score, negative, flag }: Option): TableView['options'][number] {
  return {
    label: text,
    ...(score === undefined ? {} : { score }),
    ...(negative || flag !== undefined ? { negative: true } : {}),
  };
}

type Rank = Extract<Question, { type: 'rank' }>;

/** Places have no score on paper: the lowest is the best, and whoever reads scores takes the highest for it. */
function placeLabels(question: Rank): TableView['options'] {
  return Array.from({ length: placesOf(question) }, (_, at) => {
    const place = at + 1;
    return { label: { vi: t('vi', 'results.place', { place }), en: t('en', 'results.place', { place }) } };
  });
}

/** A mean place says something only where everybody places every option: among first threes it praises the rare. */
function placeScores(question: Rank): (number | null)[] {
  const places = placesOf(question);
  const isWhole = question.required && places === question.options.length;
  return Array.from({ length: places }, (_, at) => (isWhole ? at + 1 : null));
}
