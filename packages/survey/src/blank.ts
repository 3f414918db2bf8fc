import type { Definition } from './definition.ts';
import { givenTitle } from './givenWords.ts';
import { newQuestion } from './newQuestion.ts';

/** A survey to begin with nothing: one question, for the staff of a unit, everything to be rewritten. */
export function blankDefinition(): Definition {
  return {
    schema: 1,
    kind: 'survey',
    title: givenTitle(),
    intro: { vi: 'Xin cho biết ý kiến. Phiếu không hỏi họ tên.', en: 'Please tell us. No names are asked.' },
    audience: { vi: 'Viên chức, người lao động của đơn vị', en: 'Staff of the unit' },
    audienceKind: 'staff',
    countUnit: 'person',
    motto: [],
    legalBases: [],
    estMinutes: 5,
    door: 'open_link',
    thresholds: { unit: 5, comments: 10, sensitive: 10 },
    questions: [newQuestion('single', 'q1')],
  };
}
