import { expect, test } from 'vitest';
import type { Definition } from '../definition.ts';
import { definitionWith, questions } from '../testing/definitions.ts';
import { definitionOf, started } from '../testing/templates.ts';
import { newQuestion } from '../newQuestion.ts';
import { placesOfIssue } from './place.ts';
import { issuesBeforeOpening, type OpeningContext } from './issues.ts';

const ready = definitionWith({ ...questions.single, headline: true }, questions.text);
const context: OpeningContext = {
  leastOpenDays: null,
  eligible: 120,
  closesAt: new Date('2023-11-20T17:00:00+07:00'),
  now: new Date('2023-11-06T08:00:00+07:00'),
  unitsCount: 3,
  template: null,
  beginning: null,
  roster: null,
  urgent: 'ready',
  drafts: [],
  register: [],
};

test('nothing speaks against a complete survey', () => {
  expect(issuesBeforeOpening(ready, context)).toEqual([]);
});

test('with printed slips it is known how many may answer, and a ballot keeps its promise of one each', () => {
  const byCode = { ...ready, door: 'one_time_code', rules: { oneBallotPerPerson: true } } as const;
  expect(issuesBeforeOpening(byCode, { ...context, eligible: null })).toEqual([]);
});

type Case = [string, Partial<Definition>, Partial<OpeningContext>, string];
test.each<Case>([
  [
    'nobody on the list',
    { door: 'roster' },
    { roster: { people: 0, unplaced: 0, strata: 0 }, eligible: 0 },
    'error roster-empty',
  ],
  [
    'people of a unit that is gone',
    { door: 'roster' },
    { roster: { people: 120, unplaced: 2, strata: 3 } },
    'error roster-unit-gone',
  ],
  [
    'more units with a key of their own than every respondent can be asked to fetch',
    { door: 'roster' },
    { roster: { people: 9000, unplaced: 0, strata: 301 } },
    'error roster-too-many-units',
  ],
  ['a way for what cannot wait, without mail', { urgent: true }, { urgent: 'no-mail' }, 'error urgent-no-mail'],
  ['the same with nobody it leads to', { urgent: true }, { urgent: 'no-contact' }, 'error urgent-no-contact'],
  ['unit links without a unit', { door: 'unit_link' }, { unitsCount: 0 }, 'error no-unit'],
  ['one ballot each behind an open link', { rules: { oneBallotPerPerson: true } }, {}, 'error door-counts-twice'],
  ['organisations beside people', { rules: { orgTrack: true } }, {}, 'error org-track-not-available'],
  ['minors counted at five, by rule', { rules: { minor: true } }, {}, 'error threshold-too-low'],
  ['a draft to be read elsewhere', { draft: { ref: 'du-thao' } }, {}, 'warning draft-sent-separately'],
  [
    'a legal basis left to fill in',
    { legalBases: [{ ref: 'NQHDND', text: { vi: 'Nghị quyết của HĐND tỉnh' }, certainty: 'configurable' }] },
    {},
    'warning legal-basis-to-fill',
  ],
  ['a head judged at five', { kind: 'evaluation' }, {}, 'error threshold-too-low'],
  ['minors counted at five', { audienceKind: 'student' }, {}, 'error threshold-too-low'],
  ['fewer people than the threshold', {}, { eligible: 4 }, 'error fewer-invited-than-threshold'],
  ['seven people', {}, { eligible: 7, unitsCount: 1 }, 'warning few-invited'],
  ['units of seven', {}, { eligible: 21 }, 'warning small-units'],
  ['an unknown number of people', {}, { eligible: null }, 'warning eligible-unknown'],
  ['no closing date', {}, { closesAt: null }, 'error closing-date-missing'],
  ['a closing date that is now', {}, { closesAt: context.now }, 'error closing-date-past'],
  ['a closing date that is no date', {}, { closesAt: new Date(Number.NaN) }, 'error closing-date-past'],
  ['fewer days than promised', { minOpenDays: 20 }, {}, 'warning open-too-short'],
  ['no question', { questions: [] }, {}, 'error no-question'],
  ['no headline', { questions: [questions.text] }, {}, 'warning no-headline'],
  ['no legal basis', { legalBases: [] }, {}, 'warning no-legal-basis'],
  ['a title nobody has written', { title: { vi: 'Khảo sát mới', en: 'Meals' } }, {}, 'error words-as-given'],
  ['an English title nobody has written', { title: { vi: 'Bữa ăn', en: 'New survey ' } }, {}, 'error words-as-given'],
  ['a title in Vietnamese only', { title: { vi: 'Khảo sát' } }, {}, 'warning missing-english'],
])('%s', (_, definition, more, expected) => {
  const issues = issuesBeforeOpening({ ...ready, ...definition }, { ...context, ...more });
  expect(issues.map((issue) => `${issue.severity} ${issue.code}`)).toEqual([expected]);
});

test('words of a new question are asked for at each of their fields', () => {
  const definition = { ...ready, questions: [newQuestion('multi', 'q1'), newQuestion('matrix', 'q2')] };
  const given = issuesBeforeOpening(definition, context).filter(({ code }) => code === 'words-as-given');
  const fields = given.map((issue) => [issue.params?.['words'], ...placesOfIssue(issue, definition)]);
  expect(fields).toEqual([
    ['Câu hỏi mới', 'questions.0.text.vi'],
    ...[0, 1, 2].map((at) => [`Lựa chọn ${at + 1}`, `questions.0.options.${at}.text.vi`]),
    ['Câu hỏi mới', 'questions.1.text.vi'],
    ...[0, 1].map((at) => [`Nội dung ${at + 1}`, `questions.1.rows.${at}.text.vi`]),
  ]);
  expect(new Set(given.map(({ severity }) => severity))).toEqual(new Set(['error']));
});

test('English whose Vietnamese was rewritten is pointed at, wherever its option stands now', () => {
  const beginning = definitionOf('khao-sat-hai-long-phu-huynh');
  const [first, ...others] = beginning.questions;
  if (first?.type !== 'single') throw new Error('the first question is a single choice');
  const [one, two, ...rest] = first.options;
  const options = [two!, { ...one!, text: { ...one!.text, vi: 'Viết lại' } }, ...rest];
  const placesIn = (questions: Definition['questions'], title = beginning.title) => {
    const definition = { ...beginning, title, questions };
    return issuesBeforeOpening(definition, { ...context, beginning })
      .filter(({ code, severity }) => code === 'english-behind' && severity === 'warning')
      .flatMap((issue) => placesOfIssue(issue, definition));
  };
  expect(placesIn(beginning.questions)).toEqual([]);
  expect(placesIn([...others, { ...first, options }])).toEqual([`questions.${others.length}.options.1.text.en`]);
  expect(placesIn(beginning.questions, { ...beginning.title, vi: 'Tên khác' })).toEqual(['title.en']);
  expect(placesIn(beginning.questions, { vi: 'Tên khác', en: 'Another title' })).toEqual([]);
});

test('an option in Vietnamese only names its question', () => {
  const options = [{ id: 'o1', text: { vi: 'Có' } }, ...questions.single.options.slice(1)];
  const issues = issuesBeforeOpening(
    { ...ready, questions: [{ ...questions.single, headline: true, options }] },
    context,
  );
  expect(issues).toEqual([{ code: 'missing-english', severity: 'warning', questionId: 'q1' }]);
});

const errorsOf = (id: string) => {
  const definition = definitionOf(id);
  const issues = issuesBeforeOpening(definition, { ...context, template: definition });
  return issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code);
};
const warningsOf = (id: string) => {
  const definition = definitionOf(id);
  const issues = issuesBeforeOpening(definition, { ...context, template: definition });
  return issues
    .filter((issue) => issue.severity === 'warning' && issue.code !== 'missing-english')
    .map(({ code, questionId }) => (questionId ? `${code} ${questionId}` : code));
};

test('the parent survey opens as it comes', () => {
  const definition = definitionOf('khao-sat-hai-long-phu-huynh');
  expect(issuesBeforeOpening(definition, { ...context, template: definition })).toEqual([]);
});

test('every other template says what keeps it from opening', () => {
  const wanting = started.map(({ id }) => [id, errorsOf(id)] as const).filter(([, errors]) => errors.length > 0);
  expect(Object.fromEntries(wanting)).toEqual({
    'binh-chon-guong-dan-van-kheo': ['two-rounds-not-available', 'candidates-not-entered'],
    'gop-y-quy-che-chi-tieu-noi-bo': ['draft-not-published'],
    'gop-y-quy-che-thi-dua-khen-thuong': ['draft-not-published'],
    'phan-bien-nghi-quyet-hdnd-hoc-phi': ['org-track-not-available', 'draft-not-published'],
  });
});

test('what a template only holds the place of is asked for', () => {
  expect(warningsOf('thu-chi-dau-nam-quy-phu-huynh')).toEqual(['rows-as-in-template q2', 'legal-basis-to-fill']);
  expect(warningsOf('phan-bien-nghi-quyet-hdnd-hoc-phi')).toContain('rows-as-in-template q8');
  expect(warningsOf('bua-an-ban-tru')).toEqual(['alert-after-close q6']);
});

test('a consultation by clauses opens on a published version of its draft, and on no other', () => {
  const tree = 'ab'.repeat(32);
  const definition = definitionOf('gop-y-quy-che-chi-tieu-noi-bo');
  const about = { ...definition, draft: { ref: 'du-thao', published: { number: 1, tree } } };
  const codes = (drafts: OpeningContext['drafts']) =>
    issuesBeforeOpening(about, { ...context, template: definition, drafts })
      .filter(({ code }) => code.startsWith('draft-'))
      .map(({ severity, code }) => `${severity} ${code}`);
  expect(codes([{ number: 1, tree }])).toEqual([]);
  expect(codes([{ number: 1, tree: 'cd'.repeat(32) }])).toEqual(['error draft-not-published']);
  expect(codes([])).toEqual(['error draft-not-published']);
  expect(
    codes([
      { number: 2, tree },
      { number: 1, tree },
    ]),
  ).toEqual(['warning draft-newer']);
});

test('rows that have been rewritten are not asked for again', () => {
  const template = definitionOf('thu-chi-dau-nam-quy-phu-huynh');
  const questions = template.questions.map((question) =>
    question.type === 'matrix' && question.editableRows
      ? { ...question, rows: [{ id: 'r1', text: { vi: 'Gửi xe', en: 'Parking' } }] }
      : question,
  );
  const issues = issuesBeforeOpening({ ...template, questions }, { ...context, template });
  expect(issues.map((issue) => issue.code)).not.toContain('rows-as-in-template');
});

test('a ballot opens once its candidates are entered, and not before', () => {
  const template = definitionOf('binh-chon-guong-dan-van-kheo');
  const ballot = template.questions.find((question) => question.id === 'q5');
  if (ballot?.type !== 'multi') throw new Error('the ballot is a multiple choice');
  const name = (at: number) => ({ id: `o${at}`, text: { vi: `Gương ${at}`, en: `Model ${at}` } });
  const codesWith = (options: typeof ballot.options) =>
    issuesBeforeOpening({ ...ready, questions: [{ ...ballot, options }] }, { ...context, template }).map(
      (issue) => issue.code,
    );
  expect(codesWith([1, 2, 3].map(name))).toEqual([]);
  expect(codesWith([1, 2].map(name))).toEqual(['fewer-candidates-than-choices']);
  expect(codesWith([name(1)])).toEqual(['candidates-not-entered']);
  expect(codesWith([...ballot.options, name(2), name(3)])).toContain('candidates-not-entered');
});
