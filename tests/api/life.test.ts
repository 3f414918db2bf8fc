import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PublicSurveyView, ReleasePage, SurveyView } from '@danban/contract';
import type { Db } from '@danban/db';
import type { Definition } from '@danban/survey';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { comeIn, visitor, type Visitor } from '../support/staff.ts';

const day = 24 * 60 * 60 * 1000;
const template = 'khao-sat-hai-long-phu-huynh';

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let db: Db;
  let at: TestHouse;
  let people: People;
  let desk: Visitor;

  const asked = async (path: string, init?: RequestInit): Promise<Response> => at.app.request(path, init);
  const staff: Visitor['send'] = (...what) => desk.send(...what);
  const signIn = async (): Promise<void> => {
    desk = visitor(at.app);
    await comeIn(at.house, desk, people.organizer);
  };
  beforeAll(async () => {
    database = await fresh();
    db = database.db;
    at = await testHouse(database);
    people = await settle(at.house, undefined);
  });
  beforeEach(signIn);
  afterAll(() => at.close());

  const pass = async (milliseconds: number): Promise<void> => {
    at.pass(milliseconds);
    await at.work();
    await signIn();
  };
  const inDays = (days: number) => new Date(at.house.clock().getTime() + days * day).toISOString();
  const view = async (answer: Promise<Response>): Promise<SurveyView> => {
    const response = await answer;
    expect(response.status).toBeLessThan(300);
    return (await response.json()) as SurveyView;
  };
  const refusal = async (answer: Response | Promise<Response>): Promise<string> =>
    ((await (await answer).json()) as { code: string }).code;
  const draft = () => view(staff('POST', '/surveys', { template, bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' }));
  const again = (survey: SurveyView) => view(staff('GET', `/surveys/${survey.id}`));
  const act = (survey: SurveyView, what: string, body: unknown = {}) =>
    staff('POST', `/surveys/${survey.id}/${what}`, body);
  const opened = async () => view(act(await draft(), 'open', { closesAt: inDays(10) }));
  const scheduled = async (opens = 3, closes = 20) =>
    view(act(await draft(), 'schedule', { opensAt: inDays(opens), closesAt: inDays(closes) }));
  const behind = async (survey: SurveyView) =>
    (await (await at.app.request(`/api/s/${survey.links[0]!.slug}`)).json()) as PublicSurveyView;

  const chance = repeatable(5);
  let serial = 0;
  const send = (survey: SurveyView) =>
    asked(`/api/s/${survey.links[0]!.slug}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        nonce: `nonce-of-a-life-in-tests-${serial++}`,
        answers: answersFor(survey.definition as Definition, chance, 0.6),
      }),
    });
  const answered = async (survey: SurveyView, times: number): Promise<void> => {
    for (let i = 0; i < times; i++) expect((await send(survey)).status).toBe(201);
  };
  const partitions = async (survey: SurveyView): Promise<string[]> => {
    const found = await sql<{ name: string }>`select c.relname as name from pg_class c
      where c.relname like ${`%${survey.id.replaceAll('-', '')}`} and c.relkind = 'r' order by 1`.execute(db);
    return found.rows.map(({ name }) => name.replace(/_[0-9a-f]{32}$/, ''));
  };

  test('a scheduled survey has its link and says from when on; it opens by itself under the same link', async () => {
    const survey = await scheduled();
    expect(survey).toMatchObject({ state: 'scheduled', may: { edit: false, unschedule: true, cancel: true } });
    expect(await behind(survey)).toMatchObject({ state: 'not-yet-open', opensAt: survey.opensAt });
    expect(await refusal(send(survey))).toBe('survey-not-open');
    await pass(3 * day + 1000);
    const open = await again(survey);
    expect(open).toMatchObject({ state: 'open', opensAt: null, definitionHash: survey.definitionHash });
    expect(open.links).toEqual(survey.links);
    await answered(open, 1);
  });

  test('what is scheduled is frozen; taken back it is a draft whose link waits, and answers are checked by its new text', async () => {
    const survey = await scheduled();
    const whole = survey.definition as Definition;
    const shorter = { ...whole, questions: whole.questions.slice(0, 2) };
    expect(await refusal(staff('PUT', `/surveys/${survey.id}`, { definition: shorter, revision: 0 }))).toBe(
      'survey-scheduled',
    );
    const back = await view(act(survey, 'unschedule'));
    expect(back).toMatchObject({ state: 'draft', opensAt: null, definitionHash: null });
    await view(staff('PUT', `/surveys/${survey.id}`, { definition: shorter, revision: 0 }));
    expect((await behind(survey)).state).toBe('not-yet-open');
    await pass(4 * day);
    expect((await again(survey)).state).toBe('draft');
    const open = await view(act(survey, 'open', { closesAt: inDays(10) }));
    expect(open.links).toEqual(survey.links);
    expect((await behind(open)).definition).toEqual(shorter);
    await answered(open, 1);
  });

  test('a survey that cannot open when its time comes is a draft again and says what it missed', async () => {
    const survey = await scheduled(1, 2);
    at.pass(3 * day);
    await at.work();
    await signIn();
    expect(await again(survey)).toMatchObject({ state: 'draft', missedOpening: survey.opensAt });
  });

  test('nothing is scheduled into the past, nor to close before it opens', async () => {
    const survey = await draft();
    const past = act(survey, 'schedule', { opensAt: inDays(-1), closesAt: inDays(5) });
    expect(await refusal(past)).toBe('opening-date-past');
    expect(await refusal(act(survey, 'schedule', { opensAt: inDays(5), closesAt: inDays(4) }))).toBe(
      'survey-not-ready',
    );
  });

  test('a paused survey lets nobody in, loses nothing, goes on, and closes at its date all the same', async () => {
    const survey = await opened();
    await answered(survey, 6);
    expect((await view(act(survey, 'pause'))).state).toBe('paused');
    expect((await behind(survey)).state).toBe('paused');
    expect(await refusal(send(survey))).toBe('survey-paused');
    await pass(day + 1000);
    expect((await again(survey)).state).toBe('paused');
    expect((await view(act(survey, 'resume'))).state).toBe('open');
    await answered(survey, 6);
    await view(act(survey, 'pause'));
    await pass(10 * day);
    const released = await again(survey);
    expect(released.state).toBe('released');
    const release = (await (await staff('GET', `/surveys/${survey.id}/release`)).json()) as ReleasePage;
    expect(release.units[0]!.participation).toMatchObject({ respondents: 12 });
  });

  test('it is cancelled only before the first answer, and then nothing of it is left but its row', async () => {
    const asked = await opened();
    await answered(asked, 1);
    expect(await refusal(act(asked, 'cancel'))).toBe('survey-has-answers');
    await answered(asked, 1);
    const empty = await opened();
    expect((await view(act(empty, 'cancel'))).state).toBe('cancelled');
    expect((await behind(empty)).state).toBe('cancelled');
    expect(await refusal(send(empty))).toBe('survey-closed');
    await at.work();
    expect(await partitions(empty)).toEqual([]);
    expect(existsSync(join(at.keysDir, empty.id))).toBe(false);
    await pass(20 * day);
    expect((await again(empty)).state).toBe('cancelled');
  });

  test('an answer that arrives while it is being cancelled is either counted or refused, never lost', async () => {
    for (let round = 0; round < 5; round++) {
      const survey = await opened();
      const [sent, cancelled] = await Promise.all([send(survey), act(survey, 'cancel')]);
      expect([sent.status === 201, cancelled.status === 200]).not.toEqual([true, true]);
      if (sent.status === 201) expect(await refusal(act(survey, 'cancel'))).toBe('survey-has-answers');
    }
  });

  test('thresholds only rise, and the release holds to the raised ones', async () => {
    const survey = await opened();
    const raised = { unit: 20, comments: 20, sensitive: 20 };
    const put = (thresholds: unknown) => staff('PUT', `/surveys/${survey.id}/thresholds`, thresholds);
    expect((await view(put(raised))).thresholds).toEqual(raised);
    expect(await refusal(put({ ...raised, unit: 19 }))).toBe('threshold-only-rises');
    expect(await refusal(put({ unit: 1, comments: 1, sensitive: 1 }))).toBe('invalid-input');
    await answered(survey, 15);
    await view(act(survey, 'close'));
    await at.work();
    expect(await refusal(put({ unit: 30, comments: 30, sensitive: 30 }))).toBe('survey-not-open');
    const release = (await (await staff('GET', `/surveys/${survey.id}/release`)).json()) as ReleasePage;
    expect(release.thresholds).toEqual({ ...raised, breakdown: raised.unit });
    expect(release.units[0]!.participation.kind).not.toBe('exact');
  });

  test('archived, the sheets and opinions are destroyed and the results stay; it happens by itself after a year', async () => {
    const both = [await opened(), await opened()];
    for (const survey of both) {
      await answered(survey, 12);
      await view(act(survey, 'close'));
    }
    await at.work();
    const [byHand, byTime] = both as [SurveyView, SurveyView];
    await view(staff('PUT', `/surveys/${byHand.id}/publication`, { published: true }));
    const before = await (await staff('GET', `/surveys/${byHand.id}/release`)).text();
    expect(await partitions(byHand)).toEqual(['ledger_cell', 'ledger_column', 'submission']);
    expect((await view(act(byHand, 'archive'))).state).toBe('archived');
    await at.work();
    expect(await partitions(byHand)).toEqual([]);
    expect(await (await staff('GET', `/surveys/${byHand.id}/release`)).text()).toBe(before);
    expect((await again(byHand)).resultsUrl).not.toBeNull();
    expect(await partitions(byTime)).toEqual(['ledger_cell', 'ledger_column', 'submission']);
    const inAYear = new Date(at.house.clock());
    inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1);
    expect((await again(byTime)).keepUntil).toBe(inAYear.toISOString().slice(0, 10));
    await pass(366 * day);
    expect((await again(byTime)).state).toBe('archived');
    expect(await partitions(byTime)).toEqual([]);
    const left = await sql<{ n: number }>`select count(*)::int as n from comment
      where survey_id in (${byHand.id}, ${byTime.id})`.execute(db);
    expect(left.rows[0]!.n).toBe(0);
  });

  test('a draft can be thrown away, an open survey cannot', async () => {
    const survey = await draft();
    expect((await staff('DELETE', `/surveys/${survey.id}`)).status).toBe(204);
    expect(await refusal(staff('GET', `/surveys/${survey.id}`))).toBe('not-found');
    expect(await refusal(staff('DELETE', `/surveys/${(await opened()).id}`))).toBe('survey-already-open');
  });
});
