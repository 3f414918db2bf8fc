import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsOf, type ReleasePage, type SurveyView, type TemplateView } from '@danban/contract';
import type { Definition, Question } from '@danban/survey';
import { settle } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const day = 24 * 60 * 60 * 1000;
const words = (vi: string) => ({ vi, en: vi });
const items = (...ids: string[]) => ids.map((id) => ({ id, text: words(id) }));
const common = { text: words('Câu hỏi'), required: false };

/** Every type, and questions that depend on others. */
const questions: Question[] = [
  { ...common, id: 'single', type: 'single', required: true, options: items('yes', 'no') },
  { ...common, id: 'multi', type: 'multi', options: items('a', 'b') },
  {
    ...common,
    id: 'scale',
    type: 'scale',
    options: items('s1', 's2', 's3').map((item, at) => ({ ...item, score: at + 1 })),
  },
  { ...common, id: 'matrix', type: 'matrix', options: items('s1', 's2'), rows: items('r1', 'r2') },
  { ...common, id: 'rank', type: 'rank', options: items('a', 'b', 'c') },
  { ...common, id: 'number', type: 'number', min: 0, max: 7 },
  { ...common, id: 'text', type: 'text', maxLength: 100 },
  {
    ...common,
    id: 'stance',
    type: 'stance',
    options: (['agree', 'amend', 'disagree', 'abstain'] as const).map((id) => ({ id, text: words(id) })),
    clauseRef: 'dieu-8',
    allowComment: true,
  },
  {
    ...common,
    id: 'why',
    type: 'single',
    required: true,
    options: items('x', 'y'),
    showIf: { question: 'single', anyOf: ['no'] },
  },
  {
    ...common,
    id: 'tell',
    type: 'text',
    maxLength: 100,
    showIf: { question: 'why', anyOf: ['x'] },
  },
];

const glad = {
  single: 'yes',
  multi: ['a'],
  scale: 's3',
  matrix: { r1: 's1', r2: 's2' },
  rank: { a: 1, b: 2, c: 3 },
  number: 3,
  text: 'Cảm ơn nhà trường',
  stance: { choice: 'agree' },
};
const critical = {
  single: 'no',
  multi: ['a', 'b'],
  scale: 's1',
  matrix: { r1: 's2', r2: 's1' },
  rank: { c: 1, a: 2, b: 3 },
  number: 5,
  stance: { choice: 'disagree', comment: 'Đề nghị sửa khoản 2' },
  why: 'x',
  tell: 'Vì chưa được hỏi',
};
const brief = { single: 'no', rank: { b: 1 }, scale: 's2', stance: { comment: 'Chỉ có lời' }, why: 'y' };
/** Answers to what this person is not asked. */
const stray = { ...glad, why: 'x', tell: 'KHÔNG ĐƯỢC HỎI', rank: { a: 1, c: 2 } };

onEachPostgres((_, fresh) => {
  let at: TestHouse;
  let send: Send;
  let organizer: Awaited<ReturnType<typeof signedIn>>;

  beforeAll(async () => {
    at = await testHouse(await fresh());
    send = (path, init) => at.app.request(path, init);
    organizer = await signedIn(at.house, send, (await settle(at.house, undefined)).organizer);
  });
  afterAll(() => at.close());

  const draft = async (template = 'khao-sat-hai-long-phu-huynh') =>
    (await organizer.post('/surveys', { template, bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' })) as SurveyView;
  const save = (survey: SurveyView, definition: unknown) =>
    organizer.put(`/surveys/${survey.id}`, { definition, revision: survey.revision });
  const open = async (survey: SurveyView) => {
    const closesAt = new Date(at.house.clock().getTime() + 10 * day).toISOString();
    return (await organizer.post(`/surveys/${survey.id}/open`, { closesAt })) as SurveyView;
  };
  const withoutPlan = ({ plan: _, ...definition }: Definition) => definition;
  let serial = 0;
  const answer = async (slug: string, answers: unknown) =>
    send(`/api/s/${slug}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce: `nonce-of-twenty-two-chars-${serial++}`, answers }),
    });
  const times = async (n: number, slug: string, answers: unknown) => {
    const sent = await Promise.all(Array.from({ length: n }, () => answer(slug, answers)));
    expect(new Set(sent.map((response) => response.status))).toEqual(new Set([201]));
  };

  test('every one of the twelve templates becomes a draft, is saved as it is, and says what keeps it from opening', async () => {
    const templates = (await organizer.get('/templates')) as TemplateView[];
    expect(templates).toHaveLength(12);
    for (const template of templates) {
      const survey = await draft(template.id);
      await save(survey, survey.definition);
      const errors = survey.issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code);
      expect(errors).toEqual(expect.arrayContaining(template.notYet));
      if (errors.length > 0) await expect(open(survey)).rejects.toThrow(errors[0]);
    }
  });

  test('a condition that can never be met keeps a survey from opening', async () => {
    const survey = await draft();
    const definition = survey.definition as Definition;
    const showIf = { question: 'single', anyOf: ['perhaps'] };
    await save(survey, { ...withoutPlan(definition), questions: [questions[0], { ...questions[1], showIf }] });
    await expect(open(survey)).rejects.toThrow('condition-unknown-option');
  });

  test('a survey of every type: each answer is in the count, and only what was asked', async () => {
    const drafted = await draft();
    await save(drafted, { ...withoutPlan(drafted.definition as Definition), questions });
    const survey = await open(drafted);
    const { slug } = survey.links[0]!;
    await times(14, slug, glad);
    await times(12, slug, critical);
    await times(6, slug, brief);
    await times(3, slug, stray);
    expect((await answer(slug, { single: 'no' })).status).toBe(422);
    expect((await answer(slug, { ...glad, rank: { a: 1, b: 1 } })).status).toBe(422);
    await organizer.post(`/surveys/${survey.id}/close`);
    await at.work();
    await at.work();
    const release = (await organizer.get(`/surveys/${survey.id}/release`)) as ReleasePage;
    const counts = Object.fromEntries(
      cellsOf(release, release.units[0]!.cells).map((cells, at) => [
        release.questions[at]!.id,
        cells.map((cell) => (cell.kind === 'exact' ? cell.counts : cell.kind)),
      ]),
    );
    expect(counts).toEqual({
      single: [[0, 17, 18]],
      multi: [
        [6, 29],
        [23, 12],
      ],
      scale: [[0, 12, 6, 17]],
      matrix: [
        [6, 17, 12],
        [6, 12, 17],
      ],
      rank: [
        [6, 17, 12, 0],
        [3, 6, 14, 12],
        [6, 12, 3, 14],
      ],
      number: [[6, 0, 0, 0, 17, 0, 12, 0, 0]],
      stance: [[6, 17, 0, 12, 0]],
      why: [[0, 12, 6]],
    });
    expect(release.questions.find((question) => question.id === 'why')?.showIf).toEqual({
      question: 'single',
      anyOf: ['no'],
      options: items('no').map(({ text }) => text),
    });
    const kept = await sql<{ question_id: string; body: string }>`
      select question_id, body from comment where survey_id = ${survey.id} order by question_id, body`.execute(
      at.house.db,
    );
    const texts = kept.rows.map((row) => `${row.question_id}: ${row.body}`);
    expect(new Set(texts)).toEqual(
      new Set([
        'text: Cảm ơn nhà trường',
        'stance: Đề nghị sửa khoản 2',
        'stance: Chỉ có lời',
        'tell: Vì chưa được hỏi',
      ]),
    );
    expect(texts).toHaveLength(17 + 12 + 6 + 12);
    expect(release.comments.received).toBe(texts.length);
  });
});
