import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutlookView, SurveyView } from '@danban/contract';
import { settle, union, type People } from '@danban/server/example/people';
import { signedIn, type Send } from '@danban/server/example/visitor';
import type { Definition } from '@danban/survey';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let at: TestHouse;
  let people: People;
  let send: Send;

  const desk = (who: keyof People = 'organizer') => signedIn(at.house, send, people[who]);
  const drafted = async (unitId: string, change: (draft: Definition) => Partial<Definition>): Promise<string> => {
    const organizer = await desk();
    const given = { template: 'khao-sat-hai-long-phu-huynh', bodyId: union, unitId };
    const draft = (await organizer.post('/surveys', given)) as SurveyView;
    const before = draft.definition as Definition;
    const definition = { ...before, ...change(before) };
    await organizer.put(`/surveys/${draft.id}`, { definition, revision: draft.revision });
    return draft.id;
  };
  const outlook = async (id: string, query = '') =>
    (await (await desk()).get(`/surveys/${id}/outlook${query}`)) as OutlookView;

  beforeAll(async () => {
    database = await fresh();
    at = await testHouse(database);
    send = (path, init) => at.app.request(path, init);
    people = await settle(at.house, undefined);
  }, 60_000);
  afterAll(() => at.close());

  test('what would be shown is said per breakdown and level, from who would be asked', async () => {
    const id = await drafted('PGD.TPND', () => ({ plan: { breakdowns: ['q1'] } }));
    const view = await outlook(id);
    expect(view).toMatchObject({ assumed: { rate: 80, each: null }, unknown: 0, sampled: null });
    expect(view.answering).toBeGreaterThan(view.asked * 0.79);
    expect(view.shares[0]).toEqual({ criteria: [], level: 0, groups: 1, shown: 1 });
    const byQuestion = view.shares.filter(({ criteria }) => criteria.length === 1);
    expect(byQuestion.map(({ criteria, level }) => [criteria[0], level])).toEqual([
      ['q1', 0],
      ['q1', 1],
    ]);
    for (const { groups, shown } of view.shares) expect(shown).toBeLessThanOrEqual(groups);
    expect(view.own.people).toBe(view.answering);
  });

  test('who assumes that fewer answer, or nearly all alike, is shown less', async () => {
    const id = await drafted('PGD.TPND', () => ({ plan: { breakdowns: ['q1'] } }));
    const shownIn = ({ shares }: OutlookView) =>
      shares.reduce((sum, { criteria, shown }) => sum + (criteria.length > 0 ? shown : 0), 0);
    const [usual, few] = [await outlook(id, '?rate=80'), await outlook(id, '?rate=5')];
    expect(few.answering).toBeLessThan(usual.answering);
    expect(shownIn(few)).toBeLessThan(shownIn(usual));
    const alike = await outlook(id, '?q1.0=0&q1.1=100&q1.2=0&q1.3=0&q1.4=0&q1.5=0');
    expect(shownIn(alike)).toBe(0);
    expect(alike.warnings).toContainEqual({ code: 'one-category', question: 'q1', option: 1 });
  });

  test('where no number is known so many are assumed as she says', async () => {
    const id = await drafted('PGD.TPND', () => ({ audienceKind: 'mixed' }));
    const view = await outlook(id);
    expect(view).toMatchObject({ assumed: { each: 30 }, unknown: view.places, asked: 30 * view.places });
    const more = await outlook(id, '?each=7');
    expect(more.asked).toBe(7 * view.places);
    expect(more.warnings.map(({ code }) => code)).toContain('units-too-small');
  });

  test('it is for the organizer: not for a leader, nor for who runs the house; and nonsense is refused', async () => {
    const id = await drafted('PGD.TPND', () => ({}));
    for (const who of ['leader', 'admin'] as const)
      await expect((await desk(who)).get(`/surveys/${id}/outlook`)).rejects.toThrow('403');
    for (const query of ['?rate=101', '?rate=x', '?each=0', '?q1.1=-3', '?q1.1=x'])
      await expect(outlook(id, query)).rejects.toThrow('422');
  });
});
