import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cellsOf, type ReleasePage, type SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

const day = 24 * 60 * 60 * 1000;
const template = 'khao-sat-hai-long-phu-huynh';

onEachPostgres((_, fresh) => {
  let at: TestHouse;
  let people: People;
  let send: Send;
  let organizer: Awaited<ReturnType<typeof signedIn>>;
  let leader: Awaited<ReturnType<typeof signedIn>>;

  beforeAll(async () => {
    at = await testHouse(await fresh());
    send = (path, init) => at.app.request(path, init);
    people = await settle(at.house, undefined);
  });
  // The clock of the house moves on by days, and a session lasts for hours.
  const signInAgain = async () => {
    organizer = await signedIn(at.house, send, people.organizer);
    leader = await signedIn(at.house, send, people.leader);
  };
  beforeEach(signInAgain);
  const pass = async (milliseconds: number) => {
    at.pass(milliseconds);
    await at.work();
    await signInAgain();
  };
  afterAll(() => at.close());

  const closesIn = (days: number) => new Date(at.house.clock().getTime() + days * day).toISOString();
  const draft = async (unitId = 'THPT.SONGNINH') =>
    (await organizer.post('/surveys', { template, bodyId: 'CDGD-TINH', unitId })) as SurveyView;
  const opened = async (unitId?: string) => {
    const survey = await draft(unitId);
    return (await organizer.post(`/surveys/${survey.id}/open`, { closesAt: closesIn(10) })) as SurveyView;
  };
  const again = async (survey: SurveyView) => (await organizer.get(`/surveys/${survey.id}`)) as SurveyView;
  const post = async (slug: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    send(`/api/s/${slug}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const codeOf = async (response: Response | Promise<Response>) =>
    ((await (await response).json()) as { code: string }).code;
  const chance = repeatable(7);
  const sheet = (survey: SurveyView) => answersFor(survey.definition as Definition, chance, 0.6);
  let serial = 0;
  const nonce = () => `nonce-of-twenty-two-chars-${serial++}`;
  const answer = async (survey: SurveyView, link: number, times: number) => {
    const { slug } = survey.links[link]!;
    const sent = await Promise.all(
      Array.from({ length: times }, () => post(slug, { nonce: nonce(), answers: sheet(survey) })),
    );
    expect(new Set(sent.map((response) => response.status))).toEqual(new Set([201]));
  };
  const closed = async (survey: SurveyView) => {
    await organizer.post(`/surveys/${survey.id}/close`);
    await at.work();
    await at.work();
    return again(survey);
  };

  test('from a template to released results: every answer is in the count', async () => {
    const survey = await opened();
    expect(survey.state).toBe('open');
    expect(survey.definitionHash).toMatch(/^[0-9a-f]{64}$/);
    await answer(survey, 0, 40);
    const released = await closed(survey);
    expect(released.state).toBe('released');
    const release = (await leader.get(`/surveys/${survey.id}/release`)) as ReleasePage;
    expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 40 });
    for (const cell of cellsOf(release, release.units[0]!.cells).flat()) {
      if (cell.kind === 'exact') expect(cell.n).toBe(40);
    }
  });

  test('nothing ticks while people answer: the survey looks the same after every answer', async () => {
    const survey = await opened();
    const before = JSON.stringify(await again(survey));
    await answer(survey, 0, 300);
    expect(JSON.stringify(await again(survey))).toBe(before);
    await pass(day + 1000);
    expect((await again(survey)).participation).toEqual({ kind: 'band', atLeast: 25 });
  });

  test('an answer sent again with its nonce is accepted once; changed, it is refused', async () => {
    const survey = await opened();
    const { slug } = survey.links[0]!;
    const one = { nonce: nonce(), answers: sheet(survey) };
    expect((await post(slug, one)).status).toBe(201);
    expect((await post(slug, one)).status).toBe(201);
    const other = { ...one, answers: { ...one.answers, q2: one.answers['q2'] === 's1' ? 's2' : 's1' } };
    const refused = await post(slug, other);
    expect(refused.status).toBe(409);
    expect(await codeOf(refused)).toBe('different-answer');
  });

  test('bad input gets a coded refusal, and nothing is stored', async () => {
    const survey = await opened();
    const { slug } = survey.links[0]!;
    const good = { nonce: nonce(), answers: sheet(survey) };
    expect(await codeOf(post(slug, '{"nonce":'))).toBe('malformed-json');
    expect(await codeOf(post(slug, { ...good, extra: 1 }))).toBe('invalid-input');
    expect(await codeOf(post(slug, { ...good, nonce: 'short' }))).toBe('invalid-input');
    expect(await codeOf(post(slug, good, { 'content-type': 'text/plain' }))).toBe('unsupported-media-type');
    expect(await codeOf(post(slug, { ...good, answers: { ...good.answers, q2: 5 } }))).toBe('invalid-answers');
    expect(await codeOf(post(slug, { ...good, answers: { ...good.answers, hidden: 'x' } }))).toBe('invalid-answers');
    expect(await codeOf(post(slug, `${'['.repeat(60)}${']'.repeat(60)}`))).toBe('bad-request');
    expect(await codeOf(post(slug, { ...good, answers: { q13: 'x'.repeat(500_000) } }))).toBe('too-large');
    expect(await codeOf(post('no-such-slug', good))).toBe('unknown-link');
    await closed(survey);
    const release = (await organizer.get(`/surveys/${survey.id}/release`)) as ReleasePage;
    expect(cellsOf(release, release.units[0]!.cells)[1]![0]).toEqual({ kind: 'protected' });
  });

  test('before opening and after closing an answer is refused in words', async () => {
    const survey = await opened();
    const { slug } = survey.links[0]!;
    at.pass(11 * day);
    expect(await codeOf(post(slug, { nonce: nonce(), answers: sheet(survey) }))).toBe('survey-closed');
    await pass(0);
    expect((await again(survey)).state).toBe('released');
  });

  test('the closing date only moves away, and an extended survey closes at the new date', async () => {
    const survey = await opened();
    await expect(organizer.post(`/surveys/${survey.id}/extend`, { closesAt: closesIn(5) })).rejects.toThrow(
      'closing-date-earlier',
    );
    await organizer.post(`/surveys/${survey.id}/extend`, { closesAt: closesIn(20) });
    await pass(15 * day);
    expect((await again(survey)).state).toBe('open');
    await pass(6 * day);
    expect((await again(survey)).state).toBe('released');
  });

  test('with fewer than the threshold in the whole survey nothing is ever shown', async () => {
    const survey = await opened();
    await answer(survey, 0, 4);
    await closed(survey);
    const text = JSON.stringify(await leader.get(`/surveys/${survey.id}/release`));
    expect(text).not.toContain('"exact"');
    expect(text).not.toContain('"respondents"');
    expect(text).not.toMatch(/"cells":\[[^\]]*\[/);
  });

  test('many units: small ones stay protected, and shown parts never give a hidden one by subtraction', async () => {
    const survey = await opened('SGDDT');
    for (const [link] of survey.links.entries()) await answer(survey, link, link % 5 === 0 ? 3 : 8);
    await closed(survey);
    const release = (await leader.get(`/surveys/${survey.id}/release`)) as ReleasePage;
    const shown = release.units.map((unit) => unit.participation);
    const total = shown[0]!;
    if (total.kind !== 'exact') throw new Error('the whole must be shown');
    expect(total.respondents).toBe(survey.links.reduce((sum, _link, i) => sum + (i % 5 === 0 ? 3 : 8), 0));
    expect(
      shown.filter((one) => one.kind === 'exact').every((one) => one.kind === 'exact' && one.respondents >= 5),
    ).toBe(true);
    expect(shown.some((one) => one.kind !== 'exact')).toBe(true);
  });

  test('a leader reads after release and not before; the public only what is published', async () => {
    const survey = await opened();
    await answer(survey, 0, 20);
    await expect(leader.get(`/surveys/${survey.id}/release`)).rejects.toThrow('403');
    await closed(survey);
    const release = await leader.get(`/surveys/${survey.id}/release`);
    const published = (await organizer.put(`/surveys/${survey.id}/publication`, { published: true })) as SurveyView;
    const slug = published.resultsUrl!.split('/').at(-1)!;
    expect(await (await send(`/api/kq/${slug}`)).json()).toEqual(release);
    await organizer.put(`/surveys/${survey.id}/publication`, { published: false });
    expect((await send(`/api/kq/${slug}`)).status).toBe(404);
  });

  test('CSV and JSON carry exactly what the screen shows', async () => {
    const survey = await opened('PGD.TPND');
    for (const [link] of survey.links.entries()) await answer(survey, link, 6 + link);
    const released = (await (await closed(survey),
    organizer.put(`/surveys/${survey.id}/publication`, { published: true }))) as SurveyView;
    const slug = released.resultsUrl!.split('/').at(-1)!;
    const whole = (await (await send(`/api/kq/${slug}/release.json`)).json()) as ReleasePage & {
      groups: Pick<ReleasePage['units'][number], 'cells'>[];
    };
    const page = (await (await send(`/api/kq/${slug}`)).json()) as ReleasePage;
    expect(page.units).toEqual(whole.groups);
    const csv = await (await send(`/api/kq/${slug}/release.csv`)).text();
    const exact = whole.groups
      .flatMap(({ cells }) => cellsOf(whole, cells).flat())
      .flatMap((cell) => (cell.kind === 'exact' ? [...cell.counts.slice(1), cell.counts[0]!] : []));
    const numbers = csv
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(';').at(-2) ?? '')
      .filter((count) => /^\d+$/.test(count));
    expect(numbers.map(Number)).toEqual(exact);
  });

  test('five hundred answers in a minute from one address pass without a refusal', async () => {
    const survey = await opened();
    await answer(survey, 0, 500);
  });

  test('an open survey cannot be edited, opened again, or opened with a date in the past', async () => {
    const survey = await draft();
    await expect(organizer.post(`/surveys/${survey.id}/open`, { closesAt: closesIn(-1) })).rejects.toThrow(
      'survey-not-ready',
    );
    await organizer.post(`/surveys/${survey.id}/open`, { closesAt: closesIn(3) });
    await expect(organizer.post(`/surveys/${survey.id}/open`, { closesAt: closesIn(3) })).rejects.toThrow(
      'survey-already-open',
    );
    await expect(
      organizer.put(`/surveys/${survey.id}`, { definition: survey.definition, revision: 0 }),
    ).rejects.toThrow('survey-already-open');
  });

  test('a definition of ten thousand options is refused with a code, quickly', async () => {
    const survey = await draft();
    const definition = structuredClone(survey.definition) as Definition & { questions: { options: unknown[] }[] };
    definition.questions[0]!.options = Array.from({ length: 10_000 }, (_, i) => ({
      id: `o${i}`,
      text: { vi: `${i}` },
    }));
    await expect(organizer.put(`/surveys/${survey.id}`, { definition, revision: survey.revision })).rejects.toThrow(
      'too-many-options',
    );
  });
});
