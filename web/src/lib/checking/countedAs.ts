import { numberOf, type ReleaseHead, type ReleasedQuestion, type TableView } from '@danban/contract';
import type { MessageKey } from '@danban/i18n';
import { NOT_ASKED } from '@danban/verify';
import type { Found } from '@danban/verify/check';

type Words = TableView['options'][number]['label'];

/** One line of how a sheet was counted: words of the survey, or a word of ours. */
export interface Line {
  item: Words | null;
  answer: Words | MessageKey;
}

export interface CountedQuestion {
  number: number;
  text: ReleasedQuestion['text'];
  lines: Line[];
}

const silent: Partial<Record<string, MessageKey>> = { multi: 'common.notChosen', rank: 'common.notPlaced' };

/** How a sheet stands in the tables of a release, question by question, in the words of the survey. */
export function countedAs(head: ReleaseHead, { categories }: Found): CountedQuestion[] {
  let cell = 0;
  return head.questions.map(({ id, text, type, tables }) => ({
    number: numberOf(head, id),
    text,
    lines: tables.map(({ label, options }) => ({ item: label, answer: answerOf(type, options, categories[cell++]!) })),
  }));
}

function answerOf(type: string, options: TableView['options'], category: number): Line['answer'] {
  if (category === NOT_ASKED) return 'checking.notAsked';
  if (category === 0) return silent[type] ?? 'common.noAnswer';
  // An option of a multiple choice is its own line: there it is chosen or not.
  return type === 'multi' ? 'checking.chosen' : options[category - 1]!.label;
}
