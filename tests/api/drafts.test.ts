import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { createSignInLink } from '@danban/server';
import { settle } from '@danban/server/example/people';
import type { Definition } from '@danban/survey';
import { origin, testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const where = { bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };

onEachPostgres((_, fresh) => {
  let at: TestHouse;
  let cookie = '';
  const staff = async (method: string, path: string, body?: unknown): Promise<Response> =>
    at.app.request(`/lam-viec/api${path}`, {
      method,
      headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  beforeAll(async () => {
    at = await testHouse(await fresh());
    const people = await settle(at.house, undefined);
    const token = new URL(await createSignInLink(at.house, people.organizer)).searchParams.get('ma');
    const answer = await staff('POST', '/sessions/link', { token });
    cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  });
  afterAll(() => at.close());

  const view = async (answer: Promise<Response>): Promise<SurveyView> => {
    const response = await answer;
    expect(response.status).toBeLessThan(300);
    return (await response.json()) as SurveyView;
  };
  const create = (begin: object = {}) => view(staff('POST', '/surveys', { ...begin, ...where }));
  const titled = (survey: SurveyView, vi: string) => ({ ...(survey.definition as Definition), title: { vi } });
  const save = (survey: SurveyView, vi: string, revision = survey.revision) =>
    staff('PUT', `/surveys/${survey.id}`, { definition: titled(survey, vi), revision });
  const go = (survey: SurveyView, to: number | null) =>
    view(staff('POST', `/surveys/${survey.id}/restore`, { to, revision: survey.revision }));

  test('a survey begins from blank with one question, and does not open before its words are written', async () => {
    const survey = await create();
    expect((survey.definition as Definition).questions).toHaveLength(1);
    const closesAt = new Date(at.house.clock().getTime() + 10 * 24 * 60 * 60 * 1000).toISOString();
    const refused = await staff('POST', `/surveys/${survey.id}/open`, { closesAt });
    expect(refused.status).toBe(422);
    const given = ['Khảo sát mới', 'Câu hỏi mới', 'Lựa chọn 1', 'Lựa chọn 2'];
    expect(await refused.json()).toMatchObject({
      code: 'survey-not-ready',
      issues: given.map((words) => ({ code: 'words-as-given', params: { words } })),
    });
    const options = ['Có', 'Không'].map((vi, index) => ({ id: `o${index + 1}`, text: { vi } }));
    const questions = [{ ...(survey.definition as Definition).questions[0], text: { vi: 'Có khó khăn?' }, options }];
    const definition = { ...titled(survey, 'Khảo sát khó khăn'), questions };
    await view(staff('PUT', `/surveys/${survey.id}`, { definition, revision: 0 }));
    expect((await view(staff('POST', `/surveys/${survey.id}/open`, { closesAt }))).state).toBe('open');
  });

  test('a survey begins from an earlier one with the same questions under the same ids', async () => {
    const earlier = await create({ template: 'khao-sat-hai-long-phu-huynh' });
    const copy = await create({ from: earlier.id });
    expect(copy.id).not.toBe(earlier.id);
    expect(copy.definition).toEqual(earlier.definition);
  });

  test('two who edit one draft: the second is told who saved, and nothing is overwritten', async () => {
    const survey = await create();
    const first = await view(save(survey, 'Bản của người thứ nhất'));
    const refused = await save(survey, 'Bản của người thứ hai');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'survey-changed-meanwhile',
      issues: [{ params: { name: 'Cán bộ Công đoàn Giáo dục tỉnh' } }],
    });
    const now = await view(staff('GET', `/surveys/${survey.id}`));
    expect(now).toMatchObject({ revision: first.revision, title: { vi: 'Bản của người thứ nhất' } });
  });

  test('saves are undone one by one and done again, also after the page was left', async () => {
    let survey = await create();
    for (const words of ['một', 'hai', 'ba']) survey = await view(save(survey, words));
    survey = await go(survey, survey.undo);
    expect(survey.title.vi).toBe('hai');
    survey = await go(survey, survey.undo);
    expect(survey.title.vi).toBe('một');
    survey = await go(survey, survey.redo);
    expect(survey.title.vi).toBe('hai');
    survey = await view(save(survey, 'bốn'));
    expect(survey.redo).toBeNull();
    survey = await go(survey, survey.undo);
    expect(survey.title.vi).toBe('hai');
  });

  test('two hundred saves are kept and what it began with, another older one is gone', async () => {
    let survey = await create();
    for (let i = 0; i < 205; i++) survey = await view(save(survey, `lần ${i}`));
    const restore = (to: number) => staff('POST', `/surveys/${survey.id}/restore`, { to, revision: survey.revision });
    expect((await restore(3)).status).toBe(404);
    expect((await restore(6)).status).toBe(200);
    survey = await view(staff('GET', `/surveys/${survey.id}`));
    expect((await restore(0)).status).toBe(200);
  }, 60_000);

  const linesOf = async ({ id }: SurveyView) => {
    const { rows } = await sql<{ details: Record<string, number> }>`
      select details from audit_event where object_id = ${id} and act = 'survey.edit'
      order by seq`.execute(at.house.db);
    return rows.map(({ details: { added, removed, changed } }) => [added, removed, changed]);
  };

  test('words typed in one sitting are one line of the log, and going back is one of its own', async () => {
    let survey = await create();
    for (const words of ['một', 'hai', 'ba']) survey = await view(save(survey, words));
    expect(await linesOf(survey)).toHaveLength(1);
    at.pass(11 * 60 * 1000);
    survey = await view(save(survey, 'bốn'));
    expect(await linesOf(survey)).toHaveLength(2);
    await go(survey, survey.undo);
    expect(await linesOf(survey)).toHaveLength(3);
  });

  test('each question added, removed or changed in a sitting is in the log once, in whichever save it happened', async () => {
    let survey = await create({ template: 'khao-sat-hai-long-phu-huynh' });
    const asked = (survey.definition as Definition).questions;
    const reword = (vi: string) => (question: (typeof asked)[number]) => ({ ...question, text: { vi } });
    const put = async (questions: typeof asked) => {
      const definition = { ...(survey.definition as Definition), questions };
      survey = await view(staff('PUT', `/surveys/${survey.id}`, { definition, revision: survey.revision }));
      at.pass(60 * 1000);
    };
    const [first, second] = asked as [(typeof asked)[number], (typeof asked)[number]];
    const rest = asked.slice(2, -1);
    await put([reword('A')(first), ...asked.slice(1)]);
    await put([reword('Ab')(first), ...asked.slice(1)]);
    await put([reword('Ab')(first), ...asked.slice(1, -1)]);
    await put([reword('Abc')(first), reword('B')(second), ...rest]);
    await put([reword('Abcd')(first), reword('Bc')(second), ...rest]);
    expect(await linesOf(survey)).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });
});
