import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountView, FollowUpView, ListeningView, PublicSurveyView, SurveyView } from '@danban/contract';
import { settle } from '@danban/server/example/people';
import { signedIn as deskOf, submit } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse } from '../support/house.ts';
import { listedSurvey } from '../support/listedSurvey.ts';
import { readJson } from '../support/opinions.ts';
import { answering, type Answering } from '../support/replies.ts';
import { comeIn, problemOf, visitor, type Visitor } from '../support/staff.ts';

const why = 'Khoản 2 Điều 8 sẽ khoán theo số ki-lô-mét đi thực tế, kèm bảng kê của từng chuyến.';
const day = 24 * 3_600_000;
const school = 'THPT.CTN';

let all: Answering;
let made: SurveyView;

beforeAll(async () => {
  all = await answering(24);
}, 120_000);
afterAll(() => all?.house.close());

const api = () => `/surveys/${all.survey.id}/follow-up`;
const card = (by: Visitor) => readJson<FollowUpView>(by, api());
const ask = (by: Visitor) => by.send('POST', api(), {});
const file = (name: string, slug = all.slug) => all.house.app.request(`/api/kq/${slug}/${name}`);
const listening = async (slug?: string) => (await (await file('listening', slug)).json()) as ListeningView | null;
const slugIn = ({ resultsUrl }: SurveyView) => resultsUrl!.split('/').at(-1)!;

async function answerAll(): Promise<void> {
  const cluster = await all.group('Mọi ý kiến', 'y');
  const proposal = { resolution: 'explained', explanation: why, clause: null, mergedInto: null, commitment: null };
  const steps: [Visitor, object][] = [
    [all.organizer, { kind: 'assign', to: all.drafter.id }],
    [all.drafter, { kind: 'propose', proposal }],
    [all.union, { kind: 'check' }],
    [all.leader, { kind: 'approve' }],
  ];
  for (const [by, act] of steps) expect((await all.step(by, cluster, act)).status).toBe(204);
  await all.organizer.send('POST', all.comments('/publication'), {});
  expect((await all.organizer.send('POST', all.at('/publication'), {})).status).toBe(204);
}

/** So many people say of their points: no, partly, fully; and so many gave none. */
async function answerAgain(survey: SurveyView, [no, partly, fully, none]: readonly number[]): Promise<SurveyView> {
  const closesAt = new Date(all.house.house.clock().getTime() + 9 * day).toISOString();
  const opened = await all.organizer.send('POST', `/surveys/${survey.id}/open`, { closesAt });
  const { links, definition } = (await opened.json()) as SurveyView;
  const choices = Object.entries({ no, partly, fully, none }).flatMap(([id, n]) =>
    Array.from({ length: n! }, () => id),
  );
  const criterion = (definition as Definition).questions.find(({ id }) => id === 'q1')!;
  const groups = 'options' in criterion ? criterion.options.map(({ id }) => id) : [];
  for (const [at, answered] of choices.entries()) {
    const sheet = {
      answered,
      clear: at % 2 ? 'partly' : 'fully',
      enough: at % 3 ? 'partly' : 'no',
      q1: groups[at % 2],
    };
    await submit(
      (path, init) => all.house.app.request(path, init),
      links[0]!.slug,
      randomBytes(24).toString('base64url'),
      sheet,
    );
  }
  await all.organizer.send('POST', `/surveys/${survey.id}/close`, {});
  await all.house.work();
  await all.house.work();
  return readJson<SurveyView>(all.organizer, `/surveys/${survey.id}`);
}
const publish = async (survey: SurveyView): Promise<SurveyView> =>
  (await (
    await all.organizer.send('PUT', `/surveys/${survey.id}/publication`, { published: true })
  ).json()) as SurveyView;

describe('people are asked again', () => {
  test('once answers are published, and no earlier', async () => {
    expect(await card(all.organizer)).toMatchObject({ mayMake: false, ready: false, made: null });
    expect(await problemOf(await ask(all.organizer))).toBe('follow-up-not-now');
    await answerAll();
    expect(await card(all.organizer)).toMatchObject({ mayMake: true, ready: true });
  });

  test('by who may make a survey there; never by the leader whose answers are asked about', async () => {
    for (const other of [all.drafter, all.union, all.leader])
      expect(await problemOf(await ask(other))).toBe('not-allowed');
    expect(await problemOf(await ask(visitor(all.house.app)))).toBe('sign-in-required');
    const grants = [
      { role: 'organizer', unitId: school, bodyId: 'CD.THPT.CTN' },
      { role: 'leader', unitId: school, bodyId: null },
    ];
    const invited = await all.admin.send('POST', '/accounts', { name: 'Lê Thị Hoa', login: 'hoa', grants });
    const judged = visitor(all.house.app);
    await comeIn(all.house.house, judged, ((await invited.json()) as { account: AccountView }).account.id);
    expect(await problemOf(await ask(judged))).toBe('judged-leader');
    expect((await card(judged)).mayMake).toBe(false);
  });

  test('once: of two who ask at the same time one makes it, and later ones are told where it is', async () => {
    const both = await Promise.all([ask(all.organizer), ask(all.organizer)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    made = (await both.find(({ status }) => status === 201)!.json()) as SurveyView;
    const again = await ask(all.organizer);
    expect(await again.json()).toMatchObject({ code: 'follow-up-made', issues: [{ params: { survey: made.id } }] });
    expect((await card(all.organizer)).made).toMatchObject({ id: made.id, open: true, state: 'draft' });
    await expect(
      sql`insert into survey (id, body_id, unit_id, created_by, responsible, results_slug, definition, follows)
        select gen_random_uuid(), body_id, unit_id, created_by, responsible, 'another', definition, follows
        from survey where id = ${made.id}`.execute(all.owner),
    ).rejects.toThrow('survey_follows');
  });

  test('and no other way: a survey with its words does not begin from it', async () => {
    const copy = { from: made.id, bodyId: made.bodyId, unitId: made.unitId };
    expect(await problemOf(await all.organizer.send('POST', '/surveys', copy))).toBe('follow-up-not-copied');
    const other = { ...copy, from: all.survey.id };
    expect((await all.organizer.send('POST', '/surveys', other)).status).toBe(201);
  });

  test('at the same place, by the same kind of door, under the thresholds and the plan that held then', () => {
    const [then, now] = [all.survey.definition as Definition, made.definition as Definition];
    expect(made).toMatchObject({ bodyId: all.survey.bodyId, unitId: all.survey.unitId, state: 'draft' });
    expect(now).toMatchObject({ kind: 'survey', door: then.door, thresholds: all.survey.thresholds });
    expect(now.plan?.breakdowns).toEqual(then.plan?.breakdowns);
    expect(made.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('thrown away as a draft it has asked nobody, and may be made anew', async () => {
    expect((await all.organizer.send('DELETE', `/surveys/${made.id}`)).status).toBe(204);
    made = (await (await ask(all.organizer)).json()) as SurveyView;
    expect(made.state).toBe('draft');
  });
});

describe('the listening index', () => {
  test('is not there before the follow-up is closed, counted and published', async () => {
    expect(await listening()).toBeNull();
    expect((await file('listening.csv')).status).toBe(404);
    const [slug] = [() => made.links[0]!.slug];
    const closed = await answerAgain(made, [3, 7, 14, 6]);
    made = closed;
    const page = (await (await all.house.app.request(`/api/s/${slug()}`)).json()) as PublicSurveyView;
    expect(page.follows).toEqual({
      title: (all.survey.definition as Definition).title,
      replies: `${all.survey.resultsUrl}#tra-loi`,
    });
    expect(closed.state).toBe('released');
    expect(await listening()).toBeNull();
  });

  test('equals the value made by hand, on the pages of both surveys and in the open data', async () => {
    made = await publish(made);
    const view = (await listening())!;
    expect(view).toMatchObject({
      consultation: { url: `/kq/${all.slug}` },
      survey: { url: `/kq/${slugIn(made)}` },
      // (14 + 7 / 2) / 24
      figure: { kind: 'index', valid: 24, no: 3, partly: 7, fully: 14, outside: 6 },
    });
    if (view.figure.kind !== 'index') throw new Error('no index');
    expect([view.figure.index, view.figure.low, view.figure.high].map((one) => Math.round(one! * 10) / 10)).toEqual([
      72.9, 52.9, 86.6,
    ]);
    expect(await listening(slugIn(made))).toEqual({ ...view, of: 'survey' });
    expect(await (await file('listening.json')).json()).toEqual({ schema: 1, ...view });
    expect(await (await file('listening.csv')).text()).toContain(';72,9;52,9;86,6;24;14;7;3;6;');
  });

  test('is read by staff who read the results of both, before it is published as well', async () => {
    const at = `/surveys/${all.survey.id}/release/listening`;
    await all.organizer.send('PUT', `/surveys/${made.id}/publication`, { published: false });
    expect(await listening()).toBeNull();
    expect((await readJson<ListeningView>(all.leader, at)).figure.kind).toBe('index');
    // She reads the consultation as everybody does, and not what is unpublished.
    expect(await (await all.drafter.send('GET', at)).json()).toBeNull();
  });

  test('is protected where the release protects its question, and nobody is asked a second time for another', async () => {
    expect(await problemOf(await ask(all.organizer))).toBe('follow-up-made');
    // Nothing but the stored release is asked: where its cell says nothing, nor does the index.
    await sql`alter table release_cell disable trigger all`.execute(all.owner);
    await sql`update release_cell set cells = regexp_replace(cells, '^\\[\\[[^\\]]*\\]', '[0') where position = 0
      and release_id in (select id from release where survey_id = ${made.id})`.execute(all.owner);
    const view = await readJson<ListeningView>(all.leader, `/surveys/${all.survey.id}/release/listening`);
    expect(view.figure).toEqual({ kind: 'protected' });
  });
});

test('a list comes over as names: new ids, no code, no mark, nobody who was struck off', async () => {
  const database = await freshDatabase();
  const at = await testHouse(database);
  const people = await settle(at.house, undefined);
  const send = (path: string, init?: RequestInit) => at.app.request(path, init);
  const listed = await listedSurvey(at, send, people, 'THPT.SONGNINH', { 'THPT.SONGNINH': 12 });
  for (const { respondent } of listed.respondents.slice(0, 5)) await respondent.collect();
  const { roster } = at.house;
  const then = await roster.people(listed.survey.id);
  await roster.revoke(listed.survey.id, then[0]!.id);
  const desk = await deskOf(at.house, send, people.organizer);
  const where = { template: 'khao-sat-hai-long-phu-huynh', bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' };
  const { id, revision } = (await desk.post('/surveys', where)) as SurveyView;
  await desk.put(`/surveys/${id}`, { definition: listed.survey.definition, revision });
  expect(await roster.copy(listed.survey.id, id)).toBe(11);
  const now = await roster.people(id);
  expect(now.map(({ name }) => name)).toEqual(then.slice(1).map(({ name }) => name));
  expect(now.some((one) => then.some((before) => before.id === one.id))).toBe(false);
  const { rows } = await sql<Record<string, unknown>>`
    select to_jsonb(e) - 'survey_id' - 'id' - 'place' - 'unit_id' - 'name' - 'search_key' as e
    from roster.entry e where survey_id = ${id}`.execute(database.db);
  const rest = new Set(rows.map(({ e }) => JSON.stringify(Object.entries(e as object).sort())));
  expect([...rest]).toEqual([
    JSON.stringify(
      Object.entries({
        ...{ blinded_hash: null, code_hash: null, edition: 0, email: null, phone: null, refused: false },
        ...{ revoked: false, salt: null, stratum: null },
      }).sort(),
    ),
  ]);
  const codes = new Set(listed.respondents.map(({ respondent }) => respondent.link.code));
  const closesAt = new Date(at.house.clock().getTime() + 9 * day).toISOString();
  await desk.post(`/surveys/${id}/open`, { closesAt });
  const invited = await roster.invitations(id);
  expect(invited).toHaveLength(11);
  expect(invited.some(({ code }) => codes.has(code))).toBe(false);
  await at.close();
}, 90_000);
