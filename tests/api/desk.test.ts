import type { AccountView, DeskView, PageView, SurveyView } from '@danban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import {
  addGrant,
  invite,
  problemOf,
  setUp,
  setUpProvince,
  signedIn,
  visitor,
  type Visitor,
} from '../support/staff.ts';

const school = 'THPT.CTN';
const body = `CD.${school}`;
const day = 24 * 60 * 60 * 1000;

onEachPostgres((_, fresh) => {
  describe('the desk', () => {
    let place: TestHouse;
    let admin: Visitor;
    let organizer: Visitor & { id: string };
    let leader: Visitor;
    const desk = async (by: Visitor) => (await (await by.send('GET', '/desk')).json()) as DeskView;
    const inDays = (days: number) => new Date(place.house.clock().getTime() + days * day).toISOString();
    const draft = async () => {
      const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: body, unitId: school };
      return ((await (await organizer.send('POST', '/surveys', given)).json()) as SurveyView).id;
    };
    const act = async (id: string, what: string, given: object = {}) =>
      expect((await organizer.send('POST', `/surveys/${id}/${what}`, given)).status).toBe(200);
    const opened = async (days: number) => {
      const id = await draft();
      await act(id, 'open', { closesAt: inDays(days) });
      return id;
    };
    const reasons = ({ waiting }: DeskView) => waiting.items.map(({ id, why }) => [id, why]);

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUpProvince(place);
      organizer = await signedIn(place.app, admin, {
        login: 'to-chuc',
        role: 'organizer',
        unitId: school,
        bodyId: body,
      });
      leader = await signedIn(place.app, admin, { login: 'lanh-dao', role: 'leader', unitId: school });
    });
    afterAll(() => place.close());

    test('of somebody new holds nothing, and a stranger has none', async () => {
      const nothing = { items: [], more: false };
      expect(await desk(organizer)).toEqual({
        now: place.house.clock().toISOString(),
        waiting: nothing,
        answer: { ...nothing, count: 0 },
        moderate: { ...nothing, count: 0 },
        keep: { ...nothing, count: 0 },
        confirm: { ...nothing, count: 0 },
        heard: nothing,
        inspect: nothing,
        closingSoon: [],
        running: nothing,
        results: nothing,
        steps: null,
        unused: null,
        urgent: null,
      });
      expect(await problemOf(await visitor(place.app).send('GET', '/desk'))).toBe('sign-in-required');
    });

    test('tells the administrator which first steps are done', async () => {
      const done = { units: true, bodies: true, organizers: true, arrived: true };
      expect((await desk(admin)).steps).toEqual(done);
      const bare = await testHouse(await fresh());
      try {
        const first = await setUp(bare);
        const steps = async () => (await desk(first)).steps;
        const none = { units: false, bodies: false, organizers: false, arrived: false };
        expect(await steps()).toEqual(none);
        const { id: accountId } = await invite(first, { login: 'moi', role: 'leader', unitId: 'goc' });
        expect(accountId).not.toBe('');
        expect(await steps()).toEqual(none);
      } finally {
        await bare.close();
      }
    });

    test('tells when each was made, and when it was opened', async () => {
      const [made, running] = [await draft(), await opened(30)];
      const { waiting, running: runs } = await desk(organizer);
      const [now, today] = [place.house.clock().toISOString(), '2026-03-02'];
      expect(waiting.items.find(({ id }) => id === made)).toMatchObject({ draftedAt: now, openedOn: null });
      expect(runs.items.find(({ id }) => id === running)).toMatchObject({ draftedAt: now, openedOn: today });
      await act(running, 'cancel');
      await organizer.send('DELETE', `/surveys/${made}`);
    });

    test('tells the organizer what waits, what closes soon and what runs, each in its order', async () => {
      const [late, soon, sooner] = [await opened(20), await opened(7), await opened(3)];
      const scheduled = await draft();
      await act(scheduled, 'schedule', { opensAt: inDays(1), closesAt: inDays(5) });
      const unwritten = await draft();
      const shown = await desk(organizer);
      expect(shown.closingSoon.map(({ id }) => id)).toEqual([sooner, soon]);
      expect(shown.running.items.map(({ id, opensAt }) => [id, opensAt !== null])).toEqual([
        [scheduled, true],
        [late, false],
      ]);
      expect(reasons(shown)).toEqual([[unwritten, 'draft']]);
      await act(sooner, 'close');
      expect(reasons(await desk(organizer))).toEqual([
        [sooner, 'counting'],
        [unwritten, 'draft'],
      ]);
      await sql`update job set attempts = 5 where survey_id = ${sooner}`.execute(place.house.db);
      expect(reasons(await desk(organizer))[0]).toEqual([sooner, 'stuck']);
      await place.work();
      await place.work();
      expect(reasons(await desk(organizer))[0]).toEqual([sooner, 'to-publish']);
      expect((await desk(organizer)).results.items.map(({ id }) => id)).toEqual([sooner]);
      expect((await organizer.send('PUT', `/surveys/${sooner}/publication`, { published: true })).status).toBe(200);
      expect(reasons(await desk(organizer))).toEqual([[unwritten, 'draft']]);
    });

    test('puts first what did not open as planned', async () => {
      const { id } = ((await (await organizer.send('GET', '/surveys?state=draft')).json()) as PageView<{ id: string }>)
        .items[0]!;
      await place.house.db
        .updateTable('survey')
        .set({ state: 'draft', missed_opening: inDays(-1), opens_at: null, definition_hash: null, closes_at: null })
        .where('id', '=', id)
        .execute();
      expect(reasons(await desk(organizer))[0]).toEqual([id, 'missed-opening']);
    });

    test('of who reads holds results by her role, nothing that runs, and nobody else’s', async () => {
      const shown = await desk(leader);
      expect(shown.results.items).toHaveLength(1);
      expect([shown.running.items, shown.closingSoon, shown.waiting.items, shown.unused]).toEqual([[], [], [], null]);
      const elsewhere = { unitId: 'THPT.SONGNINH', bodyId: 'CD.THPT.SONGNINH' };
      const others = [
        await signedIn(place.app, admin, { login: 'lanh-dao-khac', role: 'leader', unitId: 'THPT.SONGNINH' }),
        await signedIn(place.app, admin, { login: 'to-chuc-khac', role: 'organizer', ...elsewhere }),
      ];
      // What is published everybody finds in the list of surveys; a desk holds what is one's own to look after.
      for (const other of others) {
        const { waiting, closingSoon, running, results } = await desk(other);
        expect([waiting.items, closingSoon, running.items, results.items]).toEqual([[], [], [], []]);
      }
    });

    test('of who is judged does not speak of the evaluation that judges her', async () => {
      const id = await draft();
      await sql`update survey set definition = jsonb_set(definition, '{kind}', '"evaluation"') where id = ${id}`.execute(
        place.house.db,
      );
      expect(reasons(await desk(organizer)).map(([one]) => one)).toContain(id);
      expect((await addGrant(admin, organizer.id, { role: 'leader', unitId: school, bodyId: null })).status).toBe(200);
      expect(reasons(await desk(organizer)).map(([one]) => one)).not.toContain(id);
    });

    test('tells administrators of accounts nobody has come in with, in their own reach', async () => {
      const before = (await desk(admin)).unused!.count;
      const { id } = await invite(admin, { login: 'chua-vao', role: 'leader', unitId: school });
      await invite(admin, { login: 'chua-vao-tinh', role: 'leader', unitId: 'SGDDT' });
      expect((await desk(admin)).unused).toEqual({ count: before + 2, more: false });
      const found = (await (await admin.send('GET', '/accounts?state=unused')).json()) as PageView<AccountView>;
      expect(found.items.map(({ login }) => login)).toContain('chua-vao');
      expect(found.items).toHaveLength(before + 2);
      const schoolAdmin = await signedIn(place.app, admin, { login: 'quan-tri', role: 'admin', unitId: school });
      expect((await desk(schoolAdmin)).unused).toEqual({ count: 1, more: false });
      expect((await admin.send('DELETE', `/accounts/${id}`)).status).toBe(204);
      expect((await desk(schoolAdmin)).unused).toEqual({ count: 0, more: false });
    });
  });
});
