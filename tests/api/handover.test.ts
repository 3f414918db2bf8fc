import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandoverView, SurveyView } from '@danban/contract';
import { actsAfter, lastAct } from '../support/audit.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { accountOf, addGrant, invite, problemOf, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const elsewhere = { unitId: 'THPT.BTHOC', bodyId: 'CD.THPT.BTHOC' };
const organizes = { role: 'organizer', ...school };
const leads = { role: 'leader', unitId: school.unitId, bodyId: null };
const runs = { role: 'admin', unitId: 'goc', bodyId: null };
const hour = 3_600_000;
const day = 24 * hour;

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;
  let schoolAdmin: Visitor & { id: string };
  let count = 0;

  beforeAll(async () => {
    place = await testHouse(await fresh());
    admin = await setUpProvince(place);
    schoolAdmin = await signedIn(place.app, admin, { login: 'admin.ctn', role: 'admin', unitId: school.unitId });
  });
  afterAll(() => place.close());

  const login = () => `nguoi.${(count += 1)}`;
  const organizer = () => signedIn(place.app, admin, { login: login(), ...organizes });
  const leader = () => signedIn(place.app, admin, { login: login(), ...leads });
  const created = async (by: Visitor, where = school) =>
    (await (
      await by.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...where })
    ).json()) as SurveyView;
  const inDays = (days: number) => new Date(place.house.clock().getTime() + days * day).toISOString();
  const seen = async (by: Visitor, id: string) =>
    (await (await by.send('GET', `/accounts/${id}/handover`)).json()) as HandoverView;
  const handOver = (by: Visitor, from: string, to: string, grants: object[] = []) =>
    by.send('POST', `/accounts/${from}/handover`, { to, grants });

  test('what goes over is seen before: drafts, and what opens by itself, with its date', async () => {
    const leaver = await organizer();
    const draft = await created(leaver);
    const waiting = await created(leaver);
    const scheduling = { opensAt: inDays(2), closesAt: inDays(12) };
    expect((await leaver.send('POST', `/surveys/${waiting.id}/schedule`, scheduling)).status).toBe(200);
    const { surveys, elsewhere: away, leaver: who } = await seen(schoolAdmin, leaver.id);
    expect(surveys.map(({ id, state, opensAt }) => [id, state, opensAt])).toEqual([
      [waiting.id, 'scheduled', scheduling.opensAt],
      [draft.id, 'draft', null],
    ]);
    expect([away, who.grants.map(({ role }) => role)]).toEqual([0, ['organizer']]);
  });

  test('surveys and the roles chosen go over, the leaver is out, and what she did stays hers', async () => {
    const leaver = await organizer();
    const successor = await leader();
    const survey = await created(leaver);
    const waiting = await created(leaver);
    await leaver.send('POST', `/surveys/${waiting.id}/schedule`, { opensAt: inDays(hour / day), closesAt: inDays(11) });
    const before = await lastAct(place.house.db);
    const answer = await handOver(schoolAdmin, leaver.id, successor.id, [organizes]);
    expect([answer.status, await answer.json()]).toEqual([200, { surveys: 2 }]);

    expect((await leaver.send('GET', '/me')).status).toBe(401);
    expect((await accountOf(admin, leaver.id)).active).toBe(false);
    expect((await accountOf(admin, successor.id)).grants.map(({ role }) => role)).toEqual(['organizer', 'leader']);
    const name = (await accountOf(admin, successor.id)).name;
    const now = (await (await successor.send('GET', `/surveys/${survey.id}`)).json()) as SurveyView;
    expect([now.responsible, now.may.edit]).toEqual([name, true]);
    const rows = await place.house.db
      .selectFrom('survey')
      .innerJoin('survey_revision', 'survey_revision.survey_id', 'survey.id')
      .select(['created_by', 'saved_by', 'responsible'])
      .where('survey.id', '=', survey.id)
      .execute();
    expect(rows).toEqual([{ created_by: leaver.id, saved_by: leaver.id, responsible: successor.id }]);

    const told = await actsAfter(place.house.db, before);
    expect(told.map(({ act, object }) => [act, object])).toEqual([
      ['account.hand-over', `Người ${(await accountOf(admin, leaver.id)).login}`],
      ['account.roles', name],
      ['account.deactivate', `Người ${(await accountOf(admin, leaver.id)).login}`],
    ]);
    const roles = [{ role: 'organizer', unit: school.unitId, body: school.bodyId }];
    expect(told[0]!.details).toEqual({ successor: successor.id, surveys: 2, roles });

    place.pass(hour);
    await place.work();
    const opened = (await (await successor.send('GET', `/surveys/${waiting.id}`)).json()) as SurveyView;
    expect(opened.state).toBe('open');
    expect((await seen(admin, leaver.id)).surveys).toEqual([]);
  });

  test('who could not go on with a survey takes nothing over: it is told which, and all stays as it was', async () => {
    const leaver = await organizer();
    const successor = await leader();
    const survey = await created(leaver);
    const before = await lastAct(place.house.db);
    const answer = await handOver(admin, leaver.id, successor.id);
    const { code, issues } = (await answer.json()) as { code: string; issues: { path: string; code: string }[] };
    expect([answer.status, code]).toEqual([409, 'successor-may-not']);
    expect(issues.map(({ path, code }) => [path, code])).toEqual([[`surveys.${survey.id}`, 'successor-not-allowed']]);
    expect((await leaver.send('GET', '/me')).status).toBe(200);
    expect(await lastAct(place.house.db)).toBe(before);
  });

  test('nobody takes over the sheet that judges her', async () => {
    const leaver = await organizer();
    const successor = await leader();
    const survey = await created(leaver);
    const definition = JSON.stringify({ ...(survey.definition as object), kind: 'evaluation' });
    await place.house.db.updateTable('survey').set({ definition }).where('id', '=', survey.id).execute();
    const answer = await handOver(admin, leaver.id, successor.id, [organizes]);
    const { issues } = (await answer.json()) as { issues: { code: string }[] };
    expect(issues.map(({ code }) => code)).toEqual(['successor-judged-leader']);
    expect((await accountOf(admin, successor.id)).grants).toHaveLength(1);
  });

  test('surveys in units of other administrators stay, and are handed over by who administrates them', async () => {
    const leaver = await organizer();
    const successor = await organizer();
    await created(leaver);
    await addGrant(admin, leaver.id, { role: 'organizer', ...elsewhere });
    await created(leaver, elsewhere);
    await admin.send(
      'DELETE',
      `/accounts/${leaver.id}/grants?${new URLSearchParams({ role: 'organizer', ...elsewhere }).toString()}`,
    );
    const view = await seen(schoolAdmin, leaver.id);
    expect([view.surveys.length, view.elsewhere]).toEqual([1, 1]);
    expect(await (await handOver(schoolAdmin, leaver.id, successor.id)).json()).toEqual({ surveys: 1 });
    const other = await signedIn(place.app, admin, { login: login(), role: 'organizer', ...elsewhere });
    // She is out already; what was left is handed over all the same.
    expect(await (await handOver(admin, leaver.id, other.id)).json()).toEqual({ surveys: 1 });
  });

  test('an administrator hands over only whom, to whom and what lies in her units', async () => {
    const stranger = await signedIn(place.app, admin, { login: login(), role: 'organizer', ...elsewhere });
    const [mine, next] = [await leader(), await leader()];
    const refused = [
      await handOver(schoolAdmin, stranger.id, next.id),
      await handOver(schoolAdmin, mine.id, stranger.id),
      await handOver(mine, next.id, mine.id),
      await schoolAdmin.send('GET', `/accounts/${stranger.id}/handover`),
    ];
    for (const answer of refused) expect(await problemOf(answer)).toBe('not-allowed');
    expect(await problemOf(await handOver(schoolAdmin, mine.id, mine.id))).toBe('invalid-input');
    expect(await problemOf(await handOver(schoolAdmin, mine.id, next.id, [organizes]))).toBe('invalid-input');
    await admin.send('DELETE', `/accounts/${next.id}`);
    expect(await problemOf(await handOver(schoolAdmin, mine.id, next.id))).toBe('account-inactive');
    expect((await mine.send('GET', '/me')).status).toBe(200);
  });

  test('the last administrator leaves only when her role goes over with her', async () => {
    const { id } = (await (await admin.send('GET', '/me')).json()) as { id: string };
    const successor = await leader();
    expect(await problemOf(await handOver(admin, id, successor.id))).toBe('last-administrator');
    expect((await admin.send('GET', '/me')).status).toBe(200);
    expect((await handOver(admin, id, successor.id, [runs])).status).toBe(200);
    expect((await admin.send('GET', '/me')).status).toBe(401);
    expect((await successor.send('GET', '/accounts')).status).toBe(200);
    admin = successor;
  });

  test('two who hand over to each other at once leave one of them in', async () => {
    const first = await signedIn(place.app, admin, { login: login(), role: 'admin', unitId: school.unitId });
    const second = await signedIn(place.app, admin, { login: login(), role: 'admin', unitId: school.unitId });
    const answers = await Promise.all([handOver(first, first.id, second.id), handOver(second, second.id, first.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    const { rows } = { rows: [await accountOf(admin, first.id), await accountOf(admin, second.id)] };
    expect(rows.filter(({ active }) => active)).toHaveLength(1);
  });

  test('an account invited and never used hands over, too', async () => {
    const leaver = await invite(admin, { login: login(), ...leads });
    const next = await leader();
    expect((await handOver(admin, leaver.id, next.id, [leads])).status).toBe(200);
  });
});
